#include "model/session/words.hpp"
#include "screens/frame/chip_rows.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"
#include "screens/frame/therapist_card.hpp"
#include "screens/frame/where_segments.hpp"
#include "screens/home/home_parts.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr std::size_t more_at_once = 60;

/// Of a day long ago.
std::string year_of(engine::Timestamp visit, engine::Timestamp now) {
    const int year = engine::calendar(visit).year;
    return year == engine::calendar(now).year ? std::string() : " \u00b7 " + std::to_string(year);
}

void no_clients(ScreenContext &c, Rect &list) {
    const bool searching = !c.state.client_filter.empty();
    cut_top(list, text(c.ui, list, c.words(searching ? "home.nobody_found" : "home.no_clients"),
                       {.color = c.ui.theme().ink2, .wrap = true}));
}

} // namespace

void clients_list(ScreenContext &c, Rect &list) {
    Ui &ui = c.ui;
    const std::size_t all = c.shelf.clients.size() + c.shelf.more;
    panel_heading(c, list, c.words(c.state.client_filter.empty() ? "home.clients" : "home.found"),
                  all == 0 ? "" : c.words.count("home.clients_count", static_cast<int>(all)));
    for (const ClientRow &row : c.shelf.clients) {
        const engine::Timestamp visit = row.last.appointment.start;
        const bool today =
            engine::to_iso(visit).substr(0, 10) == engine::to_iso(c.now).substr(0, 10);
        const std::string day =
            today ? std::string(c.words("home.today")) : engine::short_date(visit);
        if (list_row(c, list,
                     {row.client.id, day, widest_day, row.client.name,
                      c.words.count("home.sessions", static_cast<int>(row.sessions)) +
                          year_of(visit, c.now)}))
            c.out.act(LookAtClient{row.client.id});
    }
    if (c.shelf.clients.empty() && !c.reads_shelf)
        no_clients(c, list);
    if (c.shelf.more > 0 &&
        button(ui, cut_top(list, ui.text_px(56), ui.px(12)), {.name = c.words("home.show_more")}))
        c.state.clients_shown += more_at_once;
}

namespace {

/// That of the newest session, when it is still one of the clinic's; else the first.
const TherapistProfile *usual_therapist(const ClinicSettings &settings, const Practice &last) {
    const TherapistProfile *usual = nullptr;
    for (const TherapistProfile &profile : settings.therapists) {
        if (!profile.active || listed_name(profile).empty())
            continue;
        if (listed_name(profile) == last.therapist)
            return &profile;
        if (usual == nullptr)
            usual = &profile;
    }
    return usual;
}

void choose_therapist(ScreenContext &c, const TherapistProfile &profile) {
    c.state.new_therapist = profile.id;
    c.state.new_practice = practice_of(c.state.new_practice.clinic, profile);
}

} // namespace

void open_new_session(ScreenContext &c, const ClientRef &client) {
    UiState &state = c.state;
    const ClinicSettings &settings = c.seal.settings();
    state.new_session_open = true;
    state.new_client = client.id;
    state.new_name = client.name;
    state.new_minutes = settings.default_minutes;
    state.new_setting = settings.default_setting;
    state.new_therapist.clear();
    if (!c.shelf.clients.empty())
        state.new_practice = c.shelf.clients.front().last.practice;
    else if (!c.shelf.today.empty())
        state.new_practice = c.shelf.today.back().session.practice;
    if (!settings.clinic.empty())
        state.new_practice.clinic = settings.clinic;
    if (const auto *usual = usual_therapist(settings, state.new_practice))
        choose_therapist(c, *usual);
}

