/// The file of a client: clients/<uuid>.json
/// (assets/schema/client-1.schema.json). Made from the sessions when it is missing.
#pragma once

#include "base/result.hpp"
#include "records/client.hpp"

#include <filesystem>

namespace app {

inline constexpr std::size_t max_client_bytes = std::size_t{1} << 20;

/// "clients/<uuid>.json"
std::filesystem::path name_of_client(std::string_view client_id);

std::string client_to_json(const Client &client);
/// The client, or what is wrong with the text and what to do. From a newer Palpate: an Error.
engine::Result<Client> client_from_json(std::string_view text);

/// The client after this session: `known` is what was there before, when there was something.
Client with_session(std::optional<Client> known, const Document &document);

} // namespace app
