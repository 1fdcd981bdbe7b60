#include "base/share.hpp"
#include "commands.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/plan/plan_proposal.hpp"
#include "model/session/rules.hpp"
#include "read_sessions.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdio>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

struct PlanRequest {
    bool json = false;
    fs::path file, history;
    std::string minutes; ///< empty: as booked
};

engine::CommandLine plan_line(PlanRequest &request) {
    return {
        .program = "palpate-cli plan",
        .about = "Proposes a plan for a session: the whole body, and more minutes for the places "
                 "that need them. The file is not changed.",
        .arguments = {session_file(request.file),
                      {"--minutes", "N",
                       "length of the treatment, 10 to 180 (the booked one when left out)",
                       &request.minutes},
                      history_option(request.history),
                      json_flag(request.json,
                                "print the parts with their minutes and reasons as JSON")},
    };
}

Result<int> minutes_of(const std::string &words) {
    constexpr app::WholeNumberRule rule = app::rules::booked_minutes;
    int minutes = 0;
    const char *end = words.data() + words.size();
    const auto [stopped, failure] = std::from_chars(words.data(), end, minutes);
    if (failure != std::errc() || stopped != end || minutes < rule.low || minutes > rule.high)
        return Error{"--minutes has to be a whole number from " + std::to_string(rule.low) +
                     " to " + std::to_string(rule.high) + ", not \"" + words + "\"."};
    return minutes;
}

struct Plan {
    int minutes = 0, overbooked = 0;
    std::vector<app::ProposedItem> items;
};

Result<Plan> propose(const PlanRequest &request, const app::Atlas &atlas) {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto health = app::HealthQuestions::load(*share / "guidance" / "health.json");
    if (!health)
        return health.error();
    const auto document = read_session(request.file, atlas);
    if (!document)
        return document.error();
    const auto past =
        earlier_sessions(history_or_beside(request.history, request.file), *document, atlas);
    if (!past)
        return past.error();
    const auto minutes = request.minutes.empty() ? Result<int>(document->appointment.minutes)
                                                 : minutes_of(request.minutes);
    if (!minutes)
        return minutes.error();
    return Plan{*minutes, app::overbooked_minutes(*document, *minutes),
                app::proposed_plan(*document, *past, *minutes, atlas, *health)};
}

std::string name_of_item(const app::PlanItem &item, const app::Atlas &atlas,
                         const app::Phrases &words) {
    if (const app::MainZone *zone = app::main_zone(item.part))
        return std::string(zone->title);
    const app::Area *area = atlas.area(item.part);
    return area != nullptr ? atlas.title(*area, app::Reader::therapist, words) : item.part;
}

int focus_minutes(const Plan &plan) {
    int sum = 0;
    for (const app::ProposedItem &proposed : plan.items)
        sum += app::is_focus(proposed.item) ? proposed.item.minutes : 0;
    return sum;
}

void print_plan_json(const Plan &plan, const app::Atlas &atlas, const app::Phrases &words) {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const auto &[item, reason] : plan.items)
        items.push_back({{"region", item.part},
                         {"name", name_of_item(item, atlas, words)},
                         {"kind", app::is_focus(item) ? "focus" : "zone"},
                         {"minutes", item.minutes},
                         {"reason", reason}});
    const nlohmann::ordered_json json = {{"format", "palpate-plan"},
                                         {"version", 1},
                                         {"minutes", plan.minutes},
                                         {"focus_minutes", focus_minutes(plan)},
                                         {"items", std::move(items)}};
    print_json(json);
}

void print_plan(const Plan &plan, const app::Atlas &atlas, const app::Phrases &words) {
    for (const auto &[item, reason] : plan.items)
        std::printf("%3d min  %s: %s\n", item.minutes, name_of_item(item, atlas, words).c_str(),
                    reason.c_str());
    std::printf("%3d min, %d of them for focus areas\n", plan.minutes, focus_minutes(plan));
}

} // namespace

Outcome plan_command(Args args) {
    PlanRequest request;
    if (const auto exit = engine::answer(plan_line(request), args))
        return *exit;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto words = load_words();
    if (!words)
        return words.error();
    const auto plan = propose(request, *atlas);
    if (!plan)
        return plan.error();
    if (request.json)
        print_plan_json(*plan, *atlas, *words);
    else
        print_plan(*plan, *atlas, *words);
    if (plan->overbooked > 0)
        return Error{"The minutes that were set by hand are " + std::to_string(plan->overbooked) +
                     " more than there are. Shorten one of those parts."};
    return done;
}

} // namespace cli
