#include "records/pin.hpp"

#include <algorithm>
#include <string_view>

namespace app {

bool is_pin(std::string_view text) {
    return text.size() == pin_digits &&
           std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

} // namespace app
