#include "screens/home/client_sheet.hpp"

#include "model/session/words.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/home/home_parts.hpp"

#include <string>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string head_line(const ScreenContext &c) {
    const ClientHistory &client = c.client;
    std::string line = c.words.count("home.sessions", static_cast<int>(client.sessions.size()));
    if (!client.client.born.empty())
        line +=
            " \u00b7 " + c.words("client.born", {{"day", engine::long_date(client.client.born)}});
    if (client.client.example)
        line += " \u00b7 " + std::string(c.words("client.example"));
    return line;
}

void session_rows(ScreenContext &c, Rect &list) {
    for (const SessionRow &session : c.client.sessions) {
        const std::string day = engine::short_date(session.appointment.start);
        const std::string year = std::to_string(engine::calendar(session.appointment.start).year);
        const bool open = session.stage == Stage::before;
        if (list_row(c, list,
                     {session.id, day, widest_day, plan_line(c.words, session), year,
                      pill_of(c.words, session)}))
            c.out.act(OpenFromShelf{session.id, open ? Screen::brief : Screen::share});
    }
}

bool has_large_words(const ScreenContext &c) {
    return c.ui.large_words();
}

// At the foot it is in sight wherever the list is scrolled to; large words leave no room there.
void exported_card(ScreenContext &c, Rect &rest, bool at_foot) {
    if (c.state.exported_to.empty() || at_foot == has_large_words(c))
        return;
    const std::string where =
        c.words("client.exported_to",
                {{"folder", std::filesystem::path(c.state.exported_to).filename().string()}});
    const Message done{.tone = Tone::good,
                       .icon = Icon::check,
                       .title = c.words("client.exported"),
                       .words = where};
    const float height = message_card(c.ui, rest, done, false);
    const float gap = c.ui.px(12);
    message_card(c.ui, at_foot ? cut_bottom(rest, height, gap) : cut_top(rest, height, gap), done);
}

void leaving_buttons(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    cut_top(list, 0, ui.px(12));
    exported_card(c, list, false);
    const bool free = c.state.exporting.empty();
    const bool writes = c.state.exporting == c.state.client;
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(12)),
               {.name = c.words(writes ? "client.exporting" : "client.export"), .enabled = free}))
        c.out.act(ExportClient{c.state.client});
    if (button(ui, cut_top(list, ui.text_px(56), ui.px(12)),
               {.name = c.words("client.delete"), .style = ButtonStyle::text, .enabled = free}))
        c.state.deleting_client = true;
}

// What goes and what stays, before anything happens.
void ask_once_more(ScreenContext &c, Rect rest) {
    Ui &ui = c.ui;
    const std::string name(first_name(c.client.client.name));
    if (button(ui, cut_bottom(rest, ui.text_px(64), ui.px(12)),
               {.name = c.words("client.delete_name", {{"name", name}}),
                .style = ButtonStyle::danger}))
        c.out.act(DeleteClient{c.state.client});
    if (button(ui, cut_bottom(rest, ui.text_px(64), ui.px(12)),
               {.name = c.words("client.keep", {{"name", name}})}))
        c.state.deleting_client = false;
    ScrollArea area(ui, "delete", rest);
    Rect list = area.content();
    const float top = list.y;
    const std::string goes =
        c.words.count("client.goes_what", static_cast<int>(c.client.sessions.size()));
    const Message gone{
        .tone = Tone::bad, .icon = Icon::warn, .title = c.words("client.goes"), .words = goes};
    message_card(ui, cut_top(list, message_card(ui, list, gone, false), ui.px(16)), gone);
    const Message kept{.tone = Tone::info,
                       .title = c.words("client.stays"),
                       .words = c.words("client.stays_what")};
    message_card(ui, cut_top(list, message_card(ui, list, kept, false), ui.px(16)), kept);
    area.used(list.y - top);
}

} // namespace

void client_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    const bool open = !c.state.client.empty() && c.state.client == c.client.client.id;
    const Sheet sheet(ui, c.words("client.title"), open, sheet_rect(ui));
    if (!sheet.visible() || !open)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest,
                   c.words(c.state.deleting_client ? "client.delete_it" : "client.title"))) {
        c.state.client.clear();
        c.state.deleting_client = false;
        return;
    }
    const std::string &name = c.client.client.name;
    if (c.state.deleting_client) {
        cut_top(rest, text(ui, rest, name, {.font = Font::title, .wrap = true}), ui.px(16));
        return ask_once_more(c, rest);
    }
    if (primary_at_foot(c, rest, c.words("home.new_session_for", {{"name", first_name(name)}}))) {
        open_new_session(c, c.client.client);
        c.state.client.clear();
    }
    exported_card(c, rest, true);
    ScrollArea area(ui, "client", rest);
    Rect list = area.content();
    const float top = list.y;
    cut_top(list, text(ui, list, name, {.font = Font::title, .wrap = true}), ui.px(4));
    const std::string line = head_line(c);
    cut_top(list, text(ui, list, line, {.color = ui.theme().ink2, .wrap = true}), ui.px(16));
    session_rows(c, list);
    leaving_buttons(c, list);
    area.used(list.y - top);
}

} // namespace app
