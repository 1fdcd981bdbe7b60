#include "bake/strand_layer.hpp"

#include "bake/newton.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace bake {
namespace {

constexpr float ray_start = 350;   ///< mm before or behind the body
constexpr float sample_length = 6; ///< mm between the points of a laid strand
constexpr float feature_sample_length = 2;

/// Between b (t = 0) and c (t = 1).
glm::vec3 catmull_rom(glm::vec3 a, glm::vec3 b, glm::vec3 c, glm::vec3 d, float t) {
    return b + ((c - a) + (a * 2.f - b * 5.f + c * 4.f - d) * t +
                (b * 3.f - a - c * 3.f + d) * (t * t)) *
                   (t * .5f);
}

/// The default height of control point `i` of `n`: it sinks to a quarter at the ends.
float height_at(std::size_t i, std::size_t n, float height) {
    if (height < 0)
        return height;
    const float u = n > 1 ? float(i) / float(n - 1) : .5f;
    return height * (.25f + .75f * std::sin(3.14159f * std::clamp(u, .02f, .98f)));
}

} // namespace

StrandLayer::StrandLayer(const Body &body, float relief) : body_(body), relief_(relief) {
    for (std::size_t i = 0; i < body.lofts_.size(); ++i)
        everything_.lofts.push_back(std::uint32_t(i));
    for (std::size_t i = 0; i < body.blobs_.size(); ++i)
        everything_.blobs.push_back(std::uint32_t(i));
}

/// Where a ray first meets the base surface, or where it comes nearest to it.
glm::vec3 StrandLayer::first_hit(glm::vec3 origin, glm::vec3 direction) const {
    glm::vec3 best = origin;
    float best_value = 1e9f;
    for (int i = 0; i < 300; ++i) {
        const float value = base(origin);
        if (value < best_value)
            best_value = value, best = origin;
        if (value < .2f)
            break;
        origin = origin + direction * std::clamp(value * .6f, .3f, 40.f);
    }
    return best;
}

/// Points given by x follow the morphed width of the trunk.
float StrandLayer::widened(float x, float y) const {
    for (const Loft &loft : body_.lofts_)
        if (loft.mid() && loft.covers(y))
            return loft.widened(x, y);
    return x;
}

const Frame *StrandLayer::frame_of(const MuscleData &muscle) const {
    return muscle.frame.empty() ? nullptr : &body_.frames_.at(muscle.frame);
}

glm::vec3 StrandLayer::place(const ControlPoint &point, const Frame *frame) const {
    using Kind = ControlPoint::Kind;
    if (point.kind == Kind::slice)
        for (const Loft &loft : body_.lofts_)
            if (loft.id() == point.loft)
                return loft.surface(point.first, point.second);
    const float y = point.second, x = frame ? point.first : widened(point.first, y);
    const Frame space = frame ? *frame : Frame{};
    if (point.kind == Kind::ray_from_front)
        return first_hit(space.world({x, y, ray_start}), space.front * -1.f);
    if (point.kind == Kind::ray_from_back)
        return first_hit(space.world({x, y, -ray_start}), space.front);
    return space.world({x, y, point.third});
}

Strand StrandLayer::lay(const MuscleData &muscle, const std::vector<ControlPoint> &points) const {
    const Frame *frame = frame_of(muscle);
    const float spacing = frame ? feature_sample_length : sample_length;
    const float size = frame ? frame->scale : 1, relief = frame ? frame->scale : relief_;
    const std::size_t n = points.size();
    std::vector<Strand::Point> control;
    for (std::size_t i = 0; i < n; ++i)
        control.push_back({place(points[i], frame), points[i].half_width * size,
                           points[i].height.value_or(height_at(i, n, muscle.height)) * relief});

    const auto base_field = [&](glm::vec3 p) { return base(p); };
    Strand strand;
    for (std::size_t q = 0; q + 1 < n || q == 0; ++q) {
        const Strand::Point &before = control[q ? q - 1 : 0], &from = control[q];
        const Strand::Point &to = control[std::min(q + 1, n - 1)];
        const Strand::Point &after = control[std::min(q + 2, n - 1)];
        const int steps = std::max(1, int(glm::length(to.place - from.place) / spacing));
        const int last = q + 2 >= n ? steps : steps - 1;
        for (int i = 0; i <= last; ++i) {
            const float u = float(i) / float(steps), smooth = u * u * (3 - 2 * u);
            glm::vec3 p = project(
                base_field, catmull_rom(before.place, from.place, to.place, after.place, u), 8, 15);
            p.x = std::max(p.x, 0.f);
            const float half_width =
                std::max(from.half_width + (to.half_width - from.half_width) * smooth, 1.f);
            strand.add({p, half_width, from.height + (to.height - from.height) * smooth});
        }
    }
    return strand;
}

} // namespace bake
