/// What the small JSON files of the clinic's folder have in common: a format, a version, a bound,
/// and one sentence when they cannot be read. For sources only, as json_object.hpp.
#pragma once

#include "model/text/json_object.hpp"
#include "store/files/clinic_files.hpp"

namespace app {

/// A larger file is refused.
constexpr std::size_t clinic_file_bytes = std::size_t{1} << 20;

struct ClinicFile {
    std::string_view name;   ///< "settings.json"
    std::string_view format; ///< "palpate-settings"
    std::string_view what;   ///< "The clinic's settings"
    int version = 1;
};

/// The object without format and version, which are checked. Damaged, from a newer Palpate: an
/// Error.
engine::Result<Json> clinic_file_from_json(std::string_view text, const ClinicFile &file);
/// `fields` go behind format and version.
std::string clinic_file_json(const ClinicFile &file, const Json &fields);

/// The file's text; nothing when there is no such file. Too large, not readable: an Error.
engine::Result<std::optional<std::string>> read_clinic_file(const ClinicFiles &files,
                                                            const ClinicFile &file);
/// For what was found in the fields. `found` is not empty.
engine::Error clinic_file_error(const ClinicFile &file, const Problems &found);

} // namespace app
