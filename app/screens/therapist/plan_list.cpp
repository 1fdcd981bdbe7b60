#include "screens/therapist/plan_list.hpp"

#include "model/plan/plan_proposal.hpp"
#include "model/session/words.hpp"
#include "screens/frame/beneath_list.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/therapist/plan_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

/// A row with what it says: worked out once a frame for all rows.
struct Row {
    const PlanItem *item = nullptr;
    std::string title, reason;
};

std::vector<Row> rows_of(const ScreenContext &c) {
    std::vector<Row> rows;
    const auto proposed =
        proposed_plan(c.document, c.past, c.document.appointment.minutes, c.atlas, c.health);
    for (const PlanItem &item : c.document.plan) {
        const auto why = std::ranges::find(
            proposed, item.part, [](const ProposedItem &other) { return other.item.part; });
        rows.push_back({&item, item_title(c, item.part),
                        item.locked             ? std::string(c.words("plan.by_hand"))
                        : why != proposed.end() ? why->reason
                                                : std::string()});
    }
    return rows;
}

constexpr float minutes_px = 184;

// Beside them the title; with large words they have rows of their own.
float tools_width(const Ui &ui) {
    return ui.text_px(48 + minutes_px + 48) + ui.px(2 * 8);
}
float tools_height(const Ui &ui) {
    return ui.large_words() ? 2 * ui.text_px(56) + ui.px(8) : ui.text_px(56);
}

float words_width(const Ui &ui, float row_width) {
    const float inner = row_width - ui.px(2 * 8) - ui.text_px(48) - ui.px(8);
    return ui.large_words() ? inner : inner - tools_width(ui);
}

float words_height(Ui &ui, const Row &row, float width) {
    return text_height(ui, row.title, Font::body_strong, width) +
           (row.reason.empty() ? 0 : text_height(ui, row.reason, Font::caption, width));
}

float row_height(Ui &ui, const Row &row, float width) {
    const float words = words_height(ui, row, words_width(ui, width));
    const float tools = tools_height(ui);
    return (ui.large_words() ? words + tools + ui.px(8) : std::max(words, tools)) + ui.px(16);
}

// Follows the finger from row to row; the order changes while it moves.
void handle(ScreenContext &c, const Rect &rect, const Row &row, std::span<const Rect> rows) {
    Ui &ui = c.ui;
    Node node;
    node.role = Role::button;
    node.name = c.words("plan.move", {{"name", row.title}});
    node.rect = rect;
    node.drags = true;
    const Interaction state = ui.widget(node);
    if (state.dragging) // what is open would jump between the rows
        c.state.open_item.clear();
    const auto &plan = c.document.plan;
    const auto at = static_cast<std::size_t>(row.item - plan.data());
    std::optional<std::size_t> to;
    if (state.dragging) {
        std::size_t above = 0;
        for (std::size_t i = 0; i < rows.size(); ++i)
            above += i != at && rows[i].center().y < state.pointer.y;
        to = above;
    }
    if (state.key == engine::Key::up && at > 0)
        to = at - 1;
    if (state.key == engine::Key::down && at + 1 < plan.size())
        to = at + 1;
    if (to && *to != at)
        c.out.emit(MoveItem{row.item->part, static_cast<int>(*to)}, "move " + row.item->part);
    if (state.released)
        c.out.act(EndGesture{});
    const Color ink = state.held || state.hovered ? ui.theme().ink : ui.theme().ink2;
    icon(ui, Icon::grip, rect.center(), ui.text_px(24), ink);
    if (state.focused && ui.keyboard_in_use())
        stroke(ui, rect, ui.theme().focus, ui.px(12), ui.px(3));
}

void minutes(ScreenContext &c, const Rect &rect, const Row &row) {
    const PlanItem &item = *row.item;
    if (const auto picked = stepper(c.ui, rect,
                                    {.name = c.words("plan.minutes_of", {{"name", row.title}}),
                                     .value = item.minutes,
                                     .low = is_focus(item) ? 1 : 0,
                                     .high = 180,
                                     .unit = c.words("plan.min")}))
        replan(c, SetMinutes{item.part, *picked}, "minutes of " + item.part);
}

void lock(ScreenContext &c, const Rect &rect, const Row &row) {
    const PlanItem &item = *row.item;
    if (button(c.ui, rect,
               {.name = c.words(item.locked ? "plan.unlock_minutes" : "plan.lock_minutes",
                                {{"name", row.title}}),
                .style = item.locked ? ButtonStyle::soft : ButtonStyle::text,
                .icon = item.locked ? Icon::lock : Icon::unlock,
                .icon_only = true}))
        replan(c, LockMinutes{item.part, !item.locked});
}

