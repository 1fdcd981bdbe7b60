/// The parts of a mesh as landmarks: where the left half's (or the midline's) skin of each is.
#pragma once

#include "bake/box.hpp"
#include "mesh/part_mesh.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace bake {

class Skin {
  public:
    struct Part {
        Box box;
        glm::vec3 centroid{0};          ///< of the surface
        std::vector<glm::vec3> corners; ///< of its triangles, each as often as it is used
    };

    explicit Skin(const engine::PartMesh &mesh);

    const Box &box() const { return box_; } ///< of everything, right half included
    bool has(std::string_view part) const { return parts_.contains(part); }
    const Part &at(std::string_view part) const; ///< has(part)

  private:
    Box box_;
    std::map<std::string, Part, std::less<>> parts_;
};

/// The middle of the left border between one part and some others, each point weighing the same.
glm::vec3 border_middle(const engine::PartMesh &mesh, std::string_view part,
                        const std::vector<std::string_view> &others);

} // namespace bake
