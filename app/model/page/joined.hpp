/// Lists in a line of text.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// Puts `words` behind the list, with `between` where there is something before; nothing for "".
inline void append(std::string &list, std::string_view words, std::string_view between = ", ") {
    if (words.empty())
        return;
    if (!list.empty())
        list += between;
    list += words;
}

} // namespace app
