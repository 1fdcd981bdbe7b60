/// The views of a body, and how each is framed from the shape itself, so that they fit every
/// figure.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/body/body_frame.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace portraits {

struct Portrait {
    std::string_view name;
    float yaw_deg, pitch_deg = 0;
    /// Beginnings of the ids of the areas that fill the picture; empty: the whole body.
    std::vector<std::string_view> areas = {};
    /// Yaw counts from the side that this area faces, for limbs that are turned.
    std::string_view facing = {};
};

/// The first six are the main views.
std::span<const Portrait> portraits();
constexpr std::size_t main_views = 6;

engine::OrbitView view_of(const Portrait &portrait, const engine::PartMesh &mesh,
                          const app::Atlas &atlas, float aspect);

} // namespace portraits
