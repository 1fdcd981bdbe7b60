#include "shell/resources.hpp"

#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace app {

engine::Result<std::unique_ptr<Resources>> load_resources(const std::filesystem::path &share,
                                                          BodyDetail detail) {
    auto atlas = Atlas::load(share / "atlas/atlas.json");
    if (!atlas)
        return atlas.error();
    auto catalog = HomeworkCatalog::load(share / "atlas/homework.json");
    if (!catalog)
        return catalog.error();
    auto health = HealthQuestions::load(share / "guidance/health.json");
    if (!health)
        return health.error();
    auto wording = Wording::load(share / "guidance/wording.json");
    if (!wording)
        return wording.error();
    std::vector<Phrases> phrases;
    for (const Language language : {Language::english, Language::spanish, Language::pseudo}) {
        auto words = Phrases::load(share / "words", language);
        if (!words)
            return words.error();
        phrases.push_back(std::move(*words));
    }
    auto resources = std::make_unique<Resources>(
        Resources{share, std::move(*atlas), std::move(*catalog), std::move(*health),
                  std::move(*wording), std::move(phrases), nullptr});
    auto body = BodyModel::load(share / "body", detail, resources->atlas);
    if (!body)
        return body.error();
    resources->body = std::move(*body);
    return resources;
}

} // namespace app
