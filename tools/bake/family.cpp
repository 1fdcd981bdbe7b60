#include "bake/family.hpp"

#include "bake/ambient_occlusion.hpp"
#include "bake/borders.hpp"
#include "bake/fit.hpp"
#include "bake/simplify.hpp"
#include "bake/symmetry.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace bake {
namespace {

using engine::Done;
using engine::MeshShape;
using engine::PartMesh;
using engine::Result;

struct BuildName {
    const char *ending;
    float build;
};
constexpr std::array<BuildName, 3> builds{{{"-slim", -1}, {"", 0}, {"-heavy", 1}}};

/// A mesh with the vertices that are left of another one.
struct Thinned {
    PartMesh mesh;
    std::vector<std::uint32_t> vertex; ///< of the other mesh, by own vertex
};

Thinned thinned(const PartMesh &high, const Body &base, const Settings &settings) {
    PartMesh half = left_half(high, 0); // its vertices are the first ones of `high`
    const std::vector<std::uint32_t> image = mirror_images(half);
    const auto focus = [&](glm::vec3 p) { return base.focus(p / base.scale()); };
    Thinned fast;
    fast.vertex = simplify(half, {settings.fast_triangles / 2, settings.fast_max_edge, focus});
    for (std::size_t v = 0; v < half.position.size(); ++v)
        if (half.position[v].x != 0)
            fast.vertex.push_back(image[fast.vertex[v]]);
    fast.mesh = with_mirror_image(half, on_midline(base));
    for (const std::uint32_t v : fast.vertex)
        fast.mesh.ambient_occlusion.push_back(high.ambient_occlusion[v]);
    set_borders(fast.mesh);
    return fast;
}

template <class T>
std::vector<T> picked(const std::vector<T> &values, const std::vector<std::uint32_t> &indices) {
    std::vector<T> result;
    for (const std::uint32_t i : indices)
        result.push_back(values[i]);
    return result;
}

MeshShape picked(const MeshShape &shape, const std::vector<std::uint32_t> &vertices) {
    return {picked(shape.position, vertices), picked(shape.normal, vertices),
            picked(shape.ambient_occlusion, vertices)};
}

PartMesh fitted(const PartMesh &mesh, const Body &base, const Body &figure, unsigned threads) {
    PartMesh result = fit(mesh, base, figure, threads);
    set_ambient_occlusion(result, threads);
    set_borders(result);
    return result;
}

bool is_base(const std::string &variant, float build) {
    return variant == base_variant && build == 0;
}

} // namespace

Result<Family> bake_family(const BodyData &data, const Settings &settings) {
    const auto base = Body::build(data, base_variant, 0);
    if (!base)
        return base.error();
    auto high = bake_body(*base, settings);
    if (!high)
        return high.error();
    const Thinned fast = thinned(*high, *base, settings);

    Family family{{std::move(*high), {}}, {fast.mesh, {}}};
    for (const auto &[variant, weights] : data.variants)
        for (const auto &[ending, build] : builds) {
            if (is_base(variant, build))
                continue;
            const auto figure = Body::build(data, variant, build);
            if (!figure)
                return figure.error();
            const MeshShape shape =
                shape_of(fitted(family.high.base, *base, *figure, settings.threads));
            family.fast.shapes.push_back({variant + ending, picked(shape, fast.vertex)});
            family.high.shapes.push_back({variant + ending, shape});
        }
    return family;
}

Result<PartMesh> bake_figure(const BodyData &data, const std::string &variant, float build,
                             bool fast, const Settings &settings) {
    const auto base = Body::build(data, base_variant, 0);
    if (!base)
        return base.error();
    const auto figure = Body::build(data, variant, build);
    if (!figure)
        return figure.error();
    auto mesh = bake_body(*base, settings);
    if (!mesh)
        return mesh.error();
    const Thinned thin = fast ? thinned(*mesh, *base, settings) : Thinned{};
    if (!is_base(variant, build))
        *mesh = fitted(*mesh, *base, *figure, settings.threads);
    if (!fast)
        return mesh;
    PartMesh result = thin.mesh;
    const MeshShape shape = picked(shape_of(*mesh), thin.vertex);
    set_shape(result, shape, shape, 0);
    set_borders(result);
    return result;
}

Result<Done> write_family(const Family &family, const std::filesystem::path &folder) {
    for (const bool fast : {false, true}) {
        const DetailLevel &level = fast ? family.fast : family.high;
        const std::string detail = fast ? "-fast" : "-high";
        auto done = write_part_mesh(level.base, folder / (base_variant + detail + ".mesh"));
        for (const auto &[name, shape] : level.shapes)
            if (done)
                done = write_mesh_shape(shape, level.base, folder / (name + detail + ".shape"));
        if (!done)
            return done;
    }
    return Done{};
}

} // namespace bake
