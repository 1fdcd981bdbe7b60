/// One place that was marked on the body, and what was said of it. Plain values.
#pragma once

#include "base/time.hpp"
#include "model/text/unknown.hpp"

#include <glm/vec3.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

enum class Channel : std::uint8_t { pain, tight, avoid };
enum class Author : std::uint8_t { client, therapist };
enum class Phase : std::uint8_t { before, during, after, follow_up };
enum class Quality : std::uint8_t { ache, sharp, burning, tingling, numb, cramp, throbbing, stiff };
enum class Since : std::uint8_t { today, this_week, weeks, months };
/// What became of a place since the last session, as the client says.
enum class Trend : std::uint8_t { same, better, worse, gone };

/// One touch of the brush: all skin within the radius, measured along the skin.
struct Dab {
    glm::vec3 point{0}; ///< mm on the skin of the neutral figure, in tenths
    float radius_mm = 0;
    friend bool operator==(const Dab &, const Dab &) = default;
};

struct Mark {
    std::string id; ///< UUIDv7
    Channel channel = Channel::pain;
    std::string area; ///< atlas area id
    /// Atlas region ids, at least one: what the mark covers, of the area or deep beneath it.
    std::vector<std::string> regions;
    std::optional<int> level;       ///< 0..10 (NRS-R1); none yet, and none for avoid
    std::optional<int> level_after; ///< 0..10, asked after treatment
    std::set<Quality> qualities;    ///< pain only
    std::optional<Since> since;
    std::string note;
    /// The exact spot; `area` is then where most of it lies and `regions` all that it touches.
    /// Empty: the mark covers its regions as a whole.
    std::vector<Dab> paint;
    std::string carried_from;      ///< id of the mark of the last session that it goes on from
    std::optional<int> level_last; ///< of that mark, when that session began
    std::optional<Trend> trend;    ///< against that mark
    Author author = Author::client;
    Phase phase = Phase::before;
    engine::Timestamp made_at;
    Unknown unknown;
    friend bool operator==(const Mark &, const Mark &) = default;
};

} // namespace app
