/// Level colours for paper, where engine/ui's theme is out of reach: the same values as its light
/// ramps, which a test holds together.
#pragma once

#include "model/session/document.hpp"

#include <algorithm>
#include <array>

namespace app {

/// 0xRRGGBB
using Rgb = std::uint32_t;

struct LevelColor {
    Rgb fill;    ///< of the level
    Rgb on;      ///< text on the fill
    Rgb outline; ///< a line around the fill; 3:1 on clay
};

inline constexpr Rgb avoid_color = 0x272E33;

/// Warm (yellow to dark red) for pain, cool (light to dark blue) for tight; `level` is kept within
/// 0..10.
constexpr LevelColor level_color(Channel channel, int level) {
    constexpr std::array<LevelColor, 11> pain = {{
        {0xFFFFFF, 0x14252A, 0x77858A},
        {0xF9EC9D, 0x14252A, 0x80794F},
        {0xFCCB4F, 0x14252A, 0x92752A},
        {0xFCA42A, 0x14252A, 0xA86C18},
        {0xF57D16, 0x14252A, 0xAC560C},
        {0xE95320, 0x14252A, 0xA33813},
        {0xCB3228, 0xFFFFFF, 0x8E2019},
        {0xA51D2B, 0xFFFFFF, 0x72111B},
        {0x7E1229, 0xFFFFFF, 0x560919},
        {0x570C24, 0xFFFFFF, 0x3A0516},
        {0x340618, 0xFFFFFF, 0x21030D},
    }};
    constexpr std::array<LevelColor, 11> tight = {{
        {0xFFFFFF, 0x14252A, 0x77858A},
        {0xAEDBFB, 0x14252A, 0x617C8F},
        {0x92C9F4, 0x14252A, 0x597D98},
        {0x78B7EE, 0x14252A, 0x507DA3},
        {0x61A5E5, 0x14252A, 0x4272A0},
        {0x4D91DC, 0x14252A, 0x33649A},
        {0x3C7ED0, 0xFFFFFF, 0x275691},
        {0x2E6AC1, 0xFFFFFF, 0x1D4886},
        {0x2357B0, 0xFFFFFF, 0x153A7A},
        {0x1D4699, 0xFFFFFF, 0x112E6A},
        {0x163683, 0xFFFFFF, 0x0C235A},
    }};
    const auto index = static_cast<std::size_t>(std::clamp(level, 0, 10));
    return channel == Channel::tight ? tight[index] : pain[index];
}

} // namespace app
