#include "store/backup/verify_store.hpp"

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "store/backup/problem_list.hpp"
#include "store/files/session_name.hpp"
#include "store/files/settings_file.hpp"
#include "store/files/tablet_state.hpp"
#include "store/record/erase.hpp"
#include "store/record/folder_record.hpp"

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t max_tombstone_bytes = std::size_t{64} << 10U;

/// Goes through the folders one after the other.
class Inspection {
  public:
    Inspection(const ClinicFiles &files, const Atlas &atlas) : files_(&files), atlas_(&atlas) {}
    Checked run();

  private:
    /// Each file of the folder with that ending, by its id.
    void each(const char *folder, std::string_view ending,
              const std::function<Result<Done>(const fs::path &, const std::string &)> &inspect);
    Result<Done> client(const fs::path &name, const std::string &id) const;
    Result<Done> tombstone(const fs::path &name, const std::string &id) const;
    Result<Done> journal(const fs::path &name, const std::string &id) const;
    void complain(const std::string &name, const std::string &what);
    void audit();

    const ClinicFiles *files_;
    const Atlas *atlas_;
    Checked checked_;
};

Result<Done> done_or(const auto &result) {
    return result ? Result<Done>{Done{}} : Result<Done>{result.error()};
}

void Inspection::complain(const std::string &name, const std::string &what) {
    checked_.problems.push_back(name.empty() ? what : name + ": " + what);
}

void Inspection::each(
    const char *folder, std::string_view ending,
    const std::function<Result<Done>(const fs::path &, const std::string &)> &inspect) {
    std::error_code failed;
    std::vector<fs::path> names;
    if (!files_->has(folder))
        return;
    for (fs::directory_iterator at{files_->path(folder), failed}, end; !failed && at != end;
         at.increment(failed))
        names.push_back(folder / at->path().filename());
    if (failed)
        complain(folder, "the folder cannot be listed (" + failed.message() + ").");
    std::ranges::sort(names);
    for (const fs::path &name : names) {
        const std::string id = name.stem().string();
        if (is_passing(name))
            continue;
        ++checked_.files;
        if (name.extension() != ending || !engine::is_uuid(id)) {
            checked_.remarks.push_back(name.generic_string() +
                                       " is no file of this folder; Palpate does not read it.");
            continue;
        }
        if (const auto good = inspect(name, id); !good)
            complain(name.generic_string(), good.error().message);
    }
}

Result<Done> Inspection::client(const fs::path &name, const std::string &id) const {
    const auto text = files_->read(name, max_client_bytes);
    if (!text)
        return text.error();
    const auto client = client_from_json(*text);
    if (client && client->who.id != id)
        return Error{"it holds the client " + client->who.id + ", and must have that as its name."};
    if (client && is_erased(*files_, id))
        return Error{"this client was deleted. Open the clinic's folder with Palpate, which then "
                     "deletes what is left."};
    return done_or(client);
}

Result<Done> Inspection::tombstone(const fs::path &name, const std::string &id) const {
    const auto text = files_->read(name, max_tombstone_bytes);
    if (!text)
        return text.error();
    const auto tombstone = tombstone_from_json(*text);
    if (tombstone && tombstone->client != id)
        return Error{"it tells of another client than its name says."};
    return done_or(tombstone);
}

Result<Done> Inspection::journal(const fs::path &name, const std::string &id) const {
    std::error_code failed;
    if (!files_->has(session_name(id)) && fs::file_size(files_->path(name), failed) > 0)
        return Error{"the session that it belongs to is not there. Put it back from a backup."};
    return Done{};
}

void Inspection::audit() {
    const auto report = verify_audit(
        *files_, [this](const std::string &id) { return check_session(*files_, *atlas_, id); });
    if (!report) {
        complain("", report.error().message);
        return;
    }
    for (const std::string &problem : report->problems)
        complain("audit/log.jsonl", problem);
    checked_.remarks.insert(checked_.remarks.end(), report->remarks.begin(), report->remarks.end());
}

Checked Inspection::run() {
    checked_.encrypted = files_->is_encrypted();
    each("sessions", ".json", [this](const fs::path &, const std::string &id) {
        ++checked_.sessions;
        return done_or(check_session(*files_, *atlas_, id));
    });
    each("clients", ".json", [this](const fs::path &name, const std::string &id) {
        ++checked_.clients;
        return client(name, id);
    });
    each("journal", ".jsonl",
         [this](const fs::path &name, const std::string &id) { return journal(name, id); });
    each("tombstones", ".json",
         [this](const fs::path &name, const std::string &id) { return tombstone(name, id); });
    if (const auto settings = load_settings(*files_); !settings)
        complain("", settings.error().message);
    if (const auto tablet = load_tablet_state(*files_); !tablet)
        complain("", tablet.error().message);
    audit();
    bound(checked_.problems);
    return std::move(checked_);
}

} // namespace

Result<Document> check_session(const ClinicFiles &files, const Atlas &atlas,
                               const std::string &id) {
    const auto text = files.read(session_name(id), max_session_bytes);
    if (!text)
        return text.error();
    auto session = session_from_json(*text, atlas);
    if (!session)
        return session.error();
    if (session->document.id != id)
        return Error{"it holds the session " + session->document.id +
                     ", and must have that as its name."};
    if (!files.has(journal_name(id)))
        return std::move(session->document);
    const auto bytes = engine::read_file(files.path(journal_name(id)), max_journal_bytes);
    if (!bytes)
        return bytes.error();
    const JournalContent content = read_journal(files, id, *bytes);
    if (content.damaged)
        return Error{"its journal has a line that cannot be read. When the session is opened, what "
                     "can be read is kept, and the rest is put into a file beside it."};
    auto whole = replayed(std::move(*session), content.entries, atlas);
    if (!whole)
        return whole.error();
    return std::move(whole->document);
}

Checked verify_store(const ClinicFiles &files, const Atlas &atlas) {
    return Inspection(files, atlas).run();
}

} // namespace app
