#include "kills.hpp"

#include "command_maker.hpp"
#include "store/record/recovery.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace soak {

namespace fs = std::filesystem;
using namespace app;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::uint64_t most_calls = 60; ///< to the disk, before a fault strikes
constexpr std::size_t lines_for_program = 300;
/// Mostly it is killed in the middle of its lines.
constexpr Life longest_of_program{.commands = 150, .then_ms = 12};
constexpr std::size_t many_amendments = 4;

/// Of the session that a worker with this seed begins.
std::string id_of_first(const Atlas &atlas, std::uint64_t seed) {
    return std::get<OpenSession>(CommandMaker{atlas, seed}.next({})).id;
}

std::string words_of(const Life &life) {
    return "after " + std::to_string(life.commands) + " commands and " +
           std::to_string(life.then_ms) + " ms";
}

Result<Done> encrypt(const KillPlan &plan) {
    auto files = ClinicFiles::open(plan.folder);
    if (!files)
        return files.error();
    const auto words = files->begin_encryption(plan.passphrase, quick_passphrase_cost);
    if (!words)
        return words.error();
    return files->finish_change();
}

/// Kills one worker after the other on the same session, and begins another one now and then.
class Round {
  public:
    Round(const KillPlan &plan, const Atlas &atlas)
        : plan_(plan),
          atlas_(atlas),
          clinic_{plan.folder, plan.passphrase},
          random_(atlas, plan.seed) {}

    /// One worker more.
    Result<Done> go();
    /// Whether the list of what was done has no gap.
    Result<Done> look_at_audit() const;
    const Tally &tally() const { return tally_; }

  private:
    Life random_life(const Life &longest);
    Result<End> work();
    Result<End> work_by_program();
    Result<Done> look(const End &end);
    Result<Done> follow(const End &end, const SessionFile &found);
    std::optional<std::string> left_over() const;
    void begin_anew();
    Error loss(const std::string &what) const;

    const KillPlan &plan_;
    const Atlas &atlas_;
    Clinic clinic_;
    CommandMaker random_;
    Tally tally_;
    std::uint64_t seed_ = 0; ///< of this round's commands
    std::string how_;        ///< it was killed
    Document expected_;      ///< no id: the session is not begun yet
    std::uint64_t revision_ = 0;
};

Error Round::loss(const std::string &what) const {
    return {what + " (seed " + std::to_string(plan_.seed) + ", kill " +
            std::to_string(tally_.kills + 1) + ", " + how_ + ", session " + expected_.id + " in " +
            plan_.folder.string() + ")"};
}

Life Round::random_life(const Life &longest) {
    return {.commands = random_.number(longest.commands + 1),
            .then_ms =
                static_cast<int>(random_.number(static_cast<std::uint64_t>(longest.then_ms) + 1))};
}

Result<End> Round::work() {
    Fault fault{.folder = plan_.folder};
    Life life;
    if (random_.one_in(2)) {
        constexpr std::array ways{Outcome::die_before, Outcome::die_half, Outcome::die_after};
        fault.at = 1 + static_cast<long>(random_.number(most_calls));
        fault.outcome = ways[random_.number(ways.size())];
        how_ = "in call " + std::to_string(fault.at);
    } else {
        life = random_life(plan_.longest);
        how_ = words_of(life);
    }
    auto end = work_in_fork(clinic_, atlas_, expected_.id, seed_, fault, life);
    if (end)
        tally_.in_calls += end->killed && fault.at > 0;
    return end;
}

Result<End> Round::work_by_program() {
    CommandMaker maker{atlas_, seed_};
    std::vector<Command> commands;
    Document document = expected_;
    for (std::size_t i = 0; i < lines_for_program; ++i) {
        commands.push_back(maker.next(document));
        document = update(document, commands.back(), atlas_).value();
    }
    const Life life = random_life(longest_of_program);
    how_ = "palpate-cli " + words_of(life);
    auto end = work_in_program(plan_.cli, clinic_, document.id, commands, life);
    if (end)
        tally_.of_programs += end->killed;
    return end;
}

void Round::begin_anew() {
    expected_ = {};
    revision_ = 0;
}

