#include "screens/client/mark_panel.hpp"

#include "model/session/last_marks.hpp"
#include "model/session/words.hpp"
#include "screens/client/mark_sheet.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/figure_sheet.hpp"
#include "screens/stage/find_sheet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void legend_item(Ui &ui, Rect &row, std::string_view words, Pattern pattern, Color ground,
                 Color ink, float width) {
    Rect cell = cut_left(row, width, ui.px(8));
    const float side = ui.text_px(28);
    const Rect swatch = cut_left(cell, side, ui.px(10));
    const Rect square{swatch.x, swatch.center().y - side / 2, side, side};
    fill_pattern(ui, square, pattern, ground, ink, ui.px(8));
    text(ui, cell, words, {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
}

// What the patterns mean; in two rows where one is too narrow.
void legend(ScreenContext &c, Rect &panel) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    const MarkColors pain = mark_colors(theme, Channel::pain, 6);
    const MarkColors tight = mark_colors(theme, Channel::tight, 5);
    struct Item {
        std::string_view words;
        Pattern pattern;
        Color ground, ink;
        float width = 0;
    };
    std::array<Item, 3> items{{
        {word(c.words, Channel::pain), Pattern::solid, pain.fill, pain.outline},
        {word(c.words, Channel::tight), Pattern::hatch, theme.surface, tight.fill},
        {word(c.words, Channel::avoid), Pattern::cross_hatch, theme.surface, theme.avoid},
    }};
    float all = 0;
    for (Item &item : items) {
        item.width =
            ui.text_px(28) + ui.px(10) + text_width(ui, item.words, Font::caption) + ui.px(6);
        all += item.width + ui.px(8);
    }
    const std::size_t in_first_row = all <= panel.w ? items.size() : 2;
    const float height = ui.text_px(36);
    Rect rows = cut_bottom(panel, in_first_row < items.size() ? 2 * height : height, ui.px(12));
    Rect row = cut_top(rows, height);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i == in_first_row)
            row = rows;
        const Item &item = items[i];
        legend_item(ui, row, item.words, item.pattern, item.ground, item.ink, item.width);
    }
}

struct Answer {
    Trend trend;
    std::string words;
};

std::vector<Answer> answers_about(const ScreenContext &c, const Mark &last, const Mark *today) {
    if (last.channel == Channel::avoid)
        return {{Trend::same, std::string(c.words("last.avoid_same"))},
                {Trend::gone, std::string(c.words("last.avoid_gone"))}};
    std::vector<Answer> answers{{Trend::same, std::string(c.words("last.same"))},
                                {Trend::better, std::string(c.words("last.better"))},
                                {Trend::worse, std::string(c.words("last.worse"))},
                                {Trend::gone, std::string(c.words("last.gone"))}};
    for (Answer &answer : answers) {
        const bool chosen = today != nullptr && today->trend == answer.trend;
        const bool other = answer.trend == Trend::better || answer.trend == Trend::worse;
        if (chosen && other && today->level)
            answer.words = c.words("last.now", {{"level", std::to_string(*today->level)}});
    }
    return answers;
}

void answer(ScreenContext &c, const Mark &last, const Mark *today, Trend trend) {
    const std::string id = today != nullptr ? today->id : c.new_id();
    c.out.emit(CarryMark{id, last, trend, c.now});
    if (trend == Trend::better || trend == Trend::worse) { // how strong it is now
        c.out.view.push_back(SelectMark{id});
        c.out.view.push_back(fly_to_mark(c, last));
        c.state.note_open = false;
    }
}

