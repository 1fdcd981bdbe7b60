/// What is read once at the start and never changes: atlas, exercises, the body.
#pragma once

#include "model/homework_catalog.hpp"
#include "model/neighbours.hpp"

#include <memory>

namespace app {

enum class BodyDetail : std::uint8_t { high, fast };

struct Resources {
    std::filesystem::path share; ///< folder with fonts, shaders, atlas, body
    Atlas atlas;
    HomeworkCatalog catalog;
    engine::PartMesh mesh;
    std::unique_ptr<BodyPlaces> places; ///< refers to mesh and atlas
    std::unique_ptr<Neighbours> neighbours;
};

/// Reads all from the share folder. The Error names the file that is missing or broken. On the
/// heap, since parts of it refer to each other.
engine::Result<std::unique_ptr<Resources>> load_resources(const std::filesystem::path &share,
                                                          BodyDetail detail);

} // namespace app
