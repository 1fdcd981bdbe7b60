/// Scalar functions that give the same bits with every maths library.
#pragma once

#include <glm/geometric.hpp>
#include <glm/vec3.hpp>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

namespace bake {

constexpr float radians_per_degree = 0.0174533f;

/// For normal x > 0; error below 1e-5.
inline float fast_log2(float x) {
    const auto bits = std::bit_cast<std::uint32_t>(x);
    int exponent = int(bits >> 23) - 127;
    float mantissa = std::bit_cast<float>((bits & 0x7fffffu) | 0x3f800000u);
    if (mantissa > 1.41421356f)
        mantissa *= .5f, ++exponent;
    const float y = (mantissa - 1) / (mantissa + 1), q = y * y;
    return float(exponent) +
           y * (2.88539008f + q * (.961796694f + q * (.577078016f + q * .412198583f)));
}

/// x is clamped to -120..120; relative error below 1e-6.
inline float fast_exp2(float x) {
    x = std::clamp(x, -120.f, 120.f);
    const float whole = std::floor(x + .5f), f = (x - whole) * .693147181f;
    const float power =
        1 + f * (1 + f * (.5f + f * (.166666667f + f * (.0416666667f +
                                                        f * (.00833333333f + f * .00138888889f)))));
    return power * std::bit_cast<float>(std::uint32_t(int(whole) + 127) << 23);
}

/// x^n for x >= 0; 0 where x is 0.
inline float fast_pow(float x, float n) {
    return x < 1e-20f ? 0.f : fast_exp2(n * fast_log2(x));
}

/// The smaller of both, rounded off where they differ by less than `k`.
inline float smooth_min(float a, float b, float k) {
    if (k <= 0)
        return std::min(a, b);
    const float h = std::max(k - std::fabs(a - b), 0.f) / k;
    return std::min(a, b) - h * h * k * .25f;
}
inline float smooth_max(float a, float b, float k) {
    return -smooth_min(-a, -b, k);
}

/// Unit length; up for a vector without a direction.
inline glm::vec3 unit(glm::vec3 v) {
    const float length = glm::length(v);
    return length > 1e-12f ? v * (1 / length) : glm::vec3{0, 1, 0};
}

} // namespace bake
