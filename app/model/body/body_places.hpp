/// Where atlas places lie on the baked body: tags, centres, badge anchors. Pure.
#pragma once

#include "mesh/bvh.hpp"
#include "mesh/skin_patch.hpp"
#include "model/atlas/atlas.hpp"
#include "model/body/framing.hpp"

#include <optional>
#include <span>

namespace app {

/// The body that is on the screen, with what was worked out about it once.
class BodyPlaces {
  public:
    BodyPlaces(const engine::PartMesh &mesh, const Atlas &atlas);

    /// After the mesh has taken another shape.
    void follow_shape();
    /// How often it has done so: what was worked out for another shape is to be done again.
    std::uint32_t shape() const { return shape_; }

    /// Tags of the regions that have skin. When all are deep: of the skin through which they are
    /// reached.
    std::vector<engine::Tag> tags(std::span<const std::string> regions) const;
    /// The area that a tag belongs to; null for a tag without one.
    const Area *area(engine::Tag tag) const;
    /// The structure that a tag is the skin of; null for a tag without one.
    const Region *region(engine::Tag tag) const;
    /// Tags of the whole area, sorted; of the skin above an area that has none.
    const std::vector<engine::Tag> &tags_of_area(std::string_view area_id) const;

    /// A point of these tags that can be seen in the view, the middle of what is visible, with the
    /// visible skin in px^2 (0: nothing is seen).
    struct Visible {
        glm::vec3 point;
        float area_px2 = 0;
    };
    Visible visible(const Figure &figure, std::span<const engine::Tag> tags) const;
    Visible visible(const Figure &figure, const engine::SkinPatch &patch) const;

    /// What the tags take up in the picture, also where they are hidden; empty for none.
    engine::Rect extent(const Figure &figure, std::span<const engine::Tag> tags) const;

    /// The view that shows these tags well: closer, limited, from the side they face or, where
    /// another limb hides them there, from beside it.
    engine::OrbitView view_of(std::span<const engine::Tag> tags) const;
    engine::OrbitView view_of(const engine::SkinPatch &patch) const;

    /// By tag: which tags make up an area together.
    const std::vector<std::uint16_t> &group_of_tag() const { return group_of_tag_; }

    const BodyBounds &bounds() const { return bounds_; }
    const engine::PartMesh &mesh() const { return *mesh_; }
    const engine::Bvh &bvh() const { return bvh_; }

  private:
    /// Some skin: a point of it, and how much it is, as a vector out of the body.
    struct Piece {
        glm::vec3 point;
        glm::vec3 mm2;
    };
    std::vector<Piece> pieces(std::span<const engine::Tag> tags) const;
    std::vector<Piece> pieces(const engine::SkinPatch &patch) const;
    Visible visible(const Figure &figure, const std::vector<Piece> &pieces) const;
    engine::OrbitView view_of(const std::vector<Piece> &pieces,
                              std::span<const glm::vec3> points) const;
    static engine::OrbitView view_facing(const std::vector<Piece> &pieces,
                                         std::span<const glm::vec3> points);

    const engine::PartMesh *mesh_;
    engine::Bvh bvh_;
    BodyBounds bounds_;
    std::uint32_t shape_ = 0;
    std::vector<const Area *> area_of_tag_;
    std::vector<const Region *> region_of_tag_;
    std::vector<std::uint16_t> group_of_tag_;
    std::unordered_map<std::string, std::vector<engine::Tag>> tags_of_area_;
    std::unordered_map<std::string, engine::Tag> tag_of_region_;
    std::unordered_map<std::string, std::vector<engine::Tag>> tags_above_; ///< of deep regions
    std::vector<std::vector<std::uint32_t>> triangles_of_tag_;
};

} // namespace app
