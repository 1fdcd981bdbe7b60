/// How every command opens a clinic's folder, encrypted or not.
#pragma once

#include "commands.hpp"
#include "passphrase.hpp"
#include "store/record/folder_store.hpp"

namespace cli {

struct StoreArgs {
    std::filesystem::path passphrase_file; ///< empty: not given
};
/// "--passphrase-file", for the commands that open a store.
engine::Argument passphrase_option(StoreArgs &args);
/// "STORE_DIR". `missing` is said when it, or what belongs beside it, is not there.
engine::Argument store_folder(std::filesystem::path &folder, std::string_view missing);
/// "CLIENT_ID", for the commands about one client of a clinic.
engine::Argument client_of_store(std::string &id, std::string_view missing);

/// The same files, opened when they are locked.
engine::Result<app::ClinicFiles> unlocked(app::ClinicFiles files, const StoreArgs &args,
                                          Input input = Input::free);
/// The files of the folder. When they are encrypted, opened with the passphrase (or the recovery
/// key) in --passphrase-file, in the environment variable PALPATE_PASSPHRASE, or asked for.
engine::Result<app::ClinicFiles> open_files(const std::filesystem::path &folder,
                                            const StoreArgs &args, Input input = Input::free);
/// The same, and a store in it.
engine::Result<app::FolderStore> open_store(const std::filesystem::path &folder,
                                            const app::Atlas &atlas, const StoreArgs &args,
                                            Input input = Input::free);

/// Who works with a store from the command line, for its audit log.
app::Actor command_line_actor();
/// An Error: there is no such folder. Opening would make it.
engine::Result<engine::Done> check_folder(const std::filesystem::path &folder);
/// An Error: there is no clinic in it. Opening would make one, also among somebody's letters.
engine::Result<engine::Done> check_clinic(const std::filesystem::path &folder);

} // namespace cli
