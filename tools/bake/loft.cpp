#include "bake/loft.hpp"

#include "bake/scalar.hpp"

#include <glm/vec2.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <vector>

namespace bake {
namespace {

constexpr float row_mm = 2; ///< mm between the rows of the table

/// All columns of a station, with the defaults for those that the file leaves out.
std::array<float, 9> complete(const Station &station, bool mid) {
    std::array<float, 9> c = station.column;
    if (station.given < 7)
        c[6] = mid ? 0 : (c[1] + c[2]) / 2;
    if (station.given < 8)
        c[7] = (c[3] + c[4]) / 2;
    if (mid)
        c[1] = -c[2], c[6] = 0;
    c[8] *= radians_per_degree;
    return c;
}

/// PCHIP slopes: no overshoot between stations.
std::vector<float> slopes(const std::vector<std::array<float, 9>> &stations, std::size_t column) {
    const std::size_t n = stations.size();
    std::vector<float> difference(n - 1), slope(n);
    for (std::size_t i = 0; i + 1 < n; ++i)
        difference[i] =
            (stations[i + 1][column] - stations[i][column]) / (stations[i + 1][0] - stations[i][0]);
    slope.front() = difference.front();
    slope.back() = difference.back();
    for (std::size_t i = 1; i + 1 < n; ++i) {
        const float a = difference[i - 1], b = difference[i];
        slope[i] = a * b <= 0 ? 0 : 2 * a * b / (a + b);
    }
    return slope;
}

float hermite(float u, float h, float a, float slope_a, float b, float slope_b) {
    const float u2 = u * u, u3 = u2 * u;
    return (2 * u3 - 3 * u2 + 1) * a + (u3 - 2 * u2 + u) * h * slope_a + (3 * u2 - 2 * u3) * b +
           (u3 - u2) * h * slope_b;
}

/// Rounds the edge where the side (signed distance) meets an end of the loft.
float capped(float side, float end, float cap) {
    const float a = side + cap, b = end + cap;
    const float outside_a = std::max(a, 0.f), outside_b = std::max(b, 0.f);
    return std::min(std::max(a, b), 0.f) +
           std::sqrt(outside_a * outside_a + outside_b * outside_b) - cap;
}

} // namespace

Loft::Loft(const LoftData &data, const LoftData &before_morphs, const Frame &frame)
    : id_(data.id),
      mid_(data.mid),
      blend_(data.blend),
      cap_(data.cap),
      frame_(frame),
      low_(data.stations.front().column[0]),
      high_(data.stations.back().column[0]) {
    table_ = smoothed(interpolated(data), data.smooth);

    const auto &rows = before_morphs.stations;
    std::size_t i = 0;
    for (std::size_t row = 0; row < table_.size(); ++row) {
        const float t = sample_place(row);
        while (i + 2 < rows.size() && rows[i + 1].column[0] < t)
            ++i;
        const auto &a = rows[i].column, &b = rows[i + 1].column;
        const float u = (t - a[0]) / (b[0] - a[0]);
        width_before_morphs_.push_back(a[2] * (1 - u) + b[2] * u);
    }
    for (float t = low_; t <= high_; t += 10)
        for (int angle = 0; angle < 360; angle += 20)
            box_.add(surface(t, float(angle)), cap_ * .5f + 2);
}

float Loft::sample_place(std::size_t row) const {
    return std::min(low_ + float(row) * row_mm, high_);
}

std::vector<Loft::Row> Loft::interpolated(const LoftData &data) const {
    std::vector<std::array<float, 9>> stations;
    for (const Station &station : data.stations)
        stations.push_back(complete(station, mid_));
    std::vector<Row> rows(std::size_t((high_ - low_) / row_mm) + 2);
    for (std::size_t c = 1; c <= columns; ++c) {
        const auto slope = slopes(stations, c);
        std::size_t i = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const float t = sample_place(row);
            while (i + 2 < stations.size() && t > stations[i + 1][0])
                ++i;
            const float h = stations[i + 1][0] - stations[i][0];
            rows[row][c - 1] = hermite((t - stations[i][0]) / h, h, stations[i][c], slope[i],
                                       stations[i + 1][c], slope[i + 1]);
        }
    }
    return rows;
}

