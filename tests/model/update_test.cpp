#include "catch.hpp"
#include "changes.hpp"
#include "model/session/document_json.hpp"
#include "model/session/history.hpp"
#include "model/session/merge.hpp"

#include <random>

using namespace app;
using test::after;
using test::atlas;
using test::has;
using test::id;
using test::refusal;

namespace {

/// Any command with any small values, right or wrong.
Command random_command(std::mt19937 &random) {
    const auto upto = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    const std::string mark = id(static_cast<std::uint64_t>(10 + upto(5)));
    const Area &area = atlas().areas()[static_cast<std::size_t>(upto(9))];
    switch (upto(12)) {
    case 0:
    case 1:
        return test::mark(static_cast<std::uint64_t>(10 + upto(5)), area.id,
                          static_cast<Channel>(upto(2)));
    case 2:
    case 3:
        return SetMarkLevel{mark, upto(12) - 1};
    case 4:
        return SetMarkChannel{mark, static_cast<Channel>(upto(2))};
    case 5:
        return SetMarkQuality{mark, static_cast<Quality>(upto(7)), upto(1) == 1};
    case 6:
        return MirrorMark{mark};
    case 7:
        return CopyMarkToOtherSide{mark, id(static_cast<std::uint64_t>(10 + upto(5))),
                                   test::at(upto(60))};
    case 8:
        return RemoveMark{mark};
    case 9:
        return AddFocus{area.id, upto(30)};
    case 10:
        return SetNote{std::string(static_cast<std::size_t>(upto(3)), 'n')};
    case 11:
        return AddHomework{id(static_cast<std::uint64_t>(20 + upto(3))), "x", "X", "", Dose{}};
    default:
        return FinishMarking{upto(1) == 1};
    }
}

} // namespace

TEST_CASE("a mark starts with all regions of its area") {
    const Document document = test::example();
    CHECK(document.marks[0].regions == atlas().area("lower_leg_calf.l")->regions);
    auto inner = test::mark(13, "lower_leg_calf.r", Channel::pain);
    inner.regions = {"gastrocnemius_medial.r"};
    inner.author = Author::therapist;
    CHECK(after(document, inner).marks.back().regions == inner.regions);
}

TEST_CASE("a change of the channel drops what does not belong to it") {
    const Document pain = test::example();
    const Document tight = after(pain, SetMarkChannel{id(10), Channel::tight});
    CHECK(find_mark(tight, id(10))->qualities.empty());
    CHECK(find_mark(tight, id(10))->level == 6);
    const Document avoid = after(pain, SetMarkChannel{id(10), Channel::avoid});
    CHECK_FALSE(find_mark(avoid, id(10))->level.has_value());
    CHECK_FALSE(find_mark(avoid, id(10))->level_after.has_value());
}

TEST_CASE("a mark moves to the other side and back, and can be there on both") {
    const Document document = test::example();
    const Document moved = after(document, MirrorMark{id(10)});
    CHECK(find_mark(moved, id(10))->area == "lower_leg_calf.r");
    CHECK(find_mark(moved, id(10))->regions == atlas().area("lower_leg_calf.r")->regions);
    CHECK(after(moved, MirrorMark{id(10)}) == document);
    const Document both = after(document, CopyMarkToOtherSide{id(10), id(14), test::at(2)});
    CHECK(both.marks.size() == 4);
    CHECK(find_mark(both, id(14))->area == "lower_leg_calf.r");
    CHECK(find_mark(both, id(14))->level == 6);
}

