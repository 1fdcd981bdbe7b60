// Four programs work on one folder at the same time.

#include "catch.hpp"
#include "example_session.hpp"
#include "scratch.hpp"
#include "store/record/recovery.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <random>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
using test::at;
using test::atlas;
using test::id;
namespace fs = std::filesystem;

namespace {

constexpr int programs = 4;
constexpr int commands_each = 2500;
constexpr int own_each = 5; ///< every so many commands, one on the program's own session

std::string shared_mark(int program) {
    return id(100 + static_cast<std::uint64_t>(program));
}
std::string own_session(int program) {
    return id(200 + static_cast<std::uint64_t>(program));
}

OpenSession opening(const std::string &session) {
    OpenSession open = test::open_session();
    open.id = session;
    return open;
}

/// What a program says: "shared 17" after the command that made revision 17 of the shared session.
class Diary {
  public:
    explicit Diary(const fs::path &file) : out_(file) {}
    void note(std::string_view session, std::uint64_t revision) {
        out_ << session << ' ' << revision << '\n';
    }
    void last(int level, const std::string &words) { out_ << "last " << level << ' ' << words; }

  private:
    std::ofstream out_;
};

/// One program: changes its own mark in the shared session, and its own session.
int work(const fs::path &folder, int program, const fs::path &diary_file) {
    auto store = FolderStore::open(folder, atlas());
    auto shared = store ? store->open(id(1)) : Request<std::unique_ptr<Record>>(store.error());
    auto own = store->create(opening(own_session(program)));
    if (!shared || !own)
        return 1;
    Diary diary{diary_file};
    std::mt19937 random{static_cast<unsigned>(program)};
    int level = 0;
    std::string words;
    for (int i = 0; i < commands_each; ++i) {
        const bool is_own = i % own_each == 0;
        Record &record = is_own ? **own : **shared;
        Command command = SetNote{"note " + std::to_string(i)};
        if (!is_own && i % 2 == 0)
            command = SetMarkLevel{shared_mark(program), level = static_cast<int>(random() % 11)};
        else if (!is_own)
            command = SetMarkNote{shared_mark(program), words = "words-" + std::to_string(i)};
        if (!commit(record, command, atlas()).ok())
            return 2;
        diary.note(is_own ? "own" : "shared", record.revision());
        if (random() % 200 == 0 && !record.save().ok())
            return 3;
        if (random() % 50 == 0 && !record.refresh().ok())
            return 4;
    }
    diary.last(level, words);
    return 0;
}

struct Told {
    std::vector<std::uint64_t> shared, own; ///< revisions
    int level = 0;
    std::string words;
};

Told read_diary(const fs::path &file) {
    Told said;
    std::ifstream in{file};
    for (std::string kind; in >> kind;) {
        if (kind == "last") {
            in >> said.level >> said.words;
            continue;
        }
        std::uint64_t revision = 0;
        in >> revision;
        (kind == "own" ? said.own : said.shared).push_back(revision);
    }
    return said;
}

/// `first`, `first` + 1 ... without a gap or a double.
std::vector<std::uint64_t> counted(std::uint64_t first, std::size_t count) {
    std::vector<std::uint64_t> all(count);
    for (std::size_t i = 0; i < count; ++i)
        all[i] = first + i;
    return all;
}

/// Reads the shared session as often as it can, until all programs have ended. Returns how often.
int read_meanwhile(const FolderStore &store, std::span<const pid_t> children) {
    int reads = 0;
    for (const pid_t child : children) {
        int status = 0;
        while (::waitpid(child, &status, WNOHANG) == 0) {
            const auto session = store.load(id(1));
            INFO((session ? std::string() : session.error().message));
            REQUIRE(session.ok());
            ++reads;
            ::usleep(20'000);
        }
        CHECK(status == 0);
    }
    return reads;
}

} // namespace

TEST_CASE("four programs do ten thousand commands on one folder, and all are there") {
    const test::Scratch scratch;
    const fs::path folder = scratch.path() / "clinic";
    auto store = FolderStore::open(folder, atlas());
    REQUIRE(store.ok());
    {
        auto shared = store->create(opening(id(1)));
        REQUIRE(shared.ok());
        constexpr std::array areas{"lower_leg_calf.l", "lower_leg_calf.r", "thigh_hamstrings.l",
                                   "thigh_hamstrings.r"};
        for (int program = 0; program < programs; ++program) {
            AddMark add = test::mark(1, areas[static_cast<std::size_t>(program)], Channel::pain);
            add.id = shared_mark(program);
            REQUIRE(commit(**shared, add, atlas()).ok());
        }
    }
    std::array<pid_t, programs> children{};
    for (int program = 0; program < programs; ++program) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0)
            ::_exit(work(folder, program, scratch.path() / std::to_string(program)));
        children[static_cast<std::size_t>(program)] = child;
    }
    CHECK(read_meanwhile(*store, children) > 0);

    const Document shared = store->load(id(1)).value();
    std::vector<std::uint64_t> revisions;
    for (int program = 0; program < programs; ++program) {
        const Told said = read_diary(scratch.path() / std::to_string(program));
        CHECK(said.own == counted(2, commands_each / own_each));
        CHECK(store->load(own_session(program))->note ==
              "note " + std::to_string(commands_each - own_each));
        revisions.insert(revisions.end(), said.shared.begin(), said.shared.end());
        const Mark *mark = find_mark(shared, shared_mark(program));
        REQUIRE(mark != nullptr);
        CHECK(mark->level == said.level);
        CHECK(mark->note == said.words);
    }
    std::ranges::sort(revisions);
    CHECK(revisions == counted(2 + programs, programs * commands_each * (own_each - 1) / own_each));
    CHECK(shared.conflicts.empty());

    for (const Recovered &one : recover(*store))
        CHECK(one.problem == "");
    CHECK(store->read_session(id(1))->document == shared);
    const auto shelf = store->shelf({.now = at(0)});
    REQUIRE(shelf.ok());
    CHECK(shelf->sessions == 1 + programs);
    CHECK(shelf->unreadable.empty());
    Index::remove(store->files());
    CHECK(store->shelf({.now = at(0)}).value() == *shelf);
}
