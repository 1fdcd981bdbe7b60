/// Tables as comma-separated values (RFC 4180): quoted fields may hold commas, quotes, line ends.
#pragma once

#include "base/result.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace engine {

struct CsvRow {
    int line = 1; ///< where it begins, from 1
    std::vector<std::string> fields;
};

/// All rows; empty lines are skipped, a byte order mark too. The Error names the line.
Result<std::vector<CsvRow>> parse_csv(std::string_view text);

/// One line with its end; fields are quoted where they need it.
std::string csv_line(std::span<const std::string> fields);

} // namespace engine
