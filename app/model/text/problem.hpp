/// What is wrong with a value that was read, and the limits of whole numbers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Something that a session may not hold.
struct Problem {
    std::string pointer; ///< its place as a JSON pointer: "/marks/0/level"; "" is the whole file
    std::string message; ///< a whole sentence
    friend bool operator==(const Problem &, const Problem &) = default;
};
using Problems = std::vector<Problem>;

struct WholeNumberRule {
    std::string_view what; ///< "level"
    int low, high;
};

} // namespace app
