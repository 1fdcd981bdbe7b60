#include "screens/client/mark_sheet.hpp"

#include "model/session/words.hpp"
#include "screens/client/paint_sheet.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/stage/body_stage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr std::array<Quality, 8> qualities{Quality::ache,      Quality::sharp, Quality::burning,
                                           Quality::tingling,  Quality::numb,  Quality::cramp,
                                           Quality::throbbing, Quality::stiff};

class MarkSheet {
  public:
    MarkSheet(ScreenContext &c, const Mark &mark) : c_(c), ui_(c.ui), mark_(mark) {}

    void draw(Rect content) {
        if (sheet_head(c_, content,
                       title(c_.atlas, place_of(c_.atlas, mark_), Reader::client, c_.words)))
            close();
        foot(cut_bottom(content, ui_.text_px(64), ui_.px(12)));
        ScrollArea area(ui_, "mark", content.inset(-ui_.px(4), 0));
        Rect rest = area.content().inset(ui_.px(4), 0);
        const float top = rest.y;
        if (c_.state.painting)
            brush_choice(c_, rest);
        channel(rest);
        if (mark_.channel != Channel::avoid)
            level(rest);
        if (mark_.channel == Channel::pain)
            feel(rest);
        if (mark_.channel != Channel::avoid)
            since(rest);
        more(rest);
        if (note_shown())
            note(rest);
        area.used(rest.y - top);
    }

  private:
    void close() {
        c_.state.painting = false;
        c_.out.view.push_back(SelectMark{});
        c_.out.view.push_back(ShowView{NamedView::pair});
    }

    void channel(Rect &rest) {
        if (const auto channel = channel_choice(c_, rest, mark_.channel)) {
            c_.state.last_channel = *channel;
            c_.out.emit(SetMarkChannel{mark_.id, *channel});
        }
    }

    void level(Rect &rest) {
        const bool pain = mark_.channel == Channel::pain;
        const std::string_view question = c_.words(pain ? "sheet.how_strong" : "sheet.how_tight");
        const float question_height =
            text_height(ui_, question, Font::caption, rest.w - ui_.text_px(64) - ui_.px(16));
        const std::string words =
            mark_.level ? std::to_string(*mark_.level) + " · " +
                              std::string(level_word(c_.words, mark_.channel, *mark_.level))
                        : std::string(c_.words("sheet.tap_number"));
        const float words_height =
            text_height(ui_, words, Font::title, rest.w - ui_.text_px(64) - ui_.px(16));
        Rect row =
            cut_top(rest, std::max(ui_.text_px(64), words_height + question_height), ui_.px(20));
        const Rect left = cut_left(row, ui_.text_px(64), ui_.px(16));
        if (pain)
            face(ui_, mark_.level.value_or(0), left.center(), ui_.text_px(60), ui_.theme().ink);
        else
            fill_pattern(ui_, left.inset(ui_.px(4)), Pattern::hatch, ui_.theme().surface,
                         mark_colors(ui_.theme(), Channel::tight, mark_.level.value_or(5)).fill,
                         ui_.px(14));
        text(ui_, cut_top(row, words_height), words,
             {.font = Font::title, .wrap = true, .role = Role::heading});
        text(ui_, {row.x, row.y, row.w, question_height}, question,
             {.font = Font::caption, .color = ui_.theme().ink2, .wrap = true});

        const Ramp ramp = pain ? warm_ramp(ui_.theme()) : cool_ramp(ui_.theme());
        const Rect slider = cut_top(rest, level_slider_height(ui_), ui_.px(10));
        if (const auto picked = level_slider(
                ui_, slider,
                {.name = c_.words(pain ? "sheet.pain_level" : "sheet.tightness"),
                 .ramp = &ramp,
                 .level = mark_.level,
                 .low_word = c_.words(pain ? "sheet.low_pain" : "sheet.low_tight"),
                 .high_word = c_.words(pain ? "sheet.high_pain" : "sheet.high_tight")}))
            c_.out.emit(SetMarkLevel{mark_.id, *picked}, "level of " + mark_.id);
    }