Result<Done> Round::go() {
    if (expected_.amendments.size() >= many_amendments || random_.one_in(25))
        begin_anew();
    seed_ = random_.number(std::uint64_t{1} << 62U);
    const bool by_program =
        !plan_.cli.empty() && random_.one_in(static_cast<std::uint64_t>(plan_.program_each));
    const auto end = by_program ? work_by_program() : work();
    if (!end)
        return end.error();
    if (!end->problem.empty())
        return loss(end->problem);
    if (const auto looked = look(*end); !looked)
        return looked;
    tally_.kills += end->killed;
    tally_.acknowledged += static_cast<long>(end->acknowledged);
    return Done{};
}

/// What the next start of the program finds.
Result<Done> Round::look(const End &end) {
    const std::string id = expected_.id.empty() ? id_of_first(atlas_, seed_) : expected_.id;
    auto store = clinic_.open(atlas_);
    if (!store)
        return loss(store.error().message);
    const auto before = store->read_session(id);
    const auto recovered = recover(*store);
    if (const auto rest = left_over())
        return loss("this was left over: " + *rest);
    for (const Recovered &one : recovered) {
        if (!one.problem.empty())
            return loss("recovery says: " + one.problem);
        if (one.damaged || one.session != id)
            return loss("recovery found damage, or another session");
        tally_.recovered += one.commands;
    }
    if (!before && end.acknowledged == 0 && expected_.id.empty())
        return Done{}; // it died before the session was there
    if (!before)
        return loss(before.error().message);
    const auto after = store->read_session(id);
    if (!after)
        return loss(after.error().message);
    const std::uint64_t told = recovered.empty() ? 0 : recovered.front().commands;
    if (after->revision != before->revision + told)
        return loss("recovery tells " + std::to_string(told) +
                    " commands, the revision went from " + std::to_string(before->revision) +
                    " to " + std::to_string(after->revision));
    const auto loaded = store->load(id);
    if (!loaded || !(*loaded == after->document))
        return loss("after recovery, the session is not what its file says");
    return follow(end, *after);
}

/// Whether the session is what the acknowledged commands make of it, or one command more.
Result<Done> Round::follow(const End &end, const SessionFile &found) {
    const std::uint64_t acknowledged = revision_ + end.acknowledged;
    if (found.revision != acknowledged && found.revision != acknowledged + 1)
        return loss("the revision is " + std::to_string(found.revision) + ", but " +
                    std::to_string(acknowledged) + " commands were acknowledged");
    tally_.sessions += expected_.id.empty();
    tally_.unacknowledged += found.revision > acknowledged;
    CommandMaker maker{atlas_, seed_};
    for (; revision_ < found.revision; ++revision_)
        expected_ = update(expected_, maker.next(expected_), atlas_).value();
    if (!(found.document == expected_))
        return loss("the session is not what its " + std::to_string(revision_) +
                    " commands make of it");
    return Done{};
}

Result<Done> Round::look_at_audit() const {
    const auto store = clinic_.open(atlas_);
    if (!store)
        return loss(store.error().message);
    const auto report =
        verify_audit(store->files(), [&store](const std::string &id) { return store->load(id); });
    if (!report)
        return loss(report.error().message);
    return report->problems.empty() ? Result<Done>(Done{}) : loss(report->problems.front());
}

/// A file that should have been swept.
std::optional<std::string> Round::left_over() const {
    for (const auto &entry : fs::recursive_directory_iterator{plan_.folder}) {
        const std::string name = entry.path().filename();
        if (name.find(".tmp-") != name.npos || entry.path().parent_path().filename() == "journal")
            return entry.path().string();
    }
    return {};
}

} // namespace

Result<Tally> kill_and_look(const KillPlan &plan, const Atlas &atlas) {
    if (!plan.passphrase.empty())
        if (const auto encrypted = encrypt(plan); !encrypted)
            return encrypted.error();
    Round round{plan, atlas};
    while (round.tally().kills < plan.kills && plan.goes_on(round.tally()))
        if (const auto went = round.go(); !went)
            return went.error();
    if (const auto looked = round.look_at_audit(); !looked)
        return looked.error();
    return round.tally();
}

} // namespace soak
