#include "model/session/words.hpp"
#include "screens/frame/beneath_list.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/therapist/treat_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void sheet_heading(ScreenContext &c, Rect &list, std::string_view words) {
    text(c.ui, cut_top(list, c.ui.line_height(Font::button), c.ui.px(8)), words,
         {.font = Font::button, .role = Role::heading});
}

void techniques(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    sheet_heading(c, list, c.words("treat.techniques"));
    std::vector<std::string> names = c.seal.settings().techniques;
    for (const std::string &used : item.techniques) // an older list may have had others
        if (std::ranges::count(names, used) == 0)
            names.push_back(used);
    const int columns = ui.large_words() ? 1 : 2;
    Rect row;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const int at = static_cast<int>(i) % columns;
        if (at == 0)
            row = cut_top(list, ui.text_px(64), ui.px(8));
        const bool on = std::ranges::count(item.techniques, names[i]) > 0;
        if (chip(ui, column(row, at, columns, ui.px(8)), names[i], on))
            c.out.emit(SetTechnique{item.part, names[i], !on});
    }
    cut_top(list, ui.px(12));
}

void temperature(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    sheet_heading(c, list, c.words("treat.temperature"));
    const Finding now = finding_now(c);
    const std::array<Segment, 3> choices{
        {{c.words("treat.cool")}, {c.words("treat.as_around_it")}, {c.words("treat.warm")}}};
    const int selected = !now.temperature ? 1 : *now.temperature == Temperature::cool ? 0 : 2;
    const auto picked = segmented(ui, cut_top(list, ui.text_px(64), ui.px(20)),
                                  c.words("treat.temperature"), choices, selected);
    if (!picked || *picked == selected)
        return;
    Finding finding = now;
    finding.temperature = *picked == 1   ? std::nullopt
                          : *picked == 0 ? std::optional(Temperature::cool)
                                         : std::optional(Temperature::warm);
    keep_finding(c, std::move(finding));
}

void finding_note(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    sheet_heading(c, list, c.words("treat.finding_note"));
    const Finding now = finding_now(c);
    if (const auto note = committed_text(c, cut_top(list, ui.text_px(96), ui.px(20)),
                                         {.name = c.words("treat.finding_note"),
                                          .placeholder = c.words("treat.finding_hint"),
                                          .multiline = true},
                                         "finding note " + now.area + now.region, now.note)) {
        Finding finding = now;
        finding.note = *note;
        keep_finding(c, std::move(finding));
    }
}

} // namespace

void comfort_sheet(ScreenContext &c, const PlanItem &item) {
    const Sheet sheet(c.ui, c.words("treat.comfort_title"), c.state.treat.comfort_open,
                      sheet_rect(c.ui));
    if (!sheet.visible())
        return;
    Ui &ui = c.ui;
    Rect content = sheet.content();
    bool close = sheet_head(c, content, c.words("treat.comfort_title"));
    cut_top(
        content,
        text(ui, content, c.words("treat.comfort_what"), {.color = ui.theme().ink2, .wrap = true}),
        ui.px(20));
    constexpr int columns = 4;
    constexpr std::array<std::string_view, 11> numbers{"0", "1", "2", "3", "4", "5",
                                                       "6", "7", "8", "9", "10"};
    Rect row;
    for (int level = 0; level < static_cast<int>(numbers.size()); ++level) {
        if (level % columns == 0)
            row = cut_top(content, ui.text_px(80), ui.px(8));
        const Feedback *last = last_comfort(c.document, item.part);
        const bool on = last != nullptr && last->comfort == level;
        if (button(ui, column(row, level % columns, columns, ui.px(8)),
                   {.name = numbers[static_cast<std::size_t>(level)],
                    .style = on ? ButtonStyle::soft : ButtonStyle::secondary})) {
            c.out.emit(
                AddFeedback{{.id = c.new_id(), .at = c.now, .part = item.part, .comfort = level}});
            close = true;
        }
    }
    if (close)
        c.state.treat.comfort_open = false;
}

void details_sheet(ScreenContext &c, const PlanItem &item) {
    const Sheet sheet(c.ui, c.words("treat.details"), c.state.treat.details_open, sheet_rect(c.ui));
    if (!sheet.visible())
        return;
    Ui &ui = c.ui;
    Place &place = c.state.treat.place;
    const Area *area = c.atlas.area(place.area);
    Rect content = sheet.content();
    const bool close =
        sheet_head(c, content,
                   area == nullptr ? std::string(c.words("treat.details"))
                                   : title(c.atlas, place, Reader::therapist, c.words));
    const bool done = sheet_foot(c, content, c.words("common.done"));
    ScrollArea scroll(ui, "details", content.inset(-ui.px(4), 0));
    Rect list = scroll.content().inset(ui.px(4), 0);
    const float top = list.y;
    techniques(c, list, item);
    if (area != nullptr) {
        temperature(c, list);
        finding_note(c, list);
        const std::vector<std::string> chosen =
            place.region.empty() ? std::vector<std::string>{} : std::vector{place.region};
        if (const auto tapped = beneath_list(c, list, *area, chosen))
            place.region = tapped->empty() ? std::string() : tapped->back();
    }
    scroll.used(list.y - top);
    if (close || done)
        c.state.treat.details_open = false;
}

} // namespace app
