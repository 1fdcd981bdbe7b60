/// The rules of the catalogues of words that a machine can check: every key that the sources use is
/// there, every one that is there is used, and all languages say the same.
#pragma once

#include "model/text/phrases.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace word_rules {

/// A text in quotes that looks like a key, "mark.done", in a source or in data.
struct Use {
    std::string key;
    std::string file; ///< from the top of the tree
    int line;         ///< from 1
};

std::vector<Use> uses_in(std::string_view text, const std::string &file);
/// All of app/ and of the data in assets/, apart from the catalogues.
std::vector<Use> uses_in_tree(const std::filesystem::path &top);

/// One sentence for each breach.
std::vector<std::string> findings(const std::vector<Use> &uses, const app::Phrases &english,
                                  const app::Phrases &other);

} // namespace word_rules
