#include "commands.hpp"
#include "session_args.hpp"

#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli show STORE_DIR SESSION_ID\n\n"
    "Prints the session with this id as a session file, with what is only in its journal so far.\n";

} // namespace

int show_command(Args args) {
    int exit = done;
    const auto taken = take_session_args(args, usage, exit);
    if (!taken)
        return exit;
    if (const auto there = check_clinic(taken->folder); !there)
        return complain(there.error().message, failed);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    auto store = open_store(taken->folder, *atlas, taken->store);
    if (!store)
        return complain(store.error().message, failed);
    const auto session = store->load_session(taken->session_id);
    if (!session)
        return complain(session.error().message, failed);
    const std::string text = app::to_json(session->document, session->revision);
    const bool written =
        std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
    return written ? done : complain("The session could not be written.", failed);
}

} // namespace cli
