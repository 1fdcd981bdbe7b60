/// A list of the clinic's sessions and clients (index.sqlite), so that showing some of a hundred
/// thousand costs no more than showing some of a hundred. Made from the files whenever it is
/// missing, damaged or out of date, and never the truth: deleting it loses nothing. Of an encrypted
/// clinic it holds sealed rows and keyed tokens only.
#pragma once

#include "records/shelf.hpp"
#include "store/files/client_file.hpp"
#include "store/files/clinic_files.hpp"

#include <functional>
#include <memory>

namespace app {

class Database;

class Index {
  public:
    /// How files are read, by their ids.
    struct Readers {
        std::function<engine::Result<Document>(const std::string &)> session;
        std::function<engine::Result<Client>(const std::string &)> client;
    };
    /// `files` outlives the index. Nothing is opened yet.
    Index(const ClinicFiles &files, Readers readers);
    ~Index();
    Index(const Index &) = delete;
    Index &operator=(const Index &) = delete;

    /// Calls `write`, which brings the session and its client to the disk, and notes the row. Its
    /// Error is `write`'s: an index that cannot be written now is brought up to date later.
    engine::Result<engine::Done> save(const Document &document,
                                      const std::function<engine::Result<engine::Done>()> &write);

    /// Up to date with the files. An Error: the folder cannot be listed.
    engine::Result<Shelf> shelf(const ShelfQuery &query);
    /// Ids of the client's sessions, oldest first.
    engine::Result<std::vector<std::string>> sessions_of(std::string_view client_id);

    /// Takes the file away, also where it cannot be opened. What asks next makes a new one.
    static void remove(const ClinicFiles &files);

  private:
    struct Name {
        std::string token;
        std::vector<std::string> words;
    };
    template <class Work>
    engine::Result<engine::Done> attempt(const Work &work);
    void make_ready();
    bool is_current() const;
    void step_back(int attempts);
    engine::Result<engine::Done> refresh();
    bool is_fresh();
    void forget_freshness();
    Shelf read_shelf(const ShelfQuery &query);
    std::vector<TodayRow> read_today(const ShelfQuery &query);
    std::vector<SessionRow> read_calls(const ShelfQuery &query);
    void read_clients(const ShelfQuery &query, Shelf &shelf);
    std::vector<std::string> find_names(std::string_view filter);
    void read_names();
    std::vector<Unreadable> read_unreadable();
    bool is_as_shown();

    const ClinicFiles *files_;
    Readers readers_;
    std::unique_ptr<Database> database_;
    std::string opened_; ///< which file is open; empty: in memory
    std::string seal_;   ///< how its rows are sealed
    std::vector<std::pair<std::filesystem::path, std::string>> shown_; ///< files and their stamps
    std::vector<Name> names_;    ///< of all clients, newest visit first ...
    std::int64_t names_of_ = -1; ///< ... after so many changes of the index
};

} // namespace app
