#include "model/guidance/pressure.hpp"
#include "model/session/words.hpp"
#include "screens/client/client_page.hpp"
#include "screens/client/pressure_card.hpp"
#include "screens/frame/consent.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int levels = 5;

std::string_view why_locked(const ScreenContext &c, PressureCap::Reason reason) {
    if (reason == PressureCap::Reason::race)
        return c.words("pressure.locked_race");
    return c.words(reason == PressureCap::Reason::after_race ? "pressure.locked_after_race"
                                                             : "pressure.locked_health");
}

void pressure(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    cut_top(list,
            text(ui, list, c.words("comfort.title"),
                 {.font = Font::heading, .wrap = true, .role = Role::heading}),
            ui.px(4));
    cut_top(list, text(ui, list, c.words("comfort.why"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(16));

    const PressureCap cap = pressure_cap(c.health, c.document, c.past);
    constexpr std::array<std::string_view, levels> names{"pressure.1", "pressure.2", "pressure.3",
                                                         "pressure.4", "pressure.5"};
    constexpr std::array<std::string_view, levels> about{"pressure.1_about", "pressure.2_about",
                                                         "pressure.3_about", "pressure.4_about",
                                                         "pressure.5_about"};
    const auto words_of = [&](int i) {
        return i + 1 > cap.level ? why_locked(c, cap.reason)
                                 : c.words(about[static_cast<std::size_t>(i)]);
    };
    const float gap = ui.px(12);
    float widest = 0;
    for (const std::string_view name : names)
        widest = std::max(widest, text_width(ui, c.words(name), Font::title));
    const float needed = std::max(widest + ui.px(40), ui.text_px(170));
    const int per_row = std::clamp(static_cast<int>((list.w + gap) / (needed + gap)), 1, levels);
    const float width =
        (list.w - gap * static_cast<float>(per_row - 1)) / static_cast<float>(per_row);
    float words_height = 0;
    for (int i = 0; i < levels; ++i)
        words_height =
            std::max(words_height, text_height(ui, words_of(i), Font::body, width - ui.px(40)));
    const float height = pressure_card_height(ui, width, words_height);
    Rect row;
    for (int i = 0; i < levels; ++i) {
        if (i % per_row == 0)
            row = cut_top(list, height, gap);
        const auto wish = pressure_wish(c.health, c.document, c.past);
        const PressureCard spec{.level = i + 1,
                                .name = c.words(names[static_cast<std::size_t>(i)]),
                                .words = words_of(i),
                                .chosen = wish == i + 1,
                                .locked = i + 1 > cap.level};
        if (pressure_card(ui, column(row, i % per_row, per_row, gap), spec))
            c.out.emit(SetPressure{spec.chosen ? std::nullopt : std::optional(i + 1)});
    }
}

std::string places_to_avoid(const ScreenContext &c) {
    std::string places;
    for (const Mark &mark : c.document.marks)
        if (mark.channel == Channel::avoid) {
            const std::string place = place_title(c, mark.area, Reader::client);
            places += places.empty() ? place : "; " + place;
        }
    return places.empty() ? std::string(c.words("comfort.avoid_none"))
                          : c.words("comfort.avoid", {{"places", places}});
}

void not_to_touch(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const ButtonSpec add{.name = c.words("comfort.add_place"), .icon = Icon::plus};
    const std::string words = places_to_avoid(c);
    const float pad = ui.px(16), side = ui.text_px(40);
    const float add_width = button_width(ui, add);
    const float beside = list.w - 3 * pad - side - add_width - ui.px(16);
    const bool one_row = beside > ui.text_px(260);
    const float words_width = one_row ? beside : list.w - 3 * pad - side;
    const float words_height = text_height(ui, words, Font::body_strong, words_width);
    const float top_height = std::max({words_height, side, one_row ? ui.text_px(56) : 0.0F});
    const float height = top_height + 2 * pad + (one_row ? 0 : ui.text_px(56) + ui.px(12));
    const Rect ground = cut_top(list, height, ui.px(12));
    card(ui, ground, {.flat = true});
    Rect inside = ground.inset(pad);
    const Rect place = one_row ? cut_right(inside, add_width, ui.px(16))
                               : cut_bottom(inside, ui.text_px(56), ui.px(12));
    if (button(ui, place, add)) {
        c.state.last_channel = Channel::avoid;
        c.out.act(GoTo{Screen::mark});
    }
    const Rect cell = cut_left(inside, side, pad);
    fill_pattern(ui, {cell.x, cell.center().y - side / 2, side, side}, Pattern::cross_hatch,
                 ui.theme().surface, ui.theme().avoid, ui.px(10));
    text(ui, {inside.x, inside.center().y - words_height / 2, words_width, words_height}, words,
         {.font = Font::body_strong, .wrap = true});
}

void agreements(ScreenContext &c, Rect &list) {
    for (const ConsentText &line : consent_lines(c)) {
        const auto &agreed = c.document.intake.agreements;
        const bool on = std::ranges::count(agreed, line.id, &Agreement::id) > 0;
        if (check_row(c, list, line.words, on))
            c.out.emit(SetAgreement{line.id, on ? std::string() : line.words,
                                    on ? std::nullopt : std::optional(c.now)});
    }
}

} // namespace

void comfort_screen(ScreenContext &c) {
    const ClientPage page{.step = 2,
                          .back = c.words("step.questions"),
                          .next = c.words("comfort.next"),
                          .to_back = Screen::questions,
                          .to_next = Screen::check,
                          .width = 1152};
    client_page(c, page, [&](Rect &list) {
        pressure(c, list);
        not_to_touch(c, list);
        Ui &ui = c.ui;
        const Message feedback{.tone = Tone::info,
                               .icon = Icon::hand,
                               .title = c.words("comfort.stop_title"),
                               .words = c.words("comfort.stop_words")};
        const float height = message_card(ui, list, feedback, false);
        message_card(ui, cut_top(list, height, ui.px(12)), feedback);
        agreements(c, list);
    });
}

} // namespace app
