#include "read_sessions.hpp"

#include "base/file.hpp"
#include "model/session/document_json.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace cli {

namespace fs = std::filesystem;
using engine::Error;
using engine::Result;

engine::Argument session_file(fs::path &file) {
    return {"FILE", "", "a session file", &file, "Name exactly one session file."};
}

engine::Argument history_option(fs::path &history) {
    return {"--history", "DIR",
            "folder with earlier sessions of the client (the one FILE lies in when left out)",
            &history};
}

fs::path history_or_beside(const fs::path &history, const fs::path &file) {
    return history.empty() ? fs::absolute(file).parent_path() : history;
}

Result<app::Document> read_session(const fs::path &file, const app::Atlas &atlas) {
    const auto text = engine::read_file(file, app::max_session_bytes);
    if (!text)
        return text.error();
    auto document = app::from_json(*text, atlas);
    if (!document)
        return Error{file.string() + ": " + document.error().message};
    return document;
}

Result<std::vector<app::Document>> earlier_sessions(const fs::path &folder,
                                                    const app::Document &today,
                                                    const app::Atlas &atlas,
                                                    std::vector<std::string> *unreadable) {
    std::error_code failure;
    std::vector<app::Document> past;
    fs::directory_iterator files(folder, failure);
    for (; !failure && files != fs::directory_iterator(); files.increment(failure)) {
        if (files->path().extension() != ".json")
            continue;
        auto document = read_session(files->path(), atlas);
        if (!document && unreadable != nullptr)
            unreadable->push_back(document.error().message);
        if (document && document->client.id == today.client.id && document->id != today.id &&
            document->appointment.start.unix_ms < today.appointment.start.unix_ms)
            past.push_back(std::move(*document));
    }
    if (failure)
        return Error{"The folder " + folder.string() + " cannot be read (" + failure.message() +
                     "). Name another one with --history."};
    std::sort(past.begin(), past.end(), [](const app::Document &a, const app::Document &b) {
        return a.appointment.start.unix_ms < b.appointment.start.unix_ms;
    });
    return past;
}

} // namespace cli
