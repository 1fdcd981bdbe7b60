/// What of the body is where in a picture, on a coarse grid: enough to place words around it.
#pragma once

#include "model/body/body_places.hpp"

#include <functional>

namespace app {

class SkinGrid {
  public:
    /// One ray every `step_px` window pixels of the figure's viewport.
    SkinGrid(const BodyPlaces &places, const Figure &figure, float step_px);

    /// Whether some body lies in the rectangle.
    bool on_body(const engine::Rect &rect) const;

    /// The cells of one kind of skin.
    struct Patch {
        std::size_t kind;
        glm::vec2 heart; ///< window pixels: the cell that lies deepest inside the patch
        float px2;       ///< of all cells
        float depth_px;  ///< from the rim to the heart
    };
    /// The patches, by kind in ascending order. `kind_of_tag` sorts tags into kinds; empty: to be
    /// left out.
    using KindOfTag = std::function<std::optional<std::size_t>(engine::Tag)>;
    std::vector<Patch> patches(const KindOfTag &kind_of_tag) const;

  private:
    struct Cell {
        int x, y;
    };
    engine::Tag at(Cell cell) const;
    glm::vec2 middle(Cell cell) const;

    engine::Rect viewport_;
    float step_;
    int columns_, rows_;
    std::vector<engine::Tag> tags_; ///< by row
};

} // namespace app
