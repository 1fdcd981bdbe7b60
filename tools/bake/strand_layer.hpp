/// Lays the strands of body.json onto the base surface.
#pragma once

#include "bake/body.hpp"

namespace bake {

class StrandLayer {
  public:
    /// The body must have its frames, lofts and blobs. `relief` scales the heights of muscles.
    StrandLayer(const Body &body, float relief);

    /// The path and the heights of one strand of `muscle`.
    Strand lay(const MuscleData &muscle, const std::vector<ControlPoint> &points) const;

  private:
    /// Features of the face, hand or foot live in its frame; muscles follow the trunk instead.
    const Frame *frame_of(const MuscleData &muscle) const;
    glm::vec3 place(const ControlPoint &point, const Frame *frame) const;
    glm::vec3 first_hit(glm::vec3 origin, glm::vec3 direction) const;
    float widened(float x, float y) const;
    float base(glm::vec3 p) const { return body_.base(p, everything_); }

    const Body &body_;
    float relief_;
    Nearby everything_;
};

} // namespace bake
