#include "store/index/index_refresh.hpp"

#include "store/disk/folder_scan.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t batch_size = 500;

enum class Kind : std::uint8_t { session, client };

std::string_view folder_of(Kind kind) {
    return kind == Kind::session ? "sessions" : "clients";
}

using Stamps = std::unordered_map<std::string, std::string>;

/// Files of one kind against what the index knows of them.
struct Differences {
    std::vector<std::pair<std::string, std::string>> changed; ///< name and stamp
    std::vector<std::string> gone;                            ///< ids; of clients: tokens
    std::vector<std::string> gone_unreadable;                 ///< files
};

Stamps unreadable_stamps(Database &database, Kind kind) {
    Stamps known;
    Statement rows(database, "SELECT file, stamp FROM unreadable");
    while (rows.step())
        if (const fs::path file = rows.text(0); file.parent_path() == folder_of(kind))
            known.emplace(file.filename().string(), rows.text(1));
    return known;
}

Differences differences(Database &database, const ClinicFiles &files, Kind kind,
                        const Stamps &there) {
    Stamps known;
    Statement rows(database, kind == Kind::session
                                 ? "SELECT id, stamp FROM sessions"
                                 : "SELECT token, stamp FROM clients WHERE stamp IS NOT NULL");
    while (rows.step())
        known.emplace(rows.text(0), rows.text(1));
    const Stamps unreadable = unreadable_stamps(database, kind);

    Differences found;
    for (const auto &[name, stamp] : there) {
        const std::string id = fs::path(name).stem().string();
        const std::string key = kind == Kind::session ? id : client_token(files, id);
        const auto row = known.find(key);
        const auto broken = unreadable.find(name);
        const bool same = row != known.end() && row->second == stamp;
        const bool same_broken = broken != unreadable.end() && broken->second == stamp;
        if (!same && !same_broken)
            found.changed.emplace_back(name, stamp);
        if (row != known.end())
            known.erase(row);
    }
    for (const auto &[key, stamp] : known)
        found.gone.push_back(key);
    for (const auto &[name, stamp] : unreadable)
        if (!there.contains(name))
            found.gone_unreadable.push_back((fs::path(folder_of(kind)) / name).string());
    std::ranges::sort(found.changed); // as they lie in the table
    return found;
}

/// One file as it was read: a row, or why there is none.
struct Reading {
    std::string file, id, stamp, problem;
    std::optional<SessionRow> session;
    std::optional<ClientRef> client;
};

Reading read_file(const Index::Readers &readers, Kind kind, const std::string &name,
                  const std::string &stamp) {
    Reading reading{(fs::path(folder_of(kind)) / name).string(),
                    fs::path(name).stem().string(),
                    stamp,
                    {},
                    {},
                    {}};
    if (kind == Kind::session) {
        const auto document = readers.session(reading.id);
        if (document)
            reading.session = row_of(*document);
        else
            reading.problem = document.error().message;
    } else {
        const auto client = readers.client(reading.id);
        if (client)
            reading.client = client->who;
        else
            reading.problem = client.error().message;
    }
    return reading;
}

void put(IndexChange &rows, const ClinicFiles &files, Kind kind, const Reading &reading) {
    rows.drop_unreadable(reading.file);
    if (reading.session)
        rows.put(*reading.session, reading.stamp);
    else if (reading.client)
        rows.put(*reading.client, reading.stamp);
    else {
        if (kind == Kind::session)
            rows.drop_session(reading.id);
        else
            rows.drop_client(client_token(files, reading.id));
        rows.put_unreadable(reading.file, reading.stamp, reading.problem);
    }
}

class Refresh {
  public:
    Refresh(Database &database, const ClinicFiles &files, const Index::Readers &readers)
        : database_(database), files_(files), readers_(readers) {}

    Result<Done> run() {
        const std::string folders = stamps_of_folders(files_);
        const bool settled =
            has_settled(files_.path("sessions")) && has_settled(files_.path("clients"));
        const auto sessions = stamps_in(files_.path("sessions"));
        if (!sessions)
            return Error{"The sessions in " + files_.folder().string() +
                         " cannot be listed. Check the folder, then start again."};
        const auto clients = stamps_in(files_.path("clients"));
        changes_ = changes_now();
        take_in(Kind::session, *sessions);
        take_in(Kind::client, clients.value_or(Stamps()));
        // Complete only when nobody else has changed the rows meanwhile: theirs may be older.
        Transaction change(database_, Transaction::For::writing);
        if (changes_now() == changes_)
            IndexChange(database_, files_).end(settled ? folders : "");
        change.commit();
        return Done{};
    }

  private:
    std::int64_t changes_now() {
        Statement state(database_, "SELECT changes FROM state");
        return state.step() ? state.number(0) : -1;
    }

    void take_in(Kind kind, const Stamps &there) {
        const Differences found = differences(database_, files_, kind, there);
        for (std::size_t at = 0; at < found.changed.size() && database_.ok(); at += batch_size) {
            std::vector<Reading> batch;
            for (std::size_t i = at; i < std::min(at + batch_size, found.changed.size()); ++i)
                batch.push_back(
                    read_file(readers_, kind, found.changed[i].first, found.changed[i].second));
            change([&](IndexChange &rows) {
                for (const Reading &reading : batch)
                    put(rows, files_, kind, reading);
            });
        }
        if (!found.gone.empty() || !found.gone_unreadable.empty())
            change([&](IndexChange &rows) {
                for (const std::string &key : found.gone)
                    kind == Kind::session ? rows.drop_session(key) : rows.drop_client(key);
                for (const std::string &file : found.gone_unreadable)
                    rows.drop_unreadable(file);
            });
    }

    template <class Change>
    void change(const Change &make) {
        Transaction transaction(database_, Transaction::For::writing);
        const bool alone = changes_now() == changes_;
        IndexChange rows(database_, files_);
        make(rows);
        rows.end("");
        if (transaction.commit() && alone)
            ++changes_;
    }

    Database &database_;
    const ClinicFiles &files_;
    const Index::Readers &readers_;
    std::int64_t changes_ = 0; ///< as long as nobody else changes the rows
};

} // namespace

std::string stamps_of_folders(const ClinicFiles &files) {
    return stamp_of_folder(files.path("sessions")) + " " + stamp_of_folder(files.path("clients"));
}

Result<Done> refresh_index(Database &database, const ClinicFiles &files,
                           const Index::Readers &readers) {
    return Refresh(database, files, readers).run();
}

void put_client(IndexChange &rows, const ClinicFiles &files, const Index::Readers &readers,
                const std::string &client_id) {
    const std::string name = name_of_client(client_id).filename().string();
    const std::string stamp = stamp_of_file(files.path(name_of_client(client_id)));
    if (stamp.empty())
        rows.drop_client(client_token(files, client_id));
    else
        put(rows, files, Kind::client, read_file(readers, Kind::client, name, stamp));
}

} // namespace app
