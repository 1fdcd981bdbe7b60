/// The people who work in the clinic, and what their cards say to clients (rules S23 to S26).
#pragma once

#include "model/session/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// Another professional to whom clients can be referred (S26).
struct Tie {
    std::string name, profession;
    std::string contact; ///< phone, e-mail or address
    Unknown unknown = {};
    friend bool operator==(const Tie &, const Tie &) = default;
};

struct TherapistProfile {
    std::string id; ///< UUIDv7
    std::string name;
    std::string training;                 ///< where, what, how many hours
    std::optional<int> years = {};        ///< in practice, 0..80; none: nobody has said
    std::optional<int> runner_years = {}; ///< of those with runners
    std::string runners = {};             ///< how often: "Every week"
    std::string licence = {};             ///< empty: unlicensed
    std::vector<Tie> ties = {};
    bool active = true; ///< can be chosen for a session
    Unknown unknown = {};
    friend bool operator==(const TherapistProfile &, const TherapistProfile &) = default;
};

/// Whether these words call somebody a licensed massage therapist: "LMT", "licensed ...".
bool claims_licence(std::string_view words);
/// The name as it may be shown: without those words where no licence is entered (S24).
std::string listed_name(const TherapistProfile &profile);
/// The same for a name and a licence line that were typed.
std::string listed_name(std::string_view name, std::string_view licence);

/// Null: there is none of that id.
const TherapistProfile *find_therapist(const std::vector<TherapistProfile> &profiles,
                                       std::string_view id);
/// The one who held the session; null: nobody's card has that name.
const TherapistProfile *therapist_of(const std::vector<TherapistProfile> &profiles,
                                     const Document &session);
/// What a session notes of its clinic and therapist.
Practice practice_of(std::string_view clinic, const TherapistProfile &profile);

} // namespace app
