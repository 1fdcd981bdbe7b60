#include "model/session/treatment_clock.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/therapist/plan_parts.hpp"
#include "screens/therapist/treat_parts.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int last_minute_s = 60;
constexpr float timer_px = 132;

std::string clock_of(int seconds) {
    std::array<char, 16> text{};
    std::snprintf(text.data(), text.size(), "%02d:%02d", std::abs(seconds) / 60,
                  std::abs(seconds) % 60);
    return text.data();
}

// Figure by figure, each as wide as a zero: nothing trembles while it counts. Time over is added.
void timer(ScreenContext &c, const Rect &rect, int left, Color color) {
    Ui &ui = c.ui;
    const std::string words = (left < 0 ? "+" : "") + clock_of(left);
    Node node;
    node.role = Role::text;
    node.name = c.words("treat.time_left");
    node.value = words;
    node.rect = rect;
    ui.report(node);
    const float wide = text_width(ui, "0", Font::timer), colon = text_width(ui, ":", Font::timer);
    float x = rect.x;
    for (const char figure : words) {
        const float step = figure == ':' ? colon : wide;
        draw_text(ui, {x, rect.y, step + ui.px(2), rect.h}, std::string_view(&figure, 1),
                  {.font = Font::timer, .color = color, .align = Align::center});
        x += step;
    }
}

void bar(ScreenContext &c, const Rect &rect, const PlanItem &item, int left, Color color) {
    Ui &ui = c.ui;
    const float whole = static_cast<float>(std::max(item.minutes, 1)) * 60;
    const float part = std::clamp(static_cast<float>(left) / whole, 0.0F, 1.0F);
    fill(ui, rect, ui.theme().dark ? ui.theme().line : ui.theme().sunken, rect.h / 2);
    if (part > 0)
        fill(ui, {rect.x, rect.y, std::max(rect.h, rect.w * part), rect.h}, color, rect.h / 2);
}

struct Cue {
    std::string words;
    Color bar;
    Color figures; ///< of the timer: always to be read from 1.5 m
};

// The end of an item comes softly: words and colour, no alarm.
Cue cue_of(const ScreenContext &c, const PlanItem &item, int left) {
    const Theme &theme = c.ui.theme();
    const auto words = [&](std::string_view key) {
        return c.words(key, {{"minutes", std::to_string(item.minutes)}});
    };
    if (left < 0)
        return {words("treat.over"), theme.caution, theme.on_caution_soft};
    if (!is_running(c.document))
        return {words("treat.paused"), theme.ink2, theme.ink2};
    if (left < last_minute_s)
        return {words("treat.last_minute"), theme.caution, theme.on_caution_soft};
    return {words("treat.left"), theme.primary, theme.ink};
}

/// "28 min left in all", at the right end of the row; returns what is left of it.
Rect left_in_all(ScreenContext &c, Rect row) {
    Ui &ui = c.ui;
    const int left = left_in_all_s(c.document, c.now);
    const int minutes = (std::abs(left) + (left > 0 ? last_minute_s - 1 : 0)) / last_minute_s;
    const std::string words = c.words("treat.minutes", {{"minutes", std::to_string(minutes)}});
    const std::string_view label = c.words(left < 0 ? "treat.over_in_all" : "treat.left_in_all");
    text(ui, cut_right(row, text_width(ui, label, Font::body) + ui.px(4), ui.px(8)), label,
         {.color = ui.theme().ink2, .middle = true});
    text(ui, cut_right(row, text_width(ui, words, Font::display) + ui.px(4), ui.px(12)), words,
         {.font = Font::display, .middle = true});
    return row;
}

void clock_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const int left = left_s(c.document, item, c.now);
    const Cue cue = cue_of(c, item, left);
    timer(c, cut_top(list, ui.text_px(timer_px), ui.px(4)), left, cue.figures);
    bar(c, cut_top(list, ui.px(16), ui.px(8)), item, left, cue.bar);
    const Rect row = left_in_all(c, cut_top(list, ui.line_height(Font::display), ui.px(12)));
    text(ui, row, cue.words, {.middle = true});
}

void finish(ScreenContext &c, const PlanItem &item, Outcome outcome) {
    const PlanItem *next = item_after(c.document, item.part);
    c.out.emit(FinishItem{item.part, outcome, next != nullptr ? next->part : std::string(), c.now});
}

void steps_row(ScreenContext &c, Rect row, const PlanItem &item) {
    Ui &ui = c.ui;
    const bool running = is_running(c.document);
    if (button(ui, cut_left(row, row.h, ui.px(12)),
               {.name = c.words(running ? "treat.pause" : "treat.go_on"),
                .style = running ? ButtonStyle::secondary : ButtonStyle::soft,
                .icon = running ? Icon::pause : Icon::play,
                .icon_only = true})) {
        if (running)
            c.out.emit(PauseTreatment{c.now});
        else
            c.out.emit(WorkOn{item.part, c.now});
    }
    if (button(ui, cut_right(row, row.h, ui.px(12)),
               {.name = c.words("treat.skip"), .icon = Icon::skip, .icon_only = true}))
        finish(c, item, Outcome::skipped);
    if (button(ui, row,
               {.name = c.words("treat.done"), .style = ButtonStyle::primary, .icon = Icon::check}))
        finish(c, item, Outcome::done);
}

