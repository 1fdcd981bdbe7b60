#include "model/session/words.hpp"
#include "model/text/dates.hpp"
#include "model/text/language.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/stage/body_stage.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string promise(const ScreenContext &c) {
    std::string promise{c.words("welcome.promise")};
    if (!c.past.empty())
        promise +=
            " " + c.words("welcome.beside_last",
                          {{"day", day_and_month(c.words, c.past.back().appointment.start)}});
    return promise;
}

} // namespace

void welcome_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    fill(ui, {0, 0, ui.size().x, ui.size().y}, theme.bg);
    Rect rest = Rect{0, 0, ui.size().x, ui.size().y}.inset(ui.px(16));
    const bool large_text = ui.large_words();
    const Rect stage = cut_right(rest, rest.w * (large_text ? 0.3F : 0.45F), ui.px(40));
    body_picture(c, stage, {{0, 0.52F, 0}, 24, 4, 1.16F}, ui.px(size::radius_stage));

    ScrollArea area(ui, "welcome", {rest.x, rest.y, rest.w, rest.h});
    Rect column = area.content();
    const float top = column.y;
    column = {column.x + ui.px(48), column.y + ui.px(24), column.w - ui.px(48), column.h};
    Rect brand = cut_top(column, ui.text_px(56), ui.px(72));
    const Rect logo = cut_left(brand, ui.text_px(56), ui.px(12));
    fill(ui, logo, theme.primary, ui.px(18));
    icon(ui, Icon::person, logo.center(), ui.text_px(32), theme.on_primary);
    const std::string &clinic = c.document.practice.clinic;
    const float clinic_height = text_height(ui, clinic, Font::button, brand.w);
    text(ui, {brand.x, brand.center().y - clinic_height / 2, brand.w, clinic_height}, clinic,
         {.font = Font::button, .wrap = true});

    text(ui, cut_top(column, ui.line_height(Font::display), ui.px(16)),
         c.words("welcome.hello", {{"name", first_name(c.document.client.name)}}),
         {.font = Font::display, .role = Role::heading});
    const std::string words = promise(c);
    cut_top(column,
            text(ui, column, words, {.font = Font::title, .color = theme.ink2, .wrap = true}),
            ui.px(32));

    const Rect start = cut_top(column, ui.text_px(88), ui.px(16));
    if (button(ui, {start.x, start.y, std::min(start.w, ui.text_px(400)), start.h},
               {.name = c.words("welcome.start"),
                .style = ButtonStyle::primary,
                .trailing = Icon::next}))
        c.out.act(GoTo{Screen::mark});
    cut_top(column, text(ui, column, c.words("welcome.time"), {.color = theme.ink2, .wrap = true}),
            ui.px(48));

    Rect privacy = column;
    const Rect shield = cut_left(privacy, ui.text_px(28), ui.px(12));
    icon(ui, Icon::shield, {shield.x + shield.w / 2, shield.y + ui.line_height(Font::body) / 2},
         ui.text_px(28), theme.primary);
    const float height = text(ui, privacy, c.words("welcome.privacy"), {.wrap = true});
    cut_top(column, height, ui.px(24));
    const std::string not_me_name =
        c.words("welcome.not_me", {{"name", first_name(c.document.client.name)}});
    const ButtonSpec other{.name = not_me_name, .style = ButtonStyle::text, .icon = Icon::lock};
    // Each language in its own words, for those who cannot read the one on the screen.
    constexpr std::array<Segment, 2> languages{{{"English"}, {"Español"}}};
    constexpr std::array<Language, 2> choices{Language::english, Language::spanish};
    const auto now = std::ranges::find(choices, c.words.language());
    const float other_width = button_width(ui, other);
    const float wanted = std::max(ui.text_px(280), segmented_width(ui, languages));
    const bool one_row = wanted + ui.px(16) + other_width <= column.w;
    Rect row = cut_top(column, ui.text_px(56), ui.px(16));
    if (const auto tapped = segmented(ui, cut_left(row, std::min(wanted, row.w), ui.px(16)),
                                      c.words("welcome.language"), languages,
                                      static_cast<int>(now - choices.begin())))
        c.out.emit(
            SetLanguage{std::string(name_of(choices.at(static_cast<std::size_t>(*tapped))))});
    if (!one_row)
        row = cut_top(column, ui.text_px(56), ui.px(16));
    if (button(ui, {row.x, row.y, std::min(row.w, other_width), row.h}, other))
        c.out.act(GoTo{Screen::home});
    area.used(column.y - top);
}

} // namespace app
