#include "screens/frame/vault_page.hpp"

#include "store/vault/vault.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float page_width = 560, inset = 32;

std::string_view page_title(const VaultPage &page) {
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return "These records are protected";
    case VaultPage::Kind::choose:
        return "Protect these records";
    case VaultPage::Kind::recovery:
        return "Write this recovery key down";
    }
    return {};
}

std::string_view explanation(const VaultPage &page) {
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return page.by_recovery_key ? "Type the eight groups of letters and digits from the paper."
                                    : "Type the clinic's passphrase to open them.";
    case VaultPage::Kind::choose:
        return "From now on the records open only with this passphrase. Four or more words make a "
               "good one. Nobody can find it out for you: keep it safe.";
    case VaultPage::Kind::recovery:
        return "It opens the records when the passphrase is lost, and is shown only now. Keep the "
               "paper away from this computer.";
    }
    return {};
}

void sentence(Ui &ui, Rect &rest, std::string_view words, const TextStyle &spec) {
    cut_top(rest, text(ui, rest, words, spec), ui.px(16));
}

/// A label, and the field below it. True: Enter.
bool secret_field(Ui &ui, Rect &rest, VaultPage &page, std::string_view name, std::string &text_of,
                  bool begin) {
    sentence(ui, rest, name, {.font = Font::caption, .color = ui.theme().ink2, .wrap = true});
    rest.y -= ui.px(10);
    const bool hidden = !page.shown && !page.by_recovery_key;
    const auto event = text_field(
        ui, cut_top(rest, ui.text_px(56), ui.px(16)),
        {.name = name, .max_bytes = longest_passphrase, .begin = begin, .hidden = hidden}, text_of);
    if (event.changed)
        page.problem.clear();
    return event.entered;
}

void show_toggle(Ui &ui, Rect &rest, VaultPage &page) {
    constexpr std::string_view name = "Show what I type";
    Rect row = cut_top(rest, ui.text_px(56), ui.px(16));
    const Rect key = cut_right(row, ui.text_px(72), ui.px(12));
    text(ui, row, name, {.wrap = true, .middle = true});
    if (toggle(ui, key, name, page.shown))
        page.shown = !page.shown;
}

void problem_line(Ui &ui, Rect &rest, const VaultPage &page) {
    if (!page.problem.empty())
        sentence(ui, rest, page.problem,
                 {.color = ui.theme().danger, .wrap = true, .role = Role::status});
}

bool wide_button(Ui &ui, Rect &rest, const ButtonSpec &spec) {
    return button(ui, cut_top(rest, ui.text_px(56), ui.px(12)), spec);
}

VaultWish unlock(Ui &ui, Rect &rest, VaultPage &page) {
    const bool entered = secret_field(
        ui, rest, page, page.by_recovery_key ? "Recovery key" : "Passphrase", page.secret, true);
    if (!page.by_recovery_key)
        show_toggle(ui, rest, page);
    problem_line(ui, rest, page);
    const bool can = !page.secret.empty();
    const bool pressed =
        wide_button(ui, rest, {.name = "Unlock", .style = ButtonStyle::primary, .enabled = can});
    if (wide_button(ui, rest,
                    {.name = page.by_recovery_key ? "Use the passphrase" : "Use the recovery key",
                     .style = ButtonStyle::text})) {
        page.by_recovery_key = !page.by_recovery_key;
        wipe(page.secret);
        page.problem.clear();
    }
    return can && (pressed || entered) ? VaultWish::go_on : VaultWish::none;
}

VaultWish choose(Ui &ui, Rect &rest, VaultPage &page) {
    secret_field(ui, rest, page, "Passphrase", page.secret, true);
    const bool entered = secret_field(ui, rest, page, "The same once more", page.again, false);
    show_toggle(ui, rest, page);
    if (page.problem.empty() && !page.secret.empty() && is_weak_passphrase(page.secret))
        sentence(ui, rest, "A short passphrase may be guessed. More words are better.",
                 {.color = ui.theme().ink2, .wrap = true, .role = Role::status});
    problem_line(ui, rest, page);
    const bool can = !page.secret.empty() && !page.again.empty();
    const bool pressed =
        wide_button(ui, rest, {.name = "Protect", .style = ButtonStyle::primary, .enabled = can});
    if (wide_button(ui, rest, {.name = "Not now", .style = ButtonStyle::text}))
        return VaultWish::back;
    return can && (pressed || entered) ? VaultWish::go_on : VaultWish::none;
}

VaultWish recovery(Ui &ui, Rect &rest, VaultPage &page) {
    constexpr std::size_t per_row = 12; // two groups of five and the hyphens behind them
    std::string_view words = page.recovery_key;
    while (!words.empty()) {
        const std::string_view row = words.substr(0, per_row);
        words.remove_prefix(row.size());
        cut_top(rest,
                text(ui, rest, row, {.font = Font::heading, .align = Align::center, .wrap = true}),
                ui.px(8));
    }
    cut_top(rest, 0, ui.px(12));
    problem_line(ui, rest, page);
    const bool pressed =
        wide_button(ui, rest, {.name = "I have written it down", .style = ButtonStyle::primary});
    return pressed ? VaultWish::go_on : VaultWish::none;
}

VaultWish body(Ui &ui, Rect &rest, VaultPage &page) {
    if (!page.working.empty()) {
        sentence(
            ui, rest, page.working,
            {.font = Font::heading, .align = Align::center, .wrap = true, .role = Role::status});
        return VaultWish::none;
    }
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return unlock(ui, rest, page);
    case VaultPage::Kind::choose:
        return choose(ui, rest, page);
    case VaultPage::Kind::recovery:
        return recovery(ui, rest, page);
    }
    return VaultWish::none;
}

} // namespace

VaultWish vault_page(Ui &ui, VaultPage &page) {
    fill(ui, {0, 0, ui.size().x, ui.size().y}, ui.theme().bg);
    const bool large_text = ui.large_words();
    const float width =
        std::min(ui.px(large_text ? 1.5F * page_width : page_width), ui.size().x - ui.px(32));
    const Rect place{(ui.size().x - width) / 2, ui.px(16), width, ui.size().y - ui.px(32)};
    shadow(ui, place, ui.px(size::radius_sheet), ui.px(8), ui.px(40), 0.1F);
    card(ui, place, {.name = page_title(page)});
    ScrollArea area(ui, "protect", place.inset(ui.px(inset - 4), ui.px(20)));
    Rect rest = area.content().inset(ui.px(4), 0);
    const float top = rest.y;
    cut_top(rest, 0, ui.px(12));
    const float side = ui.text_px(56);
    const Rect sign = cut_top(rest, side, ui.px(16));
    fill(ui, {sign.center().x - side / 2, sign.y, side, side}, ui.theme().primary, ui.px(18));
    icon(ui, Icon::lock, sign.center(), ui.text_px(32), ui.theme().on_primary);
    sentence(ui, rest, page_title(page),
             {.font = Font::title, .align = Align::center, .wrap = true, .role = Role::heading});
    sentence(ui, rest, explanation(page),
             {.color = ui.theme().ink2, .align = Align::center, .wrap = true});
    const VaultWish wish = body(ui, rest, page);
    area.used(rest.y - top + ui.px(8));
    return wish;
}

} // namespace app
