#include "bake/body.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bake {
namespace {

constexpr float far_away = 1e3f;
constexpr float relief_reach = 24; ///< mm from the base surface
constexpr float mass_reach = 48;   ///< beyond it a mass does not blend in
constexpr float strand_reach = 25; ///< beyond it a strand neither rises nor draws a groove
constexpr float score_blend = 12;  ///< between the sources of one part
constexpr float rise_blend = 2.5f; ///< between heights of neighbouring strands, less at their ends
constexpr float groove_blend = .3f;
constexpr float groove_sigmas = 2.6f; ///< where a groove ends
constexpr float same_group = .35f;    ///< depth of grooves inside a muscle group

/// A list on the stack: the field is evaluated tens of millions of times.
template <class T, std::size_t capacity>
struct ShortList {
    std::array<T, capacity> items;
    std::size_t size = 0;

    T *begin() { return items.data(); }
    T *end() { return items.data() + size; }
    void add(const T &item) {
        if (size < capacity)
            items[size++] = item;
    }
};

struct PartScore {
    float score;
    int part;
};

/// Parts that claim the place, each with the melted score of its sources.
struct Claims : ShortList<PartScore, 48> {
    void claim(float score, int part) {
        for (PartScore &c : *this)
            if (c.part == part) {
                c.score = smooth_min(c.score, score, score_blend);
                return;
            }
        add({score, part});
    }
};

/// Strands of one sheet melt together and then rise as one.
struct Sheet {
    int id;
    float u, height, exponent, weight;
};
struct Sheets : ShortList<Sheet, 24> {
    void melt(const Strand &strand, float u, float height) {
        const float weight = fast_exp2(-5.77f * u);
        for (Sheet &s : *this)
            if (s.id == strand.sheet) {
                s.height = (s.height * s.weight + height * weight) / (weight + s.weight);
                s.weight += weight;
                s.u = smooth_min(s.u, u, .7f);
                return;
            }
        add({strand.sheet, u, height, strand.exponent, weight});
    }
};

float bulge(float u, float height, float exponent) {
    return height * fast_pow(1 - u * u, exponent);
}

/// Two heights, rounded off where they meet. A height of 0 adds nothing, so no strand has an edge.
float joined(float rise, float height) {
    return smooth_max(rise, height, std::min(rise_blend, 2 * std::min(rise, height)));
}

template <class Source, class BoxOf>
std::vector<std::uint32_t> indices_near(const std::vector<Source> &sources, const BoxOf &box_of,
                                        glm::vec3 p, float reach) {
    std::vector<std::uint32_t> near;
    for (std::size_t i = 0; i < sources.size(); ++i)
        if (box_of(sources[i]).distance(p) < reach)
            near.push_back(std::uint32_t(i));
    return near;
}

} // namespace

Nearby Body::nearby(glm::vec3 p, float radius) const {
    p.x = std::fabs(p.x);
    const auto box_of = [](const auto &source) { return source.box(); };
    const auto strand_box = [](const Strand &strand) { return strand.box; };
    return {indices_near(lofts_, box_of, p, radius + mass_reach),
            indices_near(blobs_, box_of, p, radius + mass_reach),
            indices_near(strands_, strand_box, p, radius + strand_reach)};
}

float Body::base(glm::vec3 p, const Nearby &near) const {
    p.x = std::fabs(p.x);
    const glm::vec3 other_side{-p.x, p.y, p.z};
    float d = far_away;
    for (const auto i : near.lofts) {
        const Loft &loft = lofts_[i];
        d = smooth_min(d, loft.value(p), loft.blend());
        if (!loft.mid() && p.x < 60) // both legs meet at the middle
            d = smooth_min(d, loft.value(other_side), std::min(loft.blend(), 14.f));
    }
    for (const auto i : near.blobs) {
        const Blob &blob = blobs_[i];
        if (!blob.has_geometry())
            continue;
        float v = blob.value(p);
        if (!blob.mid() && p.x < 30)
            v = std::min(v, blob.value(other_side));
        d = blob.carve() ? smooth_max(d, -v, blob.blend()) : smooth_min(d, v, blob.blend());
    }
    return d;
}

