#include "model/plan/focus_candidates.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/therapist/homework_parts.hpp"

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

struct DoseField {
    std::string_view name; ///< key in Phrases
    int Dose::*value;
    int low, high, step;
    std::string_view unit; ///< also a key; may be empty
};
constexpr std::array<DoseField, 8> dose_fields{{
    {"homework.sets", &Dose::sets, 1, 10, 1, ""},
    {"homework.repeats", &Dose::repeats, 1, 50, 1, ""},
    {"homework.hold", &Dose::hold_s, 0, 600, 5, "homework.seconds"},
    {"homework.rest", &Dose::rest_s, 0, 600, 5, "homework.seconds"},
    {"homework.times_a_day", &Dose::times_a_day, 1, 10, 1, ""},
    {"homework.days_a_week", &Dose::days_a_week, 1, 7, 1, ""},
    {"homework.weeks", &Dose::weeks, 1, 52, 1, ""},
    {"homework.stop_above", &Dose::max_pain, 0, 10, 1, ""},
}};

float field_row_height(const Ui &ui) {
    return ui.line_height(Font::caption) + ui.text_px(60) + ui.px(4 + 12);
}

// With large words one below the other.
int dose_columns(const Ui &ui) {
    return ui.large_words() ? 1 : 2;
}

void dose_field(ScreenContext &c, Rect rect, const HomeworkItem &item, const DoseField &field) {
    Ui &ui = c.ui;
    const std::string_view name = c.words(field.name);
    text(ui, cut_top(rect, ui.line_height(Font::caption), ui.px(4)), name,
         {.font = Font::caption, .color = ui.theme().ink2});
    const auto picked = stepper(ui, cut_top(rect, ui.text_px(60)),
                                {.name = name,
                                 .value = item.dose.*field.value,
                                 .low = field.low,
                                 .high = field.high,
                                 .step = field.step,
                                 .unit = field.unit.empty() ? field.unit : c.words(field.unit)});
    if (!picked)
        return;
    Dose dose = item.dose;
    dose.*field.value = *picked;
    c.out.emit(SetDose{item.id, dose}, "dose of " + item.id);
}

void dose_editor(ScreenContext &c, Rect &inside, const HomeworkItem &item) {
    const int columns = dose_columns(c.ui);
    Rect row;
    for (std::size_t i = 0; i < dose_fields.size(); ++i) {
        const int at = static_cast<int>(i) % columns;
        if (at == 0)
            row = cut_top(inside, field_row_height(c.ui));
        dose_field(c, column(row, at, columns, c.ui.px(16)), item, dose_fields[i]);
    }
}

void side_editor(ScreenContext &c, Rect &inside, const HomeworkItem &item) {
    const std::array<Segment, 3> sides{
        {{c.words("homework.both")}, {c.words("homework.left")}, {c.words("homework.right")}}};
    const int selected = !item.side ? 0 : *item.side == HomeworkSide::left ? 1 : 2;
    const auto picked = segmented(c.ui, cut_top(inside, c.ui.text_px(56), c.ui.px(12)),
                                  c.words("homework.side"), sides, selected);
    if (picked && *picked != selected)
        c.out.emit(SetHomeworkSide{item.id, *picked == 0   ? std::nullopt
                                            : *picked == 1 ? std::optional(HomeworkSide::left)
                                                           : std::optional(HomeworkSide::right)});
}

std::string place_words(const ScreenContext &c, const HomeworkItem &item) {
    const Area *area = c.atlas.area(item.area);
    return area == nullptr ? std::string(c.words("homework.for_no_place"))
                           : c.words("homework.for_the", {{"place", sided_name(*area)}});
}

float rule_height(Ui &ui, const HomeworkItem &item, float width) {
    const float words = text_height(ui, stop_rule(item.dose), Font::caption,
                                    width - ui.px(2 * 16 + 12) - ui.text_px(28));
    return std::max(words, ui.text_px(56)) + ui.px(2 * 8);
}

