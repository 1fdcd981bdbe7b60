#include "shell/resources.hpp"

namespace app {

engine::Result<std::unique_ptr<Resources>> load_resources(const std::filesystem::path &share,
                                                          BodyDetail detail) {
    auto atlas = Atlas::load(share / "atlas/atlas.json");
    if (!atlas)
        return atlas.error();
    auto catalog = HomeworkCatalog::load(share / "atlas/homework.json");
    if (!catalog)
        return catalog.error();
    const char *name =
        detail == BodyDetail::high ? "body/neutral-high.mesh" : "body/neutral-fast.mesh";
    auto mesh = engine::read_part_mesh(share / name);
    if (!mesh)
        return mesh.error();
    auto resources = std::make_unique<Resources>(
        Resources{share, std::move(*atlas), std::move(*catalog), std::move(*mesh), nullptr, nullptr});
    resources->places = std::make_unique<BodyPlaces>(resources->mesh, resources->atlas);
    resources->neighbours = std::make_unique<Neighbours>(*resources->places, resources->atlas);
    return resources;
}

} // namespace app
