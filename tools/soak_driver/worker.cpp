#include "worker.hpp"

#include "base/file.hpp"
#include "command_maker.hpp"
#include "model/session/command_json.hpp"
#include "store/record/recovery.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <poll.h>
#include <span>
#include <string>
#include <string_view>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace soak {

using namespace app;
using engine::Error;
using engine::Result;
using Clock = std::chrono::steady_clock;

namespace {

constexpr int most_commands = 400;
/// A child that lives longer than that hangs.
constexpr int too_long_ms = 60'000;

[[noreturn]] void give_up(const std::string &why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    ::_exit(1);
}

void acknowledge(int to) {
    if (::write(to, "\n", 1) != 1)
        ::_exit(1);
}

/// Now and then what a program does between two changes.
void live(Store &store, std::unique_ptr<Record> &record, CommandMaker &habits) {
    if (habits.one_in(12))
        if (const auto saved = record->save(); !saved)
            give_up(saved.error().message);
    if (habits.one_in(12))
        if (const auto news = record->refresh(); !news)
            give_up(news.error().message);
    if (habits.one_in(40)) {
        const std::string id = record->document().id;
        record.reset();
        auto again = store.open(id);
        if (!again)
            give_up(again.error().message);
        record = std::move(*again);
    }
}

std::unique_ptr<Record> open_record(Store &store, const Command &first,
                                    const std::string &session_id) {
    auto record =
        session_id.empty() ? store.create(std::get<OpenSession>(first)) : store.open(session_id);
    if (!record)
        give_up(record.error().message);
    return std::move(*record);
}

[[noreturn]] void work(const Clinic &clinic, const Atlas &atlas, const std::string &session_id,
                       std::uint64_t seed, const Fault &fault, int acknowledgements) {
    const DiskFaults faults{fault};
    auto store = clinic.open(atlas);
    if (!store)
        give_up(store.error().message);
    (void)recover(*store);
    CommandMaker maker{atlas, seed}, habits{atlas, seed + 1};
    std::unique_ptr<Record> record;
    for (int i = 0; i < most_commands; ++i) {
        if (!record && !session_id.empty())
            record = open_record(*store, {}, session_id);
        const Command command = maker.next(record ? record->document() : Document{});
        if (!record) {
            record = open_record(*store, command, {});
        } else if (const auto done = commit(*record, command, atlas); !done) {
            give_up(done.error().message);
        }
        acknowledge(acknowledgements);
        live(*store, record, habits);
    }
    record.reset();
    ::_exit(0);
}

std::size_t lines_of(std::string_view said) {
    return static_cast<std::size_t>(std::ranges::count(said, '\n'));
}

/// All that comes, until the other end is closed; kills the process when its life is over.
std::string read_until_end(int from, pid_t process, const Life &life) {
    using std::chrono::milliseconds;
    std::string text;
    std::array<char, 4096> some{};
    auto end = Clock::now() + milliseconds(too_long_ms);
    for (bool counts = false, killed = false;;) {
        if (!counts && lines_of(text) >= life.commands) {
            counts = true;
            end = Clock::now() + milliseconds(life.then_ms);
        }
        const auto left = std::chrono::duration_cast<milliseconds>(end - Clock::now()).count();
        pollfd ready{from, POLLIN, 0};
        if (!killed && (left <= 0 || ::poll(&ready, 1, static_cast<int>(left)) == 0)) {
            ::kill(process, SIGKILL);
            killed = true;
        }
        const ssize_t count = ::read(from, some.data(), some.size());
        if (count <= 0)
            return text;
        text.append(some.data(), static_cast<std::size_t>(count));
    }
}

End end_of(pid_t process, const std::string &said) {
    End end;
    end.acknowledged = lines_of(said);
    int status = 0;
    ::waitpid(process, &status, 0);
    end.killed = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    if (!end.killed && !(WIFEXITED(status) && WEXITSTATUS(status) == 0))
        end.problem = "the worker ended by itself with status " + std::to_string(status);
    return end;
}

class Pipe {
  public:
    Pipe() { ok_ = ::pipe2(ends_.data(), O_CLOEXEC) == 0; }
    ~Pipe() {
        close_in();
        if (ok_)
            ::close(ends_[0]);
    }
    Pipe(const Pipe &) = delete;
    Pipe &operator=(const Pipe &) = delete;
    bool ok() const { return ok_; }
    int out() const { return ends_[0]; }
    int in() const { return ends_[1]; }
    void close_in() {
        if (ok_ && ends_[1] >= 0)
            ::close(std::exchange(ends_[1], -1));
    }

  private:
    std::array<int, 2> ends_{-1, -1};
    bool ok_ = false;
};

const Error no_process{"No process could be started. Close other programs, then try again."};

} // namespace

Result<FolderStore> Clinic::open(const Atlas &atlas) const {
    auto files = ClinicFiles::open(folder);
    if (!files)
        return files.error();
    if (!passphrase.empty())
        if (const auto unlocked = files->unlock(passphrase); !unlocked)
            return unlocked.error();
    // With a list of what was done, as in a clinic; its times are the same in every run.
    Actor actor{.who = [] { return "an example"; }, .clock = [] { return engine::Timestamp{}; }};
    return FolderStore::open(std::move(*files), atlas, std::move(actor));
}

Result<End> work_in_fork(const Clinic &clinic, const Atlas &atlas, const std::string &session_id,
                         std::uint64_t seed, const Fault &fault, const Life &life) {
    Pipe pipe;
    const pid_t process = pipe.ok() ? ::fork() : -1;
    if (process < 0)
        return no_process;
    if (process == 0)
        work(clinic, atlas, session_id, seed, fault, pipe.in());
    pipe.close_in();
    const bool by_fault = fault.at > 0;
    const std::string said =
        read_until_end(pipe.out(), process, by_fault ? Life{.then_ms = too_long_ms} : life);
    return end_of(process, said);
}

Result<End> work_in_program(const std::filesystem::path &cli, const Clinic &clinic,
                            const std::string &session_id, std::span<const Command> commands,
                            const Life &life) {
    std::filesystem::path lines = clinic.folder;
    lines += "-commands.jsonl";
    if (const auto written = engine::write_file_durably(lines, to_json_lines(commands)); !written)
        return written.error();
    Pipe pipe;
    const pid_t process = pipe.ok() ? ::fork() : -1;
    if (process < 0)
        return no_process;
    if (process == 0) {
        const int input = ::open(lines.c_str(), O_RDONLY);
        if (input >= 0 && ::dup2(input, STDIN_FILENO) >= 0 &&
            ::dup2(pipe.in(), STDOUT_FILENO) >= 0 &&
            ::setenv("PALPATE_PASSPHRASE", clinic.passphrase.c_str(), 1) == 0)
            ::execl(cli.c_str(), cli.c_str(), "apply", clinic.folder.c_str(), session_id.c_str(),
                    static_cast<char *>(nullptr));
        ::_exit(1);
    }
    pipe.close_in();
    const std::string said = read_until_end(pipe.out(), process, life);
    return end_of(process, said);
}

} // namespace soak
