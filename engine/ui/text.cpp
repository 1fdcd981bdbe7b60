#include "ui/draw.hpp"
#include "ui/paint.hpp"
#include "ui/text_layout.hpp"
#include "ui/ui_state.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine::ui {

namespace {

constexpr std::string_view ellipsis = "\xE2\x80\xA6";
constexpr float tolerance = 0.75F; // pixels that nobody sees

const ImFontGlyph *glyph_of(const Face &face, char32_t code) {
    return face.font->FindGlyph(static_cast<ImWchar>(code <= 0xFFFF ? code : 0xFFFD));
}

Color color_of(Ui &ui, const TextStyle &style) {
    return style.color.a == 0 ? ui.theme().ink : style.color;
}

void draw_line(Ui &ui, const Face &face, const Rect &row, std::string_view words,
               const TextStyle &style) {
    const float free = row.w - glyphs_width(face, face.em, words);
    float x = row.x;
    if (style.align == Align::center)
        x += free / 2;
    else if (style.align == Align::right)
        x += free;
    const float height = (face.ascent + face.descent) * face.em;
    const float baseline = row.y + (face.line - height) / 2 + face.ascent * face.em;
    glyphs(ui, face, face.em, {x, baseline}, words, color_of(ui, style));
}

/// The lines that are drawn, and whether words had to be left out.
struct Fitted {
    std::vector<std::string> lines;
    bool complete = true;
};

Fitted fit(const Face &face, const Rect &rect, std::string_view words, bool wrap) {
    Fitted out;
    if (!wrap) {
        out.complete = glyphs_width(face, face.em, words) <= rect.w + tolerance;
        out.lines.push_back(out.complete ? std::string(words) : shorten(face, words, rect.w));
        return out;
    }
    const std::vector<TextLine> lines = break_lines(face, words, rect.w);
    const bool limited = rect.h > 0;
    const auto room =
        static_cast<std::size_t>(std::max(1.0F, std::floor((rect.h + tolerance * 2) / face.line)));
    for (const TextLine &row : lines) {
        if (limited && out.lines.size() == room) {
            out.complete = false;
            out.lines.back() = shorten(face, out.lines.back() + std::string(ellipsis), rect.w);
            break;
        }
        const std::string_view part = words.substr(row.begin, row.end - row.begin);
        const bool fits = glyphs_width(face, face.em, part) <= rect.w + tolerance;
        out.complete = out.complete && fits;
        out.lines.push_back(fits ? std::string(part) : shorten(face, part, rect.w));
    }
    return out;
}

bool draw_fitted(Ui &ui, const Face &face, const Rect &rect, const Fitted &fitted,
                 const TextStyle &style) {
    const float height = face.line * static_cast<float>(fitted.lines.size());
    Rect row{rect.x, rect.y, rect.w, face.line};
    if (style.middle)
        row.y += (rect.h - height) / 2;
    for (const std::string &words : fitted.lines) {
        draw_line(ui, face, row, words, style);
        row.y += face.line;
    }
    return fitted.complete;
}

} // namespace

float glyphs_width(const Face &face, float em, std::string_view words) {
    float width = 0;
    for (std::size_t at = 0; at < words.size();)
        width += glyph_of(face, decode_utf8(words, at))->AdvanceX;
    return width * em / face.baked_em;
}

void glyphs(Ui &ui, const Face &face, float em, glm::vec2 left_baseline, std::string_view words,
            Color color) {
    ImDrawList &list = *ui.draw();
    const float scale = em / face.baked_em;
    const float top = std::round(left_baseline.y) - std::round(face.font->Ascent) * scale;
    float x = scale < 0.75F ? std::round(left_baseline.x * 2) / 2 : std::round(left_baseline.x);
    for (std::size_t at = 0; at < words.size();) {
        const ImFontGlyph &g = *glyph_of(face, decode_utf8(words, at));
        if (g.Visible) {
            list.PrimReserve(6, 4);
            list.PrimRectUV(vec(x + g.X0 * scale, top + g.Y0 * scale),
                            vec(x + g.X1 * scale, top + g.Y1 * scale), vec(g.U0, g.V0),
                            vec(g.U1, g.V1), pack(color));
        }
        x += g.AdvanceX * scale;
    }
}

void figures(Ui &ui, glm::vec2 center, float em, std::string_view words, Color color) {
    constexpr float capital = 0.727F; // height of Inter's figures, of the em
    const Face &face = face_for_size(ui.state().fonts, em);
    const float x = center.x - glyphs_width(face, em, words) / 2;
    glyphs(ui, face, em, {x, center.y + em * capital / 2}, words, color);
}

