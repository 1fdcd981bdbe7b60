// The part of the Shell that knows what is on the home screen.

#include "export/client_folder.hpp"
#include "model/text/file_words.hpp"
#include "render/summary_pictures.hpp"
#include "shell/shell.hpp"
#include "store/record/erase.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr double look_again_s = 4;
constexpr const char *no_pictures =
    "An export needs pictures of the body, and this program runs without graphics. Open the clinic "
    "on a computer with a screen.";

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
    OpenSession first{std::move(client),
                      {.start = input.wall, .minutes = what.minutes, .kind = kind, .room = {}},
                      what.practice,
                      new_id(input.wall)};
    first.appointment.setting = what.setting;
    if (what.client.empty())
        first.language = name_of(language_of(seal_->settings().language));
    const auto started = workspace_->start(first);
    tell(started);
    if (started)
        show(Screen::brief);
}

void Shell::look_at(const std::string &client_id) {
    const auto seen = workspace_->look_at(client_id);
    tell(seen);
    if (!seen)
        return;
    state_.client = client_id;
    state_.deleting_client = false;
    state_.exported_to.clear();
}

void Shell::export_all(const std::string &client_id, const FrameInput &input, Painter *painter) {
    if (painter == nullptr) {
        state_.problem = no_pictures;
        return;
    }
    const DrawSummary draw = [&](const Document &session,
                                 const Summary &page) -> engine::Result<std::vector<SummaryView>> {
        BodyModel &body =
            *resources_->body; // takes the shape of the open session in the next frame
        if (const auto shown = body.show(shown_figure(session)); !shown)
            return shown.error();
        return summary_views(*painter->body, body.places(), body.paint(), page);
    };
    const std::string time = engine::to_iso(input.wall);
    std::string name = file_words(workspace_->client().client.name) + " everything " +
                       time.substr(0, 10) + " " + time.substr(11, 8);
    std::ranges::replace(name, ':', '-');
    const auto written =
        export_client(workspace_->store(), client_id, resources_->words(Language::english), draw,
                      config_.summaries / name, input.wall);
    if (written)
        state_.exported_to = written->folder.string();
    else
        state_.problem = written.error().message;
}

void Shell::delete_for_good(const std::string &client_id, engine::Timestamp now) {
    const auto &sessions = workspace_->client().sessions;
    const std::string who = sessions.empty() ? std::string() : sessions.front().practice.therapist;
    workspace_->let_go(client_id);
    const auto erased = erase_client(workspace_->store(), client_id, who, now, {});
    if (!erased)
        state_.problem = erased.error().message;
    state_.client.clear();
    state_.deleting_client = false;
    on_shelf_.reset();
}

} // namespace app
