#include "base/uuid.hpp"
#include "model/text/json_object.hpp"
#include "store/record/erase.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace app {

using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view format = "palpate-tombstone";
constexpr int newest_version = 1;

} // namespace

std::filesystem::path tombstone_name(std::string_view client_id) {
    return std::filesystem::path("tombstones") / (std::string(client_id) + ".json");
}

bool is_erased(const ClinicFiles &files, std::string_view client_id) {
    return engine::is_uuid(client_id) && files.has(tombstone_name(client_id));
}

std::string tombstone_to_json(const Tombstone &tombstone) {
    return pretty(Json{{"format", format},
                       {"version", newest_version},
                       {"client", tombstone.client},
                       {"at", engine::to_iso(tombstone.at)},
                       {"who", tombstone.who},
                       {"reason", tombstone.reason},
                       {"sessions", tombstone.sessions},
                       {"finished", tombstone.finished}});
}

Result<Tombstone> tombstone_from_json(std::string_view text) {
    const Error damaged{"The note that a client was deleted is damaged. Put back a copy of it from "
                        "a backup. It was not changed."};
    Problems found;
    const auto json = parse_json(text, found);
    if (!json || !json->is_object())
        return damaged;
    ObjectReader fields{*json, "", found};
    Tombstone tombstone;
    const bool ours = fields.text("format", Need::required) == format;
    fields.find("version", Need::required);
    tombstone.client = fields.text("client", Need::required);
    tombstone.at = fields.time("at");
    tombstone.who = fields.text("who");
    tombstone.reason = fields.text("reason");
    const Json *sessions = fields.find("sessions", Need::required);
    tombstone.finished = fields.flag("finished");
    if (!ours || !found.empty() || !engine::is_uuid(tombstone.client) ||
        !sessions->is_number_unsigned())
        return damaged;
    tombstone.sessions = sessions->get<std::uint64_t>();
    return tombstone;
}

} // namespace app
