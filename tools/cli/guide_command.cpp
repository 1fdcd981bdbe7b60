#include "base/file.hpp"
#include "base/share.hpp"
#include "commands.hpp"
#include "model/guidance/guidance.hpp"
#include "model/guidance/pressure.hpp"
#include "model/guidance/race_times.hpp"
#include "model/text/names.hpp"
#include "read_sessions.hpp"
#include "store/files/settings_file.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {
template <>
struct Names<Severity> {
    static constexpr std::array<std::string_view, 4> all{"stop", "warning", "caution", "note"};
};
} // namespace app

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

namespace {

struct GuideRequest {
    bool json = false;
    fs::path file, history, settings; ///< the last two may be empty
    engine::Timestamp at;
};

struct Guided {
    std::vector<app::Advice> cards;
    int pressure_cap = 5;
};

engine::CommandLine guide_line(GuideRequest &request) {
    const auto take_time = [&request](const std::string &text) -> Result<engine::Done> {
        const auto time = engine::parse_iso(text);
        if (!time)
            return Error{"--at needs a time as 2026-11-20T17:00:00+01:00, not \"" + text + "\"."};
        request.at = *time;
        return engine::Done{};
    };
    return {
        .program = "palpate-cli guide",
        .about = "Prints what the rules say about a session: one card for each, the most severe "
                 "first. The file is not changed.",
        .arguments =
            {session_file(request.file),
             {"--at", "TIME",
              "the time that is judged, as 2026-11-20T17:00:00+01:00. It takes the place of "
              "the appointment's start: the massage is thought to be then. A closed session "
              "that was before keeps its day, and day 3 is counted from it.",
              take_time, "Name the time with --at."},
             {"--history", "DIR",
              "folder with session files; those of the same client before this session are "
              "its history",
              &request.history},
             {"--settings", "FILE", "the clinic's settings.json; the usual settings when left out",
              &request.settings},
             json_flag(request.json,
                       "print the cards as JSON. pressure_cap of a card with areas is for "
                       "these only; 0 means notes only. The last two fields are for the "
                       "whole session.")},
    };
}

Result<app::GuidanceSettings> read_settings(const fs::path &file) {
    constexpr std::size_t most_bytes = 4 * 1024 * 1024;
    if (file.empty())
        return app::GuidanceSettings{};
    const auto text = engine::read_file(file, most_bytes);
    if (!text)
        return text.error();
    const auto settings = app::settings_from_json(*text);
    if (!settings)
        return Error{file.string() + ": " + settings.error().message};
    return settings->guidance;
}

Result<std::vector<app::Document>> read_history(const fs::path &folder, const app::Document &today,
                                                const app::Atlas &atlas) {
    if (folder.empty())
        return std::vector<app::Document>{};
    std::vector<std::string> unreadable;
    auto past = earlier_sessions(folder, today, atlas, &unreadable);
    for (const std::string &problem : unreadable)
        complain("Left out: " + problem);
    return past;
}

/// Of such a session there is still day 3 to ask about, which counts from when it was.
bool is_over(const app::Document &document) {
    return document.stage == app::Stage::closed || !document.follow_up.empty();
}

Result<Guided> guide(const GuideRequest &request, const app::Atlas &atlas) {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto health = app::HealthQuestions::load(*share / "guidance" / "health.json");
    if (!health)
        return health.error();
    const auto settings = read_settings(request.settings);
    if (!settings)
        return settings.error();
    auto document = read_session(request.file, atlas);
    if (!document)
        return document.error();
    engine::Timestamp &start = document->appointment.start;
    if (!is_over(*document) || request.at.unix_ms < start.unix_ms)
        start = request.at;
    const auto past = read_history(request.history, *document, atlas);
    if (!past)
        return past.error();
    const engine::Timestamp at = app::massage_time(*document, request.at);
    return Guided{app::guidance(*document, *past, *settings, request.at, atlas, *health),
                  app::pressure_cap(*health, *document, *past, at).level};
}

void print_cards_json(const GuideRequest &request, const Guided &guided) {
    auto cards = nlohmann::ordered_json::array();
    bool blocks_session = false;
    for (const app::Advice &advice : guided.cards) {
        blocks_session = blocks_session || advice.blocks_session;
        cards.push_back({{"rule", advice.rule},
                         {"severity", app::name_of(advice.severity)},
                         {"title", advice.title},
                         {"reason", advice.reason},
                         {"action", advice.action},
                         {"pressure_cap", nullptr},
                         {"blocks_session", advice.blocks_session},
                         {"blocked_areas", advice.blocked_areas},
                         {"areas", advice.areas}});
        if (advice.pressure_cap)
            cards.back()["pressure_cap"] = *advice.pressure_cap;
    }
    const nlohmann::ordered_json json = {
        {"format", "palpate-guidance"},        {"version", 1},
        {"at", engine::to_iso(request.at)},    {"cards", std::move(cards)},
        {"pressure_cap", guided.pressure_cap}, {"blocks_session", blocks_session}};
    print_json(json);
}

void print_cards(const Guided &guided) {
    for (const app::Advice &advice : guided.cards)
        std::printf("%-7s  %-6s  %s. %s %s\n", app::name_of(advice.severity).data(),
                    advice.rule.c_str(), advice.title.c_str(), advice.reason.c_str(),
                    advice.action.c_str());
    std::printf("Pressure: at most %d.\n", guided.pressure_cap);
    if (std::ranges::any_of(guided.cards, &app::Advice::blocks_session))
        std::puts("No massage now.");
}

} // namespace

Outcome guide_command(Args args) {
    GuideRequest request;
    if (const auto exit = engine::answer(guide_line(request), args))
        return *exit;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto guided = guide(request, *atlas);
    if (!guided)
        return guided.error();
    if (request.json)
        print_cards_json(request, *guided);
    else
        print_cards(*guided);
    return done;
}

} // namespace cli
