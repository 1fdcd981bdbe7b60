#include "mesh/painted.hpp"
#include "model/atlas/finder.hpp"
#include "model/body/body_model.hpp"
#include "parts.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace bench {
namespace {

using engine::Done;
using engine::Result;

constexpr int rounds = 31;
constexpr float brush_mm = 30;   ///< a large one; a finger's is about 10
constexpr int path_strokes = 60; ///< a second of painting

/// Down the front of the left thigh, close together as when a finger moves.
std::vector<engine::Stroke> path() {
    std::vector<engine::Stroke> strokes;
    for (int i = 0; i < path_strokes; ++i)
        strokes.push_back({{100, 800 - 5 * static_cast<float>(i), 200}, brush_mm});
    return strokes;
}

} // namespace

Result<Done> measure_surface(const std::filesystem::path &share, Figures &figures) {
    const auto mesh = engine::read_part_mesh(share / "body" / "neutral-high.mesh");
    if (!mesh)
        return mesh.error();
    const engine::Bvh bvh(*mesh);
    const engine::Surface surface(*mesh);
    const auto strokes = path();
    std::vector<engine::SurfacePoint> places;
    const Time nearest = measure(rounds, 1, [&] {
        places.clear();
        for (const engine::Stroke &stroke : strokes)
            places.push_back(bvh.nearest(stroke.point)->place);
    });
    const std::string floor = "frame: clear only";
    figures.push_back({"brush: nearest place", each(nearest, places.size()), floor, {}});

    engine::Brush brush(surface);
    double area = 0;
    const Time walk = measure(rounds, 1, [&] {
        for (const engine::SurfacePoint &place : places)
            area = brush.footprint(place, brush_mm).area_mm2;
    });
    figures.push_back({"brush: footprint of 30 mm", each(walk, places.size()), floor, {}});
    const Time whole =
        measure(rounds, 1, [&] { area = engine::extent(surface, bvh, strokes).area_mm2(); });
    figures.push_back({"brush: area of 60 strokes", whole, floor, {}});
    engine::check(area > 0, "the benchmark's brush paints");
    return Done{};
}

Result<Done> measure_finding(const std::filesystem::path &share, Figures &figures) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    const auto words = app::Phrases::load(share / "words", app::Language::english);
    if (!words)
        return words.error();
    const app::Finder finder(*atlas, *words);
    std::size_t found = 0;
    for (const char *const typed : {"calf", "gastrocnemeus", "front of thigh left"}) {
        const Time time = measure(rounds, 1, [&] { found += finder.find(typed, 20).size(); });
        figures.push_back({"find: \"" + std::string(typed) + "\"", time, "frame: clear only", {}});
    }
    engine::check(found > 0, "the benchmark finds places");
    return Done{};
}

} // namespace bench
