#include "base/uuid.hpp"
#include "model/guidance/guidance.hpp"
#include "parts.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Error;
using engine::Result;
namespace fs = std::filesystem;

constexpr int rounds = 11, calls = 20;
constexpr std::int64_t now_ms = 1'760'000'000'000, week_ms = 7LL * 24 * 3'600'000;
constexpr std::int64_t three_days_ms = 3LL * 24 * 3'600'000;

/// A session with all that the rules look at: marks, a plan with techniques, a race in three days.
app::Document session(const app::Atlas &atlas, int weeks_ago) {
    app::Document document;
    const engine::Timestamp start{now_ms - weeks_ago * week_ms, 60};
    document.id = engine::uuid7(start.unix_ms, 0, static_cast<std::uint64_t>(weeks_ago));
    document.client = {.id = engine::uuid7(1, 1, 1), .name = "Example", .example = true};
    document.appointment.start = start;
    document.practice.therapist = "Example";
    document.intake.experience = app::Experience::used_to_it;
    document.intake.event = app::Event{.start = {start.unix_ms + three_days_ms, 60},
                                       .hour_known = true,
                                       .name = {},
                                       .unknown = {}};
    for (std::size_t i = 0; i < 8; ++i) {
        const app::Area &area = atlas.areas()[5 * i];
        app::Mark mark;
        mark.id = engine::uuid7(start.unix_ms, 1, i);
        mark.area = area.id;
        mark.regions = area.regions;
        mark.level = static_cast<int>(i);
        document.marks.push_back(std::move(mark));
        document.plan.push_back({.part = area.id,
                                 .minutes = 7,
                                 .techniques = {"Effleurage", "Petrissage", "Friction"}});
    }
    return document;
}

} // namespace

Result<Done> measure_guiding(const fs::path &share, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    const auto health = app::HealthQuestions::load(share / "guidance" / "health.json");
    if (!health)
        return health.error();
    app::Document today = session(*atlas, 0);
    today.plan.front().techniques.emplace_back("New"); // every earlier session is looked at
    const auto name = [](int sessions) {
        return "guidance: a client with " + std::to_string(sessions) + " sessions";
    };
    constexpr int few = 10, many = 1'000;
    for (const int sessions : {few, many}) {
        std::vector<app::Document> past;
        for (int weeks_ago = sessions; weeks_ago > 0; --weeks_ago)
            past.push_back(session(*atlas, weeks_ago));
        bool found = true;
        const Time time = measure(rounds, calls, [&] {
            const auto cards =
                app::guidance(today, past, {}, today.appointment.start, *atlas, *health);
            found = found && !cards.empty();
        });
        if (!found)
            return Error{"The guidance of the benchmark says nothing."};
        figures.push_back({name(sessions), time, name(few), {}});
    }
    return Done{};
}

} // namespace bench
