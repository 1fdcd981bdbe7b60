#include "model/atlas/snomed.hpp"

#include "base/csv.hpp"
#include "base/file.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

using engine::Error;

/// The group of the symmetries of a pentagon: turns 0..4, reflections 5..9.
int combined(int a, int b) {
    const int turn = a < 5 ? a % 5 + (b % 5) : a % 5 - (b % 5) + 5;
    const bool reflected = (a < 5) != (b < 5);
    return turn % 5 + (reflected ? 5 : 0);
}

/// The digit at a place from the right, shuffled once for each place.
int shuffled(int digit, std::size_t place) {
    constexpr std::array<int, 10> next{1, 5, 7, 6, 2, 8, 3, 0, 9, 4};
    constexpr std::size_t period = 8;
    for (std::size_t i = 0; i < place % period; ++i)
        digit = next[static_cast<std::size_t>(digit)];
    return digit;
}

Error at_line(int line, const std::string &what) {
    return {"Line " + std::to_string(line) + ": " + what};
}

} // namespace

bool is_snomed_code(std::string_view code) {
    constexpr std::size_t shortest = 6, longest = 18;
    if (code.size() < shortest || code.size() > longest || code.front() == '0')
        return false;
    int check = 0;
    for (std::size_t place = 0; place < code.size(); ++place) {
        const char digit = code[code.size() - 1 - place];
        if (digit < '0' || digit > '9')
            return false;
        check = combined(check, shuffled(digit - '0', place));
    }
    return check == 0;
}

engine::Result<SnomedCodes> parse_snomed(std::string_view csv, const Atlas &atlas) {
    const auto rows = engine::parse_csv(csv);
    if (!rows)
        return rows.error();
    const std::vector<std::string> columns{"region_id", "snomed_code"};
    if (rows->empty() || rows->front().fields != columns)
        return at_line(1, "the first line must be \"region_id,snomed_code\".");
    SnomedCodes codes;
    for (std::size_t i = 1; i < rows->size(); ++i) {
        const auto &[line, fields] = (*rows)[i];
        if (fields.size() != columns.size())
            return at_line(line, "there must be two fields, a region id and a code.");
        const std::string &id = fields[0], &code = fields[1];
        if (atlas.region(id) == nullptr)
            return at_line(line, "the atlas has no region \"" + id +
                                     "\". \"palpate-cli regions --csv\" lists all.");
        if (!is_snomed_code(code))
            return at_line(line, "\"" + code +
                                     "\" is not a SNOMED CT code: it needs 6 to 18 digits, and the "
                                     "last one must fit the others. Look for a typing error.");
        if (!codes.emplace(id, code).second)
            return at_line(line, "the region \"" + id + "\" is there twice.");
    }
    return codes;
}

engine::Result<SnomedCodes> read_snomed(const std::string &file, const Atlas &atlas) {
    constexpr std::size_t max_bytes = 4 * 1024 * 1024;
    const auto text = engine::read_file(file, max_bytes);
    if (!text)
        return text.error();
    auto codes = parse_snomed(*text, atlas);
    if (!codes)
        return Error{file + ": " + codes.error().message};
    return codes;
}

} // namespace app
