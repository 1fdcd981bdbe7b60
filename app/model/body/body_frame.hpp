/// What the body renderer draws, as plain values: present() makes it, render() draws it.
#pragma once

#include "math/orbit_view.hpp"
#include "mesh/part_mesh.hpp"
#include "mesh/skin_patch.hpp"

#include <array>
#include <cstdint>
#include <memory>
#include <vector>

namespace app {

/// Patterns of the map. Colour never stands alone.
enum class Hatch : std::uint8_t { none, solid, tight, avoid, ghost };

/// How one part of the body (one tag) looks.
struct PartLook {
    std::array<std::uint8_t, 3> color{}; ///< of the pattern
    Hatch hatch = Hatch::none;
    std::uint8_t level = 0; ///< 0..10: denser hatch
    std::uint8_t glow = 0;  ///< 0..255: how brightly it is lit under the mouse
    bool selected = false;  ///< 22 % tint
    friend bool operator==(const PartLook &, const PartLook &) = default;
};

/// The border of a group of parts, drawn as one line; edges inside the group are left out.
struct Outline {
    std::vector<engine::Tag> tags; ///< sorted
    std::array<std::uint8_t, 3> color{};
    float width_px = 2;
    bool dashed = false;
    std::uint8_t opacity = 255;
    friend bool operator==(const Outline &, const Outline &) = default;
};

/// Skin painted with a brush, with a line along its edge. Equal when the patch is the same object.
struct PaintedPatch {
    std::shared_ptr<const engine::SkinPatch> patch; ///< never null
    PartLook look;
    std::array<std::uint8_t, 3> line_color{};
    float line_px = 2;
    bool dashed = false;
    std::array<std::uint8_t, 3> casing_color{};
    float casing_px = 0; ///< as wide is a line below the other one; 0: none
    friend bool operator==(const PaintedPatch &, const PaintedPatch &) = default;
};

struct Figure {
    engine::OrbitView view;
    engine::Rect viewport; ///< window pixels; drawing is clipped to it
    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Straight from below the body would stand behind its soles: above this height nothing is shown,
/// neither drawn nor picked.
inline float shown_up_to_mm(const engine::OrbitView &view) {
    constexpr float soles_deg = -75, ankles_mm = 60, everything_mm = 1e6F;
    return view.pitch_deg < soles_deg ? ankles_mm : everything_mm;
}

struct BodyColors {
    std::array<std::uint8_t, 3> clay{0xE3, 0xD3, 0xC4};
    std::array<std::uint8_t, 3> line{0x6B, 0x5A, 0x4C};   ///< thin borders of all parts
    std::array<std::uint8_t, 3> shadow{0x14, 0x25, 0x2A}; ///< on the ground
    friend bool operator==(const BodyColors &, const BodyColors &) = default;
};

struct BodyFrame {
    std::vector<Figure> figures;
    std::vector<PartLook> looks; ///< by tag; may be shorter than the mesh has tags
    std::vector<Outline> outlines;
    std::vector<PaintedPatch> paint; ///< above the looks, below the outlines; the last on top
    /// By tag: borders inside a group are thinner than those around it, until one is near. Empty:
    /// all borders are alike.
    std::vector<std::uint16_t> group;
    BodyColors colors;
    std::uint32_t shape = 0; ///< of the body, see BodyPlaces::shape()
    float ui_scale = 1;      ///< pattern and line sizes follow it
    bool moving = false;     ///< no antialiasing while something moves
    friend bool operator==(const BodyFrame &, const BodyFrame &) = default;
};

} // namespace app
