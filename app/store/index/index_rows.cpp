#include "store/index/index_rows.hpp"

#include "model/session/event_day.hpp"
#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"

#include <optional>
#include <string>
#include <utility>

namespace app {

namespace {

constexpr int schema_version = 2;
constexpr char name_end = '\0'; // no name has it

// Clients are counted and know their newest session by what comes and goes in `sessions`.
constexpr const char *tables = R"(
CREATE TABLE state(one INTEGER PRIMARY KEY CHECK(one = 1), seal BLOB, folders BLOB,
                   changes INTEGER, sessions INTEGER, clients INTEGER);
CREATE TABLE sessions(id BLOB PRIMARY KEY, client BLOB, day BLOB, due BLOB, row BLOB,
                      stamp BLOB) WITHOUT ROWID;
CREATE INDEX sessions_of_client ON sessions(client, id);
CREATE INDEX sessions_of_day ON sessions(day);
CREATE INDEX sessions_due ON sessions(due);
CREATE TABLE clients(token BLOB PRIMARY KEY, last BLOB, sessions INTEGER, row BLOB, stamp BLOB)
    WITHOUT ROWID;
CREATE INDEX clients_by_visit ON clients(last);
CREATE TABLE unreadable(file BLOB PRIMARY KEY, message BLOB, stamp BLOB) WITHOUT ROWID;

CREATE TRIGGER session_came AFTER INSERT ON sessions BEGIN
    UPDATE state SET sessions = sessions + 1;
    INSERT INTO clients(token, last, sessions) VALUES(new.client, NULL, 0)
        ON CONFLICT(token) DO NOTHING;
    UPDATE clients SET sessions = sessions + 1,
        last = CASE WHEN last > new.id THEN last ELSE new.id END WHERE token = new.client;
END;
CREATE TRIGGER session_went AFTER DELETE ON sessions BEGIN
    UPDATE state SET sessions = sessions - 1;
    UPDATE clients SET sessions = sessions - 1,
        last = (SELECT max(id) FROM sessions WHERE client = old.client) WHERE token = old.client;
    DELETE FROM clients WHERE token = old.client AND last IS NULL AND row IS NULL;
END;
CREATE TRIGGER client_came_in AFTER UPDATE OF last ON clients
    WHEN old.last IS NULL AND new.last IS NOT NULL BEGIN
    UPDATE state SET clients = clients + 1;
END;
CREATE TRIGGER client_stays_away AFTER UPDATE OF last ON clients
    WHEN old.last IS NOT NULL AND new.last IS NULL BEGIN
    UPDATE state SET clients = clients - 1;
END;
)";

std::string sealed(const ClinicFiles &files, const std::string &name, const Json &json) {
    return files.seal_text(
        index_name, name + name_end + json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

std::optional<Json> open_json(const ClinicFiles &files, std::string_view row) {
    const auto text = files.open_text(index_name, row);
    if (!text)
        return {};
    const auto end = text->find(name_end);
    Problems found;
    return parse_json(end == text->npos ? "" : std::string_view(*text).substr(end + 1), found);
}

} // namespace

void make_tables(Database &database, std::string_view seal) {
    Transaction change(database, Transaction::For::writing);
    if (has_tables(database, seal)) // somebody else was faster
        return;
    database.run(tables);
    Statement(database, "INSERT INTO state VALUES(1, ?, ?, 0, 0, 0)").with(seal, "").run();
    database.run(("PRAGMA user_version = " + std::to_string(schema_version)).c_str());
    change.commit();
}

bool has_tables(Database &database, std::string_view seal) {
    Statement version(database, "PRAGMA user_version");
    if (!version.step() || version.number(0) != schema_version)
        return false;
    Statement state(database, "SELECT seal FROM state");
    return state.step() && state.text(0) == seal;
}

std::string client_token(const ClinicFiles &files, std::string_view client_id) {
    return files.token("client " + std::string(client_id));
}

std::string day_token(const ClinicFiles &files, std::string_view day) {
    return files.token("day " + std::string(day));
}

namespace {

Json call_json(const FollowUpCall &call) {
    return {{"due", call.due},
            {"area", call.area},
            {"channel", name_of(call.channel)},
            {"level", call.level},
            {"others", call.others}};
}

FollowUpCall read_call(ObjectReader &from) {
    constexpr WholeNumberRule others{"number of places", 0, 10'000};
    FollowUpCall call;
    call.due = from.text("due", Need::required);
    call.area = from.text("area");
    call.channel = from.choice<Channel>("channel");
    call.level = from.number("level", rules::level, Need::required, 0);
    call.others = from.number("others", others, Need::required, 0);
    return call;
}

} // namespace

std::string sealed_row(const ClinicFiles &files, const SessionRow &row) {
    return sealed(files, row.client.name,
                  {{"id", row.id},
                   {"client", write(row.client)},
                   {"appointment", write(row.appointment)},
                   {"practice", write(row.practice)},
                   {"stage", name_of(row.stage)},
                   {"signed", row.is_signed},
                   {"call", row.call ? call_json(*row.call) : Json(nullptr)}});
}

std::string sealed_row(const ClinicFiles &files, const ClientRef &client) {
    return sealed(files, client.name, write(client));
}

std::optional<SessionRow> open_session_row(const ClinicFiles &files, std::string_view sealed) {
    const auto json = open_json(files, sealed);
    if (!json)
        return {};
    Problems found;
    ObjectReader from{*json, "", found};
    SessionRow row;
    row.id = from.text("id", Need::required);
    from.object("client", Need::required,
                [&](ObjectReader &inner) { row.client = read<ClientRef>(inner); });
    from.object("appointment", Need::required,
                [&](ObjectReader &inner) { row.appointment = read<Appointment>(inner); });
    from.object("practice", Need::required,
                [&](ObjectReader &inner) { row.practice = read<Practice>(inner); });
    row.stage = from.choice<Stage>("stage");
    row.is_signed = from.flag("signed");
    from.object_or_null("call", [&](ObjectReader &inner) { row.call = read_call(inner); });
    if (!found.empty())
        return {};
    return row;
}

std::optional<ClientRef> open_client_row(const ClinicFiles &files, std::string_view sealed) {
    const auto json = open_json(files, sealed);
    if (!json)
        return {};
    Problems found;
    ObjectReader from{*json, "", found};
    auto client = read<ClientRef>(from);
    if (!found.empty())
        return {};
    return client;
}

std::optional<std::string> name_in_row(const ClinicFiles &files, std::string_view sealed) {
    auto text = files.open_text(index_name, sealed);
    if (!text)
        return {};
    const auto end = text->find(name_end);
    if (end == text->npos)
        return {};
    text->resize(end);
    return std::move(*text);
}

void IndexChange::put(const SessionRow &row, std::string_view stamp) {
    drop_session(row.id);
    Statement(database_, "INSERT INTO sessions(id, client, day, due, row, stamp) "
                         "VALUES(?, ?, ?, ?, ?, ?)")
        .with(row.id, client_token(files_, row.client.id),
              day_token(files_, iso_day(row.appointment.start)),
              row.call ? day_token(files_, row.call->due) : std::string(), sealed_row(files_, row),
              stamp)
        .run();
}

void IndexChange::put(const ClientRef &client, std::string_view stamp) {
    Statement(database_, "INSERT INTO clients(token, last, sessions, row, stamp) "
                         "VALUES(?, NULL, 0, ?, ?) ON CONFLICT(token) DO UPDATE "
                         "SET row = excluded.row, stamp = excluded.stamp")
        .with(client_token(files_, client.id), sealed_row(files_, client), stamp)
        .run();
}

void IndexChange::put_unreadable(std::string_view file, std::string_view stamp,
                                 std::string_view message) {
    Statement(database_, "INSERT INTO unreadable(file, message, stamp) VALUES(?, ?, ?) "
                         "ON CONFLICT(file) DO UPDATE "
                         "SET message = excluded.message, stamp = excluded.stamp")
        .with(file, files_.seal_text(index_name, message), stamp)
        .run();
}

void IndexChange::drop_session(std::string_view id) {
    Statement(database_, "DELETE FROM sessions WHERE id = ?").with(id).run();
}

// The sessions of the client may still be there.
void IndexChange::drop_client(std::string_view token) {
    Statement(database_, "UPDATE clients SET row = NULL, stamp = NULL WHERE token = ?")
        .with(token)
        .run();
    Statement(database_, "DELETE FROM clients WHERE token = ? AND last IS NULL").with(token).run();
}

void IndexChange::drop_unreadable(std::string_view file) {
    Statement(database_, "DELETE FROM unreadable WHERE file = ?").with(file).run();
}

void IndexChange::end(std::string_view folders) {
    Statement(database_, "UPDATE state SET folders = ?, changes = changes + 1").with(folders).run();
}

} // namespace app
