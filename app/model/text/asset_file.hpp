/// JSON files that Palpate ships: read whole, of one format, with errors that name the file. For
/// sources only, as json_object.hpp.
#pragma once

#include "model/text/json_object.hpp"

namespace app {

/// "The file ... is damaged: `what` Install Palpate again."
engine::Error damaged_asset(const std::string &file, const std::string &what);

/// The whole file of at most `max_bytes`, whose field "format" is `format`.
engine::Result<Json> read_asset(const std::string &file, std::size_t max_bytes,
                                std::string_view format);

} // namespace app
