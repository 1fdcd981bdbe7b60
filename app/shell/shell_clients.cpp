// The part of the Shell that knows what is on the home screen.

#include "export/client_folder.hpp"
#include "model/text/file_words.hpp"
#include "records/lane.hpp"
#include "render/summary_pictures.hpp"
#include "shell/shell.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

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
    workspace_->refresh(*on_shelf_).then([this](const engine::Result<bool> &changed) {
        if (changed)
            shelf_news_ = shelf_news_ || *changed;
        else if (std::exchange(state_.problem, changed.error().message) != state_.problem)
            shelf_news_ = true;
    });
    return std::exchange(shelf_news_, false);
}

// A client who was here before keeps the name and day of birth of the client's file.
void Shell::new_session(const NewSession &what, engine::Timestamp now) {
    if (what.client.empty())
        return begin_session(what, {new_id(now), what.name, {}, false, {}}, now);
    if (workspace_->client().client.id == what.client)
        return begin_session(what, workspace_->client().client, now);
    await(workspace_->look_at(what.client),
          [this, what, now] { begin_session(what, workspace_->client().client, now); });
}

void Shell::begin_session(const NewSession &what, ClientRef client, engine::Timestamp now) {
    const SessionKind kind = what.client.empty() ? SessionKind::first : SessionKind::regular;
    OpenSession first{std::move(client),
                      {.start = now, .minutes = what.minutes, .kind = kind, .room = {}},
                      what.practice,
                      new_id(now)};
    first.appointment.setting = what.setting;
    if (what.client.empty())
        first.language = name_of(language_of(seal_->settings().language));
    await(workspace_->start(first), [this] { show(Screen::brief); });
}

void Shell::export_all(const std::string &client_id, engine::Timestamp now,
                       const Painter *painter) {
    if (painter == nullptr) {
        state_.problem = no_pictures;
        return;
    }
    const std::string time = engine::to_iso(now);
    std::string name = file_words(workspace_->client().client.name) + " everything " +
                       time.substr(0, 10) + " " + time.substr(11, 8);
    std::ranges::replace(name, ':', '-');
    state_.exporting = client_id;
    workspace_->store().copies_of(client_id).then(
        [this, client_id, now, folder = config_.summaries / name](Result<ClientCopies> copies) {
            if (!copies)
                return export_step(copies.error(), {});
            const auto files =
                std::make_shared<ClientExport>(client_id, std::move(*copies), resources_->atlas,
                                               resources_->words(Language::english), folder, now);
            export_step(
                beside<Done>(workspace_->store().lane(), [files] { return files->begin(); }),
                [this, files] { write_next(files); });
        });
}

// Pictures are drawn here, those of one session after each frame; files are written beside.
void Shell::write_next(const std::shared_ptr<ClientExport> &files) {
    const SessionCopy *session = files->next();
    if (session == nullptr)
        return publish(files);
    draw_next_ = [this, files, session](Painter &painter) {
        std::vector<SummaryView> views;
        if (session->document) {
            BodyModel &body = *resources_->body; // it is the open session's again in the next frame
            if (const auto shown = body.show(shown_figure(*session->document)); !shown)
                return export_step(shown, {});
            views = summary_views(*painter.body, body.places(), body.paint(), files->page());
        }
        export_step(beside<Done>(workspace_->store().lane(),
                                 [files, views = std::move(views)] { return files->write(views); }),
                    [this, files] { write_next(files); });
    };
}

void Shell::publish(const std::shared_ptr<ClientExport> &files) {
    // The audit log first: nothing leaves the clinic without a line there.
    export_step(workspace_->store().note(files->entry()), [this, files] {
        beside<ClientFolder>(workspace_->store().lane(), [files] {
            return files->publish();
        }).then([this](const Result<ClientFolder> &written) {
            changed_ = true;
            if (!written)
                return export_step(written.error(), {});
            if (state_.client == state_.exporting) // who asked still looks at it
                state_.exported_to = written->folder.string();
            state_.exporting.clear();
        });
    });
}

void Shell::export_step(Request<Done> step, std::function<void()> then) {
    std::move(step).then([this, then = std::move(then)](const Result<Done> &done) {
        changed_ = true;
        if (done)
            return then();
        state_.exporting.clear();
        if (!seal_->sealed()) // it may name somebody else than the client who has the tablet now
            tell(done);
    });
}

void Shell::delete_for_good(const std::string &client_id, engine::Timestamp now) {
    const auto &sessions = workspace_->client().sessions;
    const std::string who = sessions.empty() ? std::string() : sessions.front().practice.therapist;
    workspace_->let_go(client_id);
    workspace_->store()
        .erase({.client = client_id, .who = who, .at = now})
        .then([this](const engine::Result<std::size_t> &erased) {
            if (!erased)
                state_.problem = erased.error().message;
            on_shelf_.reset();
            changed_ = true;
        });
    state_.client.clear();
    state_.deleting_client = false;
}

} // namespace app
