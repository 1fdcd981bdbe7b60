/// The figures that the build has baked.
#pragma once

#include "catch.hpp"
#include "mesh/mesh_shape.hpp"

#include <string>

constexpr const char *shipped_shapes[] = {"neutral-slim", "neutral-heavy", "female",
                                          "female-slim",  "female-heavy",  "male",
                                          "male-slim",    "male-heavy"};

/// "neutral", or one of the shapes; quality "high" or "fast".
inline engine::PartMesh shipped_figure(const std::string &figure, const std::string &quality) {
    const std::string folder = PALPATE_SHARE_DIR "/body/";
    auto mesh = engine::read_part_mesh(folder + "neutral-" + quality + ".mesh");
    REQUIRE(mesh.ok());
    if (figure != "neutral") {
        const auto shape =
            engine::read_mesh_shape(folder + figure + "-" + quality + ".shape", *mesh);
        REQUIRE(shape.ok());
        engine::set_shape(*mesh, *shape, *shape, 0);
    }
    return std::move(mesh).value();
}
