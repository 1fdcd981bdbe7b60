#include "bake/blob.hpp"

#include "bake/scalar.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace bake {
namespace {

constexpr float least_radius = .5f; ///< a morph may shrink a chain, but not inside out

void turn(glm::vec3 &u, glm::vec3 &v, float degrees) {
    const float angle = degrees * radians_per_degree, c = std::cos(angle), s = std::sin(angle);
    const glm::vec3 turned_u = u * c + v * s, turned_v = v * c - u * s;
    u = turned_u;
    v = turned_v;
}

} // namespace

Blob::Blob(const BlobData &data, const Frame &frame, int part)
    : mid_(data.mid),
      carve_(data.carve),
      blend_(data.blend),
      bias_(data.label.bias),
      gain_(data.label.gain),
      part_(part) {
    if (data.chain.empty())
        build_ellipsoid(data, frame);
    for (const auto &[x, y, z, radius] : data.chain) {
        const Ball ball{frame.world({x, y, z}), std::max(radius * frame.scale, least_radius)};
        chain_.push_back(ball);
        box_.add(ball.center, ball.radius);
    }
}

void Blob::build_ellipsoid(const BlobData &data, const Frame &frame) {
    center_ = frame.world(data.center);
    radius_ = data.radius * frame.scale;
    x_axis_ = frame.lateral;
    y_axis_ = frame.axis;
    z_axis_ = frame.front;
    turn(y_axis_, z_axis_, data.rotation_deg.x);
    turn(z_axis_, x_axis_, data.rotation_deg.y);
    turn(x_axis_, y_axis_, data.rotation_deg.z);
    box_.add(center_, std::max({radius_.x, radius_.y, radius_.z}));
}

float Blob::value(glm::vec3 p) const {
    return chain_.empty() ? ellipsoid_value(p) : chain_value(p);
}

float Blob::ellipsoid_value(glm::vec3 p) const {
    const glm::vec3 d = p - center_;
    const glm::vec3 q{glm::dot(d, x_axis_), glm::dot(d, y_axis_), glm::dot(d, z_axis_)};
    const glm::vec3 u = q / radius_, w = u / radius_;
    const float length = glm::length(u), slope = glm::length(w) + 1e-9f;
    if (length < 1e-4f)
        return -std::min({radius_.x, radius_.y, radius_.z});
    return length * (length - 1) / slope;
}

Blob::Ball Blob::ball_at(const ChainPlace &place) const {
    const Ball &a = chain_[place.segment];
    const Ball &b = chain_[std::min(place.segment + 1, chain_.size() - 1)];
    return {a.center + (b.center - a.center) * place.t, a.radius + (b.radius - a.radius) * place.t};
}

Blob::ChainPlace Blob::chain_place(glm::vec3 p) const {
    ChainPlace best{0, 0, 1e9f};
    for (std::size_t i = 0; i + 1 < chain_.size() || i == 0; ++i) {
        const Ball &a = chain_[i], &b = chain_[std::min(i + 1, chain_.size() - 1)];
        const glm::vec3 ab = b.center - a.center, ap = p - a.center;
        const float t = std::clamp(glm::dot(ap, ab) / (glm::dot(ab, ab) + 1e-9f), 0.f, 1.f);
        const float distance = glm::length(ap - ab * t) - (a.radius + (b.radius - a.radius) * t);
        if (distance < best.distance)
            best = {i, t, distance};
    }
    return best;
}

float Blob::chain_value(glm::vec3 p) const {
    return chain_place(p).distance;
}

glm::vec3 Blob::carried(glm::vec3 p, const Blob &to) const {
    if (!chain_.empty()) {
        const ChainPlace place = chain_place(p);
        const Ball here = ball_at(place), there = to.ball_at(place);
        return there.center + (p - here.center) * (there.radius / here.radius);
    }
    const glm::vec3 d = p - center_;
    const glm::vec3 q{glm::dot(d, x_axis_), glm::dot(d, y_axis_), glm::dot(d, z_axis_)};
    const glm::vec3 u = q / radius_ * to.radius_;
    return to.center_ + to.x_axis_ * u.x + to.y_axis_ * u.y + to.z_axis_ * u.z;
}

} // namespace bake
