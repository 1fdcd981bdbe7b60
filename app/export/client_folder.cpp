#include "export/client_folder.hpp"

#include "base/draft.hpp"
#include "base/file.hpp"
#include "export/write_files.hpp"

#include <array>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <unistd.h>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::array formats{Format::pdf, Format::png};

Result<Done> check_is_free(const fs::path &folder) {
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder, failed)) ||
        (fs::is_directory(folder, failed) && fs::is_empty(folder, failed)))
        return Done{};
    return Error{folder.string() + " is not empty. Choose a new folder, so that nothing of others "
                                   "lies beside what is exported."};
}

} // namespace

ClientExport::ClientExport(std::string client_id, ClientCopies copies, const Atlas &atlas,
                           const Phrases &words, fs::path folder, engine::Timestamp at)
    : client_id_(std::move(client_id)),
      copies_(std::move(copies)),
      atlas_(&atlas),
      words_(&words),
      folder_(fs::absolute(folder / "").parent_path()),
      at_(at) {}

Result<Done> ClientExport::begin() {
    if (const auto is_free = check_is_free(folder_); !is_free)
        return is_free;
    fs::path beside = folder_;
    beside += ".unfinished-" + std::to_string(::getpid());
    draft_.emplace(beside);
    if (const auto made = engine::make_new_folder(draft_->folder()); !made)
        return made;
    if (!copies_.client)
        return Done{};
    return engine::write_file_durably(draft_->folder() / "client.json", *copies_.client);
}

const SessionCopy *ClientExport::next() const {
    return written_ < copies_.sessions.size() ? &copies_.sessions[written_] : nullptr;
}

Summary ClientExport::page() const {
    return summary(*next()->document, past_, *atlas_, *words_);
}

/// "2026-11-20", "2026-11-20-2"
fs::path ClientExport::name_for(const SessionCopy &copy) const {
    if (!copy.document)
        return copy.id;
    const std::string day = engine::to_iso(copy.document->appointment.start).substr(0, 10);
    fs::path name = day;
    for (int number = 2; fs::exists(draft_->folder() / name); ++number)
        name = day + "-" + std::to_string(number);
    return name;
}

Result<Done> ClientExport::write(std::span<const SummaryView> views) {
    const SessionCopy &copy = *next();
    const fs::path name = name_for(copy);
    const fs::path folder = draft_->folder() / name;
    if (const auto made = engine::make_new_folder(folder); !made)
        return made;
    if (const auto done = engine::write_file_durably(folder / "session.json", copy.text); !done)
        return done;
    list_ += "  " + name.string() + "/\n";
    if (copy.document) {
        const auto files = write_summary_files(page(), views, folder, formats,
                                               engine::to_iso(copy.document->appointment.start));
        if (!files)
            return files.error();
        past_.push_back(*copy.document);
    } else {
        list_ += "      (this version of the program cannot read it; it is given as it lies)\n";
    }
    ++written_;
    return Done{};
}

Result<Done> ClientExport::write_readme() const {
    std::string text = "Everything that is kept of one client\n"
                       "=====================================\n\n"
                       "Made by Palpate on " +
                       engine::long_date(at_) + ", " + engine::clock_time(at_) + ".\n" +
                       "The client's id is " + client_id_ + ".\n\n" +
                       "There is one folder for each session, named after its day. In it are\n\n"
                       "  ...-summary.pdf   the summary of the session, one page to read or print\n"
                       "  ...-summary.png   the body with the marks, as a picture\n"
                       "  session.json      all that was written down: marks, answers, notes and\n"
                       "                    homework. Any text editor shows it.\n\n";
    if (copies_.client)
        text +=
            "client.json holds the name, the day of birth and what is set for the next time.\n\n";
    text += "Sessions, oldest first:\n" + list_ +
            "\nThese are health notes: keep them where only you can read them. They are what the\n"
            "client and the therapist noted, not a diagnosis.\n";
    return engine::write_file_durably(draft_->folder() / "README.txt", text);
}

AuditEntry ClientExport::entry() const {
    return {.what = Deed::exported,
            .client = client_id_,
            .detail = std::to_string(copies_.sessions.size()) + " sessions, everything"};
}

Result<ClientFolder> ClientExport::publish() {
    if (const auto done = write_readme(); !done)
        return done.error();
    if (const auto published = draft_->publish(folder_); !published)
        return published.error();
    return ClientFolder{folder_, copies_.sessions.size()};
}

Result<ClientFolder> export_client(Store &store, const std::string &client_id, const Phrases &words,
                                   const DrawSummary &draw, const fs::path &folder,
                                   engine::Timestamp at) {
    auto copies = store.copies_of(client_id);
    if (!copies)
        return copies.error();
    ClientExport files(client_id, std::move(*copies), store.atlas(), words, folder, at);
    if (const auto begun = files.begin(); !begun)
        return begun.error();
    while (const SessionCopy *session = files.next()) {
        std::vector<SummaryView> views;
        if (session->document) {
            auto drawn = draw(*session->document, files.page());
            if (!drawn)
                return drawn.error();
            views = std::move(*drawn);
        }
        if (const auto written = files.write(views); !written)
            return written.error();
    }
    // The audit log first: nothing leaves the clinic without a line there.
    if (const auto noted = store.note(files.entry()); !noted)
        return noted.error();
    return files.publish();
}

} // namespace app
