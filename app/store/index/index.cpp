#include "store/index/index.hpp"

#include "model/guidance/follow_up.hpp"
#include "model/session/event_day.hpp"
#include "model/text/word_fit.hpp"
#include "store/disk/folder_scan.hpp"
#include "store/files/session_name.hpp"
#include "store/index/index_refresh.hpp"
#include "store/index/index_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr int wait_ms = 3000;

std::string seal_of(const ClinicFiles &files) {
    return files.token("index");
}

/// The file is the one that was opened. Its times change with every write.
std::string identity(const fs::path &file) {
    const std::string stamp = stamp_of_file(file);
    return stamp.substr(stamp.rfind(' ') + 1);
}

void set_up(Database &database) {
    database.wait_at_most(wait_ms);
    // Truncating works on network folders too, and leaves no rows behind.
    database.run("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = NORMAL; "
                 "PRAGMA secure_delete = ON; PRAGMA temp_store = MEMORY");
}

bool starts_earlier(const SessionRow &a, const SessionRow &b) {
    if (a.appointment.start.unix_ms != b.appointment.start.unix_ms)
        return a.appointment.start.unix_ms < b.appointment.start.unix_ms;
    return a.id < b.id;
}

bool fits(const std::string &filter, const SessionRow &row) {
    return filter.empty() || name_fit(words_of(filter), words_of(row.client.name)).has_value();
}

} // namespace

Index::Index(const ClinicFiles &files, Readers readers)
    : files_(&files), readers_(std::move(readers)) {}

Index::~Index() = default;

void Index::remove(const ClinicFiles &files) {
    std::error_code ignored; // what cannot be removed is not used either
    fs::remove(files.path(index_name), ignored);
    fs::remove(files.path(std::string(index_name) + "-journal"), ignored);
}

bool Index::is_current() const {
    return database_ != nullptr && seal_ == seal_of(*files_) &&
           (opened_.empty() || identity(files_->path(index_name)) == opened_);
}

void Index::make_ready() {
    if (is_current()) {
        database_->set_trouble(Trouble::none);
        return;
    }
    database_ = std::make_unique<Database>(files_->path(index_name));
    opened_ = identity(files_->path(index_name));
    set_up(*database_);
    seal_ = seal_of(*files_);
    if (!has_tables(*database_, seal_) && database_->ok())
        make_tables(*database_, seal_);
}

/// After something went wrong: a new file, and where that does not help, an index in memory.
void Index::step_back(int attempts) {
    const bool busy = database_->trouble() == Trouble::busy;
    names_of_ = -1;
    database_.reset();
    if (attempts == 0 && !busy)
        return remove(*files_);
    database_ = std::make_unique<Database>(fs::path());
    opened_.clear();
    make_tables(*database_, seal_);
}

template <class Work>
Result<Done> Index::attempt(const Work &work) {
    for (int attempts = 0; attempts < 3; ++attempts) {
        make_ready();
        if (database_->ok())
            if (const Result<Done> done = work(); !done)
                return done;
        if (database_->ok())
            return Done{};
        step_back(attempts);
    }
    return Error{"The list of sessions cannot be made. Start Palpate again."};
}

bool Index::is_fresh() {
    Statement state(*database_, "SELECT folders FROM state");
    return state.step() && state.text(0) == stamps_of_folders(*files_);
}

void Index::forget_freshness() {
    Transaction change(*database_, Transaction::For::writing);
    IndexChange(*database_, *files_).end("");
    change.commit();
}

Result<Done> Index::refresh() {
    return is_fresh() || !database_->ok() ? Done{} : refresh_index(*database_, *files_, readers_);
}

// The index is locked while the files are written: what others bring to the folder at the same time
// cannot hide behind the folder's new time.
Result<Done> Index::save(const Document &document, const std::function<Result<Done>()> &write) {
    make_ready();
    Transaction change(*database_, Transaction::For::writing);
    const bool fresh = change.begun() && is_fresh();
    const auto written = write();
    if (!written || !change.begun())
        return written;
    IndexChange rows(*database_, *files_);
    rows.put(row_of(document), stamp_of_file(files_->path(session_name(document.id))));
    put_client(rows, *files_, readers_, document.client.id);
    rows.end(fresh ? stamps_of_folders(*files_) : "");
    change.commit();
    return written;
}

Result<Shelf> Index::shelf(const ShelfQuery &query) {
    Shelf shelf;
    const auto done = attempt([&]() -> Result<Done> {
        if (const auto refreshed = refresh(); !refreshed)
            return refreshed;
        shelf = read_shelf(query);
        if (is_as_shown())
            return Done{};
        forget_freshness(); // a file was changed in its place
        if (const auto refreshed = refresh(); !refreshed)
            return refreshed;
        shelf = read_shelf(query);
        return Done{};
    });
    if (!done)
        return done.error();
    return shelf;
}

Result<std::vector<std::string>> Index::sessions_of(std::string_view client_id) {
    std::vector<std::string> ids;
    const auto done = attempt([&]() -> Result<Done> {
        ids.clear();
        if (const auto refreshed = refresh(); !refreshed)
            return refreshed;
        Statement rows(*database_, "SELECT id FROM sessions WHERE client = ? ORDER BY id");
        rows.with(client_token(*files_, client_id));
        while (rows.step())
            ids.push_back(rows.text(0));
        return Done{};
    });
    if (!done)
        return done.error();
    return ids;
}

// ---- what is shown ----

/// What was shown still lies so on the disk: a folder does not show files that are changed in
/// their place.
bool Index::is_as_shown() {
    return std::ranges::all_of(
        shown_, [](const auto &seen) { return stamp_of_file(seen.first) == seen.second; });
}

