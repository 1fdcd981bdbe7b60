/// Everything that is kept of one client, as a folder that can be read without the program.
#pragma once

#include "base/draft.hpp"
#include "export/export.hpp"
#include "model/text/phrases.hpp"
#include "records/store.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

/// Pictures for the summary of a session.
using DrawSummary = std::function<engine::Result<std::vector<SummaryView>>(const Document &session,
                                                                           const Summary &page)>;

struct ClientFolder {
    std::filesystem::path folder;
    std::size_t sessions = 0;
};

/// In steps, so that one thread draws the pictures and another writes the files. Where the steps
/// end before publish() nothing is left. `atlas` and `words` live longer.
class ClientExport {
  public:
    ClientExport(std::string client_id, ClientCopies copies, const Atlas &atlas,
                 const Phrases &words, std::filesystem::path folder, engine::Timestamp at);
    ClientExport(const ClientExport &) = delete;
    ClientExport &operator=(const ClientExport &) = delete;

    // These write. An Error ends the export.
    engine::Result<engine::Done> begin();
    /// Writes next() with the pictures of its page.
    engine::Result<engine::Done> write(std::span<const SummaryView> views);
    /// Once nothing is next, and entry() is noted.
    engine::Result<ClientFolder> publish();

    /// The session that comes next; null: all are written.
    const SessionCopy *next() const;
    /// Of next(), which can be read.
    Summary page() const;
    /// For the list of what was done.
    AuditEntry entry() const;

  private:
    std::filesystem::path name_for(const SessionCopy &copy) const;
    engine::Result<engine::Done> write_readme() const;

    std::string client_id_;
    ClientCopies copies_;
    const Atlas *atlas_;
    const Phrases *words_;
    std::filesystem::path folder_;
    engine::Timestamp at_;
    std::optional<engine::Draft> draft_;
    std::size_t written_ = 0;
    std::vector<Document> past_; ///< what was written before, oldest first
    std::string list_;           ///< for the README
};

/// All steps at once, with a store that answers at once: README.txt, client.json, and for each
/// session a folder with session.json, its summary as a PDF page and as a picture. Nothing of other
/// clients. `folder` must be new or empty, and has all of it or nothing. Notes it in the audit log.
engine::Result<ClientFolder> export_client(Store &store, const std::string &client_id,
                                           const Phrases &words, const DrawSummary &draw,
                                           const std::filesystem::path &folder,
                                           engine::Timestamp at);

} // namespace app
