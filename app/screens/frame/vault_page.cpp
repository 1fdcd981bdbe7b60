#include "screens/frame/vault_page.hpp"

#include "records/passphrase.hpp"
#include "records/secret.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float page_width = 560, inset = 32;

/// Key in Phrases.
std::string_view page_title(const VaultPage &page) {
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return "vault.locked";
    case VaultPage::Kind::choose:
        return "vault.choose";
    case VaultPage::Kind::recovery:
        return "vault.recovery";
    }
    return {};
}

/// Key in Phrases.
std::string_view explanation(const VaultPage &page) {
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return page.by_recovery_key ? "vault.type_recovery_key" : "vault.type_passphrase";
    case VaultPage::Kind::choose:
        return "vault.choose_what";
    case VaultPage::Kind::recovery:
        return "vault.recovery_what";
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

void show_toggle(Ui &ui, const Phrases &words, Rect &rest, VaultPage &page) {
    const std::string_view name = words("vault.show");
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

VaultWish unlock(Ui &ui, const Phrases &words, Rect &rest, VaultPage &page) {
    const bool entered = secret_field(
        ui, rest, page, words(page.by_recovery_key ? "vault.recovery_key" : "vault.passphrase"),
        page.secret, true);
    if (!page.by_recovery_key)
        show_toggle(ui, words, rest, page);
    problem_line(ui, rest, page);
    const bool can = !page.secret.empty();
    const bool pressed = wide_button(
        ui, rest, {.name = words("vault.unlock"), .style = ButtonStyle::primary, .enabled = can});
    if (wide_button(ui, rest,
                    {.name = words(page.by_recovery_key ? "vault.use_passphrase"
                                                        : "vault.use_recovery_key"),
                     .style = ButtonStyle::text})) {
        page.by_recovery_key = !page.by_recovery_key;
        wipe(page.secret);
        page.problem.clear();
    }
    return can && (pressed || entered) ? VaultWish::go_on : VaultWish::none;
}

VaultWish choose(Ui &ui, const Phrases &words, Rect &rest, VaultPage &page) {
    secret_field(ui, rest, page, words("vault.passphrase"), page.secret, true);
    const bool entered = secret_field(ui, rest, page, words("vault.again"), page.again, false);
    show_toggle(ui, words, rest, page);
    if (page.problem.empty() && !page.secret.empty() && is_weak_passphrase(page.secret))
        sentence(ui, rest, words("vault.short"),
                 {.color = ui.theme().ink2, .wrap = true, .role = Role::status});
    problem_line(ui, rest, page);
    const bool can = !page.secret.empty() && !page.again.empty();
    const bool pressed = wide_button(
        ui, rest, {.name = words("vault.protect"), .style = ButtonStyle::primary, .enabled = can});
    if (wide_button(ui, rest, {.name = words("protect.not_now"), .style = ButtonStyle::text}))
        return VaultWish::back;
    return can && (pressed || entered) ? VaultWish::go_on : VaultWish::none;
}

VaultWish recovery(Ui &ui, const Phrases &words, Rect &rest, VaultPage &page) {
    constexpr std::size_t per_row = 12; // two groups of five and the hyphens behind them
    std::string_view rows = page.recovery_key;
    while (!rows.empty()) {
        const std::string_view row = rows.substr(0, per_row);
        rows.remove_prefix(row.size());
        cut_top(rest,
                text(ui, rest, row, {.font = Font::heading, .align = Align::center, .wrap = true}),
                ui.px(8));
    }
    cut_top(rest, 0, ui.px(12));
    problem_line(ui, rest, page);
    const bool pressed =
        wide_button(ui, rest, {.name = words("vault.written"), .style = ButtonStyle::primary});
    return pressed ? VaultWish::go_on : VaultWish::none;
}

VaultWish body(Ui &ui, const Phrases &words, Rect &rest, VaultPage &page) {
    if (!page.working.empty()) {
        sentence(
            ui, rest, page.working,
            {.font = Font::heading, .align = Align::center, .wrap = true, .role = Role::status});
        return VaultWish::none;
    }
    switch (page.kind) {
    case VaultPage::Kind::unlock:
        return unlock(ui, words, rest, page);
    case VaultPage::Kind::choose:
        return choose(ui, words, rest, page);
    case VaultPage::Kind::recovery:
        return recovery(ui, words, rest, page);
    }
    return VaultWish::none;
}

} // namespace

VaultWish vault_page(Ui &ui, const Phrases &words, VaultPage &page) {
    fill(ui, {0, 0, ui.size().x, ui.size().y}, ui.theme().bg);
    const bool large_text = ui.large_words();
    const float width =
        std::min(ui.px(large_text ? 1.5F * page_width : page_width), ui.size().x - ui.px(32));
    const Rect place{(ui.size().x - width) / 2, ui.px(16), width, ui.size().y - ui.px(32)};
    shadow(ui, place, ui.px(size::radius_sheet), ui.px(8), ui.px(40), 0.1F);
    card(ui, place, {.name = words(page_title(page))});
    ScrollArea area(ui, "protect", place.inset(ui.px(inset - 4), ui.px(20)));
    Rect rest = area.content().inset(ui.px(4), 0);
    const float top = rest.y;
    cut_top(rest, 0, ui.px(12));
    const float side = ui.text_px(56);
    const Rect sign = cut_top(rest, side, ui.px(16));
    fill(ui, {sign.center().x - side / 2, sign.y, side, side}, ui.theme().primary, ui.px(18));
    icon(ui, Icon::lock, sign.center(), ui.text_px(32), ui.theme().on_primary);
    sentence(ui, rest, words(page_title(page)),
             {.font = Font::title, .align = Align::center, .wrap = true, .role = Role::heading});
    sentence(ui, rest, words(explanation(page)),
             {.color = ui.theme().ink2, .align = Align::center, .wrap = true});
    const VaultWish wish = body(ui, words, rest, page);
    area.used(rest.y - top + ui.px(8));
    return wish;
}

} // namespace app
