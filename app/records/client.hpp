/// What is known of a client beyond one session.
#pragma once

#include "model/session/document.hpp"

#include <optional>
#include <string>

namespace app {

struct Client {
    ClientRef who; ///< the name that later sessions take; each session keeps its own copy
    std::optional<engine::Timestamp> created_at; ///< when the first session began
    std::string last_session;                    ///< id; language and figure are those of it ...
    std::string language;                        ///< ... as in Document
    std::optional<ClientFigure> figure;
    Unknown unknown; ///< fields of `who` that are not known are here
    friend bool operator==(const Client &, const Client &) = default;
};

} // namespace app
