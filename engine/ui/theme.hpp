/// Colours, type and sizes of the interface. Figures are in pixels at layout scale 1 and text 100
/// %.
#pragma once

#include <array>
#include <cstdint>

namespace engine::ui {

struct Color {
    std::uint8_t r = 0, g = 0, b = 0, a = 255;
    Color with_alpha(float alpha) const; ///< 0..1, replaces a
    friend bool operator==(const Color &, const Color &) = default;
};
constexpr Color rgb(std::uint32_t hex) {
    return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8),
            static_cast<std::uint8_t>(hex), 255};
}
Color mix(Color from, Color to, float t);
/// WCAG 2 contrast ratio, 1..21; both opaque.
double contrast(Color a, Color b);

struct Theme {
    Color bg, surface, sunken, stage_top, stage_bottom, ink, ink2, line, outline;
    Color primary, primary_pressed, on_primary, primary_soft, on_primary_soft;
    Color danger, danger_soft, on_danger_soft, caution, caution_soft, on_caution_soft;
    Color success, success_soft, on_success_soft;
    Color avoid, focus, better, same, worse, ghost, clay;
    bool dark = false;
};
const Theme &light_theme();
const Theme &dark_theme();

/// One perceptual, colour-blind-safe ramp for levels 0..10.
struct LevelColors {
    Color fill;    ///< of the level
    Color on;      ///< text on the fill
    Color outline; ///< 3:1 on clay, for a line around the fill
};
using Ramp = std::array<LevelColors, 11>;
/// Warm (yellow to dark red) and cool (light to dark blue); outlines for the theme.
Ramp warm_ramp(const Theme &theme);
Ramp cool_ramp(const Theme &theme);

enum class Font : std::uint8_t {
    caption,     ///< Medium 16/24: labels, units
    body,        ///< Regular 18/26: sentences
    body_strong, ///< SemiBold 18/26: card titles, chips that are on
    button,      ///< SemiBold 20/28
    title,       ///< SemiBold 24/32: card and sheet heads
    heading,     ///< Display SemiBold 32/40: screen head
    display,     ///< Display SemiBold 44/52: welcome
    number,      ///< Display SemiBold 56/64: level, minutes
    timer,       ///< Display SemiBold 128/132, figures and colon only: read from across a room
};
constexpr int font_count = 9;
struct FontMetrics {
    float size, line;
};
FontMetrics metrics(Font font);

namespace size {
constexpr float gutter = 24, card_pad = 20, gap = 8;
constexpr float target = 48, control = 56, primary = 64;
constexpr float radius_control = 14, radius_card = 20, radius_sheet = 28, radius_stage = 24;
constexpr float panel = 392, panel_narrow = 320, sheet = 600, rail = 104;
} // namespace size

namespace motion { // seconds
constexpr double press = 0.08, chip = 0.12, toast_in = 0.2, toast_stay = 5.0, sheet = 0.22,
                 camera = 0.25;
} // namespace motion

} // namespace engine::ui
