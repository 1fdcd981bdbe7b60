#include "catch.hpp"
#include "changes.hpp"
#include "model/session/document_json.hpp"
#include "model/session/merge.hpp"

#include <algorithm>

using namespace app;
using test::after;
using test::atlas;
using test::id;

namespace {

/// Both begin with the example; the second one has not seen what the first one did.
Document both(const Command &first, const Command &second) {
    const Document now = after(test::example(), first);
    return after(now, rebased(second, test::example(), now, atlas(), 2));
}

std::string calf_note(const Document &document) {
    return find_mark(document, id(10))->note;
}

} // namespace

TEST_CASE("the difference names parts by ids") {
    const Document from = test::example();
    const Document to =
        after(after(from, SetMarkLevel{id(10), 8}), RemoveFocus{"thigh_hamstrings.r"});
    const auto changes = difference(from, to);
    const auto change = [&](const std::string &part) {
        return std::ranges::find(changes, part, &PartChange::part);
    };
    REQUIRE(changes.size() == 3);
    REQUIRE(change("marks/" + id(10) + "/level") != changes.end());
    CHECK(change("marks/" + id(10) + "/level")->before == "6");
    CHECK(change("marks/" + id(10) + "/level")->after == "8");
    REQUIRE(change("focus/thigh_hamstrings.r") != changes.end());
    CHECK(change("focus/thigh_hamstrings.r")->after.empty());
    CHECK(change("focus/#order") != changes.end());
    CHECK(difference(from, from).empty());
    CHECK(with_changes(from, changes, atlas()).value() == to);
    CHECK(with_changes(to, difference(to, from), atlas()).value() == from);
}

TEST_CASE("changes of two people at different parts are both there") {
    const Document document = both(SetMarkLevel{id(10), 9}, SetMarkNote{id(10), "on stairs"});
    CHECK(find_mark(document, id(10))->level == 9);
    CHECK(calf_note(document) == "on stairs");
    CHECK(document.conflicts.empty());
    const Document answers =
        both(SetHealthAnswer{"fever", true, true}, SetHealthAnswer{"clot", true, false});
    CHECK(answers.intake.health_asked == std::set<std::string>{"clot", "fever"});
    CHECK(answers.conflicts.empty());
    const Document focus = both(AddFocus{"knee_knee.l", 5}, AddFocus{"knee_knee.r", 6});
    CHECK(focus.plan.size() == 4);
    CHECK(focus.conflicts.empty());
}

TEST_CASE("the same said twice is no conflict") {
    const Document document = both(SetMarkLevel{id(10), 9}, SetMarkLevel{id(10), 9});
    CHECK(find_mark(document, id(10))->level == 9);
    CHECK(document.conflicts.empty());
}

TEST_CASE("two texts for one place are both kept until somebody settles it") {
    const Document document = both(SetMarkNote{id(10), "first"}, SetMarkNote{id(10), "second"});
    CHECK(calf_note(document) == "first");
    REQUIRE(document.conflicts.size() == 1);
    CHECK(document.conflicts[0].number == 2);
    CHECK(document.conflicts[0].changes ==
          std::vector<PartChange>{{"marks/" + id(10) + "/note", "\"first\"", "\"second\""}});
    CHECK(from_json(to_json(document), atlas()).value() == document);

    const Document standing = after(document, SettleConflict{2, Version::standing});
    CHECK(calf_note(standing) == "first");
    CHECK(standing.conflicts.empty());
    const Document other = after(document, SettleConflict{2, Version::other});
    CHECK(calf_note(other) == "second");
    CHECK(other.conflicts.empty());
    CHECK(calf_note(after(document, SettleConflict{2, Version::both})) == "first\nsecond");
    CHECK_FALSE(update(standing, SettleConflict{2, Version::other}, atlas()).ok());
}

TEST_CASE("words on a mark that somebody else has removed are not lost") {
    const Document document = both(RemoveMark{id(10)}, SetMarkNote{id(10), "on stairs"});
    CHECK(find_mark(document, id(10)) == nullptr);
    REQUIRE(document.conflicts.size() == 1);
    CHECK(document.conflicts[0].changes[0].part == "marks/" + id(10));
    CHECK(document.conflicts[0].changes[0].before.empty());
    CHECK(calf_note(after(document, SettleConflict{2, Version::other})) == "on stairs");
}

TEST_CASE("a mark that somebody else has changed is not removed without asking") {
    const Document document = both(SetMarkNote{id(10), "on stairs"}, RemoveMark{id(10)});
    CHECK(calf_note(document) == "on stairs");
    REQUIRE(document.conflicts.size() == 1);
    CHECK(find_mark(after(document, SettleConflict{2, Version::other}), id(10)) == nullptr);
}

TEST_CASE("two new marks for one place wait for a choice") {
    const Document start = after(test::example(), FinishMarking{false});
    const Document now = after(start, test::mark(30, "knee_knee.l", Channel::pain));
    const Command second = test::mark(31, "knee_knee.l", Channel::pain);
    const Document document = after(now, rebased(second, start, now, atlas(), 5));
    CHECK(find_mark(document, id(30)) != nullptr);
    CHECK(find_mark(document, id(31)) == nullptr);
    REQUIRE(document.conflicts.size() == 1);
    const Document other = after(document, SettleConflict{5, Version::other});
    CHECK(find_mark(other, id(30)) == nullptr);
    CHECK(find_mark(other, id(31)) != nullptr);
}

TEST_CASE("words that come after somebody else has signed are kept beside the record") {
    const Document document = both(Sign{"Tom Reyes, LMT", "", test::at(70)}, SetNote{"late words"});
    CHECK(document.note == test::example().note);
    REQUIRE(document.conflicts.size() == 1);
    CHECK(document.conflicts[0].changes[0].after == "\"late words\"");
    CHECK_FALSE(update(document, SettleConflict{2, Version::other}, atlas()).ok());
    const Document amended = after(document, Amend{id(60), "Tom", "", "late words", test::at(80)});
    CHECK(after(amended, SettleConflict{2, Version::standing}).conflicts.empty());
}

TEST_CASE("undo takes back one's own change and leaves those of others") {
    const Document before = test::example();
    const Document mine = after(after(before, SetNote{"mine"}), SetMarkLevel{id(10), 1});
    const Document now = after(mine, SetMarkLevel{id(10), 9}); // somebody else
    const Document undone = after(now, Restore{difference(mine, before)});
    CHECK(undone.note == before.note);
    CHECK(find_mark(undone, id(10))->level == 9);
}
