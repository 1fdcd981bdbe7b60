// What a client says before the session: paint, what became of last time's marks, questions.

#include "catch.hpp"
#include "changes.hpp"
#include "model/session/command_json.hpp"
#include "model/session/document_json.hpp"

#include <cmath>

using namespace app;
using test::after;
using test::atlas;
using test::id;
using test::refusal;

namespace {

constexpr const char *left_calf = "lower_leg_calf.l";
constexpr const char *right_calf = "lower_leg_calf.r";

Document opened() {
    return after({}, test::open_session());
}

Mark last_mark(Channel channel, std::optional<int> level, std::optional<int> level_after) {
    Mark mark;
    mark.id = id(900);
    mark.channel = channel;
    mark.area = left_calf;
    mark.regions = atlas().area(left_calf)->regions;
    mark.level = level;
    mark.level_after = level_after;
    mark.note = "worse uphill";
    mark.made_at = test::at(-20'000);
    return mark;
}

Document carried(const Mark &from, Trend trend) {
    return after(opened(), CarryMark{id(50), from, trend, test::at(2)});
}

AddMark painted(std::uint64_t number) {
    AddMark mark = test::mark(number, left_calf, Channel::pain);
    mark.regions = {atlas().area(left_calf)->regions.front(),
                    atlas().area("thigh_hamstrings.l")->regions.front()};
    mark.paint = {{{93.1234F, 300.06F, -80}, 12.34F}, {{95, 310, -81}, 12}};
    return mark;
}

} // namespace

TEST_CASE("a mark that is still the same keeps the number with which last session began") {
    const Document same = carried(last_mark(Channel::pain, 6, 4), Trend::same);
    REQUIRE(same.marks.size() == 1);
    CHECK(same.marks[0].id == id(50));
    CHECK(same.marks[0].carried_from == id(900));
    CHECK(same.marks[0].level == 6);
    CHECK(same.marks[0].level_last == 6);
    CHECK_FALSE(same.marks[0].level_after);
    CHECK(same.marks[0].trend == Trend::same);
    CHECK(same.marks[0].note == "worse uphill");
    CHECK(same.marks[0].made_at == test::at(2));
}

TEST_CASE("better and worse wait for a number, and the number has the last word") {
    const Document worse = carried(last_mark(Channel::pain, 4, {}), Trend::worse);
    CHECK_FALSE(worse.marks[0].level);
    CHECK(worse.marks[0].level_last == 4);
    const auto with_level = [&](int level) {
        return after(worse, SetMarkLevel{id(50), level}).marks[0].trend;
    };
    CHECK(with_level(6) == Trend::worse);
    CHECK(with_level(4) == Trend::same);
    CHECK(with_level(2) == Trend::better);
    CHECK(with_level(0) == Trend::gone);
}

TEST_CASE("an answer about a mark of last time can be changed and stays one mark") {
    const Mark from = last_mark(Channel::tight, 7, {});
    Document document = carried(from, Trend::worse);
    document = after(document, CarryMark{id(51), from, Trend::gone, test::at(3)});
    REQUIRE(document.marks.size() == 1);
    CHECK(document.marks[0].id == id(50));
    CHECK(document.marks[0].level == 0);
    CHECK(document.marks[0].trend == Trend::gone);
}

TEST_CASE("a place to avoid is released, not marked, when that is over") {
    const Mark from = last_mark(Channel::avoid, {}, {});
    Document document = carried(from, Trend::same);
    CHECK(document.marks.at(0).channel == Channel::avoid);
    CHECK_FALSE(document.marks[0].level);
    document = after(document, CarryMark{id(51), from, Trend::gone, test::at(3)});
    CHECK(document.marks.empty());
    CHECK(document.released == std::vector{id(900)});
    document = after(document, CarryMark{id(51), from, Trend::same, test::at(4)});
    CHECK(document.marks.size() == 1);
    CHECK(document.released.empty());
}

TEST_CASE("copies know nothing of last time") {
    Document document = carried(last_mark(Channel::pain, 6, 4), Trend::same);
    document = after(document, CopyMarkToOtherSide{id(50), id(60), test::at(3)});
    document = after(document, CopyMarkTo{id(50), id(61), "thigh_hamstrings.r", test::at(3)});
    REQUIRE(document.marks.size() == 3);
    CHECK(document.marks[1].area == right_calf);
    CHECK(document.marks[2].area == "thigh_hamstrings.r");
    CHECK(document.marks[2].regions == atlas().area("thigh_hamstrings.r")->regions);
    for (std::size_t copy : {std::size_t{1}, std::size_t{2}}) {
        CHECK(document.marks[copy].level == 6);
        CHECK(document.marks[copy].note == "worse uphill");
        CHECK(document.marks[copy].carried_from.empty());
        CHECK_FALSE(document.marks[copy].trend);
    }
}

TEST_CASE("paint is kept in tenths of a millimetre, and reaches over areas") {
    const Document document = after(opened(), painted(10));
    const std::vector<Dab> &paint = document.marks.at(0).paint;
    REQUIRE(paint.size() == 2);
    CHECK(paint[0].point.x == 93.1F);
    CHECK(paint[0].point.y == 300.1F);
    CHECK(paint[0].radius_mm == 12.3F);
    const auto loaded = from_json(to_json(document), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == document);
    CHECK(to_json(document).find("93.1,") != std::string::npos);
}

TEST_CASE("several spots of one area can be painted") {
    Document document = after(opened(), painted(10));
    document = after(document, painted(11));
    document = after(document, test::mark(12, left_calf, Channel::pain));
    CHECK(document.marks.size() == 3);
    CHECK(refusal(document, test::mark(13, left_calf, Channel::pain)).find("already has a mark") !=
          std::string::npos);
}

TEST_CASE("paint moves to the other side with its mark") {
    const Document document = after(after(opened(), painted(10)), MirrorMark{id(10)});
    CHECK(document.marks.at(0).area == right_calf);
    CHECK(document.marks[0].paint.at(0).point.x == -93.1F);
    CHECK(document.marks[0].paint[0].point.y == 300.1F);
    CHECK(after(document, MirrorMark{id(10)}).marks[0].paint ==
          after(opened(), painted(10)).marks[0].paint);
}

TEST_CASE("paint that no body could have is refused") {
    const auto refused = [](Dab dab) {
        AddMark mark = painted(10);
        mark.paint = {dab};
        return refusal(opened(), mark).find("within 5 m") != std::string::npos;
    };
    CHECK(refused({{0, 6000, 0}, 10}));
    CHECK(refused({{0, 0, 0}, 0}));
    CHECK(refused({{0, 0, 0}, 201}));
    CHECK(refused({{std::nanf(""), 0, 0}, 10}));
    AddMark much = painted(10);
    much.paint.resize(20'001, much.paint.front());
    CHECK(refusal(opened(), much).find("more than 20000") != std::string::npos);
}

TEST_CASE("what a client answers is kept and survives a save, a load and a log") {
    Event race;
    race.start = test::at(3000);
    race.hour_known = true;
    race.name = "50 km";
    const std::vector<Command> log{
        test::open_session(),
        SetLanguage{"es"},
        SetGoal{Goal::sore_place},
        SetRunSoon{RunSoon::this_weekend, race},
        SetNextTraining{NextTraining::at_event},
        SetExperience{Experience::first_time},
        SetHealthAnswer{"RF5", true, false},
        SetHealthAnswer{"RF6", true, true},
        SetDiagnosis{{"a strain", "Dr. Ito", "in spring", {}}},
        SetPressure{3},
        SetAgreement{"stop", "I can say stop.", test::at(5)},
        CarryMark{id(50), last_mark(Channel::pain, 6, 4), Trend::better, test::at(2)},
        painted(10),
    };
    const auto document = replay({}, log, atlas());
    REQUIRE(document.ok());
    const Intake &intake = document->intake;
    CHECK(document->language == "es");
    CHECK(intake.goal == Goal::sore_place);
    CHECK(intake.run_soon == RunSoon::this_weekend);
    CHECK(intake.event == race);
    CHECK(intake.next_training == NextTraining::at_event);
    CHECK(intake.experience == Experience::first_time);
    CHECK(intake.health_asked == std::set<std::string>{"RF5", "RF6"});
    CHECK(intake.health_yes == std::set<std::string>{"RF6"});
    CHECK(intake.diagnosis.by == "Dr. Ito");
    CHECK(intake.pressure == 3);
    REQUIRE(intake.agreements.size() == 1);
    CHECK(intake.agreements[0].at == test::at(5));

    const auto loaded = from_json(to_json(*document), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == *document);
    const auto lines = commands_from_json_lines(to_json_lines(log));
    REQUIRE(lines.ok());
    const auto replayed = replay({}, *lines, atlas());
    REQUIRE(replayed.ok());
    CHECK(*replayed == *document);
}

TEST_CASE("answers can be taken back") {
    Document document = after(opened(), SetHealthAnswer{"RF6", true, true});
    document = after(document, SetHealthAnswer{"RF6", true, false});
    CHECK(document.intake.health_yes.empty());
    CHECK(document.intake.health_asked.size() == 1);
    document = after(document, SetAgreement{"stop", "I can say stop.", test::at(5)});
    document = after(document, SetAgreement{"stop", "", {}});
    CHECK(document.intake.agreements.empty());
    CHECK(refusal(document, SetPressure{6}).find("from 1 to 5") != std::string::npos);
}
