/// The rules of ARCHITECTURE.md that a machine can check, by reading the sources of a tree.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace arch {

struct Finding {
    std::string file; ///< from the top of the tree, with forward slashes
    int line;         ///< from 1
    std::string what;
    friend bool operator==(const Finding &, const Finding &) = default;
};

/// All breaches in a tree that is laid out like ours; also in the number of files that were read.
struct Report {
    std::vector<Finding> findings;
    int files = 0;
};
Report check_tree(const std::filesystem::path &top);

/// What is wrong between the table of rooms in the tree's ARCHITECTURE.md and the includes of app/:
/// a room that lacks, a use that only one of them has, a circle. A sentence each.
std::vector<std::string> check_rooms(const std::filesystem::path &top);

/// Words within identifiers and text, in lower case: "openClient_id" gives open, client, id.
std::vector<std::string> words_of(std::string_view line);

} // namespace arch
