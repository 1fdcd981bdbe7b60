#include "screens/frame/beneath_list.hpp"

#include "model/atlas/beneath.hpp"
#include "model/atlas/place_names.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

/// Bars: the more of them, the deeper.
void depth_sign(Ui &ui, const Rect &rect, int depth) {
    const float height = ui.px(4), gap = ui.px(3);
    const float all = static_cast<float>(depth) * (height + gap) - gap;
    Rect bar{rect.x, rect.center().y - all / 2, rect.w, height};
    for (int i = 0; i < depth; ++i) {
        const bool lowest = i + 1 == depth;
        fill(ui, bar, lowest ? ui.theme().primary : ui.theme().outline.with_alpha(0.5F),
             height / 2);
        bar.y += height + gap;
    }
}

bool structure_row(ScreenContext &c, Rect &list, const Region &region, bool chosen) {
    Ui &ui = c.ui;
    const Scope scope(ui, region.id);
    const std::string lay = capital(plain_name(region, c.words));
    const std::string anatomical = anatomical_name(region, c.words);
    const float sign = ui.px(22), check = ui.text_px(24);
    const float width = list.w - sign - check - ui.px(2 * 16 + 16 + 8);
    const float lay_height = text_height(ui, lay, Font::body_strong, width);
    const float small_height = text_height(ui, anatomical, Font::caption, width);
    const float height = std::max(lay_height + small_height + ui.px(16), ui.text_px(56));
    const Rect rect = cut_top(list, height, ui.px(6));
    const bool tapped =
        card(ui, rect,
             {.name = lay + ", " + anatomical, .target = true, .selected = chosen, .flat = true});
    Rect inside = rect.inset(ui.px(16), 0);
    depth_sign(ui, cut_left(inside, sign, ui.px(16)), region.depth);
    const Rect mark = cut_right(inside, check, ui.px(8));
    if (chosen)
        icon(ui, Icon::check, mark.center(), check, ui.theme().primary);
    const float top = inside.center().y - (lay_height + small_height) / 2;
    draw_text(ui, {inside.x, top, inside.w, lay_height}, lay,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {inside.x, top + lay_height, inside.w, small_height}, anatomical,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return tapped;
}

} // namespace

std::optional<std::vector<std::string>> beneath_list(ScreenContext &c, Rect &list, const Area &area,
                                                     const std::vector<std::string> &chosen) {
    Ui &ui = c.ui;
    const Scope scope(ui, "beneath " + area.id);
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(2)), c.words("beneath.title"),
         {.font = Font::button, .role = Role::heading});
    cut_top(list,
            text(ui, list, c.words("beneath.why"),
                 {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
            ui.px(8));
    std::optional<std::vector<std::string>> changed;
    for (const Region *region : beneath(c.atlas, area)) {
        const bool on = std::find(chosen.begin(), chosen.end(), region->id) != chosen.end();
        if (!structure_row(c, list, *region, on))
            continue;
        changed = chosen;
        if (on)
            std::erase(*changed, region->id);
        else
            changed->push_back(region->id);
    }
    cut_top(list, 0, ui.px(12));
    return changed;
}

} // namespace app
