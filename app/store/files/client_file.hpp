/// What is known of a client beyond one session: clients/<uuid>.json
/// (assets/schema/client-1.schema.json). Made from the sessions when it is missing.
#pragma once

#include "base/result.hpp"
#include "model/session/document.hpp"

#include <filesystem>

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

inline constexpr std::size_t max_client_bytes = std::size_t{1} << 20;

/// "clients/<uuid>.json"
std::filesystem::path name_of_client(std::string_view client_id);

std::string client_to_json(const Client &client);
/// The client, or what is wrong with the text and what to do. From a newer Palpate: an Error.
engine::Result<Client> client_from_json(std::string_view text);

/// The client after this session: `known` is what was there before, when there was something.
Client with_session(std::optional<Client> known, const Document &document);

} // namespace app
