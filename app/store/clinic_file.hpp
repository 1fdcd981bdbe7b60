/// What the small JSON files of the clinic's folder have in common: a format, a version, a bound,
/// and one sentence when they cannot be read. For sources only, as json_object.hpp.
#pragma once

#include "model/json_object.hpp"
#include "store/clinic_files.hpp"

namespace app {

struct ClinicFile {
    std::string_view name;   ///< "settings.json"
    std::string_view format; ///< "palpate-settings"
    std::string_view what;   ///< "The clinic's settings"
    int version = 1;
};

/// The parsed object with format and version checked; nothing when there is no such file. Damaged,
/// too large, from a newer Palpate: an Error.
engine::Result<std::optional<Json>> read_clinic_file(const ClinicFiles &files,
                                                     const ClinicFile &file);
/// Durable when it returns Done; readable for its owner only. `fields` go behind format and
/// version.
engine::Result<engine::Done> write_clinic_file(const ClinicFiles &files, const ClinicFile &file,
                                               const Json &fields);
/// For what was found in the fields. `found` is not empty.
engine::Error clinic_file_error(const ClinicFile &file, const Problems &found);

} // namespace app