Shelf Index::read_shelf(const ShelfQuery &query) {
    const Transaction all_at_once(*database_, Transaction::For::reading);
    shown_.clear();
    Shelf shelf;
    shelf.today = read_today(query);
    shelf.calls = read_calls(query);
    read_clients(query, shelf);
    shelf.unreadable = read_unreadable();
    Statement state(*database_, "SELECT sessions FROM state");
    if (state.step())
        shelf.sessions = static_cast<std::size_t>(state.number(0));
    return shelf;
}

std::vector<TodayRow> Index::read_today(const ShelfQuery &query) {
    std::vector<TodayRow> today;
    Statement rows(*database_, "SELECT row, stamp FROM sessions WHERE day = ?");
    rows.with(day_token(*files_, iso_day(query.now)));
    while (rows.step()) {
        auto row = open_session_row(*files_, rows.text(0));
        if (!row) {
            database_->set_trouble(Trouble::broken);
            break;
        }
        shown_.emplace_back(files_->path(session_name(row->id)), rows.text(1));
        if (fits(query.filter, *row))
            today.push_back({std::move(*row), {}});
    }
    std::ranges::sort(today, starts_earlier, &TodayRow::session);
    Statement before(*database_, "SELECT row FROM sessions WHERE client = ? AND id < ? "
                                 "ORDER BY id DESC LIMIT 1");
    for (TodayRow &row : today)
        if (before.with(client_token(*files_, row.session.client.id), row.session.id).step())
            if (const auto last = open_session_row(*files_, before.text(0)))
                row.last_visit = last->appointment.start;
    return today;
}

std::vector<SessionRow> Index::read_calls(const ShelfQuery &query) {
    constexpr int days = 14; // whoever was not asked by then will not remember
    std::vector<SessionRow> calls;
    Statement rows(*database_, "SELECT row, stamp FROM sessions WHERE due = ?");
    for (int late = days; late >= 0; --late) {
        rows.with(day_token(*files_, iso_day(days_later(query.now, -late))));
        while (rows.step()) {
            auto row = open_session_row(*files_, rows.text(0));
            if (!row) {
                database_->set_trouble(Trouble::broken);
                return calls;
            }
            shown_.emplace_back(files_->path(session_name(row->id)), rows.text(1));
            if (fits(query.filter, *row))
                calls.push_back(std::move(*row));
        }
    }
    return calls;
}

void Index::read_clients(const ShelfQuery &query, Shelf &shelf) {
    constexpr std::string_view fields =
        "SELECT s.row, s.stamp, c.sessions, c.row, c.stamp FROM clients c "
        "JOIN sessions s ON s.id = c.last ";
    const auto take = [&](Statement &rows) {
        auto last = open_session_row(*files_, rows.text(0));
        auto who = rows.is_null(3) || !last ? std::optional<ClientRef>()
                                            : open_client_row(*files_, rows.text(3));
        if (!last || (!rows.is_null(3) && !who))
            return database_->set_trouble(Trouble::broken);
        shown_.emplace_back(files_->path(session_name(last->id)), rows.text(1));
        if (who)
            shown_.emplace_back(files_->path(name_of_client(who->id)), rows.text(4));
        shelf.clients.push_back(
            {who ? *who : last->client, *last, static_cast<int>(rows.number(2))});
    };
    std::size_t all = 0;
    if (query.filter.empty()) {
        Statement count(*database_, "SELECT clients FROM state");
        all = count.step() ? static_cast<std::size_t>(count.number(0)) : 0;
        Statement rows(*database_, std::string(fields) + "ORDER BY c.last DESC LIMIT ?");
        rows.with(static_cast<std::int64_t>(query.most));
        while (rows.step())
            take(rows);
    } else {
        const auto tokens = find_names(query.filter);
        all = tokens.size();
        Statement row(*database_, std::string(fields) + "WHERE c.token = ?");
        for (std::size_t i = 0; i < std::min(query.most, tokens.size()); ++i)
            if (row.with(tokens[i]).step())
                take(row);
    }
    shelf.more = all - std::min(all, shelf.clients.size());
}

/// Those that fit to the letter first.
std::vector<std::string> Index::find_names(std::string_view filter) {
    read_names();
    const auto wanted = words_of(filter);
    std::vector<std::string> exact, close;
    for (const Name &name : names_)
        if (const auto fit = name_fit(wanted, name.words))
            (*fit == NameFit::exact ? exact : close).push_back(name.token);
    exact.insert(exact.end(), close.begin(), close.end());
    return exact;
}

void Index::read_names() {
    Statement state(*database_, "SELECT changes FROM state");
    const std::int64_t changes = state.step() ? state.number(0) : -1;
    if (changes == names_of_ && changes >= 0)
        return;
    names_.clear();
    Statement rows(*database_, "SELECT c.token, ifnull(c.row, s.row) FROM clients c "
                               "JOIN sessions s ON s.id = c.last ORDER BY c.last DESC");
    while (rows.step()) {
        const auto name = name_in_row(*files_, rows.text(1));
        if (!name)
            return database_->set_trouble(Trouble::broken);
        names_.push_back({rows.text(0), words_of(*name)});
    }
    names_of_ = changes;
}

std::vector<Unreadable> Index::read_unreadable() {
    std::vector<Unreadable> unreadable;
    Statement rows(*database_, "SELECT file, message, stamp FROM unreadable ORDER BY file");
    while (rows.step()) {
        const auto message = files_->open_text(index_name, rows.text(1));
        if (!message) {
            database_->set_trouble(Trouble::broken);
            break;
        }
        shown_.emplace_back(files_->path(rows.text(0)), rows.text(2));
        unreadable.push_back({files_->path(rows.text(0)), *message});
    }
    return unreadable;
}

} // namespace app