    void feel(Rect &rest) {
        panel_heading_small(rest, c_.words("sheet.feel"), c_.words("sheet.any_that_fit"));
        float widest = 0;
        for (const Quality quality : qualities)
            widest = std::max(widest, text_width(ui_, word(c_.words, quality), Font::caption));
        const float needed = widest + ui_.text_px(20) + ui_.px(8 + 2 * 10); // with the check
        const int per_row = 4 * needed + 3 * ui_.px(8) <= rest.w ? 4
                            : 2 * needed + ui_.px(8) <= rest.w   ? 2
                                                                 : 1;
        for (std::size_t first = 0; first < qualities.size();
             first += static_cast<std::size_t>(per_row)) {
            const Rect row = cut_top(rest, ui_.text_px(48), ui_.px(8));
            for (int i = 0; i < per_row; ++i) {
                const Quality quality = qualities[first + static_cast<std::size_t>(i)];
                const bool on = mark_.qualities.count(quality) > 0;
                if (chip(ui_, column(row, i, per_row, ui_.px(8)), word(c_.words, quality), on))
                    c_.out.emit(SetMarkQuality{mark_.id, quality, !on});
            }
        }
        cut_top(rest, ui_.px(8));
    }

    void since(Rect &rest) {
        panel_heading_small(rest, c_.words("sheet.since_question"), {});
        const std::array<Segment, 4> segments{{{c_.words("sheet.today")},
                                               {c_.words("sheet.this_week")},
                                               {c_.words("sheet.weeks")},
                                               {c_.words("sheet.months")}}};
        const int selected = mark_.since ? static_cast<int>(*mark_.since) : -1;
        if (const auto tapped =
                segmented_rows(c_, rest, c_.words("sheet.since"), segments, selected))
            c_.out.emit(SetMarkSince{mark_.id, static_cast<Since>(*tapped)});
        cut_top(rest, 0, ui_.px(16));
    }

    // What else can be done with it: as many in a row as their words allow.
    void more(Rect &rest) {
        const Area *area = c_.atlas.area(mark_.area);
        const bool sided = area != nullptr && area->side != Side::mid;
        std::vector<ButtonSpec> buttons;
        if (sided) {
            buttons.push_back({.name = c_.words("sheet.both_sides"), .icon = Icon::both_sides});
            buttons.push_back({.name = c_.words(area->side == Side::left ? "sheet.move_right"
                                                                         : "sheet.move_left"),
                               .icon = Icon::swap_sides});
        }
        if (!note_shown())
            buttons.push_back({.name = c_.words("sheet.note"), .icon = Icon::note});
        if (!mark_.paint.empty())
            buttons.push_back({.name = c_.words(c_.state.painting ? "paint.another" : "paint.more"),
                               .icon = Icon::brush});
        else
            buttons.push_back({.name = c_.words("sheet.copy"), .icon = Icon::layers});
        if (const auto tapped = button_rows(rest, buttons))
            act(*tapped);
        cut_top(rest, 0, ui_.px(4));
    }

    // Rows that are filled from side to side. The icon that was tapped says which button it was.
    std::optional<Icon> button_rows(Rect &rest, std::span<const ButtonSpec> buttons) {
        const float gap = ui_.px(8);
        std::optional<Icon> tapped;
        for (std::size_t first = 0; first < buttons.size();) {
            float needed = button_width(ui_, buttons[first]);
            std::size_t end = first + 1;
            for (; end < buttons.size(); ++end) {
                const float more = gap + button_width(ui_, buttons[end]);
                if (needed + more > rest.w)
                    break;
                needed += more;
            }
            const float spare = std::max(0.0F, rest.w - needed) / static_cast<float>(end - first);
            Rect row = cut_top(rest, ui_.text_px(56), gap);
            for (; first < end; ++first)
                if (button(ui_, cut_left(row, button_width(ui_, buttons[first]) + spare, gap),
                           buttons[first]))
                    tapped = buttons[first].icon;
        }
        return tapped;
    }

    void act(Icon tapped) {
        switch (tapped) {
        case Icon::both_sides:
            c_.out.emit(CopyMarkToOtherSide{mark_.id, c_.new_id(), c_.now});
            break;
        case Icon::swap_sides:
            move_to_other_side(*c_.atlas.area(mark_.area));
            break;
        case Icon::note:
            c_.state.note_open = true;
            break;
        case Icon::brush:
            if (c_.state.painting)
                c_.out.view.push_back(SelectMark{});
            c_.state.painting = true;
            c_.state.eraser = false;
            break;
        default:
            c_.state.copying = mark_.id;
            c_.out.view.push_back(SelectMark{});
            c_.out.view.push_back(ShowView{NamedView::pair});
        }
    }

