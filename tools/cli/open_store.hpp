/// How every command opens a clinic's folder, encrypted or not.
#pragma once

#include "commands.hpp"
#include "passphrase.hpp"
#include "store/record/store.hpp"

namespace cli {

/// Takes "--passphrase-file FILE" out of the arguments, for the commands that open a store.
struct StoreArgs {
    std::filesystem::path passphrase_file; ///< empty: not given
    std::vector<std::string> rest;
};
engine::Result<StoreArgs> take_store_args(Args args);

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

/// A line of help for their usage.
constexpr std::string_view passphrase_help =
    "  --passphrase-file FILE   its first line opens an encrypted clinic; left out, the "
    "passphrase\n"
    "                           is taken from PALPATE_PASSPHRASE, or asked for\n";

} // namespace cli
