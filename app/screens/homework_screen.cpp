#include "model/words.hpp"
#include "screens/body_stage.hpp"
#include "screens/chrome.hpp"

#include <algorithm>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct DoseField {
    std::string_view name;
    int Dose::*value;
    int low, high, step;
    std::string_view unit;
};
constexpr std::array<DoseField, 6> dose_fields{{
    {"Sets", &Dose::sets, 1, 10, 1, ""},
    {"Repeats", &Dose::repeats, 1, 50, 1, ""},
    {"Hold", &Dose::hold_s, 0, 600, 5, " s"},
    {"Times a day", &Dose::times_a_day, 1, 10, 1, ""},
    {"Days a week", &Dose::days_a_week, 1, 7, 1, ""},
    {"Weeks", &Dose::weeks, 1, 52, 1, ""},
}};

void dose_editor(ScreenContext &c, Rect &inside, const HomeworkItem &item) {
    Ui &ui = c.ui;
    for (std::size_t i = 0; i < dose_fields.size(); i += 2) {
        const Rect labels = cut_top(inside, ui.line_height(Font::caption), ui.px(4));
        const Rect fields = cut_top(inside, ui.text_px(60), ui.px(12));
        for (int k = 0; k < 2; ++k) {
            const DoseField &field = dose_fields[i + static_cast<std::size_t>(k)];
            text(ui, column(labels, k, 2, ui.px(16)), field.name,
                 {.font = Font::caption, .color = ui.theme().ink2});
            const auto picked = stepper(ui, column(fields, k, 2, ui.px(16)),
                                        {.name = field.name,
                                         .value = item.dose.*field.value,
                                         .low = field.low,
                                         .high = field.high,
                                         .step = field.step,
                                         .unit = field.unit});
            if (picked) {
                Dose dose = item.dose;
                dose.*field.value = *picked;
                c.out.emit(SetDose{item.id, dose}, "dose of " + item.id);
            }
        }
    }
}

float open_height(Ui &ui, const HomeworkItem &item, float width) {
    const float row = ui.line_height(Font::caption) + ui.text_px(60) + ui.px(16);
    return text_height(ui, item.name, Font::title, width - ui.px(48)) +
           ui.line_height(Font::caption) + ui.px(8) + 3 * row + ui.text_px(72) + ui.text_px(56) +
           ui.px(72);
}

