// The changes of one session on their way to the disk: gestures, refusals, others in between.

#include "files_of.hpp"
#include "records/lane.hpp"
#include "session/session.hpp"
#include "temp_folder.hpp"

#include <memory>
#include <string>
#include <utility>

using namespace app;
using engine::Done;
using engine::Result;
using test::atlas;
using test::id;
using test::open_store;

namespace {

/// A real record that counts, and that a full disk refuses.
class CountedRecord final : public Record {
  public:
    CountedRecord(std::unique_ptr<Record> record, int &commits, const bool &full)
        : record_(std::move(record)), commits_(commits), full_(full) {}
    const Document &document() const override { return record_->document(); }
    std::uint64_t revision() const override { return record_->revision(); }
    Committed commit(const Command &command, Document next) override {
        if (full_)
            return {CommitOutcome::not_written, "The disk is full."};
        ++commits_;
        return record_->commit(command, std::move(next));
    }
    Result<bool> refresh() override { return record_->refresh(); }
    Result<Done> save() override { return record_->save(); }
    bool is_saved() const override { return record_->is_saved(); }

  private:
    std::unique_ptr<Record> record_;
    int &commits_;
    const bool &full_;
};

/// One mark of level 0 in a session that is open; `beside`: its record is asked in a lane.
struct OpenSessionOfOne {
    explicit OpenSessionOfOne(bool beside) : lane(beside ? std::make_unique<Lane>() : nullptr) {
        auto record = store.create(test::open_session());
        REQUIRE(record.ok());
        REQUIRE(commit(**record, test::mark(10, "lower_leg_calf.l", Channel::pain), atlas()).ok());
        session.emplace(std::make_unique<CountedRecord>(std::move(*record), commits, full), atlas(),
                        lane.get());
    }
    void finish() {
        if (lane)
            lane->finish();
    }
    void level(int level) { REQUIRE(session->dispatch(SetMarkLevel{id(10), level}, "level").ok()); }
    int level_on_disk() const { return find_mark(*store.load(id(1)), id(10))->level.value_or(0); }

    test::TempFolder folder;
    FolderStore store = open_store(folder.path());
    int commits = 0;
    bool full = false;
    std::unique_ptr<Lane> lane;
    std::optional<Session> session; // ends first
};

} // namespace

TEST_CASE("a drag over a slider is written once, when it rests") {
    OpenSessionOfOne open{GENERATE(false, true)};
    for (const int level : {1, 2, 3, 4, 5})
        open.level(level);
    open.finish();
    CHECK(open.session->is_moving());
    CHECK_FALSE(open.session->save_state().saved);
    CHECK(open.commits == 0);
    CHECK(open.level_on_disk() == 0);
    open.session->rest();
    open.finish();
    CHECK_FALSE(open.session->is_moving());
    CHECK(open.session->save_state().saved);
    CHECK(open.commits == 1);
    CHECK(open.level_on_disk() == 5);
    open.level(6); // the same gesture goes on
    open.level(7);
    open.session->end_gesture();
    open.finish();
    CHECK(open.commits == 2);
    CHECK(open.level_on_disk() == 7);
    REQUIRE(open.session->undo().ok());
    open.finish();
    CHECK(open.level_on_disk() == 0);
}

TEST_CASE("steps of a gesture that do not replace each other are all written, in order") {
    OpenSessionOfOne open{GENERATE(false, true)};
    for (const char *question : {"RF2", "RF3"})
        REQUIRE(open.session->dispatch(SetHealthAnswer{question, true, false}, "none").ok());
    open.level(4);
    REQUIRE(open.session->dispatch(SetNote{"after it"}).ok());
    open.finish();
    CHECK_FALSE(open.session->is_moving());
    CHECK(open.commits == 4);
    CHECK(*open.store.load(id(1)) == open.session->document());
    CHECK(open.level_on_disk() == 4);
    CHECK(open.session->document().intake.health_asked.size() == 2);
}

TEST_CASE("others may write while a finger is down") {
    OpenSessionOfOne open{GENERATE(false, true)};
    open.level(2);
    {
        FolderStore other = open_store(open.folder.path());
        auto record = other.open(id(1));
        REQUIRE(record.ok());
        REQUIRE(commit(**record, SetNote{"from the other room"}, atlas()).ok());
    }
    REQUIRE(open.session->dispatch(SetQuestion{"Is it the shoe?"}).ok());
    open.level(3);
    open.finish();
    open.level(4);
    open.session->end_gesture();
    open.finish();
    CHECK(open.session->document().note == "from the other room");
    CHECK(open.session->document().question == "Is it the shoe?");
    CHECK(open.level_on_disk() == 4);
    CHECK(*open.store.load(id(1)) == open.session->document());
    CHECK(open.session->document().conflicts.empty());
}

TEST_CASE("what a full disk refuses waits in order, and is written with what comes next") {
    OpenSessionOfOne open{GENERATE(false, true)};
    open.full = true;
    REQUIRE(open.session->dispatch(SetNote{"one"}).ok());
    REQUIRE(open.session->dispatch(SetQuestion{"two"}).ok());
    open.level(3);
    open.session->end_gesture();
    open.finish();
    CHECK(open.session->save_state().problem == "The disk is full.");
    CHECK_FALSE(open.session->save_state().saved);
    CHECK(open.session->document().note == "one");
    CHECK(open.level_on_disk() == 0);
    open.full = false;
    SECTION("with the next command") {
        REQUIRE(open.session->dispatch(SetNote{"three"}).ok());
    }
    SECTION("with a try of its own") {
        open.session->save();
    }
    open.finish();
    CHECK(open.session->save_state().saved);
    CHECK(open.session->save_state().problem.empty());
    CHECK(*open.store.load(id(1)) == open.session->document());
    CHECK(open.level_on_disk() == 3);
}

TEST_CASE("a session that is left in the middle of a gesture loses nothing") {
    OpenSessionOfOne open{GENERATE(false, true)};
    open.level(8);
    open.session.reset();
    open.finish();
    CHECK(open.level_on_disk() == 8);
}
