/// What is planned, done, felt and written down in a session, from the plan to day 3. Plain values.
#pragma once

#include "model/session/mark.hpp"

namespace app {

enum class Outcome : std::uint8_t { done, skipped };

/// Time for one part of the body: a focus area, or what is left of a main zone (main_zones.hpp)
/// around its focus areas. All of them together are the whole body (rule S12).
struct PlanItem {
    std::string part;                      ///< atlas area id, or id of a main zone; one item each
    int minutes = 10;                      ///< 1..180; a zone may have 0, by the client's wish only
    std::string note = {};                 ///< the therapist's words
    std::vector<std::string> regions = {}; ///< the structures that are meant; none: all of it
    bool locked = false;                   ///< set by hand: a new proposal leaves the minutes alone
    int place = 0;                         ///< in the order of work; the plan is sorted by it
    int spent_s = 0;                       ///< worked on it until it was last left or paused
    std::optional<Outcome> outcome = {};   ///< none: still to do
    std::optional<int> pressure = {};      ///< that was used, 1..5 (rules PRS)
    std::vector<std::string> techniques = {}; ///< as the clinic lists them
    Unknown unknown = {};
    friend bool operator==(const PlanItem &, const PlanItem &) = default;
};

/// The clock of the treatment. It holds points in time only, so it goes on by itself after the
/// program or the power was off: see treatment_clock.hpp.
struct Treatment {
    engine::Timestamp started;
    std::string part;                               ///< of the item now; empty: none
    std::optional<engine::Timestamp> running_since; ///< none: paused
    std::optional<engine::Timestamp> ended;
    bool stopped_by_client = false; ///< the client said stop
    Unknown unknown;
    friend bool operator==(const Treatment &, const Treatment &) = default;
};

enum class Said : std::uint8_t { too_much, good, more, stop };

/// What the client said on the table (S14), or how it feels: 0 no trouble .. 10 (PRS-R1).
struct Feedback {
    std::string id; ///< UUIDv7
    engine::Timestamp at;
    std::string part; ///< of the plan; may be empty
    std::optional<Said> said = {};
    std::optional<int> comfort = {}; ///< 0..10
    Unknown unknown = {};
    friend bool operator==(const Feedback &, const Feedback &) = default;
};

enum class Temperature : std::uint8_t { cool, warm };

/// What the therapist feels by hand (S16): a finding, never a diagnosis.
struct Finding {
    std::string id;     ///< UUIDv7
    std::string area;   ///< atlas area id ...
    std::string region; ///< ... and a structure in or beneath it; empty: the area as a whole
    bool tight = false, restricted = false, guarded = false;
    std::optional<int> tender = {}; ///< 0..4, the grades 0 to IV
    std::optional<Temperature> temperature = {};
    std::string note = {};
    engine::Timestamp at;
    Unknown unknown = {};
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// The note in the usual four parts; `response` is what changed, not a diagnosis.
struct SoapNote {
    std::string subjective, objective, response, plan;
    Unknown unknown;
    friend bool operator==(const SoapNote &, const SoapNote &) = default;
};

/// The level of one mark on day 3, asked after the session was signed (S37).
struct FollowUpAnswer {
    std::string mark;   ///< id
    int level = 0;      ///< 0..10
    bool better = true; ///< the client's own yes or no
    engine::Timestamp at;
    Unknown unknown = {};
    friend bool operator==(const FollowUpAnswer &, const FollowUpAnswer &) = default;
};

} // namespace app
