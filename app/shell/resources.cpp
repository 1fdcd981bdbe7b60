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
    auto resources = std::make_unique<Resources>(
        Resources{share, std::move(*atlas), std::move(*catalog), nullptr});
    auto body = BodyModel::load(share / "body", detail, resources->atlas);
    if (!body)
        return body.error();
    resources->body = std::move(*body);
    return resources;
}

} // namespace app
