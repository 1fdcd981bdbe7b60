#include "catch.hpp"
#include "mesh/bvh.hpp"
#include "mesh/painted.hpp"
#include "spheres.hpp"

#include <set>
#include <string>

using namespace engine;

namespace {

PartMesh shipped(const std::string &quality) {
    auto mesh = read_part_mesh(PALPATE_SHARE_DIR "/body/neutral-" + quality + ".mesh");
    REQUIRE(mesh.ok());
    return std::move(mesh).value();
}

/// Every eighth triangle, still all over the body: a search through all of them takes its time.
PartMesh thinned(PartMesh mesh) {
    const PartMesh whole = mesh;
    mesh.triangle.clear();
    mesh.tag.clear();
    for (std::size_t t = 0; t < whole.triangle.size(); t += 8) {
        mesh.triangle.push_back(whole.triangle[t]);
        mesh.tag.push_back(whole.tag[t]);
    }
    return mesh;
}

/// The same numbers each time.
class Numbers {
  public:
    float between(float low, float high) {
        return low + (high - low) * static_cast<float>(random_()) / 4294967296.0F;
    }

  private:
    std::mt19937 random_{11}; // NOLINT
};

/// Of all triangles, in double: sides by the projection on the line, the inside by the plane.
double distance_to(const PartMesh &mesh, std::uint32_t triangle, glm::dvec3 p) {
    std::array<glm::dvec3, 3> corner;
    for (std::size_t k = 0; k < 3; ++k)
        corner[k] = mesh.position[mesh.triangle[triangle][k]];
    const glm::dvec3 normal = glm::cross(corner[1] - corner[0], corner[2] - corner[0]);
    bool over = true;
    double nearest = 1e9;
    for (std::size_t k = 0; k < 3; ++k) {
        const glm::dvec3 a = corner[k], side = corner[(k + 1) % 3] - a;
        over = over && glm::dot(glm::cross(side, p - a), normal) >= 0;
        const double t = std::clamp(glm::dot(p - a, side) / glm::dot(side, side), 0.0, 1.0);
        nearest = std::min(nearest, glm::distance(p, a + side * t));
    }
    return over ? std::abs(glm::dot(p - corner[0], glm::normalize(normal))) : nearest;
}

double brute_force(const PartMesh &mesh, glm::dvec3 p, const std::set<Tag> &allowed) {
    double nearest = 1e9;
    for (std::uint32_t t = 0; t < mesh.triangle.size(); ++t)
        if (allowed.empty() || allowed.contains(mesh.tag[t]))
            nearest = std::min(nearest, distance_to(mesh, t, p));
    return nearest;
}

} // namespace

TEST_CASE("areas of the parts of a sphere are those of its halves") {
    const PartMesh mesh = icosphere(5, 100);
    const Surface surface(mesh);
    const double whole = 4 * std::numbers::pi * 100 * 100;
    CHECK(surface.area() == Approx(whole).epsilon(.001));
    CHECK(surface.area(0) == Approx(whole / 2).epsilon(.02));
    CHECK(surface.area(0) + surface.area(1) == Approx(surface.area()).epsilon(1e-9));
    PartMesh twice = mesh;
    Surface grown(twice);
    for (glm::vec3 &p : twice.position)
        p *= 2;
    grown.refit();
    CHECK(grown.area() == Approx(4 * surface.area()).epsilon(1e-6));
    CHECK(grown.area(1) == Approx(4 * surface.area(1)).epsilon(1e-6));
    std::size_t corners = 0;
    for (std::uint32_t v = 0; v < mesh.position.size(); ++v)
        for (const std::uint32_t t : surface.triangles_at(v)) {
            const auto &triangle = mesh.triangle[t];
            CHECK((triangle[0] == v || triangle[1] == v || triangle[2] == v));
            ++corners;
        }
    CHECK(corners == 3 * mesh.triangle.size());
}

