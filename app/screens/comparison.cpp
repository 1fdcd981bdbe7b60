#include "screens/comparison.hpp"

#include "model/agreement.hpp"
#include "screens/chrome.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct PartyWords {
    std::string_view words;
    Pattern pattern; ///< as on the map
};
constexpr std::array<PartyWords, 3> party_words{{{"Both", Pattern::solid},
                                                 {"The client only", Pattern::hatch},
                                                 {"My hands only", Pattern::dots}}};

// True: it is to become a focus area.
bool place_row(ScreenContext &c, Rect &list, const ComparedPlace &place) {
    Ui &ui = c.ui;
    const Scope scope(ui, place.area);
    const PartyWords &party = party_words.at(static_cast<std::size_t>(place.who));
    Rect row = cut_top(list, ui.text_px(60), ui.px(8));
    const std::string title = place_title(c, place.area, Reader::therapist);
    bool add = false;
    if (place.who == Party::therapist_only && find_item(c.document, place.area) == nullptr)
        add = button(ui, cut_right(row, ui.text_px(56), ui.px(8)),
                     {.name = "Add " + title,
                      .style = ButtonStyle::soft,
                      .icon = Icon::plus,
                      .icon_only = true});
    const Rect swatch = cut_left(row, ui.text_px(36), ui.px(12));
    fill_pattern(ui, {swatch.x, swatch.center().y - ui.text_px(18), ui.text_px(36), ui.text_px(36)},
                 party.pattern, ui.theme().clay, ui.theme().primary, ui.px(10));
    text(ui, cut_top(row, ui.line_height(Font::body_strong)), title, {.font = Font::body_strong});
    text(ui, row, party.words, {.font = Font::caption, .color = ui.theme().ink2});
    return add;
}

} // namespace

std::optional<std::string> comparison(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    if (std::ranges::none_of(c.document.findings, says_something)) {
        c.state.differ = false;
        return {};
    }
    if (chip(ui, cut_top(list, ui.text_px(56), ui.px(8)), "Compare with my findings",
             c.state.differ))
        c.state.differ = !c.state.differ;
    if (!c.state.differ)
        return {};
    std::optional<std::string> added;
    for (const ComparedPlace &place : compared_places(c.document))
        if (place_row(c, list, place))
            added = place.area;
    cut_top(list,
            text(ui, list, "A finding is a proposal: the client decides what is worked on.",
                 {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
            ui.px(12));
    return added;
}

} // namespace app
