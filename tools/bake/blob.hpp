/// A secondary mass or a label area: an ellipsoid or a chain of round cones.
#pragma once

#include "bake/body_data.hpp"
#include "bake/box.hpp"
#include "bake/frame.hpp"

namespace bake {

class Blob {
  public:
    /// `part`: the part of which it is a label source, or -1.
    Blob(const BlobData &data, const Frame &frame, int part);

    bool mid() const { return mid_; }
    bool carve() const { return carve_; }
    bool has_geometry() const { return blend_ >= 0; }
    bool has_label() const { return part_ >= 0; }
    int part() const { return part_; }
    float blend() const { return blend_; }
    const Box &box() const { return box_; }

    /// Roughly the signed distance, negative inside.
    float value(glm::vec3 p) const;
    /// Where p is when this blob has become `to` and p has kept its place relative to it.
    glm::vec3 carried(glm::vec3 p, const Blob &to) const;
    /// The lower, the more its part claims p.
    float label_score(glm::vec3 p) const { return (value(p) - bias_) * gain_; }

  private:
    struct Ball {
        glm::vec3 center;
        float radius;
    };
    void build_ellipsoid(const BlobData &data, const Frame &frame);
    float ellipsoid_value(glm::vec3 p) const;
    float chain_value(glm::vec3 p) const;
    /// The ball of the chain nearest to p, between the balls of the data.
    struct ChainPlace {
        std::size_t segment;
        float t, distance;
    };
    ChainPlace chain_place(glm::vec3 p) const;
    Ball ball_at(const ChainPlace &place) const;

    bool mid_, carve_;
    float blend_, bias_, gain_;
    int part_;
    std::vector<Ball> chain_; ///< empty: an ellipsoid
    glm::vec3 center_{0}, radius_{0}, x_axis_{0}, y_axis_{0}, z_axis_{0};
    Box box_;
};

} // namespace bake
