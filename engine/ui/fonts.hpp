/// The font atlas: every role's face at its size on the screen, and the soft blob of the shadows.
#pragma once

#include "base/result.hpp"
#include "ui/theme.hpp"

#include <glm/vec2.hpp>

#include <array>
#include <filesystem>

struct ImFont;
struct ImFontAtlas;

namespace engine::ui {

/// The public roles and two that only widgets use: Medium at the size of the body text, SemiBold at
/// the size of captions.
constexpr int face_count = font_count + 2;
constexpr int medium_face = font_count, semibold_caption_face = font_count + 1;

struct Face {
    ImFont *font = nullptr;
    float em = 0;         ///< size it is drawn at, window pixels
    float line = 0;       ///< line height, window pixels
    float baked_em = 0;   ///< size in the atlas: small text is baked twice as large
    float ascent = 0;     ///< of the em
    float descent = 0;    ///< of the em, positive
    bool display = false; ///< the cut for large sizes
};

struct FontSet {
    std::array<Face, face_count> faces{};
    glm::vec2 blob_min{0, 0}, blob_max{0, 0}; ///< texture coordinates
};

/// Throws the atlas' content away and builds it for text that is `scale` times metrics().
Result<FontSet> build_fonts(ImFontAtlas &atlas, const std::filesystem::path &folder, float scale);

/// The face whose bitmaps give the cleanest figures at `em` window pixels.
const Face &face_for_size(const FontSet &fonts, float em);

} // namespace engine::ui
