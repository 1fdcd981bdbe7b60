#include "session_args.hpp"

#include "base/uuid.hpp"

namespace cli {

std::optional<SessionArgs> take_session_args(Args args, std::string_view usage, int &exit) {
    auto store = take_store_args(args);
    const auto parsed = store ? parse(store->rest) : engine::Result<Parsed>(store.error());
    if (!parsed)
        exit = complain_usage(parsed.error().message, usage);
    else if (parsed->help)
        exit = show_usage(std::string(usage) + std::string(passphrase_help));
    else if (parsed->files.size() != 2)
        exit = complain_usage("Name a folder and a session.", usage);
    else if (!engine::is_uuid(parsed->files[1]))
        exit = complain_usage("\"" + parsed->files[1] + "\" is no id of a session.", usage);
    else
        return SessionArgs{std::move(*store), parsed->files[0], parsed->files[1]};
    return std::nullopt;
}

} // namespace cli
