/// What rules.cpp and treatment_rules.cpp both ask of single values. For these two only.
#pragma once

#include "model/session/rules.hpp"

namespace app::rules {

/// The first characters of a text that may be long.
std::string in_quotes(std::string_view text);

void check_number(int value, const WholeNumberRule &rule, const std::string &at, Problems &found);
void check_text(std::string_view text, std::size_t max_characters, const std::string &at,
                Problems &found);
void check_uuid(std::string_view id, const std::string &at, Problems &found);
void check_area(std::string_view area, const Atlas &atlas, const std::string &at, Problems &found);
/// That each lies in or beneath the area, and is there once.
void check_regions(const std::vector<std::string> &regions, const std::string &area_id,
                   const Atlas &atlas, const std::string &at, Problems &found);

/// The plan, the treatment and what follows from it.
void check_treatment(const Document &document, const Atlas &atlas, Problems &found);

} // namespace app::rules
