// Two people work on one session in any order of steps: in the end both, and the disk, have the
// same, and nothing that was said to be saved is lost.

#include "files_of.hpp"
#include "records/lane.hpp"
#include "session/session.hpp"
#include "temp_folder.hpp"

#include <array>
#include <memory>
#include <random>
#include <string>
#include <utility>

using namespace app;
using test::atlas;
using test::id;
using test::open_store;

namespace {

constexpr unsigned rounds = 16;
constexpr int steps_each = 60;

/// A program with the session open; `beside`: it asks its records in a lane.
class Person {
  public:
    Person(const std::filesystem::path &folder, unsigned number, bool beside)
        : store_(open_store(folder)),
          lane_(beside ? std::make_unique<Lane>() : nullptr),
          mark_(id(100 + number)),
          dice_(number) {
        auto record = store_.open(id(1));
        REQUIRE(record.ok());
        session_.emplace(std::move(*record), atlas(), lane_.get());
        AddMark own =
            test::mark(1, number % 2 == 0 ? "lower_leg_calf.l" : "lower_leg_calf.r", Channel::pain);
        own.id = mark_;
        REQUIRE(session_->dispatch(own).ok());
        session_->begin_part(); // undo() leaves it
        finish();
    }
    ~Person() {
        session_.reset(); // before the lane that it sends into
        if (lane_)
            lane_->close();
    }
    Person(const Person &) = delete;
    Person &operator=(const Person &) = delete;

    void step() {
        switch (pick(10)) {
        case 0:
            return (void)session_->refresh();
        case 1:
            return session_->save();
        case 2:
            return session_->rest();
        case 3:
            return session_->end_gesture();
        case 4:
            return (void)session_->undo(); // what others did may leave no way back
        case 5:
            return deliver();
        case 6: // what only this person writes, in a gesture
        case 7:
            level_ = pick(11);
            return (void)session_->dispatch(SetMarkLevel{mark_, level_}, "level");
        case 8: // what both write
            return (void)session_->dispatch(SetNote{"note " + std::to_string(pick(1000))});
        default:
            return (void)session_->dispatch(
                SetHealthAnswer{"RF" + std::to_string(2 + pick(3)), true, pick(2) == 0}, "answers");
        }
    }
    void finish() {
        session_->end_gesture();
        deliver_all();
        CHECK(session_->save_state().saved);
        CHECK(session_->save_state().problem.empty());
        session_->refresh();
        deliver_all();
        session_->refresh();
        deliver_all();
    }
    /// The last level, which nobody else writes.
    void choose(int level) {
        REQUIRE(session_->dispatch(SetMarkLevel{mark_, level}).ok());
        level_ = level;
        finish();
    }
    const Document &document() const { return session_->document(); }
    int level() const { return level_; }
    int level_in(const Document &document) const {
        const Mark *mark = find_mark(document, mark_);
        return mark != nullptr ? mark->level.value_or(-1) : -1;
    }

  private:
    int pick(int count) { return static_cast<int>(dice_() % static_cast<unsigned>(count)); }
    void deliver() {
        if (lane_)
            lane_->deliver();
    }
    void deliver_all() {
        if (lane_)
            lane_->finish();
    }

    FolderStore store_;
    std::unique_ptr<Lane> lane_;
    std::optional<Session> session_;
    std::string mark_;
    int level_ = 0;
    std::mt19937 dice_;
};

} // namespace

TEST_CASE("two people on one session, in any order, have the same in the end") {
    for (unsigned round = 0; round < rounds; ++round) {
        INFO("round " << round);
        const test::TempFolder folder;
        FolderStore store = open_store(folder.path());
        REQUIRE(store.create(test::open_session()).ok());
        Person one{folder.path(), 2 * round, true}, other{folder.path(), 2 * round + 1, false};
        std::mt19937 dice{round};
        for (int step = 0; step < 2 * steps_each; ++step)
            (dice() % 2 == 0 ? one : other).step();
        one.choose(3);
        other.choose(4);
        one.finish();
        const Document kept = store.load(id(1)).value();
        REQUIRE(one.document() == kept);
        REQUIRE(other.document() == kept);
        CHECK(one.level_in(kept) == one.level());
        CHECK(other.level_in(kept) == other.level());
    }
}
