#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace engine::ui {

namespace {

/// WCAG 2 relative luminance of one sRGB channel.
double linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color color) {
    return 0.2126 * linear(color.r) + 0.7152 * linear(color.g) + 0.0722 * linear(color.b);
}

std::uint8_t mix_channel(std::uint8_t from, std::uint8_t to, float t) {
    const float value = static_cast<float>(from) + (static_cast<float>(to - from)) * t;
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

constexpr Theme light{
    .bg = rgb(0xF6F2EB),
    .surface = rgb(0xFFFFFF),
    .sunken = rgb(0xEDE7DD),
    .stage_top = rgb(0xEEF3F2),
    .stage_bottom = rgb(0xD3DFDE),
    .ink = rgb(0x14252A),
    .ink2 = rgb(0x41535A),
    .line = rgb(0xDCD4C8),
    .outline = rgb(0x77858A),
    .primary = rgb(0x0B5B64),
    .primary_pressed = rgb(0x07434A),
    .on_primary = rgb(0xFFFFFF),
    .primary_soft = rgb(0xD9ECEB),
    .on_primary_soft = rgb(0x07474E),
    .danger = rgb(0xAE1E1E),
    .danger_soft = rgb(0xFBE4E1),
    .on_danger_soft = rgb(0x7E1414),
    .caution = rgb(0xE09A1A),
    .caution_soft = rgb(0xFDEFD0),
    .on_caution_soft = rgb(0x5E3B00),
    .success = rgb(0x1D6B44),
    .success_soft = rgb(0xDDF0E4),
    .on_success_soft = rgb(0x12502F),
    .avoid = rgb(0x272E33),
    .focus = rgb(0x007C89),
    .better = rgb(0x0B6B86),
    .same = rgb(0xC9BFAE),
    .worse = rgb(0xC4420E),
    .ghost = rgb(0x6A5A8E),
    .clay = rgb(0xE3D3C4),
    .dark = false,
};

constexpr Theme dark{
    .bg = rgb(0x0F1517),
    .surface = rgb(0x1A2427),
    .sunken = rgb(0x131B1E),
    .stage_top = rgb(0x1C2629),
    .stage_bottom = rgb(0x0B1012),
    .ink = rgb(0xF4F0EA),
    .ink2 = rgb(0xBECACC),
    .line = rgb(0x33434A),
    .outline = rgb(0x8497A0),
    .primary = rgb(0x7FDAD6),
    .primary_pressed = rgb(0x5FC2BE),
    .on_primary = rgb(0x04262A),
    .primary_soft = rgb(0x1D4347),
    .on_primary_soft = rgb(0xC7F1EE),
    .danger = rgb(0xFF9C8F),
    .danger_soft = rgb(0x4A1C1A),
    .on_danger_soft = rgb(0xFFD9D3),
    .caution = rgb(0xF2B84B),
    .caution_soft = rgb(0x453310),
    .on_caution_soft = rgb(0xFFE5B0),
    .success = rgb(0x7ED3A0),
    .success_soft = rgb(0x173B28),
    .on_success_soft = rgb(0xC9F0D7),
    .avoid = rgb(0xE8EAEB),
    .focus = rgb(0x6FE3E6),
    .better = rgb(0x4CC3D0),
    .same = rgb(0x5F6B70),
    .worse = rgb(0xFF8A55),
    .ghost = rgb(0xB8A7E0),
    .clay = rgb(0x75685D),
    .dark = true,
};

/// Dark text up to level 5, white from 6 on: the better contrast of the two at every level.
constexpr Color on_level(std::size_t level) {
    return level < 6 ? rgb(0x14252A) : rgb(0xFFFFFF);
}

struct LevelHex {
    std::uint32_t fill, outline, outline_dark;
};

Ramp ramp_of(const std::array<LevelHex, 11> &hex, bool for_dark) {
    Ramp ramp;
    for (std::size_t level = 0; level < ramp.size(); ++level)
        ramp[level] = {rgb(hex[level].fill), on_level(level),
                       rgb(for_dark ? hex[level].outline_dark : hex[level].outline)};
    return ramp;
}

} // namespace

Color Color::with_alpha(float alpha) const {
    return {r, g, b, static_cast<std::uint8_t>(std::lround(std::clamp(alpha, 0.0F, 1.0F) * 255))};
}

Color mix(Color from, Color to, float t) {
    return {mix_channel(from.r, to.r, t), mix_channel(from.g, to.g, t),
            mix_channel(from.b, to.b, t), mix_channel(from.a, to.a, t)};
}

double contrast(Color a, Color b) {
    const double la = luminance(a);
    const double lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

const Theme &light_theme() {
    return light;
}

const Theme &dark_theme() {
    return dark;
}

Ramp warm_ramp(const Theme &theme) {
    constexpr std::array<LevelHex, 11> hex{{
        {0xFFFFFF, 0x77858A, 0xF4F0EA},
        {0xF9EC9D, 0x80794F, 0xFAF0B6},
        {0xFCCB4F, 0x92752A, 0xFDD78C},
        {0xFCA42A, 0xA86C18, 0xFDBB81},
        {0xF57D16, 0xAC560C, 0xF8B296},
        {0xE95320, 0xA33813, 0xF2B2A9},
        {0xCB3228, 0x8E2019, 0xE5B8B7},
        {0xA51D2B, 0x72111B, 0xD7BBBC},
        {0x7E1229, 0x560919, 0xCDBEBF},
        {0x570C24, 0x3A0516, 0xC8C1C2},
        {0x340618, 0x21030D, 0xC3C1C1},
    }};
    return ramp_of(hex, theme.dark);
}

Ramp cool_ramp(const Theme &theme) {
    constexpr std::array<LevelHex, 11> hex{{
        {0xFFFFFF, 0x77858A, 0xF4F0EA},
        {0xAEDBFB, 0x617C8F, 0xC2E3FC},
        {0x92C9F4, 0x597D98, 0xAFD5F6},
        {0x78B7EE, 0x507DA3, 0xA0C8F2},
        {0x61A5E5, 0x4272A0, 0xA5C5ED},
        {0x4D91DC, 0x33649A, 0xADC3EA},
        {0x3C7ED0, 0x275691, 0xB2C2E5},
        {0x2E6AC1, 0x1D4886, 0xB7C2E0},
        {0x2357B0, 0x153A7A, 0xBBC2DB},
        {0x1D4699, 0x112E6A, 0xBDC1D4},
        {0x163683, 0x0C235A, 0xBFC2D0},
    }};
    return ramp_of(hex, theme.dark);
}

FontMetrics metrics(Font font) {
    switch (font) {
    case Font::caption:
        return {16, 24};
    case Font::body:
    case Font::body_strong:
        return {18, 26};
    case Font::button:
        return {20, 28};
    case Font::title:
        return {24, 32};
    case Font::heading:
        return {32, 40};
    case Font::display:
        return {44, 52};
    case Font::number:
        return {56, 64};
    case Font::timer:
        return {128, 132};
    }
    return {18, 26};
}

} // namespace engine::ui
