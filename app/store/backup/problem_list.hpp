/// Sentences about what is wrong with a folder or a backup. For sources of app/store/backup only.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace app {

/// More sentences help nobody: the rest becomes "And 12 more of these."
inline void bound(std::vector<std::string> &problems) {
    constexpr std::size_t most = 100;
    if (problems.size() <= most)
        return;
    const std::size_t more = problems.size() - most;
    problems.resize(most);
    problems.push_back("And " + std::to_string(more) + " more of these.");
}

} // namespace app
