#include "model/body/body_places.hpp"
#include "parts.hpp"

#ifdef BENCH_EMBREE
#include "embree_scene.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>
#endif

namespace bench {
namespace {

constexpr int rounds = 31;

/// Over the middle of the picture: about half of them hit.
std::vector<engine::Ray> rays_at(const engine::PartMesh &mesh) {
    const engine::Rect stage{0, 0, 1280, 800};
    const app::Figure figure =
        app::figures_of(app::NamedView::front, stage, app::bounds_of(mesh.position)).front();
    std::vector<engine::Ray> rays;
    for (int y = 40; y < 760; y += 8)
        for (int x = 440; x < 840; x += 8)
            rays.push_back(engine::ray_at(figure.view, figure.viewport, glm::vec2(x, y)));
    return rays;
}

/// Counts the hits, so that no compiler leaves the rays out.
Time time_of_one(const std::vector<engine::Ray> &rays, std::size_t &hits,
                 const std::function<bool(const engine::Ray &)> &hit) {
    const Time all = measure(rounds, 1, [&] {
        hits = 0;
        for (const engine::Ray &ray : rays)
            hits += hit(ray) ? 1 : 0;
    });
    return each(all, rays.size());
}

} // namespace

engine::Result<engine::Done> measure_picking(const std::filesystem::path &share, Figures &figures) {
    const auto mesh = engine::read_part_mesh(share / "body" / "neutral-high.mesh");
    if (!mesh)
        return mesh.error();
    const auto rays = rays_at(*mesh);
    std::string floor;
#ifdef BENCH_EMBREE
    floor = "pick: one ray, high, Embree " + std::to_string(BENCH_EMBREE);
    const EmbreeScene embree(*mesh);
    std::size_t embree_hits = 0;
    const Time theirs =
        time_of_one(rays, embree_hits, [&](const engine::Ray &ray) { return embree.hit(ray); });
    figures.push_back({floor, theirs, floor, {}});
#endif
    const engine::Bvh bvh(*mesh);
    std::size_t hits = 0;
    const Time ours =
        time_of_one(rays, hits, [&](const engine::Ray &ray) { return bvh.hit(ray).has_value(); });
    figures.push_back({"pick: one ray, high", ours, floor, {}});
    engine::check(hits > rays.size() / 10, "the benchmark's rays hit the body");
#ifdef BENCH_EMBREE
    const std::size_t apart = hits > embree_hits ? hits - embree_hits : embree_hits - hits;
    engine::check(apart < 5, "both hierarchies see the same body");
#endif
    return engine::Done{};
}

} // namespace bench
