#include "screens/stage/figure_sheet.hpp"

#include "model/session/document_names.hpp"
#include "model/session/rules.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <array>
#include <cmath>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float build_step = 0.1F;

std::string heading(const ScreenContext &c, Reader reader) {
    return reader == Reader::client
               ? std::string(c.words("figure.yours"))
               : c.words("figure.of", {{"name", first_name(c.document.client.name)}});
}

/// "slim", "a little heavy": what the slider says when it is read out.
std::string_view build_words(const Phrases &words, double build) {
    constexpr double much = 0.6, some = 0.05;
    if (std::abs(build) < some)
        return words("figure.medium");
    const bool little = std::abs(build) < much;
    if (build < 0)
        return words(little ? "figure.little_slim" : "figure.slim");
    return words(little ? "figure.little_heavy" : "figure.heavy");
}

void small_heading(ScreenContext &c, Rect &rest, std::string_view words) {
    text(c.ui, cut_top(rest, c.ui.line_height(Font::button), c.ui.px(8)), words,
         {.font = Font::button, .role = Role::heading});
}

void choices(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    const ClientFigure figure = c.document.figure.value_or(ClientFigure{});
    const std::array<Segment, 3> segments{{{word(c.words, FigureVariant::neutral)},
                                           {word(c.words, FigureVariant::female)},
                                           {word(c.words, FigureVariant::male)}}};
    const auto known = parse_name<FigureVariant>(figure.variant);
    small_heading(c, rest, c.words("figure.body"));
    if (const auto tapped = segmented_rows(c, rest, c.words("figure.body"), segments,
                                           known ? static_cast<int>(*known) : -1)) {
        const auto variant = static_cast<FigureVariant>(*tapped);
        c.out.emit(SetFigure{std::string(name_of(variant)), figure.build});
    }
    cut_top(rest, 0, ui.px(24));
    small_heading(c, rest, c.words("figure.build"));
    const std::string_view words = build_words(c.words, figure.build);
    if (const auto build = slider(ui, cut_top(rest, slider_height(ui), ui.px(16)),
                                  {.name = c.words("figure.build"),
                                   .value = static_cast<float>(figure.build),
                                   .low = static_cast<float>(rules::build_low),
                                   .high = static_cast<float>(rules::build_high),
                                   .step = build_step,
                                   .value_words = words,
                                   .low_word = c.words("figure.slim"),
                                   .high_word = c.words("figure.heavy")}))
        c.out.emit(SetFigure{figure.variant, *build}, "build");
}

} // namespace

float figure_button(ScreenContext &c, float right, float y, Reader reader) {
    const float size = c.ui.text_px(56);
    if (button(c.ui, {right - size, y, size, size},
               {.name = heading(c, reader), .icon = Icon::person, .icon_only = true}))
        c.state.figure_open = true;
    return right - size;
}

void figure_row(ScreenContext &c, Rect &list, Reader reader) {
    if (button(c.ui, cut_top(list, c.ui.text_px(56), c.ui.px(8)),
               {.name = heading(c, reader), .icon = Icon::person, .align = Align::left}))
        c.state.figure_open = true;
}

void figure_sheet(ScreenContext &c, Reader reader) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, c.words("figure.sheet"), c.state.figure_open, sheet_rect(ui));
    if (!sheet.visible() || !c.state.figure_open)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, heading(c, reader)))
        c.state.figure_open = false;
    const std::string_view why =
        c.words(reader == Reader::client ? "figure.why" : "figure.why_therapist");
    cut_top(rest, text(ui, rest, why, {.color = ui.theme().ink2, .wrap = true}), ui.px(24));
    if (sheet_foot(c, rest, c.words("common.done")))
        c.state.figure_open = false;
    ScrollArea area(ui, "figure", rest.inset(-ui.px(4), 0));
    Rect list = area.content().inset(ui.px(4), 0);
    const float top = list.y;
    choices(c, list);
    area.used(list.y - top);
}

} // namespace app
