#include "session_args.hpp"

#include "base/uuid.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace cli {

std::vector<engine::Argument> session_arguments(SessionArgs &args) {
    constexpr std::string_view missing = "Name a folder and a session.";
    const auto take_id = [&args](const std::string &id) -> engine::Result<engine::Done> {
        if (!engine::is_uuid(id))
            return engine::Error{"\"" + id + "\" is no id of a session."};
        args.session_id = id;
        return engine::Done{};
    };
    return {store_folder(args.folder, missing),
            {"SESSION_ID", "", "the session's id: its file is sessions/SESSION_ID.json", take_id,
             std::string(missing)},
            passphrase_option(args.store)};
}

} // namespace cli
