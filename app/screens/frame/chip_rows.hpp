/// Chips one after the other, in as many rows as their words need.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

struct RowChip {
    std::string_view name;
    bool on = false;
};
/// Cut off the top of the list. Returns the index that was tapped.
std::optional<std::size_t> chip_rows(ScreenContext &c, engine::Rect &list,
                                     std::span<const RowChip> chips);

} // namespace app
