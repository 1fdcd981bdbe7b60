#include "screens/frame/chrome.hpp"

#include "model/session/words.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/frame/versions_sheet.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::array<RailItem, 8> rail_items(const Phrases &words) {
    return {{{words("home.today"), Icon::back},
             {words("rail.brief"), Icon::clipboard_list},
             {words("plan.title"), Icon::list_checks},
             {words("rail.treat"), Icon::hand},
             {words("rail.after"), Icon::gauge},
             {words("close.homework"), Icon::clipboard_check},
             {words("close.title"), Icon::sign},
             {words("rail.share"), Icon::share}}};
}
constexpr std::array<Screen, 8> rail_screens{Screen::home,  Screen::brief, Screen::plan,
                                             Screen::treat, Screen::after, Screen::homework,
                                             Screen::close, Screen::share};

void background(ScreenContext &c) {
    fill(c.ui, {0, 0, c.ui.size().x, c.ui.size().y}, c.ui.theme().bg);
}

// Returns the pill's left edge.
float save_pill(ScreenContext &c, float right, float center_y) {
    struct State {
        std::string_view words;
        Icon icon;
        Tone tone;
    };
    State state{c.words("save.saved"), Icon::circle_check, Tone::good};
    if (is_from_future(c.document))
        state = {c.words("save.read_only"), Icon::info, Tone::info};
    else if (!c.save.problem.empty())
        state = {c.words("save.not_saved"), Icon::warn, Tone::bad};
    // What is painted is saved when the finger leaves.
    else if (!c.save.saved || c.state.brush.state == BrushInHand::State::painting)
        state = {c.words("save.saving"), Icon::loader, Tone::neutral};
    const float width = pill_width(c.ui, state.words, state.icon);
    const float height = c.ui.text_px(36);
    pill(c.ui, {right - width, center_y - height / 2, width, height}, state.words, state.icon,
         state.tone);
    return right - width;
}

/// A card above everything with a way to close it. True: it was closed.
bool card_above(ScreenContext &c, const Message &message, std::string_view action = {},
                Action on_action = EndGesture{}) {
    Ui &ui = c.ui;
    ui.push_layer(2);
    const float width = std::min(ui.px(620), ui.size().x - ui.px(48));
    Rect rect{(ui.size().x - width) / 2, ui.px(24), width, 0};
    const float words_height = message_card(ui, rect, message, false);
    const float foot = ui.text_px(56) + ui.px(24);
    rect.h = words_height + foot;
    shadow(ui, rect, ui.px(size::radius_card), ui.px(8), ui.px(40), 0.16F);
    const bool bad = message.tone == Tone::bad;
    card(ui, rect,
         {.name = message.title, .fill = bad ? ui.theme().danger_soft : ui.theme().surface});
    message_card(ui, {rect.x, rect.y, rect.w, words_height}, message);
    Rect buttons{rect.x + ui.px(20), rect.bottom() - foot, rect.w - ui.px(40), ui.text_px(56)};
    const ButtonSpec act{.name = action};
    if (!action.empty() && button(ui, cut_left(buttons, button_width(ui, act), ui.px(12)), act))
        c.out.act(std::move(on_action));
    const ButtonSpec close{.name = c.words("common.close"), .style = ButtonStyle::text};
    const bool closed = button(ui, cut_left(buttons, button_width(ui, close)), close);
    ui.pop_layer();
    return closed;
}

void problem_card(ScreenContext &c, std::string_view title, const std::string &words,
                  std::string_view action, Action on_action) {
    if (card_above(c, {.tone = Tone::bad, .icon = Icon::warn, .title = title, .words = words},
                   action, std::move(on_action)))
        c.state.problem.clear();
}

} // namespace

