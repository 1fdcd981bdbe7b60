#include "open_store.hpp"

#include "host/clock.hpp"

namespace cli {

using engine::Error;
using engine::Result;

Result<StoreArgs> take_store_args(Args args) {
    StoreArgs taken;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] != "--passphrase-file") {
            taken.rest.push_back(args[i]);
            continue;
        }
        ++i; // the value
        if (i == args.size() || args[i].empty())
            return Error{"--passphrase-file needs the name of a file."};
        taken.passphrase_file = args[i];
    }
    return taken;
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
