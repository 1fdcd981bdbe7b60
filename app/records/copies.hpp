/// Everything that is kept of one client, as it lies: to hand it over.
#pragma once

#include "model/session/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// The document is missing where this version cannot read the session.
struct SessionCopy {
    std::string id, text;
    std::optional<Document> document;
};

struct ClientCopies {
    std::optional<std::string> client; ///< the text of what is known beyond the sessions
    std::vector<SessionCopy> sessions; ///< by their start; those that cannot be read are last
};

} // namespace app