// Badge, place and what it was; the answers below. A tap on the card opens its sheet.
void last_card(ScreenContext &c, Rect &list, const Mark &last) {
    Ui &ui = c.ui;
    const Scope scope(ui, last.id);
    const Mark *today = mark_carried_from(c.document, last);
    const bool released = is_answered(c.document, last) && today == nullptr;
    const std::vector<Answer> answers = answers_about(c, last, today);
    const float pad = ui.px(16), diameter = ui.text_px(48);
    const std::string place = title(c.atlas, place_of(c.atlas, last), Reader::client, c.words);
    const std::string was = last.channel == Channel::avoid
                                ? std::string(c.words("last.was_avoid"))
                                : c.words("last.was", {{"channel", word(c.words, last.channel)},
                                                       {"level", level_text(last_level(last))}});
    const float inner = list.w - 2 * pad;
    const float words_width = inner - diameter - ui.px(14);
    const float place_height = text_height(ui, place, Font::body_strong, words_width);
    const float was_height = text_height(ui, was, Font::caption, words_width);
    const float head_height = std::max(place_height + was_height, diameter);
    std::vector<Segment> segments;
    for (const Answer &one : answers)
        segments.push_back({one.words});
    const float height =
        2 * pad + head_height + ui.px(12) + segmented_rows_height(ui, inner, segments);
    const Rect ground = cut_top(list, height, ui.px(12));
    if (card(ui, ground, {.name = place + ", " + was, .target = true}))
        open_last_mark(c, last);

    Rect inside = ground.inset(pad);
    Rect head = cut_top(inside, head_height, ui.px(12));
    const std::optional<int> level = today != nullptr ? today->level : last_level(last);
    const MarkColors colors = mark_colors(ui.theme(), last.channel, level);
    const bool solid = today != nullptr && today->trend != Trend::gone;
    const bool avoid = last.channel == Channel::avoid;
    const std::string number = level_text(level);
    badge(ui, cut_left(head, diameter, ui.px(14)).center(), diameter,
          {.words = avoid ? "" : std::string_view(number),
           .icon = avoid ? Icon::ban : Icon::none,
           .fill = solid ? colors.fill : ui.theme().surface,
           .on = solid ? colors.on : ui.theme().ghost,
           .dashed = !solid});
    draw_text(ui, {head.x, head.y, head.w, place_height}, place,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {head.x, head.y + place_height, head.w, was_height}, was,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    int chosen = -1;
    for (std::size_t i = 0; i < answers.size(); ++i)
        if ((today != nullptr && today->trend == answers[i].trend) ||
            (released && answers[i].trend == Trend::gone))
            chosen = static_cast<int>(i);
    if (const auto tapped = segmented_rows(c, inside, c.words("last.question"), segments, chosen))
        answer(c, last, today, answers[static_cast<std::size_t>(*tapped)].trend);
}

std::string next_words(const ScreenContext &c) {
    const auto last = last_marks(c.past);
    const bool rest = std::ranges::any_of(
        last, [&](const Mark *mark) { return !is_answered(c.document, *mark); });
    if (rest)
        return std::string(c.words("mark.next_same"));
    const int open = open_questions(c);
    return open > 0 ? c.words.count("mark.next_questions", open)
                    : std::string(c.words("mark.next_comfort"));
}

} // namespace

void open_last_mark(ScreenContext &c, const Mark &last) {
    if (const Mark *today = mark_carried_from(c.document, last)) {
        open_mark_sheet(c, *today);
        return;
    }
    const std::string id = c.new_id();
    c.out.emit(CarryMark{id, last, Trend::same, c.now});
    c.out.view.push_back(SelectMark{id});
    c.out.view.push_back(fly_to_mark(c, last));
    c.state.note_open = false;
}

void go_on_from_marks(ScreenContext &c) {
    for (const Mark *last : last_marks(c.past))
        if (!is_answered(c.document, *last))
            c.out.emit(CarryMark{c.new_id(), *last, Trend::same, c.now}, "the rest is the same");
    c.out.act(GoTo{open_questions(c) > 0 ? Screen::questions : Screen::comfort});
}

void mark_panel(ScreenContext &c, Rect panel) {
    Ui &ui = c.ui;
    const auto last = last_marks(c.past);
    std::vector<const Mark *> fresh = marks_by_level(c.document);
    std::erase_if(fresh, [&](const Mark *mark) {
        return std::ranges::any_of(last,
                                   [&](const Mark *old) { return old->id == mark->carried_from; });
    });
    const bool large = ui.large_words(); // the button is beside the tabs
    const std::size_t count = last.size() + fresh.size();
    if (!large)
        panel_heading(c, panel, c.words(last.empty() ? "mark.list" : "mark.list_last"),
                      count == 0 ? "" : std::to_string(count));
    if (!large && primary_at_foot(c, panel, next_words(c)))
        go_on_from_marks(c);
    if (!large)
        legend(c, panel);

    ScrollArea area(ui, "marks", panel.inset(-ui.px(8), 0));
    Rect list = area.content().inset(ui.px(8), 0);
    const float top = list.y;
    for (const Mark *mark : last)
        last_card(c, list, *mark);
    if (!last.empty() && !fresh.empty())
        text(ui, cut_top(list, ui.line_height(Font::title), ui.px(10)), c.words("mark.list_new"),
             {.font = Font::title, .role = Role::heading});
    for (const Mark *mark : fresh)
        if (mark_card(c, list, *mark, Reader::client))
            open_mark_sheet(c, *mark);
    const std::string_view hint = c.words(count > 0 ? "mark.hint_more" : "mark.hint");
    cut_top(list,
            text(ui, {list.x + ui.px(4), list.y, list.w, list.h}, hint,
                 {.color = ui.theme().ink2, .wrap = true}),
            ui.px(12));
    if (large) {
        find_row(c, list);
        figure_row(c, list, Reader::client);
    }
    area.used(list.y - top);
}

} // namespace app