std::vector<Loft::Row> Loft::smoothed(const std::vector<Row> &rows, float sigma_mm) const {
    const float sigma = sigma_mm / row_mm;
    const int radius = int(sigma * 2.5f), n = int(rows.size());
    std::vector<Row> result(rows.size());
    for (int row = 0; row < n; ++row) {
        Row sum{};
        float weights = 0;
        const int reach = std::min({radius, row, n - 1 - row});
        for (int k = -reach; k <= reach; ++k) {
            const float w = std::exp(-.5f * float(k) * float(k) / (sigma * sigma + 1e-6f));
            weights += w;
            for (std::size_t c = 0; c < columns; ++c)
                sum[c] += rows[std::size_t(row + k)][c] * w;
        }
        for (std::size_t c = 0; c < columns; ++c)
            result[std::size_t(row)][c] = sum[c] / weights;
    }
    return result;
}

Slice Loft::slice(float t) const {
    float u = std::clamp((t - low_) / row_mm, 0.f, float(table_.size() - 1) - 1e-3f);
    const auto i = std::size_t(u);
    u -= float(i);
    const Row &a = table_[i], &b = table_[i + 1];
    const auto mix = [&](std::size_t c) { return a[c] + (b[c] - a[c]) * u; };
    return {mix(0), mix(1), mix(2), mix(3), mix(4), mix(5), mix(6), mix(7)};
}

float Loft::value(glm::vec3 p) const {
    const glm::vec3 q = frame_.local(p);
    const Slice s = slice(q.y);
    float x = q.x - s.center_x, z = q.z - s.center_z;
    if (s.twist != 0) {
        const float c = std::cos(s.twist), d = std::sin(s.twist), turned = x * c + z * d;
        z = z * c - x * d;
        x = turned;
    }
    const float a = s.half_width(x), b = s.half_depth(z);
    const float r = std::sqrt(x * x + z * z) + 1e-4f;
    const float m =
        fast_pow(fast_pow(std::fabs(x) / a, s.exponent) + fast_pow(std::fabs(z) / b, s.exponent),
                 1 / s.exponent) +
        1e-4f;
    float side = r * (1 - 1 / m);
    if (m < .4f) { // near the axis 1 / m would run away
        const float depth = .3f * std::min(a, b);
        side = std::min(std::max(side, -r * 1.5f - depth), -depth);
    }
    return capped(side, std::max(low_ - q.y, q.y - high_), cap_) * frame_.scale;
}

glm::vec3 Loft::surface(float t, float degrees) const {
    const Slice s = slice(t);
    const float angle = degrees * radians_per_degree;
    float x = std::sin(angle), z = std::cos(angle);
    const float m = fast_pow(fast_pow(std::fabs(x) / s.half_width(x), s.exponent) +
                                 fast_pow(std::fabs(z) / s.half_depth(z), s.exponent),
                             1 / s.exponent);
    x /= m;
    z /= m;
    const float c = std::cos(s.twist), d = std::sin(s.twist);
    return frame_.world({x * c - z * d + s.center_x, t, x * d + z * c + s.center_z});
}

glm::vec3 Loft::carried(glm::vec3 p, const Loft &to) const {
    const glm::vec3 q = frame_.local(p);
    const Slice s = slice(q.y), t = to.slice(q.y);
    const auto turn = [](glm::vec2 v, float angle) {
        const float c = std::cos(angle), d = std::sin(angle);
        return glm::vec2{v.x * c + v.y * d, v.y * c - v.x * d};
    };
    const glm::vec2 at = turn({q.x - s.center_x, q.z - s.center_z}, s.twist);
    const glm::vec2 wider{t.half_width(at.x) / s.half_width(at.x),
                          t.half_depth(at.y) / s.half_depth(at.y)};
    const glm::vec2 there = turn(at * wider, -t.twist);
    return to.frame_.world({there.x + t.center_x, q.y, there.y + t.center_z});
}

float Loft::widened(float x, float t) const {
    const auto last = float(width_before_morphs_.size()) - 1.f;
    const auto row = std::size_t(std::clamp((t - low_) / row_mm, 0.f, last));
    return x * slice(t).lateral / width_before_morphs_[row];
}

} // namespace bake
