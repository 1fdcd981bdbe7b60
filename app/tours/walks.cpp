#include "tours/walks.hpp"

#include "base/file.hpp"
#include "base/share.hpp"
#include "session/demo_clinic.hpp"
#include "store/record/folder_door.hpp"
#include "tours/tour.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Error;
using engine::Key;
using engine::Result;

namespace {

constexpr glm::vec2 window{1280, 800};
constexpr double new_client_s = 45, returning_client_s = 15;

/// A program without a window in a fresh demo clinic, and the walk through it.
struct Ground {
    std::unique_ptr<engine::ui::Ui> ui;
    std::unique_ptr<Store> store;
    std::unique_ptr<Seal> seal;
    std::unique_ptr<Workspace> workspace;
    std::unique_ptr<Shell> shell;
    std::unique_ptr<Driver> driver;
    std::unique_ptr<Walk> walk;
};

Result<Ground> fresh_ground(const Resources &resources, const std::filesystem::path &folder) {
    Ground ground;
    auto ui = engine::ui::Ui::create({resources.share / "fonts", 100, false, true});
    if (!ui)
        return ui.error();
    ground.ui = std::move(*ui);
    auto door = open_folder(folder);
    if (!door)
        return door.error();
    auto store = (*door)->open(resources.atlas, {});
    if (!store)
        return store.error();
    ground.store = std::move(*store);
    if (auto made =
            create_demo_clinic(*ground.store, resources.atlas, resources.catalog, tour_day());
        !made)
        return made.error();
    if (auto pin = set_example_pin(*ground.store); !pin)
        return pin.error();
    ground.seal =
        std::make_unique<Seal>(*ground.store, quick_pin_limits, ClockTimes{0, tour_day()});
    ground.workspace = std::make_unique<Workspace>(*ground.store, resources.atlas);
    ground.shell = std::make_unique<Shell>(
        resources, *ground.ui, *ground.workspace, *ground.seal,
        Shell::Config{folder / "summaries",
                      [engine = std::mt19937_64(7)]() mutable { return engine(); }});
    ground.driver =
        std::make_unique<Driver>(*ground.shell, *ground.ui, nullptr, window, tour_day());
    ground.walk = std::make_unique<Walk>(*ground.driver, *ground.shell, *ground.ui, *ground.store,
                                         resources.body->places());
    return ground;
}

WalkReport report(std::string name, const Walk &walk, int taps_before) {
    WalkReport report;
    report.name = std::move(name);
    report.taps = walk.taps() - taps_before;
    report.marks = static_cast<int>(walk.shell().document().marks.size());
    report.acknowledged = walk.acknowledged();
    report.found = walk.found();
    report.failure = walk.failure();
    return report;
}

/// A session of somebody who was never here, in the client's hands.
void hand_over_to_new_client(Walk &walk) {
    walk.tap("New session").type("Client's name", "Zoe Okafor").tap("Start");
    walk.tap("Hand over to Zoe");
}

/// The button that leads on, which says where to.
std::string next_button(Walk &walk) {
    for (const engine::ui::Node &node : walk.shell().tree().nodes())
        if (node.role == engine::ui::Role::button && node.name.starts_with("Next"))
            return node.name;
    walk.fail("No button leads on:\n" + walk.shell().tree().dump());
    return {};
}

std::vector<WalkReport> new_client(const Resources & /*resources*/, Walk &walk) {
    hand_over_to_new_client(walk);
    const int begin = walk.taps();
    walk.tap("Start");
    const int body = walk.taps();
    walk.tap_area("lower_leg_calf.l").level("Pain level", 6).tap("Ache").tap("Done");
    walk.tap_area("thigh_hamstrings.r").tap("Tight").level("Tightness", 5).tap("Done");
    walk.tap_area("ankle_foot_heel.r").tap("Pain").level("Pain level", 3).tap("Stiff").tap("Done");
    walk.tap(next_button(walk));
    WalkReport on_the_body = report("new client: three areas on the body", walk, body);
    on_the_body.limit_s = new_client_s;
    walk.tap("Loosen up").tap("No").tap("Tomorrow").tap("Yes, I am used to it");
    walk.tap("None of these").tap(next_button(walk));
    walk.tap("3, Medium, Muscle is kneaded").tap(next_button(walk)).tap("Yes, hand it back");
    return {on_the_body, report("new client: all of it", walk, begin)};
}

/// One of the answers of the given card, from the top.
void answer(Walk &walk, std::string_view name, int card) {
    for (const engine::ui::Node &node : walk.shell().tree().nodes())
        if (node.takes_input && node.name == name && card-- == 0) {
            walk.tap_at(node.visible.center());
            return;
        }
    walk.fail("There are too few answers \"" + std::string(name) + "\".");
}

std::string slider_of(const Walk &walk) {
    for (const engine::ui::Node &node : walk.shell().tree().nodes())
        if (node.role == engine::ui::Role::slider)
            return node.name;
    return {};
}

std::vector<WalkReport> returning_client(const Resources & /*resources*/, Walk &walk) {
    walk.tap("Hand over to Maya");
    const int begin = walk.taps();
    walk.tap("Start");
    const int body = walk.taps();
    answer(walk, "Better", 0);
    walk.level(slider_of(walk), 2).tap("Done");
    answer(walk, "Gone", 1);
    walk.tap(next_button(walk));
    WalkReport on_the_body = report("returning client: two changes", walk, body);
    on_the_body.limit_s = returning_client_s;
    return {on_the_body, report("returning client: from the welcome on", walk, begin)};
}

/// Whether the mark lies on the other side than the area that was meant.
bool is_wrong_side(const Atlas &atlas, const Area &meant, const Document &document) {
    return std::ranges::any_of(document.marks, [&](const Mark &mark) {
        const Area *area = atlas.area(mark.area);
        return area == nullptr ||
               (meant.side != Side::mid && area->side != Side::mid && area->side != meant.side);
    });
}

struct Seen {
    const Area *area;
    glm::vec2 pixel;
};

/// Every area that can be seen now, on each figure, at the middle of what is seen.
std::vector<Seen> seen_areas(const Resources &resources, const Shell &shell) {
    std::vector<Seen> seen;
    const BodyPlaces &places = resources.body->places();
    for (const Area &area : resources.atlas.areas())
        for (const Figure &figure : shell.body().figures)
            if (const auto part = places.visible(figure, places.tags_of_area(area.id));
                part.area_px2 > 0)
                seen.push_back({&area, pixel_of(figure.view, figure.viewport, part.point)});
    return seen;
}

/// `view` is the name of its button.
std::vector<WalkReport> all_areas(const Resources &resources, Walk &walk, const std::string &view) {
    hand_over_to_new_client(walk);
    walk.tap("Start");
    const int begin = walk.taps();
    int marks = 0, wrong_sides = 0;
    walk.tap(view);
    for (const Seen &seen : seen_areas(resources, walk.shell())) {
        walk.tap_at(seen.pixel);
        const Document &document = walk.shell().document();
        if (walk.failed() || document.marks.empty())
            continue;
        ++marks;
        wrong_sides += is_wrong_side(resources.atlas, *seen.area, document) ? 1 : 0;
        walk.press(Key::z, true).tap(view);
    }
    WalkReport all = report("every area, view " + view, walk, begin);
    all.marks = marks;
    all.wrong_sides = wrong_sides;
    return {all};
}

std::vector<WalkReport> by_search(const Resources & /*resources*/, Walk &walk) {
    hand_over_to_new_client(walk);
    const int begin = walk.taps();
    walk.tap("Start");
    walk.tap("Find").type("Place", "calf").tap("Calf, your left, Lower leg");
    walk.level("Pain level", 6).tap("Ache").tap("Done");
    walk.tap("Find").type("Place", "heel").tap("Heel, your right, Ankle & foot");
    walk.level("Pain level", 3).tap("Done");
    for (int pages = 0; pages < 3; ++pages)
        walk.tap(next_button(walk));
    walk.tap("Yes, hand it back");
    return {report("by search and list alone: two areas", walk, begin)};
}

/// The slider has the focus.
void level_by_keys(Walk &walk, int level) {
    for (int keys = 0; keys < 12 && !walk.failed(); ++keys) {
        const auto &marks = walk.shell().document().marks;
        if (!marks.empty() && marks.back().level == level)
            return;
        walk.press(Key::right);
    }
    walk.fail("The right arrow key does not lead to level " + std::to_string(level) + ".");
}

std::vector<WalkReport> by_keyboard(const Resources & /*resources*/, Walk &walk) {
    hand_over_to_new_client(walk);
    const int begin = walk.taps();
    walk.enter("Start").enter("Find").reach("Place").write("calf\n").reach("Pain level");
    level_by_keys(walk, 4);
    walk.enter("Ache").enter("Done");
    for (int pages = 0; pages < 3; ++pages)
        walk.enter(next_button(walk));
    walk.enter("Yes, hand it back");
    return {report("by keyboard alone: one area", walk, begin)};
}

std::string row_of(const WalkReport &walk) {
    std::array<char, 160> line{};
    std::snprintf(line.data(), line.size(), "%-38s %5d %8.1f %6d %11d %7d of %-5d %s\n",
                  walk.name.c_str(), walk.taps, walk.seconds(), walk.marks, walk.wrong_sides,
                  walk.found, walk.acknowledged, walk.good() ? "" : "FAILED");
    return line.data();
}

nlohmann::ordered_json json_of(const WalkReport &walk) {
    return {{"walk", walk.name},
            {"taps", walk.taps},
            {"seconds", walk.seconds()},
            {"limit_s", walk.limit_s},
            {"marks", walk.marks},
            {"wrong_sides", walk.wrong_sides},
            {"acknowledged", walk.acknowledged},
            {"found_on_disk", walk.found},
            {"good", walk.good()},
            {"failure", walk.failure}};
}

struct PlannedWalk {
    std::string name;
    std::function<std::vector<WalkReport>(const Resources &, Walk &)> play;
};

std::vector<PlannedWalk> planned_walks() {
    std::vector<PlannedWalk> all{{"new client", new_client},
                                 {"returning client", returning_client},
                                 {"by search", by_search},
                                 {"by keyboard", by_keyboard}};
    for (const char *view : {"Both", "Front", "Back", "Left", "Right", "Soles"})
        all.push_back(
            {std::string("every area, ") + view, [view](const Resources &resources, Walk &walk) {
                 return all_areas(resources, walk, view);
             }});
    return all;
}

} // namespace

