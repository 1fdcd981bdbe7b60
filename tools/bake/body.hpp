/// The parametric body: a signed field, negative inside, and the region of every place.
///
/// base  = smooth union of lofts and blobs
/// field = base - muscle relief + grooves along region borders
/// All is computed on the left half (x >= 0); the right half is its mirror.
#pragma once

#include "bake/blob.hpp"
#include "bake/body_data.hpp"
#include "bake/loft.hpp"
#include "bake/morph.hpp"
#include "bake/strand.hpp"

namespace bake {

/// Parts compete for the surface; a region has one or more of them.
struct Part {
    int region;
    float groove;
};

/// The sources near a place, by index: the others cannot change the field there.
struct Nearby {
    std::vector<std::uint32_t> lofts, blobs, strands;
};

class Body {
  public:
    /// An Error when the variant or a morph does not exist.
    static engine::Result<Body> build(const BodyData &data, const std::string &variant,
                                      float build);

    const std::vector<RegionData> &regions() const { return regions_; }
    const std::array<std::vector<std::array<float, 2>>, 3> &fine() const { return fine_; }
    float scale() const { return scale_; }
    Box bounds() const; ///< of all masses

    Nearby nearby(glm::vec3 p, float radius) const;
    float base(glm::vec3 p, const Nearby &near) const;
    float field(glm::vec3 p, const Nearby &near) const;

    /// Where a place on this figure's skin is, roughly, on another figure of the same data: it
    /// keeps its place relative to the masses that it lies on.
    glm::vec3 carried(glm::vec3 p, const Body &to) const;

    /// Per part how far p is outside of it; the lowest wins. Far parts have a huge score.
    void part_scores(glm::vec3 p, std::vector<float> &scores) const;
    /// Less than 0 where region `a` claims p before region `b`, 0 on their border.
    float border_value(glm::vec3 p, int a, int b) const;
    int region_at(glm::vec3 p) const;

    /// How much a small error counts at p: 1, more at the face, hands and feet.
    float focus(glm::vec3 p) const;

  private:
    friend class StrandLayer;
    void add_masses(const BodyData &data, const BodyData &before_morphs);
    void lay_strands(const BodyData &data);
    int part_of(const LabelData &label);
    /// The scores of the parts that are wanted(part).
    template <class Wanted>
    void claim(glm::vec3 p, const Wanted &wanted, std::vector<float> &scores) const;
    float border_groove(int part, int other) const;

    std::map<std::string, Frame> frames_;
    std::vector<Loft> lofts_;
    std::vector<Blob> blobs_;
    std::vector<Strand> strands_;
    std::vector<RegionData> regions_;
    std::vector<Part> parts_;
    std::map<std::string, int> part_index_; ///< by "region/part"
    std::array<std::vector<std::array<float, 2>>, 3> fine_;
    std::vector<std::pair<Box, float>> focus_;
    float scale_ = 1, groove_width_ = 4.5f, groove_gain_ = 1;
};

} // namespace bake
