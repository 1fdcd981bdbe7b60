#include "model/page/summary.hpp"
#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/mark_colors.hpp"
#include "screens/stage/body_stage.hpp"
#include "screens/stage/present.hpp"
#include "screens/therapist/signing.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

// The page as it will be read, in the interface's own type: a look before anything leaves.
class Paper {
  public:
    Paper(ScreenContext &c, const Summary &page) : c_(c), ui_(c.ui), page_(page) {}

    float draw(Rect sheet) {
        const float top = sheet.y;
        Rect rest = sheet.inset(ui_.px(28), ui_.px(24));
        words(rest, page_.title, Font::title, light_theme().ink, 0);
        words(rest, page_.from, Font::caption, light_theme().ink2, 12);
        fill(ui_, {rest.x, rest.y, rest.w, ui_.px(3)}, light_theme().primary);
        cut_top(rest, ui_.px(3), ui_.px(12));
        words(rest,
              c_.words("share.client_and_day", {{"client", page_.client}, {"day", page_.when}}),
              Font::caption, light_theme().ink, 8);
        if (page_.example)
            words(rest, c_.words("share.example"), Font::caption, light_theme().danger, 8);
        words(rest, page_.headline, Font::body_strong, light_theme().ink, 12);
        bodies(cut_top(rest, ui_.px(300), ui_.px(12)));
        for (const SummaryRow &row : page_.rows)
            table_row(rest, row);
        list(rest, page_.done_title, page_.done);
        list(rest, c_.words("close.homework"), page_.homework);
        if (!page_.stop_rule.empty())
            words(rest, page_.stop_rule, Font::caption, light_theme().ink, 12);
        if (!page_.note.empty())
            list(rest, c_.words("share.note"), {page_.note});
        if (!page_.question.empty())
            list(rest, c_.words("share.question_to_you"), {page_.question});
        words(rest, page_.signature, Font::caption, light_theme().ink2, 0);
        words(rest, page_.disclaimer, Font::caption, light_theme().ink2, 24);
        return rest.y - top;
    }

  private:
    void words(Rect &rest, std::string_view what, Font font, Color color, float gap) {
        if (!what.empty())
            cut_top(rest, text(ui_, rest, what, {.font = font, .color = color, .wrap = true}),
                    ui_.px(gap));
    }

    void bodies(const Rect &row) {
        constexpr std::array<std::pair<NamedView, float>, 4> views{{{NamedView::front, 0.34F},
                                                                    {NamedView::back, 0.34F},
                                                                    {NamedView::left, 0.16F},
                                                                    {NamedView::right, 0.16F}}};
        std::vector<Figure> figures;
        float height_mm = 0;
        Rect rest = row;
        for (const auto &[view, share] : views) {
            figures.push_back(
                figures_of(view, cut_left(rest, row.w * share), c_.places.bounds()).front());
            height_mm = std::max(height_mm, figures.back().view.height_mm);
        }
        for (Figure &figure : figures) // one scale for all
            figure.view.height_mm = height_mm;
        PresentOptions options{&light_theme(), ui_.scale()};
        options.moment = Moment::after;
        options.paint = &c_.paint;
        c_.out.body = present(c_.document, {}, c_.places, std::move(figures), options);
        queue_body(c_);
    }

    void table_row(Rect &rest, const SummaryRow &row) {
        Rect line = cut_top(rest, ui_.text_px(44) + ui_.px(8), ui_.px(4));
        fill(ui_, {line.x, line.bottom(), line.w, 1}, light_theme().line);
        Rect levels = cut_right(line, ui_.text_px(112), ui_.px(8));
        const std::array<std::optional<int>, 3> values{row.last, row.before, row.after};
        for (int i = 0; i < 3; ++i) {
            const auto &level = values[static_cast<std::size_t>(i)];
            if (!level)
                continue;
            const MarkColors colors = mark_colors(light_theme(), row.channel, level);
            const std::string number = std::to_string(*level);
            badge(ui_, column(levels, i, 3, 0).center(), ui_.text_px(32),
                  {.words = number, .fill = colors.fill, .on = colors.on});
        }
        const float line1 = ui_.line_height(Font::body_strong);
        text(ui_, {line.x, line.y, line.w, line1}, std::to_string(row.number) + "  " + row.area,
             {.font = Font::body_strong, .color = light_theme().ink});
        text(ui_, {line.x, line.y + line1, line.w, line.h - line1}, row.client_says,
             {.font = Font::caption, .color = light_theme().ink2});
    }

