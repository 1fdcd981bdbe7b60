/// The parts of the home screen. For its sources and the client's sheet only.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

struct Pill {
    std::string_view words{}; ///< empty: none
    engine::ui::Icon icon = engine::ui::Icon::none;
    engine::ui::Tone tone = engine::ui::Tone::neutral;
};
Pill pill_of(const Phrases &words, const SessionRow &session);
/// "Regular, 60 min"
std::string plan_line(const Phrases &words, const SessionRow &session);

inline constexpr std::string_view widest_time = "00:00", widest_day = "00 May";

struct RowSpec {
    std::string_view id;
    std::string_view left;   ///< in large letters: when
    std::string_view widest; ///< what can stand there, so that rows line up
    std::string_view title, line;
    Pill pill{};
};
/// A row that leads somewhere, cut off the top of the list. True: was tapped.
bool list_row(ScreenContext &c, engine::Rect &list, const RowSpec &row);

/// Whom to ask again today, on day 3 after a session; nothing when there is nobody.
void calls_list(ScreenContext &c, engine::Rect &list);
/// What cannot be read, who comes next, and all of today.
void today_list(ScreenContext &c, engine::Rect &list);
/// The newest clients, or those that the search has found.
void clients_list(ScreenContext &c, engine::Rect &list);
/// Fields for the session of somebody new, or of a client whose sheet was open.
void new_session_sheet(ScreenContext &c);
/// Opens that sheet. `client` empty: for somebody new.
void open_new_session(ScreenContext &c, const ClientRef &client);

} // namespace app
