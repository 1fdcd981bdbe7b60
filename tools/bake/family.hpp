/// All figures that the program ships, on one topology.
#pragma once

#include "bake/bake.hpp"
#include "mesh/mesh_shape.hpp"

namespace bake {

/// The figure whose surface is triangulated; all others are fitted to it.
constexpr const char *base_variant = "neutral";

struct NamedShape {
    std::string name; ///< "female", "female-slim", "female-heavy", "neutral-slim", ...
    engine::MeshShape shape;
};

/// One level of detail: the base figure and every other figure as a shape of its mesh.
struct DetailLevel {
    engine::PartMesh base;
    std::vector<NamedShape> shapes;
};

struct Family {
    DetailLevel high, fast; ///< the vertices of `fast` are some of those of `high`
};

engine::Result<Family> bake_family(const BodyData &data, const Settings &settings);

/// One figure alone, for any build in -1..1: the same mesh as its member of the family.
engine::Result<engine::PartMesh> bake_figure(const BodyData &data, const std::string &variant,
                                             float build, bool fast, const Settings &settings);

/// Writes `neutral-high.mesh`, `female-heavy-fast.shape` and so on into the folder.
engine::Result<engine::Done> write_family(const Family &family,
                                          const std::filesystem::path &folder);

} // namespace bake