    void list(Rect &rest, std::string_view title, const std::vector<std::string> &lines) {
        if (lines.empty())
            return;
        cut_top(rest, 0, ui_.px(12));
        words(rest, title, Font::body_strong, light_theme().ink, 4);
        for (const std::string &line : lines)
            words(rest, line, Font::caption, light_theme().ink, 4);
    }

    ScreenContext &c_;
    Ui &ui_;
    const Summary &page_;
};

void paper(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    fill(ui, rect, ui.theme().sunken, ui.px(size::radius_stage));
    const Summary page = summary(c.document, c.past, c.atlas, c.words);
    ScrollArea area(ui, c.words("share.preview"), rect.inset(ui.px(16)));
    const Rect content = area.content();
    constexpr float tall = 4000; // the page's own height is known after drawing; the clip cuts it
    fill(ui, {content.x, content.y, content.w, tall}, light_theme().surface, ui.px(4));
    area.used(Paper(c, page).draw(content));
}

void consent(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const std::string name = first_name(c.document.client.name);
    const bool agreed = c.document.shared_consent.has_value();
    const std::string words =
        agreed ? c.words("share.agreed",
                         {{"name", name}, {"time", engine::clock_time(*c.document.shared_consent)}})
               : c.words("share.not_agreed", {{"name", name}});
    const Rect rect = cut_top(list, ui.text_px(64) + ui.px(16), ui.px(16));
    card(ui, rect, {.name = words});
    Rect inside = rect.inset(ui.px(20), ui.px(8));
    const Rect place = cut_right(inside, ui.px(68), ui.px(12));
    const Rect knob{place.x, place.center().y - ui.px(24), ui.px(68), ui.px(48)};
    text(ui, inside, words, {.font = Font::body_strong, .wrap = true, .middle = true});
    if (toggle(ui, knob, c.words("share.agrees"), agreed))
        c.out.emit(SetConsent{agreed ? std::nullopt : std::optional(c.now)});
}

void question(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    text(ui, cut_top(list, ui.line_height(Font::button), ui.px(8)), c.words("share.question"),
         {.font = Font::button, .role = Role::heading});
    if (const auto words = committed_text(c, cut_top(list, ui.text_px(120), ui.px(16)),
                                          {.name = c.words("share.question_name"),
                                           .placeholder = c.words("share.question_hint"),
                                           .multiline = true},
                                          "question", c.document.question))
        c.out.emit(SetQuestion{*words});
}

void result(ScreenContext &c, Rect &list) {
    if (c.state.exported_to.empty())
        return;
    const std::string words = c.words("share.saved_in", {{"folder", c.state.exported_to}});
    const Message message{.tone = Tone::good,
                          .icon = Icon::circle_check,
                          .title = c.words("share.saved"),
                          .words = words};
    const float height = message_card(c.ui, list, message, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(16)), message);
}

/// All that is read or decided before the page leaves, in a list that scrolls.
void before_sharing(ScreenContext &c, const Rect &panel) {
    Ui &ui = c.ui;
    ScrollArea area(ui, "share", panel);
    Rect list = area.content();
    const float top = list.y;
    signature_part(c, list);
    if (c.document.stage != Stage::closed) {
        consent(c, list);
        question(c, list);
    }
    if (!c.document.shared_consent)
        cut_top(
            list,
            text(ui, list, c.words("share.ask_first"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(16));
    result(c, list);
    area.used(list.y - top);
}

} // namespace

void share_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    const std::string subtitle =
        c.words("share.client_on", {{"name", c.document.client.name},
                                    {"day", engine::long_date(c.document.appointment.start)}});
    Rect rest = therapist_frame(c, c.words("share.title"), subtitle);
    const bool narrow = ui.size().x < ui.px(1200);
    const bool large_text = ui.large_words();
    Rect panel =
        cut_right(rest, narrow || large_text ? rest.w * (large_text ? 0.56F : 0.42F) : ui.px(512),
                  ui.px(size::gutter));
    paper(c, rest);

    const bool agreed = c.document.shared_consent.has_value();
    if (primary_at_foot(c, panel, c.words("share.save"), agreed))
        c.out.act(WriteSummary{});
    sign_button(c, cut_bottom(panel, ui.text_px(56), ui.px(16)));

    before_sharing(c, panel);
    signing_sheets(c);
}

} // namespace app
