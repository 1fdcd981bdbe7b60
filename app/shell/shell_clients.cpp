// The part of the Shell that knows what is on the home screen.

#include "shell/shell.hpp"

#include <algorithm>

namespace app {

namespace {

constexpr double look_again_s = 4;

/// The moment does not matter, the day does.
engine::Timestamp day_of(engine::Timestamp now) {
    engine::Calendar day = engine::calendar(now);
    day.hour = day.minute = day.second = 0;
    return engine::timestamp(day, now.offset_minutes);
}

} // namespace

bool Shell::shows_shelf() const {
    return state_.screen == Screen::home && !seal_->sealed();
}

ShelfQuery Shell::shelf_query(engine::Timestamp now) const {
    return {day_of(now), state_.client_filter, state_.clients_shown};
}

bool Shell::look_at_shelf(double now_s, engine::Timestamp now) {
    on_shelf_ = shelf_query(now);
    shelf_due_s_ = now_s + look_again_s;
    const auto changed = workspace_->refresh(*on_shelf_);
    if (changed)
        return *changed;
    const bool told = state_.problem == changed.error().message;
    state_.problem = changed.error().message;
    return !told;
}

// A client who was here before keeps the name and day of birth of the client's file.
void Shell::new_session(const NewSession &what, const FrameInput &input) {
    ClientRef client{new_id(input.wall), what.name, {}, false, {}};
    if (!what.client.empty()) {
        if (workspace_->client().client.id != what.client)
            look_at(what.client);
        client = workspace_->client().client;
    }
    const SessionKind kind = what.client.empty() ? SessionKind::first : SessionKind::regular;
    const auto started = workspace_->start({std::move(client),
                                            {input.wall, what.minutes, kind, {}, {}},
                                            what.practice,
                                            new_id(input.wall)});
    tell(started);
    if (started)
        show(Screen::brief);
}

void Shell::look_at(const std::string &client_id) {
    const auto seen = workspace_->look_at(client_id);
    tell(seen);
    if (seen)
        state_.client = client_id;
}

} // namespace app
