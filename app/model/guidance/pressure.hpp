/// How much pressure is allowed, for the client as a whole and at one place: the one home of these
/// rules (PRS-R2, CON-R1, S7, S20).
#pragma once

#include "model/guidance/health.hpp"

#include <span>

namespace app {

/// The highest pressure that this client can have, and why it is not 5.
struct PressureCap {
    enum class Reason : std::uint8_t { none, race, after_race, health };
    int level = 5;
    Reason reason = Reason::none;
    friend bool operator==(const PressureCap &, const PressureCap &) = default;
};

inline constexpr int cap_before_race = 3, cap_after_race = 2;
inline constexpr int cap_before_race_h = 48, cap_after_race_h = 24;

/// At most 3 within 48 hours before a race, 2 within 24 hours after one, less where health asks for
/// it. `past`: the client's earlier sessions, oldest first. Judged at `at` ...
PressureCap pressure_cap(const HealthQuestions &health, const Document &document,
                         std::span<const Document> past, engine::Timestamp at);
/// ... or at the appointment's start.
PressureCap pressure_cap(const HealthQuestions &health, const Document &document,
                         std::span<const Document> past = {});
/// What the client wishes; none when it was chosen before something lowered the cap below it: then
/// it has to be asked again.
std::optional<int> pressure_wish(const HealthQuestions &health, const Document &document,
                                 std::span<const Document> past = {});

/// How careful hands have to be with these structures of an area; without any: with all of it.
/// no_contact: the skin there belongs to such structures only. caution: one of them asks for it.
Contact contact_of(const Atlas &atlas, const Area &area, std::span<const std::string> regions = {});
/// What of the cap is left at a place: 3 with caution, 0 (notes only) without contact.
int pressure_cap_at(const PressureCap &cap, Contact contact);

} // namespace app