float Body::field(glm::vec3 p, const Nearby &near) const {
    const float d = base(p, near);
    if (std::fabs(d) > relief_reach)
        return d;
    p.x = std::fabs(p.x);
    float rise = 0, dent = 0;
    Claims claims;
    Sheets sheets;
    for (const auto i : near.strands) {
        const Strand &strand = strands_[i];
        if (strand.box.distance(p) > strand_reach)
            continue;
        const Strand::Foot foot = strand.foot(p);
        const float u = foot.distance / foot.half_width;
        if (strand.fan) {
            sheets.melt(strand, u, foot.height);
        } else if (u < 1 && foot.height != 0) {
            const float height = bulge(u, foot.height, strand.exponent);
            if (height > 0)
                rise = joined(rise, height);
            else
                dent += height;
        }
        if (strand.shows_label)
            claims.claim(strand.label_score(foot), strand.part);
    }
    for (const auto i : near.blobs)
        if (blobs_[i].has_label())
            claims.claim(blobs_[i].label_score(p), blobs_[i].part());
    for (const Sheet &sheet : sheets)
        if (const float u = std::max(sheet.u, 0.f); u < 1)
            rise = joined(rise, bulge(u, sheet.height, sheet.exponent));

    float groove = 0;
    const PartScore *best =
        std::min_element(claims.begin(), claims.end(), [](const PartScore &a, const PartScore &b) {
            return a.score != b.score ? a.score < b.score : a.part < b.part;
        });
    for (const PartScore &claim : claims) {
        const float e = (claim.score - best->score) * .5f / groove_width_;
        if (&claim == best || e > groove_sigmas)
            continue;
        const float depth = border_groove(claim.part, best->part) * fast_exp2(-1.4427f * e * e);
        groove = smooth_max(groove, depth * groove_gain_, groove_blend);
    }
    return d - rise - dent + groove;
}

float Body::border_groove(int part, int other) const {
    const Part &a = parts_[std::size_t(part)], &b = parts_[std::size_t(other)];
    const float groove = std::min(a.groove, b.groove);
    const std::string &group = regions_[std::size_t(a.region)].group;
    const bool grouped =
        a.region != b.region && !group.empty() && group == regions_[std::size_t(b.region)].group;
    return groove * (grouped ? same_group : 1.f);
}

template <class Wanted>
void Body::claim(glm::vec3 p, const Wanted &wanted, std::vector<float> &scores) const {
    constexpr float nobody = 1e9f, strand_limit = 60, blob_limit = 90;
    p.x = std::fabs(p.x);
    scores.assign(parts_.size(), nobody);
    const auto add = [&](int part, float score) {
        float &melted = scores[std::size_t(part)];
        melted = smooth_min(melted, score, score_blend);
    };
    for (const Strand &strand : strands_)
        if (strand.shows_label && wanted(strand.part) && strand.box.distance(p) < strand_limit)
            add(strand.part, strand.label_score(strand.foot(p)));
    for (const Blob &blob : blobs_)
        if (blob.has_label() && wanted(blob.part()) && blob.box().distance(p) < blob_limit)
            add(blob.part(), blob.label_score(p));
}

void Body::part_scores(glm::vec3 p, std::vector<float> &scores) const {
    claim(p, [](int) { return true; }, scores);
}

float Body::border_value(glm::vec3 p, int a, int b) const {
    const auto region_of = [&](int part) { return parts_[std::size_t(part)].region; };
    std::vector<float> scores;
    claim(p, [&](int part) { return region_of(part) == a || region_of(part) == b; }, scores);
    float best_a = 1e9f, best_b = 1e9f;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        if (parts_[i].region == a)
            best_a = std::min(best_a, scores[i]);
        if (parts_[i].region == b)
            best_b = std::min(best_b, scores[i]);
    }
    return best_a - best_b;
}

int Body::region_at(glm::vec3 p) const {
    std::vector<float> scores;
    part_scores(p, scores);
    const auto best = std::min_element(scores.begin(), scores.end());
    return parts_[std::size_t(best - scores.begin())].region;
}

float Body::focus(glm::vec3 p) const {
    p.x = std::fabs(p.x);
    for (const auto &[box, weight] : focus_)
        if (box.distance(p) <= 0)
            return weight;
    return 1;
}

} // namespace bake
