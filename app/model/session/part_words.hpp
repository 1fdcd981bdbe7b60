/// Parts of a session (see merge.hpp) in words for therapists, to put two versions side by side.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

namespace app {

/// "Calf, left: note". English, as all that therapists read.
std::string part_title(const PartChange &change, const Document &document, const Atlas &atlas,
                       const Phrases &words);

/// What one version says: "6", "worse uphill", "Pain 6, worse uphill"; "nothing" when the part is
/// not there or empty. `text` is before or after of a change.
std::string version_words(const std::string &text);

} // namespace app
