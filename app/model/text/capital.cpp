#include "model/text/capital.hpp"

#include <cctype>
#include <string>
#include <string_view>

namespace app {

std::string capital(std::string_view words) {
    std::string result(words);
    if (result.size() > 1 && result[0] == '\xC3' && result[1] >= '\xA0') // à to þ
        result[1] = static_cast<char>(result[1] - 0x20);
    else if (!result.empty())
        result[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(result[0])));
    return result;
}

} // namespace app
