#include "bake/morph.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <vector>

namespace bake {
namespace {

/// The deltas of columns 1..4 at t: linear between rows, constant outside.
std::array<float, 4> deltas_at(const std::vector<std::array<float, 5>> &rows, float t) {
    std::size_t i = 0;
    while (i + 1 < rows.size() && rows[i + 1][0] < t)
        ++i;
    const auto &low = rows[i], &high = rows[std::min(i + 1, rows.size() - 1)];
    const float u =
        high[0] > low[0] ? std::clamp((t - low[0]) / (high[0] - low[0]), 0.f, 1.f) : 0.f;
    std::array<float, 4> result;
    for (std::size_t c = 0; c < 4; ++c)
        result[c] = low[c + 1] * (1 - u) + high[c + 1] * u;
    return result;
}

void morph_loft(LoftData &loft, const std::vector<std::array<float, 5>> &rows, float weight) {
    for (Station &station : loft.stations) {
        const auto delta = deltas_at(rows, station.column[0]);
        for (std::size_t c = 0; c < 4; ++c)
            station.column[c + 1] += weight * delta[c];
        // A given centre stays as far from the middle of the extents as it was.
        if (station.given >= 7)
            station.column[6] += weight * (delta[0] + delta[1]) / 2;
        if (station.given >= 8)
            station.column[7] += weight * (delta[2] + delta[3]) / 2;
    }
}

void morph_blob(BlobData &blob, const MorphData::Blob &delta, float weight) {
    blob.center = blob.center + delta.center * weight;
    blob.radius = blob.radius + delta.radius * weight;
    for (auto &[x, y, z, radius] : blob.chain) {
        x += delta.center.x * weight;
        y += delta.center.y * weight;
        z += delta.center.z * weight;
        radius += delta.chain_radius * weight;
    }
}

void morph_muscle(MuscleData &muscle, float factor) {
    muscle.height *= factor;
    for (auto &strand : muscle.strands)
        for (ControlPoint &point : strand)
            if (point.height)
                *point.height *= factor;
}

void apply(BodyData &body, const MorphData &morph, float weight) {
    body.scale *= std::pow(morph.scale, weight);
    body.relief *= std::pow(morph.relief, weight);
    body.groove_gain *= std::pow(morph.groove, weight);
    for (const auto &[id, shift] : morph.frames) {
        FrameData &frame = body.frames.at(id);
        frame.origin = frame.origin + shift.origin * weight;
        frame.scale *= std::pow(shift.scale, weight);
    }
    for (LoftData &loft : body.lofts)
        if (const auto rows = morph.lofts.find(loft.id); rows != morph.lofts.end())
            morph_loft(loft, rows->second, weight);
    for (BlobData &blob : body.blobs)
        if (const auto delta = morph.blobs.find(blob.id); delta != morph.blobs.end())
            morph_blob(blob, delta->second, weight);
    for (MuscleData &muscle : body.muscles)
        if (const auto factor = morph.muscles.find(muscle.name); factor != morph.muscles.end())
            morph_muscle(muscle, std::pow(factor->second, weight));
}

std::string known_variants(const BodyData &body) {
    std::string names;
    for (const auto &[name, weights] : body.variants)
        names += (names.empty() ? "" : ", ") + name;
    return names;
}

} // namespace

engine::Result<Weights> morph_weights(const BodyData &body, const std::string &variant,
                                      float build) {
    const auto found = body.variants.find(variant);
    if (found == body.variants.end())
        return engine::Error{"The body has no variant \"" + variant +
                             "\". It has: " + known_variants(body) + "."};
    Weights weights = found->second;
    if (build != 0)
        weights[build > 0 ? "heavy" : "slim"] += std::fabs(build);
    for (const auto &[name, morph] : body.morphs) {
        const std::size_t star = name.find('*');
        if (star == std::string::npos)
            continue;
        const auto a = weights.find(name.substr(0, star)), b = weights.find(name.substr(star + 1));
        if (a != weights.end() && b != weights.end())
            weights[name] = a->second * b->second;
    }
    for (const auto &[name, weight] : weights)
        if (!body.morphs.contains(name))
            return engine::Error{"The body has no morph \"" + name +
                                 "\", so this build cannot be "
                                 "made. Use --build 0 or add the morph."};
    return weights;
}

BodyData morphed(BodyData body, const Weights &weights) {
    for (const auto &[name, weight] : weights)
        if (weight != 0)
            apply(body, body.morphs.at(name), weight);
    return body;
}

} // namespace bake