std::string shorten(const Face &face, std::string_view words, float width) {
    const float room = width - glyphs_width(face, face.em, ellipsis);
    std::size_t end = 0;
    float used = 0;
    while (end < words.size()) {
        std::size_t after = end;
        used += glyph_of(face, decode_utf8(words, after))->AdvanceX * face.em / face.baked_em;
        if (used > room)
            break;
        end = after;
    }
    while (end > 0 && words[end - 1] == ' ')
        --end;
    return std::string(words.substr(0, end)) + std::string(ellipsis);
}

std::vector<TextLine> break_lines(const Face &face, std::string_view words, float width,
                                  bool break_words) {
    std::vector<TextLine> lines;
    TextLine row;
    std::size_t last_space = std::string_view::npos;
    float used = 0;
    const auto finish = [&](std::size_t end, std::size_t next) {
        row.end = end;
        lines.push_back(row);
        row.begin = next;
        last_space = std::string_view::npos;
        used = glyphs_width(face, face.em, words.substr(next, 0));
    };
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t here = at;
        const char32_t code = decode_utf8(words, at);
        if (code == U'\n') {
            finish(here, at);
            continue;
        }
        used += glyph_of(face, code)->AdvanceX * face.em / face.baked_em;
        if (code == U' ') {
            last_space = here;
        } else if (used > width + tolerance) {
            if (last_space != std::string_view::npos)
                finish(last_space, last_space + 1);
            else if (break_words && here > row.begin)
                finish(here, here);
            used = glyphs_width(face, face.em, words.substr(row.begin, at - row.begin));
        }
    }
    row.end = words.size();
    lines.push_back(row);
    return lines;
}

namespace {

/// The face for words of one line. Headings that are too long stand in two lines or in smaller
/// letters before words are cut.
struct Fitting {
    const Face *face;
    Fitted words;
};
Fitting fit_heading(Ui &ui, const Rect &rect, std::string_view words, Font font) {
    Fitting best{&ui.state().face(font), {}};
    best.words = fit(*best.face, rect, words, false);
    constexpr std::array<Font, 5> smaller{Font::heading, Font::title, Font::button,
                                          Font::body_strong, Font::caption};
    for (const Font next : smaller) {
        const Face &face = ui.state().face(next);
        if (best.words.complete || face.em > ui.state().face(font).em)
            continue;
        for (const bool wrap : {false, true})
            if (Fitted fitted = fit(face, rect, words, wrap); fitted.complete) {
                best = {&face, std::move(fitted)};
                break;
            }
    }
    return best;
}

} // namespace

float text(Ui &ui, const Rect &rect, std::string_view words, const TextStyle &style) {
    const bool one_line = style.role == Role::heading && !style.wrap && rect.h > 0;
    const Face &wanted = ui.state().face(style.font);
    const Fitting fitting = one_line ? fit_heading(ui, rect, words, style.font)
                                     : Fitting{&wanted, fit(wanted, rect, words, style.wrap)};
    const Fitted &fitted = fitting.words;
    draw_fitted(ui, *fitting.face, rect, fitted, style);
    const float height = fitting.face->line * static_cast<float>(fitted.lines.size());
    Node node;
    node.role = style.role;
    node.name = words;
    // Wrapped words from the top use what they need of the room.
    const bool less = style.wrap && !style.middle;
    node.rect = {rect.x, rect.y, rect.w, less ? height : std::max(rect.h, height)};
    node.clipped_text = !fitted.complete;
    ui.report(std::move(node));
    return height;
}

bool draw_text(Ui &ui, const Rect &rect, std::string_view words, const TextStyle &style) {
    const Face &face = ui.state().face(style.font);
    return draw_fitted(ui, face, rect, fit(face, rect, words, style.wrap), style);
}

bool draw_text(Ui &ui, const Face &face, const Rect &rect, std::string_view words,
               const TextStyle &style) {
    return draw_fitted(ui, face, rect, fit(face, rect, words, style.wrap), style);
}

float text_width(Ui &ui, std::string_view words, Font font) {
    const Face &face = ui.state().face(font);
    return glyphs_width(face, face.em, words);
}

float text_height(Ui &ui, std::string_view words, Font font, float width) {
    const Face &face = ui.state().face(font);
    return face.line * static_cast<float>(break_lines(face, words, width).size());
}

} // namespace engine::ui
