/// What stands in the index: its tables, and its rows as texts. For sources of app/store only.
#pragma once

#include "records/shelf.hpp"
#include "store/disk/sqlite.hpp"
#include "store/files/client_file.hpp"
#include "store/files/clinic_files.hpp"

namespace app {

inline constexpr std::string_view index_name = "index.sqlite";

/// Makes the tables. `seal` says with which key, if any, the rows are sealed.
void make_tables(Database &database, std::string_view seal);
/// Whether the tables are there, of this version, and sealed so.
bool has_tables(Database &database, std::string_view seal);

std::string client_token(const ClinicFiles &files, std::string_view client_id);
/// `day`: an ISO date.
std::string day_token(const ClinicFiles &files, std::string_view day);

/// Rows as they may stand in the index. The name comes first, so that a search need not read more.
std::string sealed_row(const ClinicFiles &files, const SessionRow &row);
std::string sealed_row(const ClinicFiles &files, const ClientRef &client);
std::optional<SessionRow> open_session_row(const ClinicFiles &files, std::string_view sealed);
std::optional<ClientRef> open_client_row(const ClinicFiles &files, std::string_view sealed);
std::optional<std::string> name_in_row(const ClinicFiles &files, std::string_view sealed);

/// A change of the rows: all of it is in a transaction of the caller.
class IndexChange {
  public:
    IndexChange(Database &database, const ClinicFiles &files)
        : database_(database), files_(files) {}
    void put(const SessionRow &row, std::string_view stamp);
    void put(const ClientRef &client, std::string_view stamp);
    void put_unreadable(std::string_view file, std::string_view stamp, std::string_view message);
    void drop_session(std::string_view id);
    void drop_client(std::string_view token);
    void drop_unreadable(std::string_view file);
    /// The rows have changed. `folders`: the stamps of the folders that they are now complete for;
    /// empty: for none.
    void end(std::string_view folders);

  private:
    Database &database_;
    const ClinicFiles &files_;
};

} // namespace app
