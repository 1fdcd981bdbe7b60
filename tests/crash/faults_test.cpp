// Every call to the disk fails once, one after the other: what was acknowledged stays, what failed
// is told in words and can be done again.

#include "catch.hpp"
#include "example_session.hpp"
#include "model/session/signing.hpp"
#include "scratch.hpp"
#include "soak_driver/disk_faults.hpp"
#include "store/record/recovery.hpp"

#include <functional>

using namespace app;
using engine::Done;
using engine::Result;
using test::at;
using test::atlas;
using test::id;
namespace fs = std::filesystem;

namespace {

/// What one person does with one session.
const std::vector<Command> &commands() {
    static const std::vector<Command> all{
        test::open_session(),
        test::mark(10, "lower_leg_calf.l", Channel::pain),
        SetMarkLevel{id(10), 6},
        SetMarkNote{id(10), std::string(5000, 'u')},
        FinishMarking{true},
        SetNote{"Calf warm and guarded at first."},
        AddFocus{"lower_leg_calf.l", 12},
        Sign{"Tom Reyes, LMT", "204417", at(60)},
        Amend{id(30), "Tom Reyes, LMT", "204417", "Called: the calf is fine.", at(90)}};
    return all;
}

Document after(std::size_t count) {
    return replay({}, std::span(commands()).first(count), atlas()).value();
}

/// With a list of what was done, as in a clinic.
Result<FolderStore> open_store(const fs::path &folder) {
    return FolderStore::open(folder, atlas(), {.clock = [] { return at(0); }});
}

/// Does all of it, as a program that either ends at the first failure or tries again.
class Person {
  public:
    Person(fs::path folder, bool tries_again)
        : folder_(std::move(folder)), tries_again_(tries_again) {}

    void work() {
        finished = opens() && creates() && commits(5) && refreshes() && saves() && commits(8) &&
                   looks() && opens_again() && commits(9) && saves();
        record_.reset();
        store_.reset();
    }
    std::size_t acknowledged = 0; ///< commands
    int failures = 0;
    bool finished = false;

  private:
    bool opens() {
        return attempt([this] {
            auto store = open_store(folder_);
            if (store)
                store_.emplace(std::move(*store));
            return told(store);
        });
    }
    bool creates() {
        const bool created = attempt([this]() -> Result<Done> {
            // When only the last step of making it durable has failed, it is there.
            auto record = failures > 0 && fs::exists(store_->session_file(id(1)))
                              ? store_->open(id(1))
                              : store_->create(std::get<OpenSession>(commands()[0]));
            if (record)
                record_ = std::move(*record);
            return told(record);
        });
        acknowledged += created;
        return created;
    }
    bool commits(std::size_t until) {
        while (acknowledged < until) {
            if (!attempt(
                    [this] { return told(commit(*record_, commands()[acknowledged], atlas())); }))
                return false;
            ++acknowledged;
        }
        return true;
    }
    bool refreshes() {
        return attempt([this] { return told(record_->refresh()); });
    }
    bool saves() {
        return attempt([this] { return record_->save(); });
    }
    bool looks() {
        return attempt([this] { return told(store_->shelf({.now = at(0)})); });
    }
    bool opens_again() {
        record_.reset();
        return attempt([this] {
            auto record = store_->open(id(1));
            if (record)
                record_ = std::move(*record);
            return told(record);
        });
    }

    template <class Answer>
    static Result<Done> told(const Answer &result) {
        return result.ok() ? Result<Done>(Done{}) : result.error();
    }
    bool attempt(const std::function<Result<Done>()> &step) {
        auto done = step();
        for (int again = 0; !done; ++again, done = step()) {
            ++failures;
            INFO(done.error().message);
            CHECK(done.error().message.ends_with('.'));
            if (!tries_again_)
                return false;
            REQUIRE(again < 1); // the fault has gone: the second time it works
        }
        return true;
    }

    fs::path folder_;
    bool tries_again_;
    std::optional<FolderStore> store_;
    std::unique_ptr<Record> record_;
};

std::vector<std::string> left_over(const fs::path &folder) {
    std::vector<std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator{folder})
        if (entry.path().filename().string().find(".tmp-") != std::string::npos ||
            entry.path().parent_path().filename() == "journal")
            files.push_back(fs::relative(entry.path(), folder));
    return files;
}

/// What the next start finds.
void look(const fs::path &folder, const Person &person) {
    auto store = open_store(folder);
    REQUIRE(store.ok());
    for (const Recovered &one : recover(*store)) {
        CHECK(one.problem == "");
        CHECK_FALSE(one.damaged);
    }
    CHECK(left_over(folder) == std::vector<std::string>{});
    if (person.acknowledged == 0 && !fs::exists(store->session_file(id(1))))
        return;
    const auto session = store->read_session(id(1));
    REQUIRE(session.ok());
    // A session that could not be made durable may be there all the same.
    const std::size_t count = std::max<std::size_t>(person.acknowledged, 1);
    CHECK(session->revision == count);
    CHECK(session->document == after(count));
    CHECK(signature_holds(session->document));
    const auto load = [&store](const std::string &session_id) { return store->load(session_id); };
    CHECK(verify_audit(store->files(), load)->problems == std::vector<std::string>{});
}

/// Returns how many calls there are to fail.
long fail_each(soak::Outcome outcome, int error, bool tries_again) {
    int failures = 0;
    for (long call = 1;; ++call) {
        const test::Scratch scratch;
        const fs::path folder = scratch.path() / "clinic";
        Person person{folder, tries_again};
        std::string struck;
        {
            const soak::DiskFaults faults{
                {.folder = folder, .at = call, .outcome = outcome, .error = error}};
            person.work();
            struck = faults.struck();
        }
        INFO("call " << call << ": " << struck << ", failures told: " << person.failures);
        CHECK(person.finished == (tries_again || person.failures == 0));
        look(folder, person);
        failures += person.failures;
        if (struck.empty()) {
            CHECK(person.finished);
            CHECK(person.failures == 0);
            CHECK(failures > 40);
            return call - 1;
        }
    }
}

} // namespace

TEST_CASE("each call to the disk fails: the program ends, the next start has all") {
    CHECK(fail_each(soak::Outcome::fail, EIO, false) > 150);
}

TEST_CASE("each write is short on a full disk: the program ends, the next start has all") {
    CHECK(fail_each(soak::Outcome::fall_short, ENOSPC, false) > 150);
}

TEST_CASE("each call fails on a full disk: the program tries again and has all") {
    CHECK(fail_each(soak::Outcome::fail, ENOSPC, true) > 150);
}

TEST_CASE("each call is refused: the program tries again and has all") {
    CHECK(fail_each(soak::Outcome::fail, EACCES, true) > 150);
}

TEST_CASE("each write is short: the program tries again and has all") {
    CHECK(fail_each(soak::Outcome::fall_short, EIO, true) > 150);
}