TEST_CASE("what cannot be is refused with a sentence") {
    const Document document = test::example();
    CHECK(has(refusal(document, SetMarkLevel{id(10), 11}), "from 0 to 10"));
    CHECK(has(refusal(document, SetMarkLevel{id(12), 3}), "has no level"));
    CHECK(has(refusal(document, SetMarkLevel{id(99), 3}), "not there any more"));
    CHECK(has(refusal(document, SetMarkQuality{id(11), Quality::ache, true}), "Only pain"));
    auto finding = test::mark(15, "no_such_area", Channel::tight);
    finding.author = Author::therapist;
    CHECK(has(refusal(document, finding), "no area"));
    finding.area = "lower_leg_calf.l";
    finding.id = id(10);
    CHECK(has(refusal(document, finding), "same id"));
    const Document before = after(document, FinishMarking{false});
    CHECK(has(refusal(before, test::mark(15, "lower_leg_calf.l", Channel::pain)),
              "already has a mark"));
    CHECK(has(refusal(document, test::mark(15, "knee_knee.l", Channel::pain)), "finished marking"));
    const Document middle = after(before, test::mark(16, "chest_breastbone", Channel::pain));
    CHECK(has(refusal(middle, MirrorMark{id(16)}), "no other side"));
    CHECK(has(refusal(document, AddFocus{"lower_leg_calf.l", 5}), "already"));
    CHECK(has(refusal(document, SetMinutes{"lower_leg_calf.l", 0}), "from 1 to 180"));
    CHECK(has(refusal(document, SetDose{id(20), Dose{.sets = 11}}), "from 1 to 10"));
    CHECK(has(refusal(document, SetNote{"\xFF"}), "cannot be shown"));
    CHECK(has(refusal(document, test::open_session()), "already open"));
    CHECK(has(refusal({}, SetNote{"x"}), "No session is open"));
    const Document closed = after(document, Sign{"Tom Reyes, LMT", "204417", test::at(70)});
    CHECK(has(refusal(closed, SetNote{"x"}), "closed"));
}

TEST_CASE("minutes of the whole body are what the focus areas leave") {
    const Document document = test::example();
    CHECK(whole_body_minutes(document) == 34);
    CHECK(whole_body_minutes(after(document, AddFocus{"knee_knee.l", 50})) == -16);
}

TEST_CASE("undo takes back exactly what was done, whatever was done") {
    std::mt19937 random{7};
    int done = 0, refused = 0;
    for (int run = 0; run < 20; ++run) {
        History history;
        Document now = replay({}, std::vector<Command>{test::open_session()}, atlas()).value();
        std::vector<Document> seen{now};
        for (int step = 0; step < 40; ++step) {
            const auto next = update(now, random_command(random), atlas());
            ++(next ? done : refused);
            if (!next || *next == now)
                continue;
            CHECK(problems(to_json(*next), atlas()).empty());
            CHECK(from_json(to_json(*next), atlas()).value() == *next);
            history.push(now, *next);
            now = *next;
            seen.push_back(now);
        }
        for (std::size_t i = seen.size() - 1; i > 0; --i) {
            CHECK(now == seen[i]);
            const auto &[before, then] = history.to_undo();
            now = after(now, Restore{difference(then, before)});
            history.undo();
        }
        CHECK(now == seen.front());
        CHECK_FALSE(history.can_undo());
        while (history.can_redo()) {
            const auto &[before, then] = history.to_redo();
            now = after(now, Restore{difference(before, then)});
            history.redo();
        }
        CHECK(now == seen.back());
    }
    CHECK(done > 300);
    CHECK(refused > 100);
}

TEST_CASE("a drag is one step, and its end begins a new one") {
    History history;
    Document now = test::example();
    const auto level = [&](int value) {
        Document next = after(now, SetMarkLevel{id(10), value});
        history.push(now, next, "level 10");
        now = std::move(next);
    };
    level(7);
    level(8);
    history.end_gesture();
    level(9);
    CHECK(history.position() == 2);
    CHECK(history.to_undo().before == after(test::example(), SetMarkLevel{id(10), 8}));
    history.undo();
    CHECK(history.to_undo().before == test::example());
    CHECK(history.can_redo());
    history.push(now, now);
    CHECK(history.can_redo());
    level(3); // the undone step is gone, and the step before is not replaced
    CHECK_FALSE(history.can_redo());
    CHECK(history.position() == 2);
}
