#include "screens/stage/comparison.hpp"

#include "model/guidance/agreement.hpp"
#include "screens/frame/chrome.hpp"

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

struct PartyWords {
    std::string_view words; ///< key in Phrases
    Pattern pattern;        ///< as on the map
};
constexpr std::array<PartyWords, 3> party_words{{{"compare.both", Pattern::solid},
                                                 {"compare.client", Pattern::hatch},
                                                 {"compare.hands", Pattern::dots}}};

// True: it is to become a focus area.
bool place_row(ScreenContext &c, Rect &list, const ComparedPlace &place) {
    Ui &ui = c.ui;
    const Scope scope(ui, place.area);
    const PartyWords &party = party_words.at(static_cast<std::size_t>(place.who));
    const std::string_view words = c.words(party.words);
    const std::string title = place_title(c, place.area, Reader::therapist);
    const bool can_add =
        place.who == Party::therapist_only && find_item(c.document, place.area) == nullptr;
    const float button_space = can_add ? ui.text_px(56) + ui.px(8) : 0;
    const float width = list.w - ui.text_px(36) - ui.px(12) - button_space;
    const float title_height = text_height(ui, title, Font::body_strong, width);
    const float words_height = text_height(ui, words, Font::caption, width);
    Rect row = cut_top(list, std::max(ui.text_px(60), title_height + words_height), ui.px(8));
    const bool add = can_add && button(ui, cut_right(row, ui.text_px(56), ui.px(8)),
                                       {.name = c.words("homework.add", {{"name", title}}),
                                        .style = ButtonStyle::soft,
                                        .icon = Icon::plus,
                                        .icon_only = true});
    const float side = ui.text_px(36);
    const Rect swatch = cut_left(row, side, ui.px(12));
    fill_pattern(ui, {swatch.x, swatch.center().y - side / 2, side, side}, party.pattern,
                 ui.theme().clay, ui.theme().primary, ui.px(10));
    cut_top(row, (row.h - title_height - words_height) / 2);
    text(ui, cut_top(row, title_height), title, {.font = Font::body_strong, .wrap = true});
    text(ui, row, words, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return add;
}

} // namespace

std::optional<std::string> comparison(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    if (std::ranges::none_of(c.document.findings, says_something)) {
        c.state.differ = false;
        return {};
    }
    if (chip(ui, cut_top(list, ui.text_px(56), ui.px(8)), c.words("compare.title"), c.state.differ))
        c.state.differ = !c.state.differ;
    if (!c.state.differ)
        return {};
    std::optional<std::string> added;
    for (const ComparedPlace &place : compared_places(c.document))
        if (place_row(c, list, place))
            added = place.area;
    cut_top(list,
            text(ui, list, c.words("compare.what"),
                 {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
            ui.px(12));
    return added;
}

} // namespace app
