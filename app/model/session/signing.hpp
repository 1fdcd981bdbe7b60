/// What a signature stands for: the content of a session, as a hash that any program can work out.
#pragma once

#include "model/session/document.hpp"

namespace app {

/// SHA-256 (FIPS 180-4) in hex of the session as JSON without "format", "version", "revision",
/// "signature", "amendments", "conflicts" and "follow_up", without fields that are null, "", false,
/// 0, [] or {}, with sorted keys and no white space, in UTF-8. Empty fields are left out so that a
/// later version may add some without breaking old signatures.
std::string content_hash(const Document &document);

/// Whether the content is what was signed; true for a session that nobody has signed.
bool signature_holds(const Document &document);

} // namespace app
