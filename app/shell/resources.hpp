/// What is read once at the start: atlas, exercises, the body. Only the body changes: its shape.
#pragma once

#include "model/body_model.hpp"
#include "model/homework_catalog.hpp"

#include <memory>

namespace app {

struct Resources {
    std::filesystem::path share; ///< folder with fonts, shaders, atlas, body
    Atlas atlas;
    HomeworkCatalog catalog;
    std::unique_ptr<BodyModel> body; ///< refers to the atlas
};

/// Reads all from the share folder. The Error names the file that is missing or broken. On the
/// heap, since parts of it refer to each other.
engine::Result<std::unique_ptr<Resources>> load_resources(const std::filesystem::path &share,
                                                          BodyDetail detail);

} // namespace app
