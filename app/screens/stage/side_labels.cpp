#include "screens/stage/side_labels.hpp"

#include <cmath>
#include <cstddef>
#include <vector>

namespace app {

namespace {

// Less of the body's width than this lies across the picture: it is seen from the side.
constexpr float across = 0.35F;
// From above, one side lies beyond the other rather than behind it.
constexpr float from_above = 1.5F;

// The body's left is +x, wherever that points in the picture.
void add_sides(std::vector<SideLabel> &labels, const std::vector<Figure> &figures, std::size_t i) {
    const engine::ViewAxes picture = axes(figures[i].view);
    if (std::abs(picture.right.x) >= across) {
        const bool left_at_right = picture.right.x > 0;
        labels.push_back({!left_at_right, i, Edge::left});
        labels.push_back({left_at_right, i, Edge::right});
    } else if (std::abs(picture.up.x) > from_above * std::abs(picture.back.x)) {
        const bool left_on_top = picture.up.x > 0;
        labels.push_back({left_on_top, i, Edge::top});
        labels.push_back({!left_on_top, i, Edge::bottom});
    } else { // one side is in front of the other
        labels.push_back({picture.back.x > 0, i, Edge::left});
    }
}

} // namespace

std::vector<SideLabel> side_labels(const std::vector<Figure> &figures) {
    std::vector<SideLabel> labels;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const std::size_t before = labels.size();
        add_sides(labels, figures, i);
        const bool meets = before > 0 && labels[before - 1].edge == Edge::right &&
                           labels[before].edge == Edge::left &&
                           labels[before - 1].of_left == labels[before].of_left;
        if (meets) {
            labels[before - 1].shared = true;
            labels.erase(labels.begin() + static_cast<std::ptrdiff_t>(before));
        }
    }
    return labels;
}

} // namespace app
