/// What the clinic has set for itself, in one file beside its sessions: settings.json.
#pragma once

#include "base/result.hpp"
#include "model/document.hpp"
#include "store/clinic_files.hpp"

#include <map>

namespace app {

/// A sentence that the client agrees to, in the clinic's own words.
struct ConsentLine {
    std::string id;
    std::map<std::string, std::string> words; ///< by language: "en", "es"
    Unknown unknown;
    friend bool operator==(const ConsentLine &, const ConsentLine &) = default;
};

struct ClinicSettings {
    std::string pin_hash;          ///< see store/pin.hpp; empty: no PIN was chosen yet
    bool example_pin = false;      ///< the PIN is the one that everybody knows, of the demo clinic
    bool protection_asked = false; ///< the clinic was offered a passphrase, and has answered
    int idle_s = 120;              ///< without input, then a handed-over tablet covers the map
    std::string language = "en";
    std::vector<ConsentLine> consent; ///< empty: the program's own lines
    Unknown unknown;                  ///< fields of other programs, kept
    friend bool operator==(const ClinicSettings &, const ClinicSettings &) = default;
};

std::string to_json(const ClinicSettings &settings);
/// An Error says what is wrong with the text and what to do.
engine::Result<ClinicSettings> settings_from_json(std::string_view text);

/// The folder's settings, the usual ones when it has no file. Damaged, too large, from a newer
/// Palpate: an Error, and whoever reads it must not go on as if there were no PIN.
engine::Result<ClinicSettings> load_settings(const ClinicFiles &files);
/// Durable when it returns Done; the file is for its owner only.
engine::Result<engine::Done> save_settings(const ClinicFiles &files,
                                           const ClinicSettings &settings);

} // namespace app
