/// Where "your left" and "your right" are written around figures, from whichever side they are
/// seen. Pure.
#pragma once

#include "model/body/body_frame.hpp"

namespace app {

enum class Edge : std::uint8_t { left, right, top, bottom };
struct SideLabel {
    bool of_left;       ///< the body's left side lies towards this edge; else its right side
    std::size_t figure; ///< whose viewport
    Edge edge;
    bool shared = false; ///< it serves the figure's right neighbour, too
};
/// The sides of each figure. Of a pair, the inner labels are one where both say the same.
std::vector<SideLabel> side_labels(const std::vector<Figure> &figures);

} // namespace app
