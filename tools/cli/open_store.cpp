#include "open_store.hpp"

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

Result<app::ClinicFiles> open_files(const std::filesystem::path &folder, const StoreArgs & /*args*/,
                                    Input /*input*/) {
    return app::ClinicFiles::open(folder);
}

Result<app::FolderStore> open_store(const std::filesystem::path &folder, const app::Atlas &atlas,
                                    const StoreArgs &args, Input input) {
    auto files = open_files(folder, args, input);
    if (!files)
        return files.error();
    return app::FolderStore::open(std::move(*files), atlas);
}

} // namespace cli
