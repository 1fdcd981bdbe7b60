#include "screens/client_sheet.hpp"

#include "model/words.hpp"
#include "screens/home_parts.hpp"
#include "screens/sheet_parts.hpp"

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::string head_line(const ClientHistory &client) {
    const std::size_t count = client.sessions.size();
    std::string line = std::to_string(count) + (count == 1 ? " session" : " sessions");
    if (!client.client.born.empty())
        line += " \u00b7 born " + engine::long_date(client.client.born);
    if (client.client.example)
        line += " \u00b7 example, not a real person";
    return line;
}

void session_rows(ScreenContext &c, Rect &list) {
    for (const SessionRow &session : c.client.sessions) {
        const std::string day = engine::short_date(session.appointment.start);
        const std::string year = std::to_string(engine::calendar(session.appointment.start).year);
        const bool open = session.stage == Stage::before;
        if (list_row(c, list,
                     {session.id, day, plan_line(c.words, session), year, pill_of(session)}))
            c.out.act(OpenFromShelf{session.id, open ? Screen::brief : Screen::share});
    }
}

} // namespace

void client_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    const bool open = !c.state.client.empty() && c.state.client == c.client.client.id;
    const Sheet sheet(ui, "Client", open, sheet_rect(ui));
    if (!sheet.visible() || !open)
        return;
    Rect rest = sheet.content();
    if (sheet_head(c, rest, c.client.client.name))
        c.state.client.clear();
    const std::string name = "New session for " + first_name(c.client.client.name);
    if (sheet_foot(c, rest, name)) {
        open_new_session(c, c.client.client);
        c.state.client.clear();
    }
    ScrollArea area(ui, "client", rest);
    Rect list = area.content();
    const float top = list.y;
    const std::string line = head_line(c.client);
    cut_top(list, text(ui, list, line, {.color = ui.theme().ink2, .wrap = true}), ui.px(16));
    session_rows(c, list);
    area.used(list.y - top);
}

} // namespace app
