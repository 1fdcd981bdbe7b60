/// The body on the screen: one mesh that takes the shape of the chosen figure.
#pragma once

#include "mesh/mesh_shape.hpp"
#include "model/body/body_paint.hpp"
#include "model/body/neighbours.hpp"
#include "model/session/document.hpp"

#include <map>
#include <memory>

namespace app {

/// 120,000 or 50,000 triangles.
enum class BodyDetail : std::uint8_t { high, fast };

class BodyModel {
  public:
    /// Reads the neutral body from `folder` (share/palpate/body). On the heap, since its parts
    /// refer to each other. The atlas must outlive it.
    static engine::Result<std::unique_ptr<BodyModel>> load(const std::string &folder,
                                                           BodyDetail detail, const Atlas &atlas);

    /// Gives the mesh the figure's shape: between slim, usual and heavy, in proportion. Reads a
    /// variant's files when it is first shown. On an Error the body stays as it is.
    engine::Result<engine::Done> show(const ShownFigure &figure);

    const engine::PartMesh &mesh() const { return mesh_; }
    const BodyPlaces &places() const { return *places_; }
    const Neighbours &neighbours() const { return *neighbours_; }
    BodyPaint &paint() { return *paint_; }

  private:
    struct Builds {
        engine::MeshShape slim, usual, heavy;
    };
    BodyModel() = default;
    engine::Result<const Builds *> builds_of(FigureVariant variant);
    engine::Result<engine::MeshShape> read(const std::string &name) const;

    std::string folder_;
    BodyDetail detail_ = BodyDetail::high;
    engine::PartMesh mesh_;
    engine::MeshShape neutral_; ///< as `mesh_` was read
    ShownFigure shown_;
    std::map<FigureVariant, Builds> builds_; ///< those that have been shown
    std::unique_ptr<BodyPlaces> places_;
    std::unique_ptr<Neighbours> neighbours_;
    std::unique_ptr<BodyPaint> paint_;
};

} // namespace app
