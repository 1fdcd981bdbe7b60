/// What is noted of the work with a clinic's records, and who did it.
#pragma once

#include "base/time.hpp"
#include "model/text/names.hpp"

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace app {

enum class Deed : std::uint8_t {
    began, ///< the list itself; detail: how many sessions were there
    created,
    opened,
    changed, ///< once for each time that the session's file is written
    exported,
    signed_,
    amended,
    deleted, ///< a client with all sessions
    backed_up,
    restored,
    encrypted,
    decrypted,
    rekeyed,
    lost, ///< the head, or lines after it, were not there when the next line was written
};

template <>
struct Names<Deed> {
    static constexpr std::array<std::string_view, 14> all{
        "began",   "created",   "opened",   "changed",   "exported",  "signed",  "amended",
        "deleted", "backed_up", "restored", "encrypted", "decrypted", "rekeyed", "lost"};
};

/// What somebody did. All but `what` may be empty.
struct AuditEntry {
    Deed what = Deed::opened;
    std::string session = {}, client = {}; ///< ids
    std::string content = {};              ///< content_hash() of the session afterwards
    std::string detail = {};               ///< for people: "revision 12", "pdf, html"; no names
    std::string therapist = {};            ///< who it was, when the actor does not know
};

/// Who works with the store, and when. `who` is a therapist's name, "client at the tablet", or a
/// program's; missing or empty: the therapist of the session.
/// Without a clock (the default) nothing is noted: for examples, tests and what only looks.
struct Actor {
    std::function<std::string()> who = {};
    std::function<engine::Timestamp()> clock = {};
};

} // namespace app
