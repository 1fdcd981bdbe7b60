/// SNOMED CT codes for places of the atlas. Palpate ships none, since they need a licence in most
/// countries; a clinic that has one names a file of its own.
#pragma once

#include "model/atlas/atlas.hpp"

#include <map>

namespace app {

/// By region id.
using SnomedCodes = std::map<std::string, std::string, std::less<>>;

/// A CSV file with the columns region_id and snomed_code, one row per region. Checked are the ids,
/// the form and check digit of the codes, and that no region is there twice; the Error names the
/// line.
engine::Result<SnomedCodes> read_snomed(const std::string &file, const Atlas &atlas);
engine::Result<SnomedCodes> parse_snomed(std::string_view csv, const Atlas &atlas);

/// 6 to 18 digits, of which the last one checks the others (Verhoeff).
bool is_snomed_code(std::string_view code);

} // namespace app