void opener(ScreenContext &c, const Rect &rect, const Row &row) {
    const bool open = c.state.open_item == row.item->part;
    if (button(c.ui, rect,
               {.name = c.words(open ? "plan.close" : "plan.open", {{"name", row.title}}),
                .style = ButtonStyle::text,
                .icon = open ? Icon::close : Icon::down,
                .icon_only = true}))
        c.state.open_item = open ? std::string() : row.item->part;
}

void tools(ScreenContext &c, Rect rect, const Row &row) {
    Ui &ui = c.ui;
    if (ui.large_words()) {
        minutes(c, cut_top(rect, ui.text_px(56), ui.px(8)), row);
        lock(c, column(rect, 0, 2, ui.px(8)), row);
        opener(c, column(rect, 1, 2, ui.px(8)), row);
        return;
    }
    opener(c, cut_right(rect, ui.text_px(48), ui.px(8)), row);
    minutes(c, cut_right(rect, ui.text_px(minutes_px), ui.px(8)), row);
    lock(c, cut_right(rect, ui.text_px(48)), row);
}

// Focus areas stand out by a bar at their edge and by their shadow, not by colour alone.
void row_card(ScreenContext &c, const Rect &rect, const Row &row, std::span<const Rect> rows) {
    Ui &ui = c.ui;
    const Scope scope(ui, row.item->part);
    const bool focus = is_focus(*row.item);
    card(ui, rect, {.name = row.title, .flat = !focus});
    if (focus)
        fill(ui, {rect.x, rect.y + ui.px(12), ui.px(5), rect.h - ui.px(24)}, ui.theme().primary,
             ui.px(3));
    Rect inside = rect.inset(ui.px(8));
    const bool large = ui.large_words();
    if (large)
        tools(c, cut_bottom(inside, tools_height(ui), ui.px(8)), row);
    Rect grip = cut_left(inside, ui.text_px(48), ui.px(8));
    handle(c, grip, row, rows);
    if (!large) {
        const Rect right = cut_right(inside, tools_width(ui));
        tools(c, {right.x, right.center().y - ui.text_px(28), right.w, ui.text_px(56)}, row);
    }
    const float height = words_height(ui, row, inside.w);
    Rect words{inside.x, inside.center().y - height / 2, inside.w, height};
    text(ui, cut_top(words, text_height(ui, row.title, Font::body_strong, inside.w)), row.title,
         {.font = Font::body_strong, .wrap = true});
    text(ui, words, row.reason, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
}

void details(ScreenContext &c, Rect &list, const Row &row) {
    Ui &ui = c.ui;
    const PlanItem &item = *row.item;
    const Scope scope(ui, "open " + item.part);
    if (const auto note = committed_text(c, cut_top(list, ui.text_px(56), ui.px(8)),
                                         {.name = c.words("plan.note_of", {{"name", row.title}}),
                                          .placeholder = c.words("plan.note_hint")},
                                         "item note " + item.part, item.note))
        c.out.emit(SetFocusNote{item.part, *note});
    if (is_focus(item)) {
        if (button(ui, cut_top(list, ui.text_px(56), ui.px(8)),
                   {.name = c.words("plan.remove", {{"name", row.title}}),
                    .style = ButtonStyle::danger,
                    .icon = Icon::trash,
                    .align = Align::left})) {
            say(c, c.words("plan.removed", {{"name", row.title}}));
            replan(c, RemoveFocus{item.part});
        }
        if (const Area *area = c.atlas.area(item.part))
            if (const auto regions = beneath_list(c, list, *area, item.regions))
                c.out.emit(SetFocusRegions{item.part, *regions});
    } else if (item.minutes > 0 &&
               button(
                   ui, cut_top(list, ui.text_px(56), ui.px(8)),
                   {.name = c.words("plan.leave_out"), .icon = Icon::ban, .align = Align::left})) {
        replan(c, SetMinutes{item.part, 0});
    }
    cut_top(list, ui.px(8));
}

} // namespace

void plan_list(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const std::vector<Row> rows = rows_of(c);
    std::vector<Rect> rects;
    Rect shape = list; // where each row lies while none is open
    for (const Row &row : rows)
        rects.push_back(cut_top(shape, row_height(ui, row, list.w), ui.px(8)));
    const std::string open = c.state.open_item;
    for (const Row &row : rows) {
        row_card(c, cut_top(list, row_height(ui, row, list.w), ui.px(8)), row, rects);
        if (open == row.item->part)
            details(c, list, row);
    }
}

} // namespace app
