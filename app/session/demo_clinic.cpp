#include "session/demo_clinic.hpp"

#include "base/uuid.hpp"
#include "model/session/update.hpp"
#include "session/demo_stories.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr std::int64_t ms_a_minute = 60'000;
constexpr std::int64_t days_between_visits = 14;
/// Any fixed value: the ids of the examples must be the same on every computer.
constexpr std::uint64_t id_seed = 20261120;

engine::Timestamp later(engine::Timestamp from, std::int64_t minutes) {
    from.unix_ms += minutes * ms_a_minute;
    return from;
}

/// Turns stories into the commands that people would have given.
class Scribe {
  public:
    explicit Scribe(const HomeworkCatalog &catalog) : catalog_(catalog) {}

    std::string new_id(engine::Timestamp at) {
        const std::uint64_t a = random_();
        return engine::uuid7(at.unix_ms, a, random_());
    }

    std::vector<Command> commands(const Story &story, const ClientRef &client, std::size_t visit_no,
                                  engine::Timestamp start) {
        const StoryVisit &visit = story.visits[visit_no];
        log_.clear();
        open(story, client, visit_no, start);
        std::vector<std::string> mark_ids;
        for (const StoryMark &mark : visit.marks)
            mark_ids.push_back(add_mark(mark, later(start, -10)));
        if (visit.marked)
            log_.push_back(FinishMarking{true});
        if (visit.closed)
            treat_and_close(visit, mark_ids, later(start, story.minutes));
        return std::move(log_);
    }

  private:
    void open(const Story &story, const ClientRef &client, std::size_t visit_no,
              engine::Timestamp start) {
        Appointment appointment;
        appointment.start = start;
        appointment.minutes = story.minutes;
        appointment.kind = visit_no == 0 ? story.first_kind : SessionKind::regular;
        appointment.room = story.room;
        log_.push_back(OpenSession{client, appointment, practice(), new_id(start)});
    }

    static Practice practice() {
        return {.clinic = "Runners' Clinic (example)",
                .therapist = "Tom Reyes, LMT",
                .licence = "000000 (example)"};
    }

    std::string add_mark(const StoryMark &mark, engine::Timestamp at) {
        const std::string id = new_id(at);
        log_.push_back(AddMark{id, mark.area, {}, mark.channel, Author::client, Phase::before, at});
        if (mark.level)
            log_.push_back(SetMarkLevel{id, *mark.level});
        for (const Quality quality : mark.qualities)
            log_.push_back(SetMarkQuality{id, quality, true});
        if (mark.since)
            log_.push_back(SetMarkSince{id, mark.since});
        if (!mark.note.empty())
            log_.push_back(SetMarkNote{id, mark.note});
        return id;
    }

    void treat_and_close(const StoryVisit &visit, const std::vector<std::string> &mark_ids,
                         engine::Timestamp end) {
        for (const StoryFocus &focus : visit.focus) {
            log_.push_back(AddFocus{focus.area, focus.minutes});
            if (!focus.note.empty())
                log_.push_back(SetFocusNote{focus.area, focus.note});
        }
        for (std::size_t i = 0; i < visit.marks.size(); ++i)
            if (visit.marks[i].after)
                log_.push_back(SetMarkLevelAfter{mark_ids[i], *visit.marks[i].after});
        log_.push_back(SetNote{visit.note});
        log_.push_back(SetQuestion{visit.question});
        for (const StoryExercise &given : visit.homework) {
            const Exercise *exercise = catalog_.find(given.exercise);
            engine::check(exercise, "the stories use exercises of the catalogue");
            log_.push_back(AddHomework{new_id(end), exercise->id, exercise->name, given.area,
                                       exercise->dose, how_words(*exercise)});
        }
        log_.push_back(SetConsent{later(end, 4)});
        log_.push_back(Sign{practice().therapist, practice().licence, later(end, 5)});
    }

    const HomeworkCatalog &catalog_;
    std::mt19937_64 random_{id_seed};
    std::vector<Command> log_;
};

engine::Timestamp start_of_visit(const Story &story, std::size_t visit_no,
                                 engine::Timestamp today) {
    engine::Calendar day = engine::calendar(today);
    day.hour = story.hour;
    day.minute = story.minute;
    day.second = 0;
    const auto visits_ago = static_cast<std::int64_t>(story.visits.size() - 1 - visit_no);
    return later(engine::timestamp(day, today.offset_minutes),
                 -visits_ago * days_between_visits * 24 * 60);
}

} // namespace

engine::Result<engine::Done> create_demo_clinic(Store &store, const Atlas &atlas,
                                                const HomeworkCatalog &catalog,
                                                engine::Timestamp today) {
    Scribe scribe{catalog};
    for (const Story &story : demo_stories()) {
        ClientRef client;
        client.id = scribe.new_id(start_of_visit(story, 0, today));
        client.name = story.name;
        client.born = story.born;
        client.example = true;
        for (std::size_t visit = 0; visit < story.visits.size(); ++visit) {
            const engine::Timestamp start = start_of_visit(story, visit, today);
            const auto session = replay({}, scribe.commands(story, client, visit, start), atlas);
            if (!session)
                return session.error();
            if (const auto saved = store.save(*session); !saved)
                return saved.error();
        }
    }
    return engine::Done{};
}

engine::Result<engine::Done> set_example_pin(Store &store) {
    const auto usual = store.change_settings([](ClinicSettings &settings) {
        settings = {};
        settings.protection_asked = true; // examples are no secret
    });
    if (!usual)
        return usual.error();
    if (!usual->done)
        return usual->done.error();
    const auto chosen = store.choose_pin(std::string(example_pin), quick_pin_limits, true);
    if (!chosen)
        return chosen.error();
    return store.keep_tablet({});
}

} // namespace app
