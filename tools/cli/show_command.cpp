#include "commands.hpp"
#include "session_args.hpp"

#include <cstdio>
#include <string>

namespace cli {

Outcome show_command(Args args) {
    SessionArgs asked;
    const engine::CommandLine line{
        .program = "palpate-cli show",
        .about = "Prints the session with this id as a session file, with what is only in its "
                 "journal so far.",
        .arguments = session_arguments(asked),
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    if (const auto there = check_clinic(asked.folder); !there)
        return there.error();
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    auto store = open_store(asked.folder, *atlas, asked.store);
    if (!store)
        return store.error();
    const auto session = store->load_session(asked.session_id);
    if (!session)
        return session.error();
    const std::string text = app::to_json(session->document, session->revision);
    if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0)
        return engine::Error{"The session could not be written."};
    return done;
}

} // namespace cli
