#include "screens/home/protect_offer.hpp"

#include <algorithm>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

void protect_offer(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    if (!c.seal.may_offer_protection())
        return;
    const std::string_view question = c.words("protect.title"), words = c.words("protect.what");
    const ButtonSpec set_one{.name = c.words("protect.set"), .style = ButtonStyle::soft};
    const ButtonSpec not_now{.name = c.words("protect.not_now"), .style = ButtonStyle::text};
    const float padding = ui.px(20), gap = ui.px(12), key = ui.text_px(56);
    const float inner = list.w - 2 * padding;
    const float first = button_width(ui, set_one), second = button_width(ui, not_now);
    const bool side_by_side = first + gap + second <= inner;
    const float height = 2 * padding + text_height(ui, question, Font::heading, inner) + ui.px(6) +
                         text_height(ui, words, Font::body, inner) + ui.px(16) +
                         (side_by_side ? key : 2 * key + gap);
    const Rect place = cut_top(list, height, ui.px(20));
    card(ui, place, {.name = question});
    Rect rest = place.inset(padding, padding);
    cut_top(rest, text(ui, rest, question, {.font = Font::heading, .wrap = true}), ui.px(6));
    cut_top(rest, text(ui, rest, words, {.color = ui.theme().ink2, .wrap = true}), ui.px(16));
    Rect row = cut_top(rest, key, gap);
    const Rect left = side_by_side ? cut_left(row, first, gap) : row;
    Rect below = side_by_side ? row : cut_top(rest, key, 0);
    below.w = std::min(below.w, side_by_side ? second : below.w);
    if (button(ui, left, set_one))
        c.out.act(ProtectRecords{true});
    if (button(ui, below, not_now))
        c.out.act(ProtectRecords{false});
}

} // namespace app
