/// A muscle strand, tendon or dent: a line on the surface with a width and a height.
#pragma once

#include "bake/box.hpp"

#include <glm/vec3.hpp>

#include <cstddef>
#include <vector>

namespace bake {

struct Strand {
    struct Point {
        glm::vec3 place;
        float half_width, height;
    };
    /// Where a point in space stands to the strand.
    struct Foot {
        float distance, half_width, height;
    };

    std::vector<Point> points; ///< at least two
    float longest_step = 0;    ///< mm between neighbouring points
    Box box;                   ///< with the half-widths
    int part = -1;             ///< whose label source it is; -1: none
    int sheet = 0;             ///< strands of one sheet come from one entry of the file
    bool shows_label = false, fan = false;
    float exponent = 1.8f, bias = 0, gain = 1;

    void add(const Point &point);
    Foot foot(glm::vec3 p) const;
    /// The lower, the more its part claims a point.
    float label_score(const Foot &f) const { return (f.distance - f.half_width - bias) * gain; }
};

} // namespace bake
