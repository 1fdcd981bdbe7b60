#include "base/share.hpp"
#include "commands.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/plan/plan_proposal.hpp"
#include "model/session/rules.hpp"
#include "read_sessions.hpp"

#include <nlohmann/json.hpp>

#include <charconv>
#include <cstdio>

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli plan FILE [--minutes N] [--history DIR] [--json]\n\n"
    "Proposes a plan for a session: the whole body, and more minutes for the places that need "
    "them.\n"
    "  --minutes N     length of the treatment, 10 to 180 (the booked one when left out)\n"
    "  --history DIR   folder with earlier sessions of the client (the one FILE lies in when left "
    "out)\n"
    "  --json          print the parts with their minutes and reasons as JSON\n"
    "The file is not changed.\n";

struct Request {
    bool help = false, json = false;
    fs::path file, history;
    std::string minutes; ///< empty: as booked
};

Result<Request> parse_request(Args args) {
    std::vector<std::string> rest(args.begin(), args.end());
    Request request;
    const auto minutes = take_value(rest, "--minutes");
    if (!minutes)
        return minutes.error();
    const auto history = take_value(rest, "--history");
    if (!history)
        return history.error();
    const auto parsed = parse(rest);
    if (!parsed)
        return parsed.error();
    request.help = parsed->help;
    request.json = parsed->json;
    if (request.help)
        return request;
    if (parsed->files.size() != 1)
        return Error{"Name exactly one session file."};
    request.file = parsed->files.front();
    request.minutes = *minutes;
    request.history =
        history->empty() ? fs::absolute(request.file).parent_path() : fs::path(*history);
    return request;
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

Result<Plan> propose(const Request &request, const app::Atlas &atlas) {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto health = app::HealthQuestions::load(*share / "guidance" / "health.json");
    if (!health)
        return health.error();
    const auto document = read_session(request.file, atlas);
    if (!document)
        return document.error();
    const auto past = earlier_sessions(request.history, *document, atlas);
    if (!past)
        return past.error();
    const auto minutes = request.minutes.empty() ? Result<int>(document->appointment.minutes)
                                                 : minutes_of(request.minutes);
    if (!minutes)
        return minutes.error();
    return Plan{*minutes, app::overbooked_minutes(*document, *minutes),
                app::proposed_plan(*document, *past, *minutes, atlas, *health)};
}

std::string name_of(const app::PlanItem &item, const app::Atlas &atlas, const app::Phrases &words) {
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

void print_json(const Plan &plan, const app::Atlas &atlas, const app::Phrases &words) {
    nlohmann::ordered_json items = nlohmann::ordered_json::array();
    for (const auto &[item, reason] : plan.items)
        items.push_back({{"region", item.part},
                         {"name", name_of(item, atlas, words)},
                         {"kind", app::is_focus(item) ? "focus" : "zone"},
                         {"minutes", item.minutes},
                         {"reason", reason}});
    const nlohmann::ordered_json json = {{"format", "palpate-plan"},
                                         {"version", 1},
                                         {"minutes", plan.minutes},
                                         {"focus_minutes", focus_minutes(plan)},
                                         {"items", std::move(items)}};
    std::printf("%s\n", json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace).c_str());
}

void print_lines(const Plan &plan, const app::Atlas &atlas, const app::Phrases &words) {
    for (const auto &[item, reason] : plan.items)
        std::printf("%3d min  %s: %s\n", item.minutes, name_of(item, atlas, words).c_str(),
                    reason.c_str());
    std::printf("%3d min, %d of them for focus areas\n", plan.minutes, focus_minutes(plan));
}

} // namespace

int plan_command(Args args) {
    const auto request = parse_request(args);
    if (!request)
        return complain_usage(request.error().message, usage);
    if (request->help)
        return show_usage(usage);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    const auto words = load_words();
    if (!words)
        return complain(words.error().message, failed);
    const auto plan = propose(*request, *atlas);
    if (!plan)
        return complain(plan.error().message, failed);
    if (request->json)
        print_json(*plan, *atlas, *words);
    else
        print_lines(*plan, *atlas, *words);
    if (plan->overbooked > 0)
        return complain("The minutes that were set by hand are " +
                            std::to_string(plan->overbooked) +
                            " more than there are. Shorten one of those parts.",
                        failed);
    return done;
}

} // namespace cli
