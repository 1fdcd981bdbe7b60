#include "store/files/client_file.hpp"

#include "base/utf8.hpp"
#include "base/uuid.hpp"
#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"
#include "store/files/clinic_file.hpp"

#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

namespace app {

using engine::Error;
using engine::Result;

namespace {

constexpr ClinicFile client_file{
    .name = "folder clients", .format = "palpate-client", .what = "The details of a client"};

void check_text(std::string_view text, const char *at, Problems &found) {
    const auto characters = engine::utf8_length(text);
    if (!characters || engine::has_control_characters(text) || *characters > rules::name_characters)
        found.push_back({at, "The text is too long or cannot be shown."});
}

void check(const Client &client, Problems &found) {
    if (!engine::is_uuid(client.who.id))
        found.push_back({"/id", "The client's id is not a UUID."});
    check_text(client.who.name, "/name", found);
    if (client.who.name.empty())
        found.push_back({"/name", "The client has no name."});
    if (!client.who.born.empty() && !engine::is_iso_date(client.who.born))
        found.push_back({"/born", "A day of birth is a date like 1992-03-14, or empty."});
    check_text(client.language, "/language", found);
    if (!client.last_session.empty() && !engine::is_uuid(client.last_session))
        found.push_back({"/last_session", "The id of the last session is not a UUID."});
    if (!client.figure)
        return;
    check_text(client.figure->variant, "/figure/variant", found);
    if (!(client.figure->build >= rules::build_low && client.figure->build <= rules::build_high))
        found.push_back({"/figure/build", "The build lies between -1 and 1."});
}

Client read_client(ObjectReader &from) {
    Client client;
    client.who.id = from.text("id", Need::required);
    client.who.name = from.text("name", Need::required);
    client.who.born = from.text("born");
    client.who.example = from.flag("example");
    client.created_at = from.time_or_null("created_at");
    client.last_session = from.text("last_session");
    client.language = from.text("language");
    from.object_or_null("figure",
                        [&](ObjectReader &inner) { client.figure = read<ClientFigure>(inner); });
    client.unknown = from.rest();
    return client;
}

} // namespace

std::filesystem::path name_of_client(std::string_view client_id) {
    return std::filesystem::path("clients") / (std::string(client_id) + ".json");
}

std::string client_to_json(const Client &client) {
    Json json{{"id", client.who.id},
              {"name", client.who.name},
              {"born", client.who.born},
              {"example", client.who.example},
              {"created_at", time_json(client.created_at)},
              {"last_session", client.last_session},
              {"language", client.language},
              {"figure", client.figure ? write(*client.figure) : Json(nullptr)}};
    append_unknown(json, client.unknown);
    return clinic_file_json(client_file, json);
}

Result<Client> client_from_json(std::string_view text) {
    if (text.size() > max_client_bytes)
        return Error{"This file is too large to be a client's. It was not read."};
    const auto json = clinic_file_from_json(text, client_file);
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    Client client = read_client(reader);
    check(client, found);
    if (!found.empty())
        return clinic_file_error(client_file, found);
    return client;
}

Client with_session(std::optional<Client> known, const Document &document) {
    Client client = known ? std::move(*known) : Client{};
    if (!known) {
        client.who = document.client;
        client.who.unknown.clear(); // they belong to the session
        client.created_at = document.appointment.start;
    }
    if (client.who.born.empty())
        client.who.born = document.client.born;
    if (document.id < client.last_session) // ids grow with time
        return client;
    client.last_session = document.id;
    if (!document.language.empty())
        client.language = document.language;
    if (document.figure)
        client.figure = document.figure;
    return client;
}

} // namespace app
