/// The same mesh in Embree's hierarchy, to compare with.
#pragma once

#include "math/orbit_view.hpp"
#include "mesh/part_mesh.hpp"

#if BENCH_EMBREE == 4
#include <embree4/rtcore.h>
#else
#include <embree3/rtcore.h>
#endif

namespace bench {

class EmbreeScene {
  public:
    explicit EmbreeScene(const engine::PartMesh &mesh);
    ~EmbreeScene();
    EmbreeScene(const EmbreeScene &) = delete;
    EmbreeScene &operator=(const EmbreeScene &) = delete;

    bool hit(const engine::Ray &ray) const;

  private:
    RTCDevice device_;
    RTCScene scene_;
};

} // namespace bench
