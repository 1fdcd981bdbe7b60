#include "screens/client/place_sheets.hpp"

#include "model/session/words.hpp"
#include "screens/client/mark_sheet.hpp"
#include "screens/frame/beneath_list.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

bool is_copy(const Mark &mark, const Mark &of) {
    return mark.id != of.id && mark.channel == of.channel && mark.level == of.level &&
           mark.qualities == of.qualities;
}

} // namespace

void look_sheet(ScreenContext &c) {
    const Area *area = c.atlas.area(c.state.looked_at.area);
    const Sheet sheet(c.ui, c.words("look.title"), area != nullptr, slim_sheet_rect(c.ui));
    if (!sheet.visible() || area == nullptr)
        return;
    Rect content = sheet.content();
    const Place place = c.state.looked_at;
    const bool close =
        sheet_head(c, content, title(c.atlas, {area->id, {}}, Reader::client, c.words));
    const bool mark = sheet_foot(c, content, c.words("look.mark"));
    std::vector<std::string> chosen;
    if (!place.region.empty())
        chosen.push_back(place.region);
    ScrollArea scroll(c.ui, "look", content.inset(-c.ui.px(4), 0));
    Rect list = scroll.content().inset(c.ui.px(4), 0);
    const float top = list.y;
    if (const auto tapped = beneath_list(c, list, *area, chosen))
        c.state.looked_at.region = tapped->empty() ? std::string() : tapped->back();
    scroll.used(list.y - top);
    if (close || mark)
        c.state.looked_at = {};
    if (mark)
        add_mark(c, place, chosen);
}

void copy_sheet(ScreenContext &c) {
    const Mark *mark = find_mark(c.document, c.state.copying);
    const Sheet sheet(c.ui, c.words("copy.title"), mark != nullptr, slim_sheet_rect(c.ui));
    if (!sheet.visible() || mark == nullptr)
        return;
    Ui &ui = c.ui;
    Rect content = sheet.content();
    const bool close = sheet_head(c, content, c.words("copy.title"));
    const bool done = sheet_foot(c, content, c.words("common.done"));
    const std::string place = place_title(c, mark->area, Reader::client);
    ScrollArea scroll(ui, "copies", content.inset(-ui.px(8), 0));
    Rect list = scroll.content().inset(ui.px(8), 0);
    const float top = list.y;
    cut_top(list,
            text(ui, list, c.words("copy.how", {{"place", place}}),
                 {.color = ui.theme().ink2, .wrap = true}),
            ui.px(16));
    for (const Mark &other : c.document.marks)
        if (is_copy(other, *mark) && mark_card(c, list, other, Reader::client))
            c.out.emit(RemoveMark{other.id});
    scroll.used(list.y - top);
    if (close || done) {
        c.state.copying.clear();
        c.out.view.push_back(ShowView{NamedView::pair});
    }
}

} // namespace app
