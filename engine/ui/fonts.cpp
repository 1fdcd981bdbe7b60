#include "ui/fonts.hpp"

#include <ft2build.h>
#include FT_FREETYPE_H

#include <imgui.h>
#include <imgui_freetype.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <memory>
#include <type_traits>

namespace engine::ui {

namespace {

/// Text up to this size is baked at twice its size: the texture filter then places letters at
/// fractions of a pixel without blurring them.
constexpr float oversampled_up_to = 40;
constexpr int blob_side = 64;

struct Cut {
    const char *file;
    Font role;
    bool display;
};

constexpr std::array<Cut, face_count> cuts{{
    {"Inter-Medium.otf", Font::caption, false},
    {"Inter-Regular.otf", Font::body, false},
    {"Inter-SemiBold.otf", Font::body_strong, false},
    {"Inter-SemiBold.otf", Font::button, false},
    {"Inter-SemiBold.otf", Font::title, false},
    {"InterDisplay-SemiBold.otf", Font::heading, true},
    {"InterDisplay-SemiBold.otf", Font::display, true},
    {"InterDisplay-SemiBold.otf", Font::number, true},
    {"InterDisplay-SemiBold.otf", Font::timer, false}, // has no letters: never chosen by its size
    {"Inter-Medium.otf", Font::body, false},
    {"Inter-SemiBold.otf", Font::caption, false},
}};

/// European Latin, typographic signs, arrows, and the figures' signs.
constexpr std::array<ImWchar, 5> figure_ranges{0x002B, 0x002B, 0x0030, 0x003A, 0};
constexpr std::array<ImWchar, 23> glyph_ranges{
    0x0020, 0x007E, 0x00A0, 0x017F, 0x0218, 0x021B, 0x02C6, 0x02DC, 0x2010, 0x2027, 0x2030, 0x203A,
    0x20AC, 0x20AC, 0x2190, 0x2193, 0x2212, 0x2212, 0x2248, 0x2265, 0xFFFD, 0xFFFD, 0};

struct FreeTypeDeleter {
    void operator()(FT_Library library) const { FT_Done_FreeType(library); }
    void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using FreeType = std::unique_ptr<std::remove_pointer_t<FT_Library>, FreeTypeDeleter>;
using FreeTypeFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, FreeTypeDeleter>;

Error font_error(const std::filesystem::path &file) {
    return {"The font file " + file.string() + " cannot be read. Install the program again."};
}

Result<Done> open_faces(FT_Library library, const std::filesystem::path &folder,
                        std::array<FreeTypeFace, face_count> &opened) {
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::filesystem::path file = folder / cuts[i].file;
        FT_Face face = nullptr;
        if (FT_New_Face(library, file.c_str(), 0, &face) != 0)
            return font_error(file);
        opened[i].reset(face);
    }
    return Done{};
}

Face measured(const FT_FaceRec_ &file, const Cut &cut, float scale) {
    const auto units = static_cast<float>(file.units_per_EM);
    const FontMetrics role = metrics(cut.role);
    Face face;
    face.em = role.size * scale;
    face.line = role.line * scale;
    face.baked_em = face.em * (face.em <= oversampled_up_to ? 2.0F : 1.0F);
    face.ascent = static_cast<float>(file.ascender) / units;
    face.descent = -static_cast<float>(file.descender) / units;
    face.display = cut.display;
    return face;
}

/// ImGui rounds every letter's width up to a whole pixel; the font's own widths read better.
void restore_advances(ImFont &font, FT_Face face, float baked_em) {
    for (ImFontGlyph &glyph : font.Glyphs)
        if (FT_Load_Char(face, glyph.Codepoint, FT_LOAD_NO_SCALE) == 0)
            glyph.AdvanceX = static_cast<float>(face->glyph->advance.x) /
                             static_cast<float>(face->units_per_EM) * baked_em;
}

void paint_blob(ImFontAtlas &atlas, int rect_index, FontSet &fonts) {
    unsigned char *pixels = nullptr;
    int width = 0;
    int height = 0;
    atlas.GetTexDataAsAlpha8(&pixels, &width, &height);
    const ImFontAtlasCustomRect *rect = atlas.GetCustomRectByIndex(rect_index);
    constexpr float middle = blob_side / 2.0F;
    for (int y = 0; y < blob_side; ++y)
        for (int x = 0; x < blob_side; ++x) {
            const float dx = static_cast<float>(x) + 0.5F - middle;
            const float dy = static_cast<float>(y) + 0.5F - middle;
            const float t = std::clamp(std::hypot(dx, dy) / (middle - 1), 0.0F, 1.0F);
            const float alpha = 1 - t * t * (3 - 2 * t);
            pixels[(rect->Y + y) * width + rect->X + x] =
                static_cast<unsigned char>(std::lround(alpha * 255));
        }
    const glm::vec2 size{width, height};
    fonts.blob_min = glm::vec2{rect->X, rect->Y} / size;
    fonts.blob_max = glm::vec2{rect->X + blob_side, rect->Y + blob_side} / size;
}

} // namespace

Result<FontSet> build_fonts(ImFontAtlas &atlas, const std::filesystem::path &folder, float scale) {
    FT_Library raw_library = nullptr;
    if (FT_Init_FreeType(&raw_library) != 0)
        return Error{
            "The text cannot be drawn: FreeType did not start. Install the program again."};
    const FreeType library(raw_library);

    // All files are opened before the old content goes: a missing one leaves the atlas as it was.
    std::array<FreeTypeFace, face_count> opened;
    if (Result<Done> all = open_faces(library.get(), folder, opened); !all)
        return all.error();

    atlas.Clear();
    atlas.SetTexID(ImTextureID{}); // the renderer takes this as: upload again
    atlas.FontBuilderIO = ImGuiFreeType::GetBuilderForFreeType();
    atlas.Flags |= ImFontAtlasFlags_NoPowerOfTwoHeight;
    atlas.TexDesiredWidth = 2048;
    FontSet fonts;
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const std::filesystem::path file = folder / cuts[i].file;
        Face &face = fonts.faces[i];
        face = measured(*opened[i], cuts[i], scale);
        ImFontConfig config;
        config.FontBuilderFlags = ImGuiFreeTypeBuilderFlags_NoHinting;
        // ImGui's size is ascent plus descent, not the em.
        face.font = atlas.AddFontFromFileTTF(
            file.c_str(), face.baked_em * (face.ascent + face.descent), &config,
            cuts[i].role == Font::timer ? figure_ranges.data() : glyph_ranges.data());
        if (!face.font)
            return font_error(file);
    }
    const int blob = atlas.AddCustomRectRegular(blob_side, blob_side);
    if (!atlas.Build())
        return Error{"The text cannot be drawn: the fonts are damaged. Install the program again."};
    for (std::size_t i = 0; i < cuts.size(); ++i)
        restore_advances(*fonts.faces[i].font, opened[i].get(), fonts.faces[i].baked_em);
    paint_blob(atlas, blob, fonts);
    return fonts;
}

const Face &face_for_size(const FontSet &fonts, float em) {
    const Face *best = nullptr;
    const auto cost = [&](const Face &face) {
        // Enlarging blurs, shrinking to less than half makes edges ragged.
        const float ratio = em / face.baked_em;
        return ratio > 1 ? ratio * 2 : std::max(1.0F, 0.5F / ratio);
    };
    for (const Face &face : fonts.faces)
        if (face.display && (!best || cost(face) < cost(*best)))
            best = &face;
    const Face &strong = fonts.faces[static_cast<std::size_t>(Font::button)];
    return cost(strong) + 0.4F < cost(*best) ? strong : *best;
}

} // namespace engine::ui
