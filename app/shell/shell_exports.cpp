// What leaves the clinic as files. Each is noted in the audit log before it is written.

#include "export/calendar.hpp"
#include "export/write_files.hpp"
#include "model/plan/homework_advice.hpp"
#include "records/lane.hpp"
#include "render/summary_pictures.hpp"
#include "shell/shell.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

void Shell::write_noted(std::string_view what, std::function<Result<Done>()> write) {
    // The audit log first: nothing leaves the clinic without a line there.
    Store &store = workspace_->store();
    await(store.note({.what = Deed::exported,
                      .session = document().id,
                      .client = document().client.id,
                      .detail = std::string(what),
                      .therapist = document().practice.therapist}),
          [this, lane = store.lane(), write = std::move(write)] {
              await(beside(lane, write),
                    [this] { state_.exported_to = config_.summaries.string(); });
          });
}

void Shell::write_summary(const WriteSummary &what, const FrameInput &input, Painter *painter) {
    if (painter == nullptr) {
        state_.problem = "The summary needs a picture of the body, and this program runs without "
                         "graphics. Open the session on a computer with a screen.";
        return;
    }
    Summary page = summary(document(), workspace_->past(), resources_->atlas,
                           resources_->words(Language::english));
    auto views =
        summary_views(*painter->body, resources_->body->places(), resources_->body->paint(), page);
    std::vector<Format> formats;
    if (what.pdf)
        formats.push_back(Format::pdf);
    if (what.html)
        formats.push_back(Format::html);
    if (what.png)
        formats.push_back(Format::png);
    write_noted("summary",
                [page = std::move(page), views = std::move(views), folder = config_.summaries,
                 formats = std::move(formats),
                 created = engine::to_iso(input.wall)]() -> Result<Done> {
                    const auto files = write_summary_files(page, views, folder, formats, created);
                    return files ? Result<Done>(Done{}) : files.error();
                });
}

void Shell::write_handout(const FrameInput &input, Painter *painter) {
    const ClinicSettings &clinic = seal_->settings();
    Handout page = handout(document(), clinic.aftercare,
                           new_exercises_begin(document(), workspace_->past(), clinic.guidance),
                           resources_->atlas, resources_->words(Language::english));
    std::vector<SummaryView> views; // without graphics the words go alone
    if (painter != nullptr)
        views = summary_views(*painter->body, resources_->body->places(), resources_->body->paint(),
                              picture_rows(page));
    write_noted("homework",
                [page = std::move(page), views = std::move(views), folder = config_.summaries,
                 created = engine::to_iso(input.wall)]() -> Result<Done> {
                    const auto bytes = export_handout(page, views, created);
                    if (!bytes)
                        return bytes.error();
                    const auto file =
                        write_client_file(folder, page.client, "homework.pdf", *bytes, created);
                    return file ? Result<Done>(Done{}) : file.error();
                });
}

void Shell::write_calendar(const FrameInput &input) {
    if (!document().next_session)
        return;
    const CalendarEntry entry{.title = calendar_title(document().practice),
                              .start = *document().next_session,
                              .minutes = document().appointment.minutes,
                              .uid = document().id,
                              .now = input.wall};
    write_noted(
        "next session",
        [entry, client = document().client.name, folder = config_.summaries]() -> Result<Done> {
            const auto file = write_client_file(folder, client, "next-session.ics",
                                                calendar_file(entry), engine::to_iso(entry.now));
            return file ? Result<Done>(Done{}) : file.error();
        });
}

} // namespace app
