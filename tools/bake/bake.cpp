#include "bake/bake.hpp"

#include "bake/ambient_occlusion.hpp"
#include "bake/borders.hpp"
#include "bake/labelling.hpp"
#include "bake/refine.hpp"
#include "bake/simplify.hpp"
#include "bake/surface_nets.hpp"
#include "bake/symmetry.hpp"

#include <vector>

namespace bake {
namespace {

constexpr float smallest_island_mm2 = 150;
constexpr float snap_to_midline_mm = .1f;

engine::PartMesh dense_surface(const Body &body, const Settings &settings) {
    Grid grid = sample_body(body, settings.cell, settings.threads);
    fill_ambiguous_cells(grid, settings.cell);
    return surface_nets(grid);
}

} // namespace

std::vector<bool> on_midline(const Body &body) {
    std::vector<bool> result;
    for (const RegionData &region : body.regions())
        result.push_back(region.mid);
    return result;
}

engine::Result<engine::PartMesh> bake_body(const Body &body, const Settings &settings) {
    engine::PartMesh mesh = dense_surface(body, settings);
    if (mesh.triangle.empty())
        return engine::Error{"The body has no surface. Check the lofts in body.json."};
    keep_largest_component(mesh);
    split_in_focus(mesh, body);
    project_onto(mesh, body, settings.cell, settings.threads);
    smooth_skin(mesh, body);
    set_normals(mesh);

    auto label = label_vertices(mesh, body, settings.threads);
    absorb_islands(mesh, label, smallest_island_mm2 / (settings.cell * settings.cell));
    cut_along_borders(mesh, label, body, settings.threads);
    mesh = left_half(mesh, snap_to_midline_mm);
    simplify(mesh, {settings.triangles / 2, settings.max_edge,
                    [&](glm::vec3 p) { return body.focus(p); }});
    mesh = with_mirror_image(mesh, on_midline(body));

    set_ambient_occlusion(mesh, settings.threads);
    for (glm::vec3 &p : mesh.position)
        p = p * body.scale();
    set_borders(mesh);
    for (const RegionData &region : body.regions())
        mesh.part_name.push_back(region.id);
    return mesh;
}

} // namespace bake
