#include "commands.hpp"
#include "model/session/command_json.hpp"
#include "model/session/update.hpp"
#include "session_args.hpp"

#include <cstdio>
#include <iostream>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace cli {

namespace {

using engine::Done;
using engine::Error;
using engine::Result;

/// A longer line is no command.
constexpr std::size_t max_line_bytes = app::max_session_bytes;

/// Takes the lines of one session.
class Lines {
  public:
    Lines(app::Store &store, const app::Atlas &atlas, std::string session_id)
        : store_(store), atlas_(atlas), id_(std::move(session_id)) {}

    app::Committed take(const std::string &line);
    Result<Done> end();

  private:
    Result<Done> open_record();
    app::Committed open_session(app::OpenSession open);

    app::Store &store_;
    const app::Atlas &atlas_;
    std::string id_;
    std::unique_ptr<app::Record> record_; ///< none: the session is not begun
};

/// Somebody else may begin it at any time.
Result<Done> Lines::open_record() {
    if (record_)
        return Done{};
    const auto begun = store_.has(id_);
    if (!begun)
        return begun.error();
    if (!*begun)
        return Done{};
    auto record = store_.open(id_);
    if (!record)
        return record.error();
    record_ = std::move(*record);
    return Done{};
}

app::Committed Lines::open_session(app::OpenSession open) {
    if (open.id.empty())
        open.id = id_;
    if (open.id != id_)
        return app::refused({"It opens another session, " + open.id + "."});
    if (const auto right = app::update({}, open, atlas_); !right)
        return app::refused(right.error());
    auto record = store_.create(open);
    if (!record)
        return app::not_written(record.error());
    record_ = std::move(*record);
    return {};
}

app::Committed Lines::take(const std::string &line) {
    if (line.size() > max_line_bytes)
        return app::refused({"The line is too long to be a command."});
    const auto command = app::command_from_json(line);
    if (!command)
        return app::refused(command.error());
    if (const auto opened = open_record(); !opened)
        return app::not_written(opened.error());
    if (record_)
        return app::commit(*record_, *command, atlas_);
    if (const auto *open = std::get_if<app::OpenSession>(&*command))
        return open_session(*open);
    return app::refused({"There is no session with this id yet; open_session begins it."});
}

Result<Done> Lines::end() {
    return record_ ? record_->save() : Result<Done>(Done{});
}

bool acknowledge(std::size_t number) {
    return std::printf("ack %zu\n", number) > 0 && std::fflush(stdout) == 0;
}

Outcome take_all(Lines lines) {
    Exit exit = done;
    std::string line;
    for (std::size_t number = 1; std::getline(std::cin, line); ++number) {
        if (line.empty())
            continue;
        const app::Committed taken = lines.take(line);
        if (taken && !acknowledge(number))
            return Error{"Nobody reads what was done. The rest was not taken."};
        if (taken)
            continue;
        exit = failed;
        complain("line " + std::to_string(number) + ": " + taken.sentence);
        if (taken.outcome == app::CommitOutcome::not_written)
            return exit;
    }
    if (const auto saved = lines.end(); !saved)
        return saved.error();
    return exit;
}

} // namespace

Outcome apply_command(Args args) {
    SessionArgs session;
    const engine::CommandLine line{
        .program = "palpate-cli apply",
        .about =
            "Applies commands from standard input, one JSON object a line, to the session with "
            "this id. A session that is not there begins with its first command, open_session. "
            "Prints \"ack N\" for line N as soon as what it changed is on the disk. A line that "
            "is refused is told, and the next one is taken; after a write that failed it stops.",
        .arguments = session_arguments(session),
        .end = "Exit code 1 when not all lines were taken.",
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    auto store = open_store(session.folder, *atlas, session.store, Input::taken);
    if (!store)
        return store.error();
    return take_all(Lines{*store, *atlas, session.session_id});
}

} // namespace cli