    bool note_shown() const {
        return c_.state.note_open || !mark_.note.empty() || mark_.channel == Channel::avoid;
    }

    void move_to_other_side(const Area &area) {
        c_.out.emit(MirrorMark{mark_.id});
        const Area &other = c_.atlas.mirrored(area);
        c_.out.view.push_back(FlyTo{c_.places.view_of(c_.places.tags(other.regions))});
    }

    void note(Rect &rest) {
        panel_heading_small(rest, c_.words("sheet.in_your_words"), {});
        const Rect field = cut_top(rest, ui_.text_px(96), ui_.px(12));
        if (const auto words = committed_text(c_, field,
                                              {.name = c_.words("sheet.note"),
                                               .placeholder = c_.words("sheet.note_hint"),
                                               .multiline = true},
                                              "note of " + mark_.id, mark_.note))
            c_.out.emit(SetMarkNote{mark_.id, *words});
    }

    void foot(Rect row) {
        const ButtonSpec remove{
            .name = c_.words("sheet.remove"), .style = ButtonStyle::danger, .icon = Icon::trash};
        if (button(ui_, cut_left(row, button_width(ui_, remove)), remove)) {
            say(c_,
                c_.words("mark.removed", {{"place", place_title(c_, mark_.area, Reader::client)}}));
            c_.out.emit(RemoveMark{mark_.id});
            close();
        }
        const float width = std::min(row.w, ui_.text_px(240));
        if (button(ui_, cut_right(row, width),
                   {.name = c_.words("common.done"),
                    .style = ButtonStyle::primary,
                    .icon = Icon::check}))
            close();
    }

    void panel_heading_small(Rect &rest, std::string_view words, std::string_view small) {
        Rect row = cut_top(rest, ui_.line_height(Font::button), ui_.px(8));
        const float both = text_width(ui_, words, Font::button) + ui_.px(18) +
                           text_width(ui_, small, Font::caption);
        if (!small.empty() && both <= row.w)
            text(ui_, cut_right(row, text_width(ui_, small, Font::caption) + ui_.px(2)), small,
                 {.font = Font::caption,
                  .color = ui_.theme().ink2,
                  .align = Align::right,
                  .middle = true});
        text(ui_, row, words, {.font = Font::button, .middle = true, .role = Role::heading});
    }

    ScreenContext &c_;
    Ui &ui_;
    const Mark &mark_;
};

} // namespace

std::optional<Channel> channel_choice(ScreenContext &c, Rect &rest, Channel now) {
    const Theme &theme = c.ui.theme();
    const MarkColors pain = mark_colors(theme, Channel::pain, 6);
    const MarkColors tight = mark_colors(theme, Channel::tight, 5);
    const std::array<Segment, 3> segments{{
        {word(c.words, Channel::pain), Icon::none, Pattern::solid, pain.fill, pain.outline},
        {word(c.words, Channel::tight), Icon::none, Pattern::hatch, theme.surface, tight.fill},
        {word(c.words, Channel::avoid), Icon::none, Pattern::cross_hatch, theme.surface,
         theme.avoid},
    }};
    const auto tapped =
        segmented_rows(c, rest, c.words("sheet.kind"), segments, static_cast<int>(now));
    cut_top(rest, 0, c.ui.px(16));
    return tapped ? std::optional(static_cast<Channel>(*tapped)) : std::nullopt;
}

void open_mark_sheet(ScreenContext &c, const Mark &mark) {
    c.out.view.push_back(SelectMark{mark.id});
    c.out.view.push_back(Hover{});
    c.out.view.push_back(fly_to_mark(c, mark));
    c.state.note_open = false;
}

void add_mark(ScreenContext &c, const Place &place, const std::vector<std::string> &regions) {
    const std::string id = c.new_id();
    c.out.emit(AddMark{id, place.area, regions, c.state.last_channel, Author::client, Phase::before,
                       c.now});
    c.out.view.push_back(SelectMark{id});
    c.out.view.push_back(Hover{});
    c.out.view.push_back(FlyTo{c.places.view_of(tags_of(c.places, place))});
    c.state.note_open = false;
}

void mark_sheet(ScreenContext &c, const Mark *mark) {
    const Sheet sheet(c.ui, c.words("sheet.name"), mark != nullptr, sheet_rect(c.ui));
    if (sheet.visible() && mark != nullptr)
        MarkSheet(c, *mark).draw(sheet.content());
}

} // namespace app