std::string next_words(const ScreenContext &c, const PlanItem &item) {
    const PlanItem *next = item_after(c.document, item.part);
    return next == nullptr ? std::string(c.words("treat.nothing_more")) : item_title(c, next->part);
}

float next_height(ScreenContext &c, float width, const PlanItem &item) {
    Ui &ui = c.ui;
    return ui.line_height(Font::caption) +
           text_height(ui, next_words(c, item), Font::display, width - ui.px(2 * 16)) +
           ui.px(2 * 12);
}

void next_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const PlanItem *next = item_after(c.document, item.part);
    const Rect rect = cut_top(list, next_height(c, list.w, item), ui.px(12));
    card(ui, rect, {.name = c.words("treat.next"), .flat = true});
    Rect inside = rect.inset(ui.px(16), ui.px(12));
    const std::string label =
        next == nullptr
            ? std::string(c.words("treat.next"))
            : c.words("treat.next_minutes", {{"minutes", std::to_string(next->minutes)}});
    text(ui, cut_top(inside, ui.line_height(Font::caption)), label,
         {.font = Font::caption, .color = ui.theme().ink2});
    text(ui, inside, next_words(c, item), {.font = Font::display, .wrap = true});
}

struct Saying {
    std::string_view name; ///< key in Phrases
    Said said;
};
constexpr std::array<Saying, 4> sayings{{{"treat.too_much", Said::too_much},
                                         {"treat.good", Said::good},
                                         {"treat.more", Said::more},
                                         {"treat.stop", Said::stop}}};

const Feedback *last_said(const Document &document, std::string_view part) {
    const auto found = std::find_if(
        document.feedback.rbegin(), document.feedback.rend(),
        [&](const Feedback &feedback) { return feedback.part == part && feedback.said; });
    return found != document.feedback.rend() ? &*found : nullptr;
}

// A client who says stop is heard at once: one press ends the treatment.
void hear(ScreenContext &c, const PlanItem &item, Said said) {
    c.out.emit(AddFeedback{{.id = c.new_id(), .at = c.now, .part = item.part, .said = said}},
               said == Said::stop ? "stop" : "");
    if (said == Said::stop)
        c.out.emit(EndTreatment{true, c.now}, "stop");
}

// A long name takes the next smaller size, which still reads from 1.5 m.
Font title_font(ScreenContext &c, float width, const PlanItem &item) {
    return text_width(c.ui, item_title(c, item.part), Font::number) <= width ? Font::number
                                                                             : Font::display;
}

void title_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const std::string structures = item_structures(c.atlas, item);
    cut_top(list, text(ui, list, item_title(c, item.part),
                       {.font = title_font(c, list.w, item), .wrap = true, .role = Role::heading}));
    if (!structures.empty())
        cut_top(list, text(ui, list, structures, {.color = ui.theme().ink2, .wrap = true}));
}

} // namespace

float says_height(const Ui &ui) {
    return ui.line_height(Font::button) + ui.text_px(80) + ui.px(8);
}

// The longest word has the widest button; stop has a ground of its own.
void says_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const Feedback *last = last_said(c.document, item.part);
    std::string words{c.words("treat.client_says")};
    const Rect head = cut_top(list, ui.line_height(Font::button), ui.px(8));
    Rect row = cut_top(list, ui.text_px(80));
    const Rect first = cut_left(row, row.w * 0.3F, ui.px(8));
    for (std::size_t i = 0; i < sayings.size(); ++i) {
        const Saying &saying = sayings[i];
        const bool on = last != nullptr && last->said == saying.said;
        if (on)
            words = c.words("treat.client_said", {{"words", c.words(saying.name)},
                                                  {"time", engine::clock_time(last->at)}});
        const Rect rect = i == 0 ? first : column(row, static_cast<int>(i) - 1, 3, ui.px(8));
        const bool stop = saying.said == Said::stop;
        if (stop)
            fill(ui, rect, ui.theme().danger_soft, ui.px(size::radius_control));
        const ButtonStyle style = stop ? ButtonStyle::danger
                                  : on ? ButtonStyle::soft
                                       : ButtonStyle::secondary;
        if (button(ui, rect, {.name = c.words(saying.name), .style = style}))
            hear(c, item, saying.said);
    }
    text(ui, head, words, {.font = Font::button, .middle = true});
}

void now_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    title_part(c, list, item);
    clock_part(c, list, item);
    steps_row(c, cut_top(list, c.ui.text_px(80), c.ui.px(12)), item);
    next_part(c, list, item);
}

} // namespace app
