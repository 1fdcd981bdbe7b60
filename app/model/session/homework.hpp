/// What a client is to do at home, as it was given. Plain values.
#pragma once

#include "model/session/mark.hpp"

namespace app {

enum class HomeworkSide : std::uint8_t { left, right };

struct Dose {
    int sets = 1;        ///< 1..10
    int repeats = 1;     ///< 1..50
    int hold_s = 0;      ///< 0..1800, 0: no hold
    int rest_s = 0;      ///< 0..600 between sets, 0: as it feels
    int times_a_day = 1; ///< 1..10
    int days_a_week = 7; ///< 1..7
    int weeks = 4;       ///< 1..52
    int max_pain = 3;    ///< stop above this level, 0..10 (EXR-R1)
    friend bool operator==(const Dose &, const Dose &) = default;
};

struct HomeworkItem {
    std::string id;       ///< UUIDv7
    std::string exercise; ///< homework catalogue id
    std::string name;     ///< as it read when it was given
    std::string area;     ///< atlas area id it is meant for; may be empty
    Dose dose;
    std::string note;
    std::optional<HomeworkSide> side = {}; ///< left or right; none: both sides, or no side at all
    std::string stop_rule = {}; ///< when to stop, beside the level; empty: the usual words
    std::string how = {};       ///< what to mind while doing it, as it read when it was given
    Unknown dose_unknown;       ///< of the object "dose"
    Unknown unknown;
    friend bool operator==(const HomeworkItem &, const HomeworkItem &) = default;
};

} // namespace app
