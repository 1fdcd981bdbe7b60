#include "model/body_places.hpp"
#include "parts.hpp"

namespace bench {

engine::Result<engine::Done> measure_picking(const std::filesystem::path &share, Figures &figures) {
    const auto mesh = engine::read_part_mesh(share / "body" / "neutral-high.mesh");
    if (!mesh)
        return mesh.error();
    const engine::Bvh bvh(*mesh);
    const app::Figure figure = 
        app::figures_of(app::NamedView::front, {0, 0, 1280, 800}, app::bounds_of(mesh->position))
            .front();

    // Rays over the middle of the picture: about half of them hit.
    std::vector<engine::Ray> rays;
    for (int y = 40; y < 760; y += 20)
        for (int x = 440; x < 840; x += 20)
            rays.push_back(engine::ray_at(figure.view, figure.viewport, glm::vec2(x, y)));
    std::size_t hits = 0;
    Time time = measure(31, 1, [&] {
        for (const engine::Ray &ray : rays)
            hits += bvh.hit(ray) ? 1 : 0;
    });
    engine::check(hits > 0, "no ray of the benchmark hits the body");
    const auto count = static_cast<double>(rays.size());
    figures.push_back(
        {"pick: one ray, high", {time.wall_ms / count, time.cpu_ms / count}, "frame: clear only"});
    return engine::Done{};
}

} // namespace bench
