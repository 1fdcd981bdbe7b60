#include "host/window.hpp"
#include "model/body/body_model.hpp"
#include "parts.hpp"
#include "render/body_geometry.hpp"
#include "render/body_renderer.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <unistd.h>

namespace bench {
namespace {

using engine::Done;
using engine::Result;

constexpr int rounds = 7;

/// What of the process is in memory now.
double resident_bytes() {
    std::ifstream file("/proc/self/statm");
    double all = 0, resident = 0;
    file >> all >> resident;
    return resident * static_cast<double>(sysconf(_SC_PAGESIZE));
}

std::string name_of(app::BodyDetail detail) {
    return detail == app::BodyDetail::high ? "high" : "fast";
}

void add_sizes(const std::string &quality, const engine::PartMesh &mesh, Amounts &amounts) {
    const app::Skin skin = app::skin_of(mesh);
    const auto of = [](std::size_t count, std::size_t size) {
        return static_cast<double>(count) * static_cast<double>(size);
    };
    amounts.push_back({"memory: vertices on the card, " + quality,
                       of(skin.vertices.size(), sizeof(app::SkinVertex))});
    amounts.push_back({"memory: indices on the card, " + quality,
                       of(skin.indices.size(), sizeof(std::uint32_t))});
    amounts.push_back(
        {"memory: hierarchy, " + quality, static_cast<double>(engine::Bvh(mesh).bytes())});
}

/// The body as the program holds it, and what the process has grown by for it.
Result<Done> measure_memory(const std::filesystem::path &share, const app::Atlas &atlas,
                            app::BodyDetail detail, Amounts &amounts) {
    const std::string quality = name_of(detail);
    const double before = resident_bytes();
    auto body = app::BodyModel::load(share / "body", detail, atlas);
    if (!body)
        return body.error();
    const double loaded = resident_bytes();
    const auto renderer = app::BodyRenderer::create((*body)->mesh(), share / "shaders");
    if (!renderer)
        return renderer.error();
    amounts.push_back({"memory: body read, " + quality, loaded - before});
    amounts.push_back({"memory: body uploaded, " + quality, resident_bytes() - loaded});
    add_sizes(quality, (*body)->mesh(), amounts);
    return Done{};
}

Result<Done> measure_steps(const std::filesystem::path &share, const app::Atlas &atlas,
                           app::BodyDetail detail, Figures &figures) {
    const std::string quality = name_of(detail);
    const auto file = share / "body" / ("neutral-" + quality + ".mesh");
    auto mesh = engine::read_part_mesh(file);
    if (!mesh)
        return mesh.error();
    bool fine = true;
    const auto add = [&](const std::string &name, const std::function<void()> &work) {
        figures.push_back({"load: " + name + ", " + quality,
                           measure(rounds, 1, work),
                           "load: read the file, " + quality,
                           {}});
    };
    add("read the file", [&] { fine = fine && engine::read_part_mesh(file).ok(); });
    add("hierarchy", [&] { fine = fine && engine::Bvh(*mesh).bytes() > 0; });
    add("upload, with shaders",
        [&] { fine = fine && app::BodyRenderer::create(*mesh, share / "shaders").ok(); });

    auto body = app::BodyModel::load(share / "body", detail, atlas);
    if (!body)
        return body.error();
    // Each figure is read once; then the slider only mixes shapes.
    using app::FigureVariant;
    for (const auto variant : {FigureVariant::female, FigureVariant::male}) {
        add(variant == FigureVariant::female ? "female figure" : "male figure", [&] {
            auto fresh = app::BodyModel::load(share / "body", detail, atlas);
            fine = fine && fresh && (*fresh)->show({variant, 0}).ok();
        });
    }
    float build = 0;
    add("another build", [&] {
        build = build < .5F ? build + .1F : -.5F;
        fine = fine && (*body)->show({FigureVariant::female, build}).ok();
    });
    engine::check(fine, "the benchmark reads the body");
    return Done{};
}

} // namespace

Result<Done> measure_loading(const std::filesystem::path &share, Figures &figures,
                             Amounts &amounts) {
    const auto atlas = app::Atlas::load(share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    const auto window =
        engine::Window::create({.width = 64, .height = 64, .offscreen = true, .visible = false});
    if (!window)
        return window.error();
    amounts.push_back({"memory: before a body is read", resident_bytes()});
    for (const auto detail : {app::BodyDetail::high, app::BodyDetail::fast})
        if (auto done = measure_memory(share, *atlas, detail, amounts); !done)
            return done;
    for (const auto detail : {app::BodyDetail::high, app::BodyDetail::fast})
        if (auto done = measure_steps(share, *atlas, detail, figures); !done)
            return done;
    return Done{};
}

} // namespace bench
