/// Everything that is kept of one client, as a folder that can be read without the program.
#pragma once

#include "export/export.hpp"
#include "model/text/phrases.hpp"
#include "store/record/store.hpp"

#include <filesystem>
#include <functional>

namespace app {

/// Pictures for the summary of a session.
using DrawSummary = std::function<engine::Result<std::vector<SummaryView>>(const Document &session,
                                                                           const Summary &page)>;

struct ClientFolder {
    std::filesystem::path folder;
    std::size_t sessions = 0;
};

/// README.txt, client.json, and for each session a folder with session.json, its summary as a PDF
/// page and as a picture. Nothing of other clients. `folder` must be new or empty, and has all of
/// it or nothing. Notes it in the audit log.
engine::Result<ClientFolder> export_client(FolderStore &store, const std::string &client_id,
                                           const Phrases &words, const DrawSummary &draw,
                                           const std::filesystem::path &folder,
                                           engine::Timestamp at);

} // namespace app
