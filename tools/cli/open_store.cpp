#include "open_store.hpp"

#include "host/clock.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace cli {

using engine::Error;
using engine::Result;

engine::Argument passphrase_option(StoreArgs &args) {
    return {"--passphrase-file", "FILE",
            "its first line opens an encrypted clinic; left out, the passphrase is taken from "
            "the environment variable PALPATE_PASSPHRASE, or asked for",
            &args.passphrase_file};
}

engine::Argument store_folder(std::filesystem::path &folder, std::string_view missing) {
    return {"STORE_DIR", "", "the clinic's folder: the one that holds \"sessions\"", &folder,
            std::string(missing)};
}

engine::Argument client_of_store(std::string &id, std::string_view missing) {
    return {"CLIENT_ID", "", "the client's id: \"id\" of \"client\" in a session file", &id,
            std::string(missing)};
}

Result<app::ClinicFiles> unlocked(app::ClinicFiles files, const StoreArgs &args, Input input) {
    if (!files.is_locked())
        return files;
    const auto passphrase =
        read_passphrase({.question = "Passphrase (or recovery key) of this clinic: ",
                         .variable = "PALPATE_PASSPHRASE",
                         .file = args.passphrase_file,
                         .input = input});
    if (!passphrase)
        return passphrase.error();
    if (const auto opened = files.unlock(passphrase->text()); !opened)
        return opened.error();
    return files;
}

Result<app::ClinicFiles> open_files(const std::filesystem::path &folder, const StoreArgs &args,
                                    Input input) {
    auto files = app::ClinicFiles::open(folder);
    return files ? unlocked(std::move(*files), args, input) : std::move(files);
}

Result<app::FolderStore> open_store(const std::filesystem::path &folder, const app::Atlas &atlas,
                                    const StoreArgs &args, Input input) {
    auto files = open_files(folder, args, input);
    if (!files)
        return files.error();
    return app::FolderStore::open(std::move(*files), atlas, command_line_actor());
}

app::Actor command_line_actor() {
    return {.who = [] { return std::string("palpate-cli"); }, .clock = engine::wall_clock};
}

Result<engine::Done> check_folder(const std::filesystem::path &folder) {
    std::error_code failed;
    if (std::filesystem::is_directory(folder, failed))
        return engine::Done{};
    return Error{"There is no folder " + folder.string() + ". Check its name."};
}

Result<engine::Done> check_clinic(const std::filesystem::path &folder) {
    if (const auto there = check_folder(folder); !there)
        return there.error();
    std::error_code failed;
    if (std::filesystem::is_directory(folder / "sessions", failed))
        return engine::Done{};
    return Error{"There is no clinic in " + folder.string() +
                 ". Name the folder that holds \"sessions\"."};
}

} // namespace cli
