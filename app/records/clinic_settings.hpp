/// What the clinic has set for itself.
#pragma once

#include "model/guidance/guidance_settings.hpp"
#include "records/therapists.hpp"

#include <map>
#include <string>
#include <vector>

namespace app {

/// A sentence that the client agrees to, in the clinic's own words.
struct ConsentLine {
    std::string id;
    std::map<std::string, std::string> words; ///< by language: "en", "es"
    Unknown unknown;
    friend bool operator==(const ConsentLine &, const ConsentLine &) = default;
};

/// Homework of the clinic's own, beside the catalogue.
struct OwnExercise {
    std::string id; ///< UUIDv7
    std::string name;
    std::string kind = "stretch";        ///< as Exercise::kind
    std::vector<std::string> zones = {}; ///< main-zone ids; empty: for the whole body
    Dose dose = {};
    std::string how_to = {};
    Unknown dose_unknown = {}; ///< of the object "dose"
    Unknown unknown = {};
    friend bool operator==(const OwnExercise &, const OwnExercise &) = default;
};

/// The profession's usual words for what hands do.
std::vector<std::string> usual_techniques();
/// What clients are told afterwards, as the rules S8, S29, S37, S39 and S40 ask.
std::vector<std::string> usual_aftercare();

struct ClinicSettings {
    std::string pin_hash;          ///< of Argon2id; empty: no PIN was chosen yet
    bool example_pin = false;      ///< the PIN is the one that everybody knows, of the demo clinic
    bool protection_asked = false; ///< the clinic was offered a passphrase, and has answered
    int idle_s = 120;              ///< without input, then a handed-over tablet covers the map
    std::string language = "en";
    std::vector<ConsentLine> consent; ///< empty: the program's own lines
    std::string clinic;               ///< its name
    std::vector<TherapistProfile> therapists;
    int default_minutes = 60; ///< of a new session, 10..180
    Setting default_setting = Setting::clinic;
    GuidanceSettings guidance;
    Unknown guidance_unknown; ///< of the object "guidance"
    std::vector<std::string> techniques = usual_techniques();
    std::vector<std::string> aftercare = usual_aftercare();
    std::vector<OwnExercise> homework;
    Unknown unknown; ///< fields of other programs, kept
    friend bool operator==(const ClinicSettings &, const ClinicSettings &) = default;
};

/// How much of each a clinic can have.
namespace settings_limits {
constexpr std::size_t consent = 20, therapists = 60, ties = 40, techniques = 40, aftercare = 30,
                      homework = 200, name_bytes = 400, text_bytes = 8000;
} // namespace settings_limits

} // namespace app
