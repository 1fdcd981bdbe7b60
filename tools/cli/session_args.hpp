/// STORE_DIR SESSION_ID, the arguments of commands about one session of a clinic's folder.
#pragma once

#include "open_store.hpp"

#include <optional>

namespace cli {

struct SessionArgs {
    StoreArgs store;
    std::filesystem::path folder;
    std::string session_id;
};

/// Nothing: `exit` is the exit code, and what there is to say was said.
std::optional<SessionArgs> take_session_args(Args args, std::string_view usage, int &exit);

} // namespace cli
