#include "model/session/rules.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/stage/find_sheet.hpp"
#include "screens/therapist/treat_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr int deepest_pressure = 5;
constexpr float control_px = 68;
constexpr std::array<Segment, 5> grades{{{"0"}, {"I"}, {"II"}, {"III"}, {"IV"}}};

void label(ScreenContext &c, Rect &list, std::string_view words, std::string_view hint) {
    Ui &ui = c.ui;
    Rect row = cut_top(list, ui.line_height(Font::button), ui.px(6));
    const float needed = text_width(ui, words, Font::button) + ui.px(12);
    if (!hint.empty() && needed + text_width(ui, hint, Font::caption) <= row.w)
        text(ui, cut_right(row, row.w - needed), hint,
             {.font = Font::caption,
              .color = ui.theme().ink2,
              .align = Align::right,
              .middle = true});
    text(ui, row, words, {.font = Font::button, .middle = true});
}

// Steps above the limit show a lock in place of their number.
void pressure(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const int limit = pressure_limit(c, item);
    label(c, list, c.words("treat.pressure"),
          limit < deepest_pressure ? c.words("treat.up_to", {{"level", std::to_string(limit)}})
                                   : std::string());
    constexpr std::array<std::string_view, deepest_pressure> numbers{"1", "2", "3", "4", "5"};
    std::array<Segment, deepest_pressure> segments;
    for (int i = 0; i < deepest_pressure; ++i)
        segments[static_cast<std::size_t>(i)] = {.name = numbers[static_cast<std::size_t>(i)],
                                                 .icon = i < limit ? Icon::none : Icon::lock};
    const auto picked =
        segmented(ui, cut_top(list, ui.text_px(control_px), ui.px(16)), c.words("treat.pressure"),
                  segments, item.pressure.value_or(0) - 1);
    if (picked && *picked < limit)
        c.out.emit(SetPressureUsed{item.part, *picked + 1});
}

// While a number is being found it stays one entry.
void feels(ScreenContext &c, const PlanItem &item, int level) {
    constexpr std::int64_t finding_ms = 15'000;
    const Feedback *last = last_comfort(c.document, item.part);
    const bool same = last != nullptr && c.now.unix_ms - last->at.unix_ms < finding_ms;
    c.out.emit(
        AddFeedback{
            {.id = same ? last->id : c.new_id(), .at = c.now, .part = item.part, .comfort = level}},
        "comfort at " + item.part);
}

void comfort(ScreenContext &c, Rect &list, const PlanItem &item) {
    Ui &ui = c.ui;
    const Feedback *last = last_comfort(c.document, item.part);
    const int ease_off = c.seal.settings().guidance.ease_off_at;
    label(c, list, c.words("treat.comfort"),
          c.words("treat.ease_off_at", {{"level", std::to_string(ease_off)}}));
    Rect row = cut_top(list, ui.text_px(control_px), ui.px(16));
    const int level = last != nullptr ? *last->comfort : 0;
    if (button(ui, cut_left(row, ui.text_px(80), ui.px(8)),
               {.name = c.words("treat.comfort_down"),
                .icon = Icon::minus,
                .icon_only = true,
                .enabled = last != nullptr && level > 0}))
        feels(c, item, level - 1);
    if (button(ui, cut_right(row, ui.text_px(80), ui.px(8)),
               {.name = c.words("treat.comfort_up"),
                .icon = Icon::plus,
                .icon_only = true,
                .enabled = level < rules::comfort.high}))
        feels(c, item, last != nullptr ? level + 1 : 1);
    const std::string number =
        last != nullptr ? std::to_string(level) : std::string(c.words("treat.ask"));
    if (card(ui, row,
             {.name = c.words("treat.comfort_now", {{"level", number}}),
              .target = true,
              .flat = true}))
        c.state.treat.comfort_open = true;
    const Font font = last != nullptr ? Font::display : Font::title;
    const float wide = text_width(ui, number, font), sign = ui.text_px(48);
    const float x = row.center().x - (wide + (last != nullptr ? sign + ui.px(8) : 0)) / 2;
    if (last != nullptr)
        face(ui, level, {x + sign / 2, row.center().y}, sign, ui.theme().ink);
    const float from = last != nullptr ? x + sign + ui.px(8) : x;
    draw_text(ui, {from, row.y, wide + ui.px(4), row.h}, number, {.font = font, .middle = true});
}