Rect client_frame(ScreenContext &c, int step) {
    background(c);
    Ui &ui = c.ui;
    Rect rest{0, 0, ui.size().x, ui.size().y};
    Rect bar = cut_top(rest, ui.text_px(80)).inset(ui.px(24), 0);
    const float size = ui.text_px(56);
    const Rect lock{bar.right() - size + ui.px(8), bar.center().y - size / 2, size, size};
    if (button(ui, lock,
               {.name = c.words("client.to_therapist"),
                .style = ButtonStyle::text,
                .icon = Icon::lock,
                .icon_only = true})) {
        c.out.act(GoTo{Screen::brief});
    }
    const float left = save_pill(c, lock.x - ui.px(12), bar.center().y);
    const std::array<std::string_view, 4> names{c.words("step.body"), c.words("step.questions"),
                                                c.words("step.comfort"), c.words("step.check")};
    steps(ui, {bar.x, bar.y, left - bar.x - ui.px(16), bar.h}, names, step);
    return Rect{ui.px(16), rest.y, ui.size().x - ui.px(32), rest.h - ui.px(16)};
}

Rect therapist_frame(ScreenContext &c, std::string_view title, std::string_view subtitle) {
    background(c);
    Ui &ui = c.ui;
    Rect rest{0, 0, ui.size().x, ui.size().y};
    const float width = std::max(
        ui.px(size::rail), text_width(ui, c.words("close.homework"), Font::caption) + ui.px(20));
    const auto at = std::find(rail_screens.begin(), rail_screens.end(), c.state.screen);
    const int selected = static_cast<int>(at - rail_screens.begin());
    if (const auto tapped = rail(ui, cut_left(rest, width), c.words("settings.session"),
                                 rail_items(c.words), selected))
        c.out.act(GoTo{rail_screens[static_cast<std::size_t>(*tapped)]});

    Rect head = cut_top(rest, std::max(ui.px(88), ui.text_px(40) + ui.px(24)));
    head = {head.x + ui.px(32), head.y, head.w - ui.px(56), head.h};
    const float pill_left = save_pill(c, head.right(), head.center().y);
    const float right = versions_button(c, pill_left - ui.px(12), head.center().y);
    head.w = right - head.x - ui.px(16);
    const float title_width = std::min(head.w, text_width(ui, title, Font::heading) + ui.px(4));
    text(ui, cut_left(head, title_width, ui.px(16)), title,
         {.font = Font::heading, .middle = true, .role = Role::heading});
    if (!subtitle.empty() && text_width(ui, subtitle, Font::caption) <= head.w)
        text(ui, {head.x, head.y + ui.px(6), head.w, head.h - ui.px(6)}, subtitle,
             {.font = Font::caption, .color = ui.theme().ink2, .middle = true});
    return {rest.x + ui.px(16), rest.y, rest.w - ui.px(40), rest.h - ui.px(16)};
}

Rect quiet_frame(ScreenContext &c, std::string_view title, Screen back, const Status &status) {
    background(c);
    Ui &ui = c.ui;
    Rect rest{0, 0, ui.size().x, ui.size().y};
    Rect bar = cut_top(rest, ui.text_px(72)).inset(ui.px(16), 0);
    const float size = ui.text_px(56);
    const Rect arrow = cut_left(bar, size, ui.px(8));
    if (button(ui, {arrow.x, bar.center().y - size / 2, size, size},
               {.name = c.words("settings.back"),
                .style = ButtonStyle::text,
                .icon = Icon::back,
                .icon_only = true}))
        c.out.act(GoTo{back});
    float left = save_pill(c, bar.right(), bar.center().y);
    left = versions_button(c, left - ui.px(12), bar.center().y);
    if (const float width = pill_width(ui, status.words, status.icon);
        !status.words.empty() && left - width - ui.px(12) > bar.x + ui.px(200)) {
        left -= width + ui.px(12);
        const float height = ui.text_px(36);
        pill(ui, {left, bar.center().y - height / 2, width, height}, status.words, status.icon,
             status.tone);
    }
    bar.w = left - bar.x - ui.px(12);
    text(ui, bar, title, {.font = Font::title, .middle = true, .role = Role::heading});
    return Rect{ui.px(16), rest.y, ui.size().x - ui.px(32), rest.h - ui.px(16)};
}