// When to stop: the level always, and words of one's own.
void stop_editor(ScreenContext &c, Rect &inside, const HomeworkItem &item) {
    Ui &ui = c.ui;
    const Rect rule = cut_top(inside, rule_height(ui, item, inside.w), ui.px(8));
    fill(ui, rule, ui.theme().caution_soft, ui.px(14));
    Rect words = rule.inset(ui.px(16), ui.px(4));
    const Rect sign = cut_left(words, ui.text_px(28), ui.px(12));
    icon(ui, Icon::stop, sign.center(), ui.text_px(28), ui.theme().on_caution_soft);
    text(
        ui, words, stop_rule(item.dose),
        {.font = Font::caption, .color = ui.theme().on_caution_soft, .wrap = true, .middle = true});
    if (const auto own = committed_text(c, cut_top(inside, ui.text_px(56), ui.px(8)),
                                        {.name = c.words("homework.stop_when"),
                                         .placeholder = c.words("homework.stop_when_hint")},
                                        "stop " + item.id, item.stop_rule))
        c.out.emit(SetHomeworkStop{item.id, *own});
    if (const auto note = committed_text(
            c, cut_top(inside, ui.text_px(56), ui.px(12)),
            {.name = c.words("homework.note"), .placeholder = c.words("homework.note")},
            "homework note " + item.id, item.note))
        c.out.emit(SetHomeworkNote{item.id, *note});
}

float open_height(ScreenContext &c, const HomeworkItem &item, float width) {
    Ui &ui = c.ui;
    const float inner = width - ui.px(2 * 24);
    const float rows =
        static_cast<float>(dose_fields.size()) / static_cast<float>(dose_columns(ui));
    const float how =
        item.how.empty() ? 0 : text_height(ui, item.how, Font::caption, inner) + ui.px(12);
    return text_height(ui, item.name, Font::title, inner) +
           text_height(ui, place_words(c, item), Font::caption, inner) + how +
           rows * field_row_height(ui) + rule_height(ui, item, inner) +
           ui.text_px(56 + 56 + 56 + 56) + ui.px(2 * 20 + 8 + 12 + 8 + 8 + 12);
}

void open_item(ScreenContext &c, const Rect &rect, const HomeworkItem &item) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = item.name});
    Rect inside = rect.inset(ui.px(24), ui.px(20));
    text(ui, cut_top(inside, text_height(ui, item.name, Font::title, inside.w)), item.name,
         {.font = Font::title, .wrap = true});
    cut_top(inside,
            text(ui, inside, place_words(c, item),
                 {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
            ui.px(8));
    if (!item.how.empty())
        cut_top(inside, text(ui, inside, item.how, {.font = Font::caption, .wrap = true}),
                ui.px(12));
    dose_editor(c, inside, item);
    side_editor(c, inside, item);
    stop_editor(c, inside, item);
    Rect foot = cut_top(inside, ui.text_px(56));
    const ButtonSpec remove{
        .name = c.words("homework.remove"), .style = ButtonStyle::danger, .icon = Icon::trash};
    if (button(ui, cut_left(foot, button_width(ui, remove)), remove)) {
        say(c, c.words("plan.removed", {{"name", item.name}}));
        c.out.emit(RemoveHomework{item.id});
    }
}

void closed_item(ScreenContext &c, Rect &list, const HomeworkItem &item) {
    Ui &ui = c.ui;
    const std::string dose = dose_words(item.dose);
    const float width = list.w - ui.px(2 * 24 + 24 + 8);
    const float name_height = text_height(ui, item.name, Font::body_strong, width);
    const float dose_height = text_height(ui, dose, Font::caption, width);
    const Rect rect = cut_top(list, name_height + dose_height + ui.px(32), ui.px(12));
    if (card(ui, rect, {.name = c.words("homework.open", {{"name", item.name}}), .target = true}))
        c.state.open_exercise = item.id;
    Rect inside = rect.inset(ui.px(24), ui.px(16));
    icon(ui, Icon::down, cut_right(inside, ui.px(24), ui.px(8)).center(), ui.px(24),
         ui.theme().ink);
    text(ui, cut_top(inside, name_height), item.name, {.font = Font::body_strong, .wrap = true});
    text(ui, inside, dose, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

} // namespace

void given_homework(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    const auto &items = c.document.homework;
    ScrollArea area(ui, "given", rect);
    Rect list = area.content();
    const float top = list.y;
    if (items.empty()) {
        const Message message{.icon = Icon::clipboard_check,
                              .title = c.words("homework.none"),
                              .words = c.words("homework.none_what")};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(12)), message);
    }
    const bool known = std::ranges::count(items, c.state.open_exercise, &HomeworkItem::id) > 0;
    for (const HomeworkItem &item : items) {
        const Scope scope(ui, item.id);
        if (item.id == c.state.open_exercise || (!known && &item == &items.back()))
            open_item(c, cut_top(list, open_height(c, item, list.w), ui.px(12)), item);
        else
            closed_item(c, list, item);
    }
    area.used(list.y - top);
}

} // namespace app
