/// A primary mass of the body: super-elliptic slices along a straight axis.
#pragma once

#include "bake/body_data.hpp"
#include "bake/box.hpp"
#include "bake/frame.hpp"

namespace bake {

/// One slice, in the loft's frame.
struct Slice {
    float medial, lateral, back, front; ///< extents
    float exponent;                     ///< 2: ellipse, more: towards a rectangle
    float center_x, center_z, twist;    ///< twist in radians

    float half_width(float x) const { return x > 0 ? lateral - center_x : center_x - medial; }
    float half_depth(float z) const { return z > 0 ? front - center_z : center_z - back; }
};

class Loft {
  public:
    /// `before_morphs` is the same loft as the file has it.
    Loft(const LoftData &data, const LoftData &before_morphs, const Frame &frame);

    const std::string &id() const { return id_; }
    bool mid() const { return mid_; }
    float blend() const { return blend_; }
    const Box &box() const { return box_; }

    bool covers(float t) const { return t >= low_ && t <= high_; }
    Slice slice(float t) const;
    /// Roughly the signed distance, negative inside.
    float value(glm::vec3 p) const;
    /// The point of the slice in a direction: 0 front, 90 lateral, 180 back, -90 medial.
    glm::vec3 surface(float t, float degrees) const;
    /// Where p is when this loft has become `to` and p has kept its place relative to it.
    glm::vec3 carried(glm::vec3 p, const Loft &to) const;
    /// A lateral place x of the slice at t, moved as the morphs moved the slice's side.
    float widened(float x, float t) const;

  private:
    static constexpr std::size_t columns = 8;
    using Row = std::array<float, columns>;

    std::vector<Row> interpolated(const LoftData &data) const;
    std::vector<Row> smoothed(const std::vector<Row> &rows, float sigma_mm) const;
    float sample_place(std::size_t row) const;

    std::string id_;
    bool mid_;
    float blend_, cap_;
    Frame frame_;
    float low_, high_;       ///< range of t
    std::vector<Row> table_; ///< slices at even steps of t
    std::vector<float> width_before_morphs_;
    Box box_;
};

} // namespace bake
