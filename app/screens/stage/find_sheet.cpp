#include "screens/stage/find_sheet.hpp"

#include "model/atlas/place_names.hpp"
#include "model/body/picking.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr std::size_t most_rows = 12;

/// What one row says: the place, and where it lies or what the profession calls it.
struct Row {
    Found found;
    std::string title, small;
};

Place place_of(const Found &found) {
    return {found.area->id, found.region != nullptr ? found.region->id : std::string()};
}

/// Lay words for both readers: the profession's stand below them.
std::string title_of(const Found &found, Reader reader, const Phrases &words) {
    if (found.region != nullptr)
        return with_side(plain_name(*found.region, words), found.region->side, reader, words);
    return with_side(plain_name(*found.area, words), found.area->side, reader, words);
}

std::string small_words(const Found &found, Reader reader, const Phrases &words) {
    const Area &area = *found.area;
    const std::string zone = zone_name(area, words);
    if (reader == Reader::therapist)
        return capital(found.region != nullptr ? found.region->anatomical : area.anatomical) +
               " \u00B7 " + zone;
    return capital(found.region != nullptr ? plain_name(area, words) + " \u00B7 " + zone : zone);
}

std::vector<Row> rows_for(const ScreenContext &c, Reader reader) {
    constexpr std::size_t enough = 2 * most_rows; // some say the same as an earlier row
    std::vector<Row> rows;
    std::set<std::string> told;
    for (Found &found : c.finder.find(c.state.find_text, enough)) {
        const std::string title = title_of(found, reader, c.words);
        if (rows.size() < most_rows && told.insert(title).second) {
            const std::string small = small_words(found, reader, c.words);
            rows.push_back({std::move(found), title, small});
        }
    }
    return rows;
}

bool row_card(ScreenContext &c, Rect &list, const Row &row, bool chosen) {
    Ui &ui = c.ui;
    const std::string &title = row.title;
    const float width = list.w - ui.px(2 * 20);
    const float title_height = text_height(ui, title, Font::body_strong, width);
    const float small_height = text_height(ui, row.small, Font::caption, width);
    const Rect rect = cut_top(list, title_height + small_height + ui.px(2 * 12), ui.px(8));
    const bool tapped =
        card(ui, rect,
             {.name = title + ", " + row.small, .target = true, .selected = chosen, .flat = true});
    Rect inside = rect.inset(ui.px(20), ui.px(12));
    draw_text(ui, cut_top(inside, title_height), title, {.font = Font::body_strong, .wrap = true});
    draw_text(ui, inside, row.small,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return tapped;
}

// Nothing yet, or nothing found: what to do.
std::string_view advice(const ScreenContext &c, Reader reader) {
    if (!c.state.find_text.empty())
        return c.words("find.nothing");
    return c.words(reader == Reader::client ? "find.advice" : "find.advice_therapist");
}

} // namespace

float find_button(ScreenContext &c, const Rect &stage) {
    Ui &ui = c.ui;
    const ButtonSpec find{
        .name = c.words("find.open"), .icon = Icon::search, .icon_only = stage.w < ui.px(600)};
    const float width = button_width(ui, find);
    const Rect rect{stage.right() - ui.px(16) - width, stage.y + ui.px(16), width, ui.text_px(56)};
    if (button(ui, rect, find))
        c.state.find_open = true;
    return rect.x;
}

void find_row(ScreenContext &c, Rect &list) {
    if (button(c.ui, cut_top(list, c.ui.text_px(56), c.ui.px(8)),
               {.name = c.words("find.open"), .icon = Icon::search, .align = Align::left}))
        c.state.find_open = true;
}

std::optional<Place> find_sheet(ScreenContext &c, Reader reader) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, c.words("find.title"), c.state.find_open, sheet_rect(ui));
    if (!sheet.visible() || !c.state.find_open)
        return {};
    Rect rest = sheet.content();
    if (sheet_head(c, rest, c.words("find.title")))
        c.state.find_open = false;
    const TextFieldEvent typed = text_field(
        ui, cut_top(rest, ui.text_px(56), ui.px(16)),
        {.name = c.words("find.field"),
         .placeholder = c.words(reader == Reader::client ? "find.hint" : "find.hint_therapist"),
         .icon = Icon::search,
         .max_bytes = 60,
         .begin = true},
        c.state.find_text);

    const std::vector<Row> rows = rows_for(c, reader);
    const int last = std::max(0, static_cast<int>(rows.size()) - 1);
    c.state.find_row = typed.changed ? 0 : std::clamp(c.state.find_row + typed.steps, 0, last);
    std::optional<Place> chosen;
    ScrollArea area(ui, "found", rest.inset(-ui.px(4), 0));
    Rect list = area.content().inset(ui.px(4), 0);
    const float top = list.y;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const bool current = static_cast<int>(i) == c.state.find_row;
        const Rect before = list;
        if (row_card(c, list, rows[i], current) || (current && typed.entered))
            chosen = place_of(rows[i].found);
        if (current && typed.steps != 0)
            area.reveal({before.x, before.y, before.w, list.y - before.y});
    }
    if (rows.empty())
        cut_top(list, text(ui, list, advice(c, reader), {.color = ui.theme().ink2, .wrap = true}));
    area.used(list.y - top);
    if (chosen)
        c.state.find_open = false;
    if (!c.state.find_open)
        c.state.find_text.clear(); // the next search is another one
    return chosen;
}

} // namespace app