namespace {

void label(ScreenContext &c, Rect &list, std::string_view words) {
    text(c.ui, cut_top(list, c.ui.line_height(Font::caption), c.ui.px(4)), words,
         {.font = Font::caption, .color = c.ui.theme().ink2});
}

void field(ScreenContext &c, Rect &list, std::string_view name, std::string_view hint,
           std::string &value) {
    label(c, list, name);
    text_field(c.ui, cut_top(list, c.ui.text_px(56), c.ui.px(20)),
               {.name = name, .placeholder = hint, .max_bytes = 120}, value);
}

// The clinic's people as chips, and the card of the one who was chosen.
void therapist_chips(ScreenContext &c, Rect &list) {
    std::vector<const TherapistProfile *> profiles;
    std::vector<std::string> names;
    for (const TherapistProfile &profile : c.seal.settings().therapists)
        if (profile.active && !listed_name(profile).empty()) {
            profiles.push_back(&profile);
            names.push_back(listed_name(profile));
        }
    std::vector<RowChip> chips;
    for (std::size_t i = 0; i < profiles.size(); ++i)
        chips.push_back({names[i], profiles[i]->id == c.state.new_therapist});
    label(c, list, c.words("sign.therapist"));
    if (const auto tapped = chip_rows(c, list, chips))
        choose_therapist(c, *profiles[*tapped]);
    if (c.state.new_therapist.empty())
        return;
    const ButtonSpec card{
        .name = c.words("new.show_card"), .style = ButtonStyle::text, .icon = Icon::person};
    Rect row = cut_top(list, c.ui.text_px(56), c.ui.px(12));
    if (button(c.ui, cut_left(row, button_width(c.ui, card)), card))
        c.state.shown_therapist = c.state.new_therapist;
}

void typed_therapist(ScreenContext &c, Rect &list) {
    Practice &practice = c.state.new_practice;
    field(c, list, c.words("sign.therapist"), c.words("new.therapist_hint"), practice.therapist);
    field(c, list, c.words("new.licence"), c.words("new.licence_hint"), practice.licence);
    if (practice.licence.empty() && claims_licence(practice.therapist))
        cut_top(list, text(c.ui, list,
                           c.words("new.without_licence",
                                   {{"name", listed_name(practice.therapist, {})}}),
                           {.font = Font::caption, .color = c.ui.theme().ink2, .wrap = true}));
}

void start_session(ScreenContext &c) {
    UiState &state = c.state;
    Practice practice = state.new_practice;
    practice.unknown.clear();
    practice.therapist = listed_name(practice.therapist, practice.licence);
    c.out.act(NewSession{state.new_client, state.new_name, state.new_minutes, std::move(practice),
                         state.new_setting});
    state.new_session_open = false;
    state.new_name.clear();
}

void new_session_fields(ScreenContext &c, bool open) {
    Ui &ui = c.ui;
    const Sheet sheet(ui, c.words("home.new_session"), open, sheet_rect(ui));
    if (!sheet.visible() || !open)
        return;
    Rect rest = sheet.content();
    const std::string title =
        c.state.new_client.empty()
            ? std::string(c.words("home.new_session"))
            : c.words("home.new_session_for", {{"name", first_name(c.state.new_name)}});
    if (sheet_head(c, rest, title))
        c.state.new_session_open = false;
    const bool start = primary_at_foot(c, rest, c.words("new.start"), !c.state.new_name.empty());
    ScrollArea area(ui, "fields", rest);
    Rect list = area.content();
    const float top = list.y;
    if (c.state.new_client.empty())
        field(c, list, c.words("new.client"), c.words("new.client_hint"), c.state.new_name);
    label(c, list, c.words("new.booked"));
    if (const auto minutes = stepper(ui, cut_top(list, ui.text_px(60), ui.px(20)),
                                     {.name = c.words("new.booked"),
                                      .value = c.state.new_minutes,
                                      .low = 10,
                                      .high = 180,
                                      .step = 5,
                                      .unit = c.words("plan.min")}))
        c.state.new_minutes = *minutes;
    label(c, list, c.words("new.where"));
    if (const auto where = segmented_rows(c, list, c.words("new.where"), where_segments(c.words),
                                          static_cast<int>(c.state.new_setting)))
        c.state.new_setting = static_cast<Setting>(*where);
    cut_top(list, 0, ui.px(20));
    if (c.seal.settings().clinic.empty())
        field(c, list, c.words("new.clinic"), c.words("new.clinic_hint"),
              c.state.new_practice.clinic);
    if (usual_therapist(c.seal.settings(), {}) != nullptr)
        therapist_chips(c, list);
    else
        typed_therapist(c, list);
    area.used(list.y - top);
    if (start)
        start_session(c);
}

} // namespace

// The therapist's card takes the sheet's place while it is read.
void new_session_sheet(ScreenContext &c) {
    new_session_fields(c, c.state.new_session_open && c.state.shown_therapist.empty());
    therapist_card(c);
}

} // namespace app
