#include "screens/frame/therapist_card.hpp"
#include "screens/settings/settings_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct Page {
    std::string_view name; ///< key in Phrases
    Icon icon;
    void (*draw)(ScreenContext &, Rect &);
};
/// In the order of SettingsPage.
constexpr std::array<Page, 9> pages{{{"new.clinic", Icon::home, settings_clinic},
                                     {"settings.therapists", Icon::people, settings_therapists},
                                     {"settings.session", Icon::clock, settings_session},
                                     {"settings.guidance", Icon::shield, settings_guidance},
                                     {"settings.aftercare", Icon::note, settings_texts},
                                     {"close.homework", Icon::clipboard_check, settings_homework},
                                     {"settings.consent", Icon::sign, settings_consent},
                                     {"settings.tablet", Icon::tablet, settings_tablet},
                                     {"settings.records", Icon::lock, settings_records}}};

void head(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    Rect bar = cut_top(rest, ui.text_px(72));
    bar = {bar.x + ui.px(16), bar.y, bar.w - ui.px(16 + 24), bar.h};
    const float size = ui.text_px(56);
    const Rect arrow = cut_left(bar, size, ui.px(8));
    if (button(ui, {arrow.x, bar.center().y - size / 2, size, size},
               {.name = c.words("settings.back"),
                .style = ButtonStyle::text,
                .icon = Icon::back,
                .icon_only = true}))
        c.out.act(GoTo{Screen::home});
    const bool saved = c.seal.settings_saved() && c.seal.problem().empty();
    const std::string_view words = c.words(saved ? "settings.saved" : "settings.not_saved");
    const Icon sign = saved ? Icon::circle_check : Icon::warn;
    const Rect place = cut_right(bar, pill_width(ui, words, sign), ui.px(12));
    const float height = ui.text_px(36);
    pill(ui, {place.x, bar.center().y - height / 2, place.w, height}, words, sign,
         saved ? Tone::good : Tone::bad);
    const ButtonSpec again{.name = c.words("settings.save_again")};
    if (!c.seal.settings_saved()) {
        const Rect key = cut_right(bar, button_width(ui, again), ui.px(12));
        if (button(ui, {key.x, bar.center().y - size / 2, key.w, size}, again))
            change(c, [](ClinicSettings &) {});
    }
    text(ui, bar, c.words("settings.title"),
         {.font = Font::heading, .middle = true, .role = Role::heading});
}

bool page_button(ScreenContext &c, const Rect &rect, const Page &page, bool on) {
    Ui &ui = c.ui;
    const Theme &theme = ui.theme();
    Node node;
    node.role = Role::button;
    node.name = c.words(page.name);
    node.rect = rect;
    node.selected = on;
    const Interaction state = ui.widget(node);
    const float radius = ui.px(size::radius_control);
    if (on || state.held || state.hovered)
        fill(ui, rect, on ? theme.primary_soft : theme.sunken, radius);
    if (state.focused)
        stroke(ui, rect, theme.focus, radius, ui.px(3));
    Rect inside = rect.inset(ui.px(14), 0);
    const Color ink = on ? theme.on_primary_soft : theme.ink2;
    icon(ui, page.icon, cut_left(inside, ui.text_px(24), ui.px(12)).center(), ui.text_px(24), ink);
    draw_text(ui, inside, c.words(page.name),
              {.font = on ? Font::body_strong : Font::body, .color = ink, .middle = true});
    return state.clicked;
}

void page_list(ScreenContext &c, Rect rect) {
    Ui &ui = c.ui;
    card(ui, rect, {.name = c.words("settings.pages")});
    ScrollArea area(ui, "pages", rect.inset(ui.px(12), ui.px(12)));
    Rect list = area.content();
    const float top = list.y;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        const auto page = static_cast<SettingsPage>(i);
        if (!page_button(c, cut_top(list, ui.text_px(56), ui.px(6)), pages[i],
                         c.state.settings.page == page))
            continue;
        c.state.settings = {.page = page};
        c.state.typed.clear();
    }
    area.used(list.y - top);
}

float list_width(ScreenContext &c) {
    Ui &ui = c.ui;
    float widest = 0;
    for (const Page &page : pages)
        widest = std::max(widest, text_width(ui, c.words(page.name), Font::body_strong));
    return std::max(ui.px(232), widest + ui.text_px(24) + ui.px(12 + 2 * 14 + 2 * 12 + 6));
}

/// The page's scroll position belongs to what is shown: another editor begins at its top.
std::string place_of_page(const SettingsState &state) {
    return "page " + std::to_string(static_cast<int>(state.page)) + state.therapist +
           state.homework;
}

void page_content(ScreenContext &c, const Rect &rect) {
    Ui &ui = c.ui;
    const Page &page = pages.at(static_cast<std::size_t>(c.state.settings.page));
    card(ui, rect, {.name = c.words(page.name)});
    const float side = ui.px(rect.w < ui.px(720) ? 20 : 32);
    ScrollArea area(ui, place_of_page(c.state.settings), rect.inset(ui.px(8), ui.px(8)));
    Rect list = area.content().inset(side - ui.px(8), 0);
    const float top = list.y;
    cut_top(list, 0, ui.px(6));
    list.w = std::min(list.w, ui.text_px(800));
    if (const std::string &problem = c.seal.problem(); !problem.empty()) {
        const Message message{.tone = Tone::bad,
                              .icon = Icon::warn,
                              .title = c.words("settings.cannot_change"),
                              .words = problem};
        message_card(ui, cut_top(list, message_card(ui, list, message, false)), message);
    } else {
        page.draw(c, list);
    }
    area.used(list.y - top + ui.px(16));
}

} // namespace

void settings_screen(ScreenContext &c) {
    Ui &ui = c.ui;
    Rect rest{0, 0, ui.size().x, ui.size().y};
    fill(ui, rest, ui.theme().bg);
    head(c, rest);
    rest = {ui.px(24), rest.y, ui.size().x - ui.px(48), rest.h - ui.px(24)};
    page_list(c, cut_left(rest, list_width(c), ui.px(16)));
    page_content(c, rest);
    therapist_card(c);
}

} // namespace app
