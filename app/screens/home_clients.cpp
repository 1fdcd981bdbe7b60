#include "model/words.hpp"
#include "screens/chrome.hpp"
#include "screens/home_parts.hpp"
#include "screens/sheet_parts.hpp"

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr std::size_t more_at_once = 60;

std::string count_of(std::size_t number, std::string_view one, std::string_view many) {
    return std::to_string(number) + " " + std::string(number == 1 ? one : many);
}

/// Of a day long ago.
std::string year_of(engine::Timestamp visit, engine::Timestamp now) {
    const int year = engine::calendar(visit).year;
    return year == engine::calendar(now).year ? std::string() : " \u00b7 " + std::to_string(year);
}

void no_clients(ScreenContext &c, Rect &list) {
    const bool searching = !c.state.client_filter.empty();
    cut_top(list, text(c.ui, list,
                       searching ? "Nobody with this name. Check how it is written, or clear the "
                                   "search to see everybody."
                                 : "Clients are listed here after their first session.",
                       {.color = c.ui.theme().ink2, .wrap = true}));
}

} // namespace

void clients_list(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const std::size_t all = c.shelf.clients.size() + c.shelf.more;
    panel_heading(c, list, c.state.client_filter.empty() ? "Clients" : "Found",
                  all == 0 ? "" : count_of(all, "client", "clients"));
    for (const ClientRow &row : c.shelf.clients) {
        const engine::Timestamp visit = row.last.appointment.start;
        const bool today =
            engine::to_iso(visit).substr(0, 10) == engine::to_iso(c.now).substr(0, 10);
        const std::string day = today ? "Today" : engine::short_date(visit);
        if (list_row(c, list,
                     {row.client.id, day, widest_day, row.client.name,
                      count_of(static_cast<std::size_t>(row.sessions), "session", "sessions") +
                          year_of(visit, c.now)}))
            c.out.act(LookAtClient{row.client.id});
    }
    if (c.shelf.clients.empty())
        no_clients(c, list);
    if (c.shelf.more > 0 &&
        button(ui, cut_top(list, ui.text_px(56), ui.px(12)), {.name = "Show more"}))
        c.state.clients_shown += more_at_once;
}

void open_new_session(ScreenContext &c, const ClientRef &client) {
    c.state.new_session_open = true;
    c.state.new_client = client.id;
    c.state.new_name = client.name;
    if (!c.shelf.clients.empty())
        c.state.new_practice = c.shelf.clients.front().last.practice;
    else if (!c.shelf.today.empty())
        c.state.new_practice = c.shelf.today.back().session.practice;
}

void new_session_sheet(ScreenContext &c) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, "New session", c.state.new_session_open, sheet_rect(ui));
    if (!sheet.visible() || !c.state.new_session_open)
        return;
    Rect rest = sheet.content();
    const std::string title = c.state.new_client.empty()
                                  ? "New session"
                                  : "New session for " + first_name(c.state.new_name);
    if (sheet_head(c, rest, title))
        c.state.new_session_open = false;
    const bool start = primary_at_foot(c, rest, "Start", !c.state.new_name.empty());
    ScrollArea area(ui, "fields", rest);
    Rect list = area.content();
    const float top = list.y;
    const auto label = [&](std::string_view words) {
        text(ui, cut_top(list, ui.line_height(Font::caption), ui.px(4)), words,
             {.font = Font::caption, .color = ui.theme().ink2});
    };
    const auto field = [&](std::string_view name, std::string_view hint, std::string &value) {
        label(name);
        text_field(ui, cut_top(list, ui.text_px(56), ui.px(20)),
                   {.name = name, .placeholder = hint, .max_bytes = 120}, value);
    };
    if (c.state.new_client.empty())
        field("Client's name", "First and last name", c.state.new_name);
    label("Booked time");
    if (const auto minutes = stepper(ui, cut_top(list, ui.text_px(60), ui.px(20)),
                                     {.name = "Booked time",
                                      .value = c.state.new_minutes,
                                      .low = 10,
                                      .high = 180,
                                      .step = 5,
                                      .unit = " min"}))
        c.state.new_minutes = *minutes;
    field("Clinic", "Name of the clinic", c.state.new_practice.clinic);
    field("Therapist", "Your name", c.state.new_practice.therapist);
    field("Licence", "Licence line, when there is one", c.state.new_practice.licence);
    area.used(list.y - top);
    if (start) {
        Practice practice = c.state.new_practice;
        practice.unknown.clear();
        c.out.act(NewSession{c.state.new_client, c.state.new_name, c.state.new_minutes,
                             std::move(practice)});
        c.state.new_session_open = false;
        c.state.new_name.clear();
    }
}

} // namespace app
