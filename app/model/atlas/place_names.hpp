/// The names of places in the language of a person, without their side: "calf".
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/text/phrases.hpp"

namespace app {

std::string plain_name(const Area &area, const Phrases &words);
std::string plain_name(const Region &region, const Phrases &words);
std::string anatomical_name(const Region &region, const Phrases &words);
/// "lower leg"
std::string zone_name(const Area &area, const Phrases &words);

/// "calf" > "Calf, your left" or "Calf, left"; none on the midline.
std::string with_side(std::string_view name, Side side, Reader reader, const Phrases &words);

} // namespace app
