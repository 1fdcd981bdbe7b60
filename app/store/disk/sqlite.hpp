/// Just enough of SQLite for an index. Nothing here fails loudly: the first thing that goes wrong
/// is kept in trouble(), and what comes after it does nothing. For sources of app/store only.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace app {

enum class Trouble : std::uint8_t { none, busy, broken };

class Database {
  public:
    /// For its owner only; made when it is missing. An empty path: in memory.
    explicit Database(const std::filesystem::path &file);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    Trouble trouble() const { return trouble_; }
    bool ok() const { return trouble_ == Trouble::none; }
    void set_trouble(Trouble trouble) { trouble_ = trouble; }
    /// How long to wait for others.
    void wait_at_most(int milliseconds);
    /// Statements without values.
    void run(const char *sql);

  private:
    friend class Statement;
    void note(int result);
    sqlite3 *handle_ = nullptr;
    Trouble trouble_ = Trouble::none;
};

class Statement {
  public:
    Statement(Database &database, std::string_view sql);
    ~Statement();
    Statement(const Statement &) = delete;
    Statement &operator=(const Statement &) = delete;

    /// In the order of the question marks. Texts may hold any bytes.
    template <class... Value>
    Statement &with(const Value &...values) {
        restart();
        (bind(values), ...);
        return *this;
    }
    /// True: there is a row.
    bool step();
    /// To its end, for statements without rows.
    void run() {
        while (step()) {
        }
    }
    std::string text(int column) const;
    std::int64_t number(int column) const;
    bool is_null(int column) const;

  private:
    void restart();
    void bind(std::string_view value);
    void bind(std::int64_t value);
    Database &database_;
    sqlite3_stmt *handle_ = nullptr;
    int bound_ = 0;
};

/// Everything until commit(), or nothing.
class Transaction {
  public:
    enum class For : std::uint8_t { reading, writing };
    Transaction(Database &database, For what);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;
    bool begun() const { return open_; }
    /// True: all is in the database.
    bool commit();

  private:
    Database &database_;
    bool open_;
};

} // namespace app