Split stage_and_panel(const Ui &ui, const Rect &rect) {
    const bool large_text = ui.large_words();
    float panel = ui.size().x < ui.px(1200) ? ui.px(size::panel_narrow) : ui.px(size::panel);
    if (large_text)
        panel = rect.w * 0.56F;
    Rect rest = rect;
    Split split;
    split.panel = cut_right(rest, panel, ui.px(size::gutter));
    split.stage = rest;
    return split;
}

std::string place_title(const ScreenContext &c, std::string_view area, Reader reader) {
    const Area *found = c.atlas.area(area);
    return found != nullptr ? c.atlas.title(*found, reader, c.words) : std::string(area);
}

std::vector<const Mark *> marks_by_level(const Document &document) {
    std::vector<const Mark *> marks;
    for (const Mark &mark : document.marks)
        marks.push_back(&mark);
    const auto rank = [](const Mark *mark) {
        return mark->channel == Channel::avoid ? -2 : mark->level.value_or(-1);
    };
    std::stable_sort(marks.begin(), marks.end(),
                     [&](const Mark *a, const Mark *b) { return rank(a) > rank(b); });
    return marks;
}

bool mark_card(ScreenContext &c, Rect &list, const Mark &mark, Reader reader) {
    Ui &ui = c.ui;
    const Scope scope(ui, mark.id);
    const std::string title = app::title(c.atlas, place_of(c.atlas, mark), reader, c.words);
    const std::string said = mark_line(c.words, mark);
    const std::string level = level_text(mark.level);
    const bool avoid = mark.channel == Channel::avoid;

    const float diameter = ui.text_px(48);
    const float words_width = list.w - diameter - ui.px(2 * 20 + 16 + 24 + 8);
    const float title_height = text_height(ui, title, Font::body_strong, words_width);
    const float said_height = text_height(ui, said, Font::caption, words_width);
    const float height = std::max(title_height + said_height, ui.text_px(64)) + ui.px(32);
    const Rect rect = cut_top(list, height, ui.px(12));
    const std::string name =
        mark.level
            ? c.words("mark.card_with_level", {{"place", title}, {"said", said}, {"level", level}})
            : c.words("mark.card", {{"place", title}, {"said", said}});
    const bool tapped =
        card(ui, rect, {.name = name, .target = true, .selected = c.view.selected_mark == mark.id});

    Rect inside = rect.inset(ui.px(20), ui.px(16));
    const MarkColors colors = mark_colors(ui.theme(), mark.channel, mark.level);
    badge(ui, cut_left(inside, diameter, ui.px(16)).center(), diameter,
          {.words = avoid ? "" : std::string_view(level),
           .icon = avoid ? Icon::ban : Icon::none,
           .fill = colors.fill,
           .on = colors.on});
    const Rect arrow = cut_right(inside, ui.px(24), ui.px(8));
    icon(ui, Icon::chevron, arrow.center(), ui.px(24), ui.theme().ink);
    const float top = inside.center().y - (title_height + said_height) / 2;
    draw_text(ui, {inside.x, top, inside.w, title_height}, title,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {inside.x, top + title_height, inside.w, said_height}, said,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return tapped;
}

namespace {

// The most segments a row can hold without shortening a word; all rows hold the same number.
std::size_t segments_per_row(Ui &ui, float width, std::span<const Segment> segments) {
    std::size_t per_row = segments.size();
    const auto fits = [&] {
        for (std::size_t i = 0; i < segments.size(); i += per_row)
            if (segmented_width(ui, segments.subspan(i, std::min(per_row, segments.size() - i))) >
                width)
                return false;
        return true;
    };
    while (per_row > 1 && !fits())
        per_row = (per_row + 1) / 2;
    return per_row;
}

} // namespace

float segmented_rows_height(Ui &ui, float width, std::span<const Segment> segments) {
    const std::size_t per_row = segments_per_row(ui, width, segments);
    const std::size_t rows = (segments.size() + per_row - 1) / per_row;
    return static_cast<float>(rows) * ui.text_px(56) + static_cast<float>(rows - 1) * ui.px(4);
}

std::optional<int> segmented_rows(ScreenContext &c, Rect &rest, std::string_view name,
                                  std::span<const Segment> segments, int selected) {
    const std::size_t per_row = segments_per_row(c.ui, rest.w, segments);
    std::optional<int> picked;
    for (std::size_t first = 0; first < segments.size(); first += per_row) {
        const Rect row = cut_top(rest, c.ui.text_px(56), c.ui.px(4));
        const auto some = segments.subspan(first, std::min(per_row, segments.size() - first));
        const int offset = static_cast<int>(first);
        const std::string label =
            first > 0 ? c.words("common.more", {{"name", name}}) : std::string(name);
        if (const auto tapped = segmented(c.ui, row, label, some, selected - offset))
            picked = *tapped + offset;
    }
    rest.y -= c.ui.px(4);
    return picked;
}

void panel_heading(ScreenContext &c, Rect &panel, std::string_view words, std::string_view small) {
    Ui &ui = c.ui;
    Rect row = cut_top(panel, ui.line_height(Font::title), ui.px(12));
    const float needed =
        text_width(ui, words, Font::title) + ui.px(16) + text_width(ui, small, Font::caption);
    if (!small.empty() && needed <= row.w) {
        const Rect right = cut_right(row, text_width(ui, small, Font::caption), ui.px(8));
        text(ui, right, small,
             {.font = Font::caption,
              .color = ui.theme().ink2,
              .align = Align::right,
              .middle = true});
    }
    text(ui, row, words, {.font = Font::title, .middle = true, .role = Role::heading});
}

bool primary_at_foot(ScreenContext &c, Rect &panel, std::string_view name, bool enabled) {
    const Rect foot = cut_bottom(panel, c.ui.text_px(72), c.ui.px(16));
    return button(
        c.ui, foot,
        {.name = name, .style = ButtonStyle::primary, .trailing = Icon::next, .enabled = enabled});
}

void say(ScreenContext &c, std::string words) {
    c.state.toast = std::move(words);
    c.state.toast_since_s = c.ui.now_s();
}

void overlays(ScreenContext &c) {
    if (!c.state.toast.empty()) {
        const Rect window{0, 0, c.ui.size().x, c.ui.size().y};
        if (toast(
                c.ui, window.inset(c.ui.px(32)), c.state.toast_since_s,
                {.words = c.state.toast, .icon = Icon::trash, .action = c.words("common.undo")})) {
            c.out.act(Undo{});
            c.state.toast.clear();
        }
    }
    if (!c.state.recovered.empty() && !for_client(c.state.screen) &&
        card_above(c, {.tone = Tone::good,
                       .icon = Icon::history,
                       .title = c.words("save.recovered"),
                       .words = c.state.recovered}))
        c.state.recovered.clear();
    if (!for_client(c.state.screen))
        versions_sheet(c);
    if (!c.save.problem.empty())
        problem_card(c, c.words("save.problem"), c.save.problem, c.words("save.again"),
                     TrySaveAgain{});
    else if (!c.state.problem.empty())
        problem_card(c, c.words("common.problem"), c.state.problem, {}, EndGesture{});
}

std::optional<std::string> committed_text(ScreenContext &c, const Rect &rect,
                                          const TextFieldSpec &spec, const std::string &key,
                                          const std::string &saved) {
    std::string typed = saved;
    if (const auto found = c.state.typed.find(key); found != c.state.typed.end())
        typed = found->second;
    const TextFieldEvent event = text_field(c.ui, rect, spec, typed);
    if (event.changed)
        c.state.typed[key] = typed;
    if (!event.committed)
        return {};
    c.state.typed.erase(key);
    return typed == saved ? std::nullopt : std::optional(typed);
}

} // namespace app
