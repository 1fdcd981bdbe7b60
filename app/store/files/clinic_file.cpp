#include "store/files/clinic_file.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using engine::Error;
using engine::Result;

namespace {

Error unreadable(const ClinicFile &file, std::string_view why) {
    return {std::string(file.what) + " (" + std::string(file.name) +
            " in the clinic's folder) cannot be read: " + std::string(why) +
            " Put back a copy of the file. It was not changed."};
}

std::optional<Error> check_format(const ClinicFile &file, const Json &json) {
    if (!json.is_object() || !json.contains("format") || json["format"] != file.format)
        return unreadable(file, "it is a file of another kind.");
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer() || *version < 1)
        return unreadable(file, "its version is not a number.");
    if (*version > file.version)
        return Error{std::string(file.what) + " (" + std::string(file.name) +
                     " in the clinic's folder) were written by a newer Palpate. Update Palpate "
                     "to use this folder. The file was not changed."};
    return {};
}

} // namespace

Result<Json> clinic_file_from_json(std::string_view text, const ClinicFile &file) {
    Problems found;
    auto json = parse_json(text, found);
    if (!json)
        return unreadable(file, "it is damaged or was cut short.");
    if (const auto wrong = check_format(file, *json))
        return *wrong;
    json->erase("format");
    json->erase("version");
    return std::move(*json);
}

std::string clinic_file_json(const ClinicFile &file, const Json &fields) {
    Json json{{"format", file.format}, {"version", file.version}};
    for (const auto &[key, value] : fields.items())
        json[key] = value;
    return pretty(json);
}

Result<std::optional<std::string>> read_clinic_file(const ClinicFiles &files,
                                                    const ClinicFile &file) {
    if (!files.has(file.name))
        return std::optional<std::string>{};
    auto text = files.read(file.name, clinic_file_bytes);
    if (!text)
        return unreadable(file, text.error().message);
    return std::optional(std::move(*text));
}

Error clinic_file_error(const ClinicFile &file, const Problems &found) {
    const Problem &first = found.front();
    return unreadable(file, first.message + " (" + first.pointer + ")");
}

} // namespace app
