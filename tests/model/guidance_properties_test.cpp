// What holds for any session whatever: nothing makes a warning vanish on the way to a race, more
// reasons for care never allow more pressure, and every card can be read.

#include "guidance_cases.hpp"

#include <random>

using namespace app;
using test::cards;
using test::day;

namespace {

class Sessions {
  public:
    explicit Sessions(unsigned seed) : random_(seed) {}

    int upto(int most) { return static_cast<int>(random_() % static_cast<unsigned>(most + 1)); }
    bool coin() { return upto(1) == 1; }

    Document any(std::uint64_t number) {
        Document document = test::visit(test::later(test::race_start(), -upto(20 * 24 * 60)));
        document.id = test::id(number);
        if (coin())
            document.intake.experience = static_cast<Experience>(upto(1));
        else
            document.intake.experience.reset();
        if (coin())
            document.intake.next_training = static_cast<NextTraining>(upto(3));
        if (coin())
            document.intake.pressure = 1 + upto(4);
        if (coin())
            document.intake.diagnosis.words = "runner's knee";
        document.appointment.kind = static_cast<SessionKind>(upto(2));
        document.stage = static_cast<Stage>(upto(2));
        for (const HealthQuestion &question : test::health().all())
            if (upto(9) == 0)
                document.intake.health_yes.insert(question.id);
        add_event(document);
        add_marks(document);
        add_plan(document);
        return document;
    }

    std::vector<Document> past() {
        std::vector<Document> sessions;
        for (int i = upto(3); i > 0; --i) {
            sessions.push_back(any(static_cast<std::uint64_t>(100 + i)));
            sessions.back().appointment.start =
                test::later(test::race_start(), -(20 + 10 * i) * day);
        }
        return sessions;
    }

  private:
    void add_event(Document &document) {
        if (upto(5) == 0)
            return;
        document.intake.event = test::race(test::race_start(), coin());
        document.intake.event->start.offset_minutes = 60 * (upto(24) - 11);
        if (upto(3) == 0)
            document.intake.event->kind = EventKind::long_run;
    }

    void add_marks(Document &document) {
        const auto areas = test::atlas().areas();
        for (int i = upto(6); i > 0; --i) {
            const Area &area = areas[random_() % areas.size()];
            Mark mark = test::pain(static_cast<std::uint64_t>(10 + i), area.id.c_str(), upto(10));
            mark.channel = static_cast<Channel>(upto(2));
            mark.since = static_cast<Since>(upto(3));
            if (coin())
                mark.level_last = upto(10);
            document.marks.push_back(mark);
            if (coin())
                document.follow_up.push_back({.mark = mark.id,
                                              .level = upto(10),
                                              .better = coin(),
                                              .at = test::race_start()});
        }
    }

    void add_plan(Document &document) {
        const auto areas = test::atlas().areas();
        for (int i = upto(4); i > 0; --i)
            document.plan.push_back({.part = areas[random_() % areas.size()].id,
                                     .minutes = 1 + upto(20),
                                     .techniques = coin()
                                                       ? std::vector<std::string>{"Friction"}
                                                       : std::vector<std::string>{"Effleurage"}});
    }

    std::mt19937 random_;
};

constexpr int sessions = 400;

/// Rules that look at a coming race.
bool is_about_race(const Advice &advice) {
    return advice.rule == "S7" || advice.rule == "S9" || advice.rule == "S19";
}

} // namespace

TEST_CASE("closer to the race no warning goes, no stop becomes less, and no cap rises") {
    Sessions any(1);
    for (int i = 0; i < sessions; ++i) {
        Document document = any.any(1);
        const auto past = any.past();
        document.intake.event = test::race(test::race_start(), any.coin());
        const std::int64_t end = document.intake.event->hour_known ? 0 : -9 * 60;
        std::int64_t minutes = -20 * day;
        std::vector<Advice> before;
        int cap = 5;
        while (minutes <= end) {
            document.appointment.start = test::later(test::race_start(), minutes);
            const auto now = cards(document, past);
            for (const Advice &advice : before)
                if (is_about_race(advice) && advice.severity <= Severity::warning) {
                    INFO(advice.rule << " " << advice.title << " at " << minutes);
                    CHECK(std::ranges::any_of(now, [&](const Advice &other) {
                        return other.rule == advice.rule && other.severity <= advice.severity;
                    }));
                }
            CHECK((test::blocks(before) ? test::blocks(now) : true));
            CHECK(test::cap_of(document, past) <= cap);
            cap = test::cap_of(document, past);
            before = now;
            minutes += 1 + any.upto(24 * 60);
        }
    }
}

TEST_CASE("one more yes never allows more, and takes no stop away") {
    Sessions any(2);
    for (int i = 0; i < sessions; ++i) {
        Document document = any.any(1);
        const auto past = any.past();
        const auto before = cards(document, past);
        const int cap = test::cap_of(document, past);
        const auto &questions = test::health().all();
        document.intake.health_yes.insert(
            questions[static_cast<std::size_t>(any.upto(static_cast<int>(questions.size()) - 1))]
                .id);
        CHECK(test::cap_of(document, past) <= cap);
        const auto after = cards(document, past);
        CHECK((test::blocks(before) ? test::blocks(after) : true));
        for (const Advice &advice : before)
            for (const std::string &area : advice.blocked_areas)
                CHECK(std::ranges::any_of(after, [&](const Advice &other) {
                    return std::ranges::count(other.blocked_areas, area) > 0;
                }));
    }
}

TEST_CASE("the cards are the same each time, sorted, and can be read") {
    // Neither a diagnosis nor a myth, in any word of ours.
    const std::vector<std::string> forbidden{"knot",      "fix",          "cure",
                                             "toxin",     "lactic",       "no pain",
                                             "diagnosed", "fibromyalgia", "improves performance"};
    Sessions any(3);
    for (int i = 0; i < sessions; ++i) {
        const Document document = any.any(1);
        const auto past = any.past();
        const auto all = cards(document, past);
        CHECK(all == cards(document, past));
        CHECK(std::ranges::is_sorted(all, {}, &Advice::severity));
        for (const Advice &advice : all) {
            INFO(advice.rule << ": " << advice.title << " | " << advice.reason << " | "
                             << advice.action);
            CHECK_FALSE(advice.rule.empty());
            CHECK_FALSE(advice.title.empty());
            CHECK(advice.reason.ends_with('.'));
            CHECK(advice.reason.find(". ") == std::string::npos); // one sentence
            CHECK(advice.action.ends_with('.'));
            for (const std::string &word : forbidden)
                for (const std::string *text : {&advice.title, &advice.reason, &advice.action})
                    CHECK_FALSE(test::has(*text, word));
            if (advice.severity != Severity::stop)
                CHECK_FALSE(advice.blocks_session);
        }
    }
}

TEST_CASE("a cap on a card is never above the cap of the session") {
    Sessions any(4);
    for (int i = 0; i < sessions; ++i) {
        const Document document = any.any(1);
        const auto past = any.past();
        int lowest = 5;
        for (const Advice &advice : cards(document, past))
            if (advice.areas.empty())
                lowest = std::min(lowest, advice.pressure_cap.value_or(5));
        CHECK(lowest == test::cap_of(document, past));
    }
}
