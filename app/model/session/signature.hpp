/// Who stands for a session, and what was added later. Plain values.
#pragma once

#include "model/session/mark.hpp"

namespace app {

/// Freezes a session. See signing.hpp for the hash.
struct Signature {
    engine::Timestamp at;
    std::string by;           ///< the therapist
    std::string licence;      ///< the licence line; may be empty
    std::string content_hash; ///< SHA-256, hex
    Unknown unknown;
    friend bool operator==(const Signature &, const Signature &) = default;
};

/// Words that came after the signature.
struct Amendment {
    std::string id; ///< UUIDv7
    engine::Timestamp at;
    std::string by, licence;
    std::string text;
    Unknown unknown;
    friend bool operator==(const Amendment &, const Amendment &) = default;
};

} // namespace app
