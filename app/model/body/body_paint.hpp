/// Paint on the body: from a finger on the figure that is shown to dabs on the neutral one, and
/// back to a patch that can be drawn on any figure.
#pragma once

#include "mesh/mesh_shape.hpp"
#include "mesh/skin_patch.hpp"
#include "model/body/body_places.hpp"
#include "model/body/paint_stroke.hpp"

#include <list>
#include <memory>

namespace app {

class NeutralSkin;

/// What some paint covers, measured on the neutral figure.
struct Covered {
    std::string area;                 ///< atlas area id of most of it; empty: of nothing
    std::vector<std::string> regions; ///< atlas region ids, most skin first; without slivers
    double mm2 = 0;
};

class BodyPaint {
  public:
    /// `places` are of the figure that is shown, `neutral` is another shape of its mesh. All must
    /// outlive it.
    BodyPaint(const BodyPlaces &places, const engine::MeshShape &neutral, const Atlas &atlas);
    ~BodyPaint();
    BodyPaint(const BodyPaint &) = delete;
    BodyPaint &operator=(const BodyPaint &) = delete;

    /// Makes ready what painting needs. It takes a moment, once; all else does so by itself.
    void prepare() { skin(); }

    /// The stroke goes on to where the finger is now (`to.pixel` of that figure): dabs are set
    /// close enough for an even edge. It stays on the limb that it began on; the eraser does not.
    void go_on(PaintStroke &stroke, const Figure &figure, const PaintStroke::Touch &to);
    /// How much larger than on the neutral figure the shown skin is there, in length.
    float stretch(std::uint32_t triangle);

    Covered covered(std::span<const Dab> dabs);
    /// Without the dabs whose middle lies under the eraser, on the same skin: a dab goes whole.
    std::vector<Dab> erased(std::span<const Dab> paint, std::span<const Dab> eraser);

    /// For drawing; null for no paint on the body. The same dabs give the same patch, and dabs that
    /// go on from others cost only what is new.
    std::shared_ptr<const engine::SkinPatch> patch(std::span<const Dab> dabs);

  private:
    struct Known {
        std::vector<Dab> dabs;
        std::shared_ptr<const engine::SkinPatch> patch;
    };
    NeutralSkin &skin();
    std::optional<engine::SurfacePoint> place_under(const Figure &figure, glm::vec2 pixel) const;
    void set_dabs(PaintStroke &stroke, const Figure &figure, const PaintStroke::Touch &to,
                  int halvings);

    const BodyPlaces &places_;
    const engine::MeshShape &neutral_;
    const Atlas &atlas_;
    std::unique_ptr<NeutralSkin> skin_; ///< made when it is first needed
    std::list<Known> known_;            ///< the one used last is the first
};

} // namespace app
