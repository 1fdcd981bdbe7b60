#include "store/disk/sqlite.hpp"

#include <cstddef>
#include <cstdint>
#include <fcntl.h>
#include <filesystem>
#include <sqlite3.h>
#include <string>
#include <string_view>
#include <unistd.h>

namespace app {

namespace {

/// SQLite would make it readable for others.
bool make_private(const std::filesystem::path &file) {
    const int handle = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (handle < 0)
        return false;
    ::close(handle);
    return true;
}

} // namespace

Database::Database(const std::filesystem::path &file) {
    if (!file.empty() && !make_private(file)) {
        trouble_ = Trouble::broken;
        return;
    }
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW;
    note(sqlite3_open_v2(file.empty() ? ":memory:" : file.c_str(), &handle_, flags, nullptr));
}

Database::~Database() {
    sqlite3_close(handle_);
}

void Database::note(int result) {
    const int kind = result & 0xFF;
    if (!ok() || kind == SQLITE_OK || kind == SQLITE_ROW || kind == SQLITE_DONE)
        return;
    trouble_ = kind == SQLITE_BUSY || kind == SQLITE_LOCKED ? Trouble::busy : Trouble::broken;
}

void Database::wait_at_most(int milliseconds) {
    if (handle_ != nullptr)
        sqlite3_busy_timeout(handle_, milliseconds);
}

void Database::run(const char *sql) {
    if (ok())
        note(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr));
}

Statement::Statement(Database &database, std::string_view sql) : database_(database) {
    if (database.ok())
        database.note(sqlite3_prepare_v2(database.handle_, sql.data(), static_cast<int>(sql.size()),
                                         &handle_, nullptr));
}

Statement::~Statement() {
    sqlite3_finalize(handle_);
}

void Statement::restart() {
    sqlite3_reset(handle_);
    bound_ = 0;
}

void Statement::bind(std::string_view value) {
    if (database_.ok())
        database_.note(sqlite3_bind_blob64(handle_, ++bound_, value.empty() ? "" : value.data(),
                                           value.size(), SQLITE_TRANSIENT));
}

void Statement::bind(std::int64_t value) {
    if (database_.ok())
        database_.note(sqlite3_bind_int64(handle_, ++bound_, value));
}

bool Statement::step() {
    if (!database_.ok())
        return false;
    const int result = sqlite3_step(handle_);
    database_.note(result);
    return result == SQLITE_ROW;
}

std::string Statement::text(int column) const {
    const void *bytes = sqlite3_column_blob(handle_, column);
    const auto size = static_cast<std::size_t>(sqlite3_column_bytes(handle_, column));
    return bytes != nullptr ? std::string(static_cast<const char *>(bytes), size) : std::string();
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(handle_, column);
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(handle_, column) == SQLITE_NULL;
}

Transaction::Transaction(Database &database, For what) : database_(database), open_(false) {
    database.run(what == For::writing ? "BEGIN IMMEDIATE" : "BEGIN");
    open_ = database.ok();
}

Transaction::~Transaction() {
    if (!open_)
        return;
    const Trouble before = database_.trouble();
    database_.set_trouble(Trouble::none);
    database_.run("ROLLBACK"); // after some troubles SQLite has done it itself
    database_.set_trouble(before);
}

bool Transaction::commit() {
    database_.run("COMMIT");
    if (!database_.ok())
        return false;
    open_ = false;
    return true;
}

} // namespace app
