#include "screens/client/client_page.hpp"

#include "screens/frame/stop_card.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float answer_height = 64;
constexpr float answer_pad = 14; // at each side; a check comes with the choice

float width_of(Ui &ui, std::string_view answer) {
    return text_width(ui, answer, Font::body_strong) + ui.text_px(32) + 2 * ui.px(answer_pad);
}

float width_of(Ui &ui, std::span<const std::string_view> answers, float gap) {
    float width = -gap;
    for (const std::string_view answer : answers)
        width += width_of(ui, answer) + gap;
    return width;
}

// As many as fit, but no row with one alone where all rows could have the same number.
std::size_t answers_per_row(Ui &ui, float width, std::span<const std::string_view> answers,
                            float gap) {
    std::size_t per_row = answers.size();
    const auto fits = [&] {
        for (std::size_t i = 0; i < answers.size(); i += per_row)
            if (width_of(ui, answers.subspan(i, std::min(per_row, answers.size() - i)), gap) >
                width)
                return false;
        return true;
    };
    while (per_row > 1 && !fits())
        per_row = (per_row + 1) / 2;
    return per_row;
}

// Equal cells; where words need more than that, what they need.
std::vector<Rect> cells_of(Ui &ui, Rect row, std::span<const std::string_view> answers,
                           std::size_t per_row, float gap) {
    const Rect equal = column(row, 0, static_cast<int>(per_row), gap);
    const bool equal_fits = std::ranges::all_of(
        answers, [&](std::string_view answer) { return width_of(ui, answer) <= equal.w; });
    const float spare = (row.w - width_of(ui, answers, gap)) / static_cast<float>(answers.size());
    std::vector<Rect> cells;
    for (const std::string_view answer : answers)
        cells.push_back(cut_left(row, equal_fits ? equal.w : width_of(ui, answer) + spare, gap));
    return cells;
}

} // namespace

void client_page(ScreenContext &c, const ClientPage &page,
                 const std::function<void(Rect &)> &draw) {
    Ui &ui = c.ui;
    Rect rest = client_frame(c, page.step);
    const float width = std::min(rest.w, ui.px(page.width));
    rest = {rest.center().x - width / 2, rest.y, width, rest.h};
    Rect foot = cut_bottom(rest, ui.text_px(72), ui.px(16));
    const ButtonSpec back{.name = page.back, .icon = Icon::back};
    const ButtonSpec next{.name = page.next, .style = ButtonStyle::primary, .trailing = Icon::next};
    const float back_width = std::min(button_width(ui, back), foot.w * 0.45F);
    const float next_width = std::max(ui.px(392), button_width(ui, next));
    if (button(ui, cut_left(foot, back_width, ui.px(16)), back))
        c.out.act(GoTo{page.to_back});
    if (button(ui, cut_right(foot, std::min(foot.w, next_width)), next))
        c.out.act(GoTo{page.to_next});

    // A sign that needs a doctor stays in sight, but for large words, which it would leave no room.
    const bool in_list = stop_card_height(c, rest.w) > rest.h * 0.4F;
    if (!in_list)
        stop_card(c, rest);
    // Shadows of cards need some room beside the column.
    const Scope scope(ui, page.next); // each page keeps its own place
    ScrollArea area(ui, "page", rest.inset(-ui.px(12), 0));
    Rect column = area.content().inset(ui.px(12), 0);
    const float top = column.y;
    column.y += ui.px(4);
    if (in_list)
        stop_card(c, column);
    draw(column);
    area.used(column.y - top);
}

ChoiceEvent choice_card(ScreenContext &c, Rect &list, const ChoiceCard &spec) {
    Ui &ui = c.ui;
    const Scope scope(ui, spec.title);
    const float pad = ui.px(24), gap = ui.px(12);
    const float width = list.w - 2 * pad;
    const std::size_t per_row = answers_per_row(ui, width, spec.answers, gap);
    const std::size_t rows = (spec.answers.size() + per_row - 1) / per_row;
    const float title_height = text_height(ui, spec.title, Font::title, width);
    const float extra = spec.extra_height > 0 ? spec.extra_height + gap : 0;
    const float answers_height = static_cast<float>(rows) * (ui.text_px(answer_height) + gap) - gap;
    const float height = pad + title_height + ui.px(14) + answers_height + extra + pad;
    const Rect ground = cut_top(list, height, gap);
    card(ui, ground, {});

    Rect inside = ground.inset(pad);
    text(ui, cut_top(inside, title_height, ui.px(14)), spec.title,
         {.font = Font::title, .wrap = true, .role = Role::heading});
    ChoiceEvent event;
    for (std::size_t first = 0; first < spec.answers.size(); first += per_row) {
        const auto answers =
            spec.answers.subspan(first, std::min(per_row, spec.answers.size() - first));
        const Rect row = cut_top(inside, ui.text_px(answer_height), gap);
        const std::vector<Rect> cells = cells_of(ui, row, answers, per_row, gap);
        for (std::size_t i = 0; i < answers.size(); ++i)
            if (const auto index = static_cast<int>(first + i);
                chip(ui, cells[i], answers[i], index == spec.selected))
                event.tapped = index;
    }
    event.extra = cut_top(inside, spec.extra_height);
    return event;
}

float check_row_height(Ui &ui, float width, std::string_view words) {
    const float box = ui.text_px(28) + ui.px(14);
    return std::max(text_height(ui, words, Font::body, width - box - 2 * ui.px(16)) + ui.px(20),
                    ui.text_px(56)) +
           ui.px(8);
}

bool check_row(ScreenContext &c, Rect &list, std::string_view words, bool on) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    const float gap = ui.px(8);
    const Rect row = cut_top(list, check_row_height(ui, list.w, words) - gap, gap);
    const bool tapped =
        card(ui, row, {.name = words, .target = true, .selected = on, .flat = true});
    Rect inside = row.inset(ui.px(16), 0);
    const float side = ui.text_px(28);
    const Rect cell = cut_left(inside, side, ui.px(14));
    const Rect box{cell.x, cell.center().y - side / 2, side, side};
    fill(ui, box, on ? theme.primary : theme.surface, ui.px(8));
    if (on)
        icon(ui, Icon::check, box.center(), side * 0.8F, theme.on_primary);
    else
        stroke(ui, box, theme.outline, ui.px(8), ui.px(2));
    const float height = text_height(ui, words, Font::body, inside.w);
    draw_text(ui, {inside.x, inside.center().y - height / 2, inside.w, height}, words,
              {.wrap = true});
    return tapped;
}

} // namespace app
