/// The note in four parts as far as it can be written from what was recorded: the therapist goes on
/// from here. Pure; the client's words are marked as such, and nothing is a diagnosis (S16, S36).
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

#include <span>

namespace app {

/// Short lines, one thing each. `past`: the client's earlier sessions, oldest first.
SoapNote soap_draft(const Document &document, std::span<const Document> past, const Atlas &atlas);

} // namespace app
