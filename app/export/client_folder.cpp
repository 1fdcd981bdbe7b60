#include "export/client_folder.hpp"

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "export/write_files.hpp"
#include "store/backup/copy_file.hpp"
#include "store/files/client_file.hpp"
#include "store/record/erase.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
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

/// A session as it is kept: the document is missing where this version cannot read it.
struct Kept {
    std::string id, text;
    std::optional<Document> document;
};

Result<std::vector<Kept>> read_all(const FolderStore &store, const std::string &client_id) {
    const auto ids = all_sessions_of(store, client_id);
    if (!ids)
        return ids.error();
    std::vector<Kept> all;
    for (const std::string &id : *ids) {
        if (auto document = store.load(id)) {
            std::string text = to_json(*document);
            all.push_back({id, std::move(text), std::move(*document)});
            continue;
        }
        auto text = store.files().read(session_name(id), max_session_bytes);
        if (!text)
            return text.error();
        all.push_back({id, std::move(*text), std::nullopt});
    }
    std::ranges::stable_sort(all, {}, [](const Kept &kept) {
        return kept.document ? kept.document->appointment.start.unix_ms
                             : std::numeric_limits<std::int64_t>::max();
    });
    return all;
}

/// Fills the folder of one client.
class Writer {
  public:
    Writer(const Atlas &atlas, const Phrases &words, const DrawSummary &draw, fs::path folder)
        : atlas_(&atlas), words_(&words), draw_(&draw), folder_(std::move(folder)) {}

    Result<Done> session(const Kept &kept);
    Result<Done> readme(const std::string &client_id, engine::Timestamp at, bool with_client);

  private:
    fs::path name_for(const Kept &kept) const;

    const Atlas *atlas_;
    const Phrases *words_;
    const DrawSummary *draw_;
    fs::path folder_;
    std::vector<Document> past_; ///< what was written before, oldest first
    std::string list_;           ///< for the README
};

/// "2026-11-20", "2026-11-20-2"
fs::path Writer::name_for(const Kept &kept) const {
    if (!kept.document)
        return kept.id;
    const std::string day = engine::to_iso(kept.document->appointment.start).substr(0, 10);
    fs::path name = day;
    for (int number = 2; fs::exists(folder_ / name); ++number)
        name = day + "-" + std::to_string(number);
    return name;
}

Result<Done> Writer::session(const Kept &kept) {
    const fs::path name = name_for(kept);
    const fs::path folder = folder_ / name;
    if (const auto made = make_new_folder(folder); !made)
        return made;
    if (const auto written = engine::write_file_durably(folder / "session.json", kept.text);
        !written)
        return written;
    list_ += "  " + name.string() + "/\n";
    if (!kept.document) {
        list_ += "      (this version of the program cannot read it; it is given as it lies)\n";
        return Done{};
    }
    const Document &document = *kept.document;
    const Summary page = summary(document, past_, *atlas_, *words_);
    const auto views = (*draw_)(document, page);
    if (!views)
        return views.error();
    const auto files = write_summary_files(page, *views, folder, formats,
                                           engine::to_iso(document.appointment.start));
    if (!files)
        return files.error();
    past_.push_back(document);
    return Done{};
}

Result<Done> Writer::readme(const std::string &client_id, engine::Timestamp at, bool with_client) {
    std::string text = "Everything that is kept of one client\n"
                       "=====================================\n\n"
                       "Made by Palpate on " +
                       engine::long_date(at) + ", " + engine::clock_time(at) + ".\n" +
                       "The client's id is " + client_id + ".\n\n" +
                       "There is one folder for each session, named after its day. In it are\n\n"
                       "  ...-summary.pdf   the summary of the session, one page to read or print\n"
                       "  ...-summary.png   the body with the marks, as a picture\n"
                       "  session.json      all that was written down: marks, answers, notes and\n"
                       "                    homework. Any text editor shows it.\n\n";
    if (with_client)
        text +=
            "client.json holds the name, the day of birth and what is set for the next time.\n\n";
    text += "Sessions, oldest first:\n" + list_ +
            "\nThese are health notes: keep them where only you can read them. They are what the\n"
            "client and the therapist noted, not a diagnosis.\n";
    return engine::write_file_durably(folder_ / "README.txt", text);
}

Result<Done> check_is_free(const fs::path &folder) {
    std::error_code failed;
    if (!fs::exists(fs::symlink_status(folder, failed)) ||
        (fs::is_directory(folder, failed) && fs::is_empty(folder, failed)))
        return Done{};
    return Error{folder.string() + " is not empty. Choose a new folder, so that nothing of others "
                                   "lies beside what is exported."};
}

} // namespace

Result<ClientFolder> export_client(FolderStore &store, const std::string &client_id,
                                   const Phrases &words, const DrawSummary &draw,
                                   const fs::path &folder, engine::Timestamp at) {
    if (const auto is_free = check_is_free(folder); !is_free)
        return is_free.error();
    if (!engine::is_uuid(client_id))
        return Error{"There is no client with the id " + client_id + ". Check the id."};
    const auto sessions = read_all(store, client_id);
    if (!sessions)
        return sessions.error();
    const bool with_client = store.files().has(name_of_client(client_id));
    if (sessions->empty() && !with_client)
        return Error{"There is no client with the id " + client_id + ". Check the id."};

    const fs::path name = fs::absolute(folder / "").parent_path();
    fs::path beside = name;
    beside += ".unfinished-" + std::to_string(::getpid());
    Draft draft(beside);
    if (const auto made = make_new_folder(draft.folder()); !made)
        return made.error();
    if (with_client) {
        const auto client = store.files().read(name_of_client(client_id), max_client_bytes);
        if (!client)
            return client.error();
        const auto written = engine::write_file_durably(draft.folder() / "client.json", *client);
        if (!written)
            return written.error();
    }
    Writer writer(store.atlas(), words, draw, draft.folder());
    for (const Kept &kept : *sessions)
        if (const auto written = writer.session(kept); !written)
            return written.error();
    if (const auto written = writer.readme(client_id, at, with_client); !written)
        return written.error();
    // The audit log first: nothing leaves the clinic without a line there.
    const auto noted =
        store.audit().note({.what = Deed::exported,
                            .client = client_id,
                            .detail = std::to_string(sessions->size()) + " sessions, everything"});
    if (!noted)
        return noted.error();
    if (const auto published = draft.publish(name); !published)
        return published.error();
    return ClientFolder{name, sessions->size()};
}

} // namespace app
