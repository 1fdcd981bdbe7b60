#include "bake/ambient_occlusion.hpp"

#include "bake/box.hpp"
#include "bake/mesh_tools.hpp"
#include "bake/parallel.hpp"
#include "bake/scalar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <vector>

namespace bake {
namespace {

constexpr int map_size = 512;
constexpr int direction_count = 96, maps_at_once = 8;

/// Even on the sphere (a golden-angle spiral).
glm::vec3 direction(int index) {
    const float y = 1 - 2 * (float(index) + .5f) / direction_count;
    const float radius = std::sqrt(1 - y * y), angle = float(index) * 2.39996f;
    return {radius * std::cos(angle), y, radius * std::sin(angle)};
}

/// The mesh seen along one direction, orthographic: how near the nearest surface is per pixel.
class DepthMap {
  public:
    DepthMap(const engine::PartMesh &mesh, glm::vec3 towards_eye)
        : towards_eye_(towards_eye),
          seen_(mesh.position.size()),
          depth_(std::size_t(map_size * map_size), -1e9f) {
        const glm::vec3 up =
            std::fabs(towards_eye.y) < .9f ? glm::vec3{0, 1, 0} : glm::vec3{1, 0, 0};
        const glm::vec3 u = unit(glm::cross(towards_eye, up)), v = glm::cross(towards_eye, u);
        Box box;
        for (std::size_t i = 0; i < seen_.size(); ++i) {
            const glm::vec3 p = mesh.position[i];
            seen_[i] = {glm::dot(p, u), glm::dot(p, v), glm::dot(p, towards_eye)};
            box.add(seen_[i]);
        }
        const float x_scale = (map_size - 2) / (box.high.x - box.low.x);
        const float y_scale = (map_size - 2) / (box.high.y - box.low.y);
        for (glm::vec3 &p : seen_) {
            p.x = (p.x - box.low.x) * x_scale;
            p.y = (p.y - box.low.y) * y_scale;
        }
        for (const Triangle &t : mesh.triangle)
            draw(seen_[t[0]], seen_[t[1]], seen_[t[2]]);
    }

    glm::vec3 towards_eye() const { return towards_eye_; }

    /// 0 open .. 1 covered, for a vertex whose normal has that cosine to the direction.
    float occlusion(std::size_t vertex, float cosine) const {
        constexpr float bias = 6, ramp = 8; ///< mm
        const glm::vec3 p = seen_[vertex];
        const float cover = depth_[pixel(clamped(p.x + .5f), clamped(p.y + .5f))] - p.z;
        return std::clamp((cover - bias / std::max(cosine, .3f)) / ramp, 0.f, 1.f);
    }

  private:
    static int clamped(float place) { return int(std::clamp(place, 0.f, float(map_size - 1))); }
    static std::size_t pixel(int x, int y) { return std::size_t(y * map_size + x); }

    void draw(glm::vec3 a, glm::vec3 b, glm::vec3 c) {
        const float area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
        if (std::fabs(area) < 1e-9f)
            return;
        const int x_begin = std::max(0, int(std::min({a.x, b.x, c.x})));
        const int x_end = std::min(map_size - 1, int(std::max({a.x, b.x, c.x})) + 1);
        const int y_begin = std::max(0, int(std::min({a.y, b.y, c.y})));
        const int y_end = std::min(map_size - 1, int(std::max({a.y, b.y, c.y})) + 1);
        for (int yi = y_begin; yi <= y_end; ++yi)
            for (int xi = x_begin; xi <= x_end; ++xi) {
                const auto x = float(xi), y = float(yi);
                const float wa = ((b.x - x) * (c.y - y) - (b.y - y) * (c.x - x)) / area;
                const float wb = ((c.x - x) * (a.y - y) - (c.y - y) * (a.x - x)) / area;
                const float wc = 1 - wa - wb;
                if (wa < 0 || wb < 0 || wc < 0)
                    continue;
                float &nearest = depth_[pixel(xi, yi)];
                nearest = std::max(nearest, wa * a.z + wb * b.z + wc * c.z);
            }
    }

    glm::vec3 towards_eye_;
    std::vector<glm::vec3> seen_; ///< vertices: pixel x, y and nearness
    std::vector<float> depth_;
};

} // namespace

void set_ambient_occlusion(engine::PartMesh &mesh, unsigned threads) {
    constexpr float grazing = .02f;
    std::vector<float> open(mesh.position.size()), weight(mesh.position.size());
    for (int first = 0; first < direction_count; first += maps_at_once) {
        std::array<std::optional<DepthMap>, maps_at_once> maps;
        parallel_for(maps.size(), threads,
                     [&](std::size_t m) { maps[m].emplace(mesh, direction(first + int(m))); });
        parallel_chunks(open.size(), 8192, threads, [&](std::size_t i) {
            for (const auto &map : maps) { // always in this order: sums of floats depend on it
                const float cosine = glm::dot(mesh.normal[i], map->towards_eye());
                if (cosine <= grazing)
                    continue;
                weight[i] += cosine;
                open[i] += cosine * (1 - map->occlusion(i, cosine));
            }
        });
    }
    mesh.ambient_occlusion.resize(open.size());
    for (std::size_t i = 0; i < open.size(); ++i)
        mesh.ambient_occlusion[i] = weight[i] > 0 ? open[i] / weight[i] : 1;
}

} // namespace bake
