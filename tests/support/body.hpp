/// The neutral body and the atlas, read once for all tests of a program.
#pragma once

#include "catch.hpp"
#include "example_session.hpp"
#include "model/body/body_places.hpp"

namespace test {

inline const app::BodyPlaces &body() {
    static const engine::PartMesh mesh = [] {
        auto read = engine::read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-fast.mesh");
        engine::check(read.ok(), "the body loads");
        return std::move(*read);
    }();
    static const app::BodyPlaces places(mesh, atlas());
    return places;
}

} // namespace test
