/// STORE_DIR SESSION_ID, the arguments of commands about one session of a clinic's folder.
#pragma once

#include "open_store.hpp"

namespace cli {

struct SessionArgs {
    StoreArgs store;
    std::filesystem::path folder;
    std::string session_id;
};

std::vector<engine::Argument> session_arguments(SessionArgs &args);

} // namespace cli