struct Flag {
    std::string_view name; ///< key in Phrases
    bool Finding::*value;
};
constexpr std::array<Flag, 3> flags{{{"treat.tight", &Finding::tight},
                                     {"treat.restricted", &Finding::restricted},
                                     {"treat.guarded", &Finding::guarded}}};

void findings(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const Place &place = c.state.treat.place;
    const bool somewhere = !place.empty();
    const Finding now = finding_now(c);
    label(c, list, c.words("treat.i_find"),
          somewhere ? title(c.atlas, place, Reader::therapist, c.words)
                    : std::string(c.words("treat.choose_a_place")));
    if (ui.large_words()) // there is no map to tap
        find_row(c, list);
    const Rect upper = cut_top(list, ui.text_px(control_px), ui.px(8));
    const Rect lower = cut_top(list, ui.text_px(control_px), ui.px(8));
    for (std::size_t i = 0; i < flags.size(); ++i)
        if (chip(ui, column(i < 2 ? upper : lower, static_cast<int>(i % 2), 2, ui.px(8)),
                 c.words(flags[i].name), now.*flags[i].value, somewhere)) {
            Finding finding = now;
            finding.*flags[i].value = !(now.*flags[i].value);
            keep_finding(c, std::move(finding));
        }
    if (chip(ui, column(lower, 1, 2, ui.px(8)), c.words("treat.tender"), now.tender.has_value(),
             somewhere)) {
        Finding finding = now;
        finding.tender = now.tender ? std::nullopt : std::optional(1);
        keep_finding(c, std::move(finding));
    }
    const auto picked = segmented(ui, cut_top(list, ui.text_px(control_px), ui.px(16)),
                                  c.words("treat.how_tender"), grades, now.tender.value_or(-1));
    if (picked && somewhere) {
        Finding finding = now;
        finding.tender = *picked;
        keep_finding(c, std::move(finding));
    }
}

} // namespace

Finding finding_now(const ScreenContext &c) {
    const Place &place = c.state.treat.place;
    for (const Finding &finding : c.document.findings)
        if (finding.area == place.area && finding.region == place.region)
            return finding;
    return {.area = place.area, .region = place.region};
}

void keep_finding(ScreenContext &c, Finding finding) {
    if (finding.id.empty())
        finding.id = c.new_id();
    finding.at = c.now;
    c.out.emit(SetFinding{std::move(finding)});
}

const Feedback *last_comfort(const Document &document, std::string_view part) {
    const auto found = std::find_if(
        document.feedback.rbegin(), document.feedback.rend(),
        [&](const Feedback &feedback) { return feedback.part == part && feedback.comfort; });
    return found != document.feedback.rend() ? &*found : nullptr;
}

const Feedback *asks_to_ease_off(const ScreenContext &c, const PlanItem &item) {
    const auto last =
        std::find_if(c.document.feedback.rbegin(), c.document.feedback.rend(),
                     [&](const Feedback &feedback) { return feedback.part == item.part; });
    if (last == c.document.feedback.rend() || last->id == c.state.treat.eased)
        return nullptr;
    const bool hurts = last->comfort && *last->comfort >= c.seal.settings().guidance.ease_off_at;
    return hurts || last->said == Said::too_much ? &*last : nullptr;
}

float foot_height(const Ui &ui) {
    return ui.text_px(64);
}

void foot_part(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const Rect row = cut_top(list, foot_height(ui));
    if (button(ui, column(row, 0, 2, ui.px(8)),
               {.name = c.words("treat.details"), .icon = Icon::note}))
        c.state.treat.details_open = true;
    if (button(ui, column(row, 1, 2, ui.px(8)),
               {.name = c.words("common.undo"), .icon = Icon::undo, .enabled = c.can_undo}))
        c.out.act(Undo{});
}

void hands_part(ScreenContext &c, Rect &list, const PlanItem &item) {
    pressure(c, list, item);
    comfort(c, list, item);
    findings(c, list);
}

} // namespace app
