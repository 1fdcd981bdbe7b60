/// What a client answers before the session, beside the map. Plain values; nothing is a diagnosis.
#pragma once

#include "model/session/mark.hpp"

namespace app {

enum class Goal : std::uint8_t { loosen_up, recover, sore_place, relax };
enum class RunSoon : std::uint8_t { none, this_weekend, next_week, later };
enum class EventKind : std::uint8_t { race, long_run };
enum class NextTraining : std::uint8_t { later_today, tomorrow, at_event, unknown };
enum class Experience : std::uint8_t { first_time, used_to_it };

/// The race or long run that comes next.
struct Event {
    EventKind kind = EventKind::race;
    engine::Timestamp start;
    bool hour_known = false; ///< false: only the day of `start` was given
    std::string name;        ///< "50 km"; may be empty
    Unknown unknown;
    friend bool operator==(const Event &, const Event &) = default;
};

/// A name that somebody else gave to a complaint. Only ever the client's report (S36).
struct StatedDiagnosis {
    std::string words, by, when;
    Unknown unknown;
    bool empty() const { return words.empty() && by.empty() && when.empty(); }
    friend bool operator==(const StatedDiagnosis &, const StatedDiagnosis &) = default;
};

/// A line that the client has agreed to, as it read then.
struct Agreement {
    std::string id, text;
    engine::Timestamp at;
    Unknown unknown;
    friend bool operator==(const Agreement &, const Agreement &) = default;
};

struct Intake {
    std::optional<Goal> goal;
    std::optional<RunSoon> run_soon;
    std::optional<Event> event;
    std::optional<NextTraining> next_training;
    std::optional<Experience> experience;
    std::set<std::string> health_asked; ///< ids of health questions (health.hpp) that were answered
    std::set<std::string> health_yes;   ///< of those, the ones that fit
    StatedDiagnosis diagnosis;
    std::optional<int> pressure; ///< wish, 1..5
    std::vector<Agreement> agreements;
    Unknown unknown;
    friend bool operator==(const Intake &, const Intake &) = default;
};

} // namespace app