TEST_CASE("the nearest place is that of a search through all triangles") {
    const PartMesh mesh = thinned(shipped("fast"));
    const Bvh bvh(mesh);
    const Surface surface(mesh);
    const std::vector<Tag> some{4, 5, 30, 77, 120};
    const std::set<Tag> allowed(some.begin(), some.end());
    Numbers numbers;
    for (int i = 0; i < 1000; ++i) {
        // Around and inside of the body, every third one just off its skin.
        glm::vec3 p{numbers.between(-700, 700), numbers.between(-200, 1900),
                    numbers.between(-300, 300)};
        if (i % 3 == 0)
            p = mesh.position[static_cast<std::size_t>(i) * 20] + p / 700.0F;
        const auto found = bvh.nearest(p);
        REQUIRE(found);
        CHECK(std::abs(found->distance - brute_force(mesh, p, {})) < 2e-3);
        CHECK(std::abs(glm::distance(p, found->point) - found->distance) < 1e-3F);
        CHECK(glm::distance(surface.position(found->place), found->point) < 1e-3F);
        CHECK(found->tag == mesh.tag[found->place.triangle]);
        if (i % 10 == 0) {
            const auto of_some = bvh.nearest(p, some);
            REQUIRE(of_some);
            CHECK(allowed.contains(of_some->tag));
            CHECK(std::abs(of_some->distance - brute_force(mesh, p, allowed)) < 2e-3);
        }
    }
    const std::vector<Tag> nobody{no_tag};
    CHECK_FALSE(bvh.nearest({0, 0, 0}, nobody));
    CHECK_FALSE(Bvh(PartMesh{}).nearest({0, 0, 0}));
}

TEST_CASE("a place carries over to another figure of the same triangles") {
    const PartMesh small = icosphere(3, 50), large = icosphere(3, 100);
    const Bvh bvh(small);
    const Surface surface(small);
    Numbers numbers;
    for (int i = 0; i < 200; ++i) {
        const glm::vec3 p{numbers.between(-60, 60), numbers.between(-60, 60),
                          numbers.between(-60, 60)};
        const auto here = bvh.nearest(p);
        REQUIRE(here);
        CHECK(glm::distance(carry(here->place, small), here->point) < 1e-3F);
        CHECK(glm::distance(carry(here->place, large), here->point * 2.0F) < 1e-3F);
        CHECK(glm::distance(surface.position(surface.place(here->place.triangle, here->point)),
                            here->point) < 1e-3F);
        CHECK(glm::dot(surface.normal(here->place), glm::normalize(here->point)) > .999F);
    }
}

TEST_CASE("the skin of the body has the area of a person's") {
    for (const std::string quality : {"high", "fast"}) {
        INFO(quality);
        const PartMesh mesh = shipped(quality);
        const Surface surface(mesh);
        double sum = 0;
        for (std::size_t tag = 0; tag < mesh.tag_count(); ++tag)
            sum += surface.area(static_cast<Tag>(tag));
        CHECK(sum == Approx(surface.area()).epsilon(1e-9));
        CHECK(surface.area() == Approx(1.71e6).epsilon(.06)); // 1.69 m tall, about 64 kg
        // Both sides are the same but for the way their triangles lie.
        for (std::size_t part = 0; part < mesh.part_name.size(); ++part) {
            const double left = surface.area(static_cast<Tag>(2 * part));
            const double right = surface.area(static_cast<Tag>(2 * part + 1));
            INFO(mesh.part_name[part]);
            CHECK((right == 0 || std::abs(left - right) < .05 * left));
        }
    }
}

TEST_CASE("a brush on one leg does not jump the gap to the other") {
    for (const std::string quality : {"high", "fast"}) {
        INFO(quality);
        const PartMesh mesh = shipped(quality);
        const Surface surface(mesh);
        Brush brush(surface);
        float crotch = 1e9F;
        for (const glm::vec3 p : mesh.position)
            if (std::abs(p.x) < 3 && p.y > 300)
                crotch = std::min(crotch, p.y);
        int seeds = 0, crossed = 0;
        for (std::uint32_t t = 0; t < mesh.triangle.size(); t += 29) {
            const SurfacePoint seed{t, {1.0F / 3, 1.0F / 3, 1.0F / 3}};
            const glm::vec3 p = surface.position(seed), n = surface.normal(seed);
            const bool inner_side = p.x > 0 && p.x < 250 && p.y < crotch && n.x < -.3F;
            if (!inner_side)
                continue;
            for (const float radius : {10.0F, 20.0F, 35.0F, 60.0F}) {
                if (p.y > crotch - radius)
                    continue; // there is a way over the crotch
                ++seeds;
                for (const Footprint::Piece &piece : brush.footprint(seed, radius).pieces)
                    crossed += mesh.position[mesh.triangle[piece.triangle][0]].x < 0;
            }
        }
        CHECK(seeds > 300);
        CHECK(crossed == 0);
    }
}