std::vector<std::string> walk_names() {
    std::vector<std::string> names;
    for (const PlannedWalk &walk : planned_walks())
        names.push_back(walk.name);
    return names;
}

Result<std::vector<WalkReport>> play_walk(const Resources &resources, std::string_view name,
                                          const std::filesystem::path &folder) {
    const std::vector<PlannedWalk> all = planned_walks();
    const auto found = std::ranges::find(all, name, &PlannedWalk::name);
    engine::check(found != all.end(), "there is a walk of this name");
    auto ground = fresh_ground(resources, folder);
    if (!ground)
        return ground.error();
    return found->play(resources, *ground->walk);
}

Result<bool> print_walks(const Options &options) {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto resources = load_resources(*share, options.detail.value_or(BodyDetail::fast));
    if (!resources)
        return resources.error();
    const auto folder = std::filesystem::temp_directory_path() /
                        ("palpate-walks-" + std::to_string(engine::wall_clock().unix_ms));
    std::vector<WalkReport> walks;
    std::optional<Error> failed;
    for (const std::string &name : walk_names()) {
        auto played = play_walk(**resources, name, folder / std::to_string(walks.size()));
        if (!played) {
            failed = played.error();
            break;
        }
        std::ranges::move(*played, std::back_inserter(walks));
    }
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
    if (failed)
        return *failed;
    std::printf("%-38s %5s %8s %6s %11s %16s\n", "walk", "taps", "seconds", "marks", "wrong sides",
                "saved and found");
    auto json = nlohmann::ordered_json::array();
    for (const WalkReport &walk : walks) {
        std::printf("%s%s", row_of(walk).c_str(),
                    walk.failure.empty() ? "" : (walk.failure + "\n").c_str());
        json.push_back(json_of(walk));
    }
    if (options.walks != "-")
        if (const auto written = engine::write_file_durably(options.walks, json.dump(2) + "\n");
            !written)
            return written.error();
    return std::ranges::all_of(walks, &WalkReport::good);
}

} // namespace app
