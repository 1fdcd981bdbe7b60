/// What is read once at the start: atlas, exercises, the body. Only the body changes: its shape.
#pragma once

#include "model/body/body_model.hpp"
#include "model/guidance/health.hpp"
#include "model/guidance/wording.hpp"
#include "model/plan/homework_catalog.hpp"
#include "model/text/phrases.hpp"

#include <memory>

namespace app {

struct Resources {
    std::filesystem::path share; ///< folder with fonts, shaders, atlas, words, body
    Atlas atlas;
    HomeworkCatalog catalog;
    HealthQuestions health;
    Wording wording;
    std::vector<Phrases> phrases;    ///< one catalogue for each language, in their order
    std::unique_ptr<BodyModel> body; ///< refers to the atlas

    const Phrases &words(Language language) const {
        return phrases.at(static_cast<std::size_t>(language));
    }
};

/// Reads all from the share folder. The Error names the file that is missing or broken. On the
/// heap, since parts of it refer to each other.
engine::Result<std::unique_ptr<Resources>> load_resources(const std::filesystem::path &share,
                                                          BodyDetail detail);

} // namespace app
