/// The file of what a clinic has set for itself, beside its sessions: settings.json.
#pragma once

#include "base/result.hpp"
#include "records/clinic_settings.hpp"
#include "store/files/clinic_files.hpp"

namespace app {

std::string to_json(const ClinicSettings &settings);
/// An Error says what is wrong with the text and what to do.
engine::Result<ClinicSettings> settings_from_json(std::string_view text);

/// The folder's settings, the usual ones when it has no file. Damaged, too large, from a newer
/// Palpate: an Error, and whoever reads it must not go on as if there were no PIN.
engine::Result<ClinicSettings> load_settings(const ClinicFiles &files);
/// Whether a file of these settings would not be refused: none may be written that locks out.
bool can_be_read_back(const ClinicSettings &settings);
/// Durable when it returns Done; the file is for its owner only.
engine::Result<engine::Done> save_settings(const ClinicFiles &files,
                                           const ClinicSettings &settings);

} // namespace app
