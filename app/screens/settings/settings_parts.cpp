#include "screens/settings/settings_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

void change(ScreenContext &c, std::function<void(ClinicSettings &)> how) {
    c.out.act(ChangeSettings{std::move(how)});
}

void settings_sentence(ScreenContext &c, Rect &list, std::string_view words) {
    cut_top(list, text(c.ui, list, words, {.color = c.ui.theme().ink2, .wrap = true}), c.ui.px(16));
}

void settings_heading(ScreenContext &c, Rect &list, std::string_view title,
                      std::string_view sentence) {
    Ui &ui = c.ui;
    cut_top(list, 0, ui.px(10));
    cut_top(list, text(ui, list, title, {.font = Font::title, .wrap = true, .role = Role::heading}),
            ui.px(4));
    if (sentence.empty())
        cut_top(list, 0, ui.px(8));
    else
        settings_sentence(c, list, sentence);
}

namespace {

const std::string &typed_or(const ScreenContext &c, const std::string &key,
                            const std::string &saved) {
    const auto found = c.state.typed.find(key);
    return found != c.state.typed.end() ? found->second : saved;
}

/// A field for long words shows all of them, with room for the next line.
float field_height(ScreenContext &c, const std::string &words, float width, bool long_text) {
    Ui &ui = c.ui;
    if (!long_text)
        return ui.text_px(56);
    const float lines = text_height(ui, words, Font::body, width - ui.px(40));
    return std::max(ui.text_px(56), lines + ui.px(32));
}

} // namespace

std::optional<std::string> setting_field(ScreenContext &c, Rect &list, const SettingField &field) {
    Ui &ui = c.ui;
    cut_top(
        list,
        text(ui, list, field.name, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true}),
        ui.px(4));
    const float height =
        field_height(c, typed_or(c, field.key, field.saved), list.w, field.long_text);
    const auto done = committed_text(c, cut_top(list, height, ui.px(4)),
                                     {.name = field.name,
                                      .placeholder = field.hint,
                                      .multiline = field.long_text,
                                      .max_bytes = field.max_bytes},
                                     field.key, field.saved);
    if (!field.error.empty())
        cut_top(list,
                text(ui, list, field.error,
                     {.font = Font::caption, .color = ui.theme().danger, .wrap = true}),
                ui.px(4));
    cut_top(list, 0, ui.px(12));
    return done;
}

void setting_row(ScreenContext &c, Rect &list, const SettingRow &row,
                 const std::function<void(const Rect &)> &draw) {
    Ui &ui = c.ui;
    const float control = std::min(ui.text_px(row.control_width), list.w);
    const bool beside = list.w - control >= ui.text_px(280);
    const float width = beside ? list.w - control - ui.px(24) : list.w;
    const float title = text_height(ui, row.title, Font::body_strong, width);
    const float sentence =
        row.sentence.empty() ? 0 : text_height(ui, row.sentence, Font::caption, width);
    const float key = ui.text_px(56);
    const float height = beside ? std::max(title + sentence, key) : title + sentence;
    Rect place = cut_top(list, height, ui.px(beside ? 20 : 8));
    if (beside) {
        const Rect right = cut_right(place, control, ui.px(24));
        draw({right.x, right.center().y - key / 2, right.w, key});
    }
    const float top = place.center().y - (title + sentence) / 2;
    text(ui, {place.x, top, width, title}, row.title, {.font = Font::body_strong, .wrap = true});
    if (!row.sentence.empty())
        text(ui, {place.x, top + title, width, sentence}, row.sentence,
             {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    if (!beside) {
        Rect below = cut_top(list, key, ui.px(24));
        draw(cut_left(below, control));
    }
}

std::optional<int> setting_stepper(ScreenContext &c, Rect &list, const SettingRow &row,
                                   const StepperSpec &spec) {
    std::optional<int> changed;
    setting_row(c, list, row, [&](const Rect &rect) { changed = stepper(c.ui, rect, spec); });
    return changed;
}

bool setting_toggle(ScreenContext &c, Rect &list, std::string_view title, std::string_view sentence,
                    bool on) {
    bool tapped = false;
    setting_row(c, list, {title, sentence, 68},
                [&](const Rect &rect) { tapped = toggle(c.ui, rect, title, on); });
    return tapped;
}

namespace {

void line_row(ScreenContext &c, Rect &list, const SettingLines &spec, std::size_t at) {
    Ui &ui = c.ui;
    const std::string &saved = (c.seal.settings().*spec.list)[at];
    const std::string name =
        c.words("settings.numbered", {{"name", spec.what}, {"number", std::to_string(at + 1)}});
    const float side = ui.text_px(56);
    const float width = list.w - side - ui.px(8);
    Rect row = cut_top(list, field_height(c, typed_or(c, name, saved), width, true), ui.px(10));
    Rect key = cut_right(row, side, ui.px(8));
    key.h = side;
    const auto member = spec.list;
    const auto keep = [&](const std::string &words) {
        change(c, [member, at, words](ClinicSettings &settings) {
            std::vector<std::string> &lines = settings.*member;
            if (at >= lines.size())
                return;
            if (words.find_first_not_of(" \n") == std::string::npos)
                lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at));
            else
                lines[at] = words;
        });
    };
    if (const auto typed = committed_text(
            c, row, {.name = name, .multiline = true, .max_bytes = settings_limits::name_bytes},
            name, saved))
        keep(*typed);
    if (button(ui, key,
               {.name = c.words("settings.delete", {{"name", name}}),
                .style = ButtonStyle::text,
                .icon = Icon::trash,
                .icon_only = true}))
        keep({});
}

} // namespace

