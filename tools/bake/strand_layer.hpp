/// Lays the strands of body.json onto the base surface.
#pragma once

#include "bake/body.hpp"

namespace bake {

class StrandLayer {
  public:
    /// The body must have its lofts and blobs.
    explicit StrandLayer(const Body &body);

    /// `height` is that of the middle; it sinks to a quarter at the ends unless it is negative.
    Strand lay(const std::vector<ControlPoint> &points, float height) const;

  private:
    glm::vec3 place(const ControlPoint &point) const;
    glm::vec3 first_hit(glm::vec3 origin, glm::vec3 direction) const;
    float widened(float x, float y) const;
    float base(glm::vec3 p) const { return body_.base(p, everything_); }

    const Body &body_;
    Nearby everything_;
};

} // namespace bake