void open_item(ScreenContext &c, const Rect &rect, const HomeworkItem &item) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = item.name});
    Rect inside = rect.inset(ui.px(24), ui.px(20));
    text(ui, cut_top(inside, text_height(ui, item.name, Font::title, inside.w)), item.name,
         {.font = Font::title, .wrap = true});
    const std::string place = item.area.empty()
                                  ? "for the whole body"
                                  : "for " + place_title(c, item.area, Reader::therapist);
    text(ui, cut_top(inside, ui.line_height(Font::caption), ui.px(8)), place,
         {.font = Font::caption, .color = ui.theme().ink2});
    dose_editor(c, inside, item);
    const Rect rule = cut_top(inside, ui.text_px(72), ui.px(8));
    fill(ui, rule, ui.theme().caution_soft, ui.px(14));
    Rect words = rule.inset(ui.px(16), ui.px(4));
    const Rect sign = cut_left(words, ui.text_px(28), ui.px(12));
    icon(ui, Icon::stop, sign.center(), ui.text_px(28), ui.theme().on_caution_soft);
    text(
        ui, words, stop_rule(item.dose),
        {.font = Font::caption, .color = ui.theme().on_caution_soft, .wrap = true, .middle = true});
    Rect foot = cut_top(inside, ui.text_px(56));
    const ButtonSpec remove{.name = "Remove", .style = ButtonStyle::danger, .icon = Icon::trash};
    if (button(ui, cut_left(foot, button_width(ui, remove)), remove)) {
        say(c, "Removed: " + item.name);
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
    if (card(ui, rect, {.name = "Open " + item.name, .target = true}))
        c.state.open_exercise = item.id;
    Rect inside = rect.inset(ui.px(24), ui.px(16));
    icon(ui, Icon::down, cut_right(inside, ui.px(24), ui.px(8)).center(), ui.px(24),
         ui.theme().ink);
    text(ui, cut_top(inside, name_height), item.name, {.font = Font::body_strong, .wrap = true});
    text(ui, inside, dose, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

void given(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    const auto &items = c.document.homework;
    ScrollArea area(ui, "given", rect);
    Rect list = area.content();
    const float top = list.y;
    if (items.empty()) {
        const Message message{.icon = Icon::clipboard_check,
                              .title = "No homework yet",
                              .words =
                                  "Add an exercise that fits the marks. One or two are enough."};
        const float height = message_card(ui, list, message, false);
        message_card(ui, cut_top(list, height, ui.px(12)), message);
    }
    const bool known = std::any_of(items.begin(), items.end(), [&](const HomeworkItem &item) {
        return item.id == c.state.open_exercise;
    });
    for (const HomeworkItem &item : items) {
        const Scope scope(ui, item.id);
        if (item.id == c.state.open_exercise || (!known && &item == &items.back()))
            open_item(c, cut_top(list, open_height(ui, item, list.w), ui.px(12)), item);
        else
            closed_item(c, list, item);
    }
    area.used(list.y - top);
}

void offer(ScreenContext &c, Rect &list, const Exercise &exercise, const std::string &area) {
    Ui &ui = c.ui;
    const Scope scope(ui, area + exercise.id);
    const float words_width = list.w - ui.text_px(56) - ui.px(16 + 12 + 20);
    const float name_height = text_height(ui, exercise.name, Font::body_strong, words_width);
    const std::string dose = dose_words(exercise.dose);
    const float dose_height = text_height(ui, dose, Font::caption, words_width);
    const Rect rect =
        cut_top(list, std::max(name_height + dose_height, ui.text_px(56)) + ui.px(24), ui.px(12));
    card(ui, rect, {.name = exercise.name});
    Rect inside = rect.inset(ui.px(16), ui.px(12));
    inside.x += ui.px(4);
    inside.w -= ui.px(4);
    Rect plus = cut_right(inside, ui.text_px(56), ui.px(12));
    plus = {plus.x, plus.center().y - plus.w / 2, plus.w, plus.w};
    if (button(ui, plus,
               {.name = "Add " + exercise.name,
                .style = ButtonStyle::soft,
                .icon = Icon::plus,
                .icon_only = true})) {
        const std::string id = c.new_id();
        c.state.open_exercise = id;
        c.out.emit(AddHomework{id, exercise.id, exercise.name, area, exercise.dose});
    }
    text(ui, cut_top(inside, name_height), exercise.name,
         {.font = Font::body_strong, .wrap = true});
    text(ui, inside, dose, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

bool given_already(const Document &document, const Exercise &exercise) {
    return std::any_of(document.homework.begin(), document.homework.end(),
                       [&](const HomeworkItem &item) { return item.exercise == exercise.id; });
}

void offers(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    panel_heading(c, panel, "Add more", "fits the marks");
    if (primary_at_foot(c, panel, "Next: share"))
        c.out.act(GoTo{Screen::share});
    ScrollArea area(ui, "offers", panel);
    Rect list = area.content();
    const float top = list.y;
    constexpr std::size_t per_area = 3;
    for (const Mark *mark : marks_by_level(c.document)) {
        if (mark->channel == Channel::avoid)
            continue;
        text(ui, cut_top(list, ui.line_height(Font::body_strong), ui.px(8)),
             place_title(c, mark->area, Reader::therapist),
             {.font = Font::body_strong, .role = Role::heading});
        std::size_t shown = 0;
        for (const Exercise *exercise : c.catalog.for_area(c.atlas, mark->area, false))
            if (!given_already(c.document, *exercise) && shown++ < per_area)
                offer(c, list, *exercise, mark->area);
        if (shown == 0)
            cut_top(list,
                    text(ui, list, "Nothing more in the list for this place.",
                         {.color = ui.theme().ink2, .wrap = true}),
                    ui.px(12));
    }
    area.used(list.y - top);
}

} // namespace

void homework_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const std::string title = "Homework for " + first_name(c.document.client.name);
    Rect rest = therapist_frame(c, title, {});
    const bool room = ui.size().x >= ui.px(1200) && ui.config().text_scale_percent < 150;
    const Rect right = cut_right(rest, room ? ui.px(336) : rest.w * 0.42F, ui.px(size::gutter));
    if (room) {
        StageSpec spec;
        spec.view_row = false;
        spec.title = "After the session";
        spec.after_levels = true;
        spec.only = best_side(c);
        body_stage(c, cut_left(rest, ui.px(272), ui.px(size::gutter)), spec);
    }
    given(c, rest);
    offers(c, right);
}

} // namespace app