void setting_lines(ScreenContext &c, Rect &list, const SettingLines &spec) {
    Ui &ui = c.ui;
    const std::vector<std::string> &lines = c.seal.settings().*spec.list;
    for (std::size_t at = 0; at < lines.size(); ++at)
        line_row(c, list, spec, at);
    if (lines.size() >= spec.most)
        return settings_sentence(c, list, c.words("settings.full"));
    std::string &words = c.state.typed[std::string(spec.add)];
    const ButtonSpec add{
        .name = c.words("settings.add"), .icon = Icon::plus, .enabled = !words.empty()};
    Rect row = cut_top(list, ui.text_px(56), ui.px(20));
    const Rect key = cut_right(row, button_width(ui, add), ui.px(8));
    const TextFieldEvent event = text_field(
        ui, row,
        {.name = spec.add, .placeholder = spec.hint, .max_bytes = settings_limits::name_bytes},
        words);
    const Scope scope(ui, spec.add);
    if ((button(ui, key, add) || event.entered) && !words.empty()) {
        const auto member = spec.list;
        change(c,
               [member, words](ClinicSettings &settings) { (settings.*member).push_back(words); });
        words.clear();
    }
}

bool setting_card(ScreenContext &c, Rect &list, const SettingCard &spec) {
    Ui &ui = c.ui;
    const float pill_space =
        spec.pill.empty() ? 0 : pill_width(ui, spec.pill, Icon::none) + ui.px(12);
    float width = list.w - ui.px(2 * 20 + 24 + 8);
    const bool with_pill = pill_space > 0 && width - pill_space > ui.text_px(200);
    if (with_pill)
        width -= pill_space;
    const float title = text_height(ui, spec.title, Font::body_strong, width);
    const float line = text_height(ui, spec.line, Font::caption, width);
    const Rect rect = cut_top(list, title + line + ui.px(28), ui.px(12));
    const bool tapped = card(ui, rect, {.name = spec.title, .target = true, .flat = true});
    Rect inside = rect.inset(ui.px(20), ui.px(14));
    icon(ui, Icon::chevron, cut_right(inside, ui.px(24), ui.px(8)).center(), ui.px(24),
         ui.theme().ink);
    if (with_pill) {
        const Rect place = cut_right(inside, pill_space - ui.px(12), ui.px(12));
        pill(ui, {place.x, place.center().y - ui.text_px(18), place.w, ui.text_px(36)}, spec.pill,
             Icon::none, Tone::neutral);
    }
    draw_text(ui, {inside.x, inside.y, inside.w, title}, spec.title,
              {.font = Font::body_strong, .wrap = true});
    draw_text(ui, {inside.x, inside.y + title, inside.w, line}, spec.line,
              {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    return tapped;
}

bool setting_button(ScreenContext &c, Rect &list, const ButtonSpec &spec) {
    Rect row = cut_top(list, c.ui.text_px(56), c.ui.px(12));
    return button(c.ui, cut_left(row, std::min(row.w, button_width(c.ui, spec))), spec);
}

bool delete_button(ScreenContext &c, Rect &list, std::string_view what) {
    Ui &ui = c.ui;
    const std::string name = c.words("settings.delete", {{"name", what}});
    if (!c.state.settings.sure) {
        if (setting_button(c, list,
                           {.name = name, .style = ButtonStyle::text, .icon = Icon::trash}))
            c.state.settings.sure = true;
        return false;
    }
    settings_sentence(c, list, c.words("settings.delete_what"));
    const std::string for_good = c.words("client.delete_name", {{"name", what}});
    const bool certain = setting_button(c, list, {.name = for_good, .style = ButtonStyle::danger});
    if (setting_button(c, list, {.name = c.words("settings.keep")}) || certain)
        c.state.settings.sure = false;
    cut_top(list, 0, ui.px(8));
    return certain;
}

} // namespace app
