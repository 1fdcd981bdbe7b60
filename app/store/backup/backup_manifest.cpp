#include "model/text/json_object.hpp"
#include "model/text/sha256.hpp"
#include "store/backup/backup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>

namespace app {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view format = "palpate-backup";
constexpr int newest_version = 1;
constexpr std::string_view before_hash = ",\n  \"sha256\": \"", after_hash = "\"\n}\n";
constexpr std::size_t hash_digits = 64;

/// Without the end of the object.
std::string body_of(const Manifest &manifest) {
    auto files = Json::array();
    for (const BackupFile &file : manifest.files)
        files.push_back({{"name", file.name}, {"size", file.size}, {"sha256", file.sha256}});
    std::string text = pretty(Json{{"format", format},
                                   {"version", newest_version},
                                   {"at", engine::to_iso(manifest.at)},
                                   {"program", manifest.program},
                                   {"encrypted", manifest.encrypted},
                                   {"sessions", manifest.sessions},
                                   {"clients", manifest.clients},
                                   {"files", std::move(files)}});
    text.resize(text.rfind("\n}"));
    return text;
}

/// A name that can not lead out of the folder.
bool is_safe(const fs::path &name) {
    return !name.empty() && name.is_relative() && name.has_filename() &&
           std::ranges::none_of(name, [](const fs::path &part) {
               return part == ".." || part == "." || part.empty();
           });
}

std::uint64_t count(ObjectReader &fields, std::string_view key, bool &good) {
    const Json *value = fields.find(key, Need::required);
    good = good && value != nullptr && value->is_number_unsigned();
    return good ? value->get<std::uint64_t>() : 0;
}

} // namespace

std::string manifest_to_json(const Manifest &manifest) {
    const std::string body = body_of(manifest);
    return body + std::string(before_hash) + sha256_hex(body) + std::string(after_hash);
}

Result<Manifest> manifest_from_json(std::string_view text) {
    const Error damaged{"The list of the backup (manifest.json) is damaged, so what the backup "
                        "holds cannot be told. Use another backup."};
    constexpr std::size_t tail = before_hash.size() + hash_digits + after_hash.size();
    if (text.size() <= tail || !text.ends_with(after_hash) ||
        text.substr(text.size() - tail, before_hash.size()) != before_hash)
        return damaged;
    const std::string_view body = text.substr(0, text.size() - tail);
    if (text.substr(body.size() + before_hash.size(), hash_digits) != sha256_hex(body))
        return damaged;
    Problems found;
    const auto json = parse_json(std::string(body) + "}", found);
    if (!json || !json->is_object())
        return damaged;
    ObjectReader fields{*json, "", found};
    bool good = fields.text("format", Need::required) == format;
    if (count(fields, "version", good) > newest_version)
        return Error{"This backup was made by a newer Palpate. Update Palpate to use it."};
    Manifest manifest;
    manifest.at = fields.time("at");
    manifest.program = fields.text("program");
    manifest.encrypted = fields.flag("encrypted");
    manifest.sessions = count(fields, "sessions", good);
    manifest.clients = count(fields, "clients", good);
    fields.objects("files", Need::required, [&](ObjectReader &file) {
        BackupFile row{.name = file.text("name", Need::required)};
        row.size = count(file, "size", good);
        row.sha256 = file.text("sha256", Need::required);
        good = good && is_safe(row.name);
        manifest.files.push_back(std::move(row));
    });
    if (!good || !found.empty())
        return damaged;
    return manifest;
}

} // namespace app
