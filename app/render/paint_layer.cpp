#include "render/paint_layer.hpp"

#include "render/body_geometry.hpp"
#include "render/picture_space.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace app {

using engine::PartMesh;
using engine::SkinPatch;

namespace {

struct PaintVertex {
    SkinVertex skin;
    std::array<float, 6> outside; ///< of the whole triangle
};

std::vector<PaintVertex> vertices_of(const SkinPatch &patch, const PartMesh &mesh) {
    std::vector<PaintVertex> vertices;
    vertices.reserve(3 * patch.cells.size());
    for (const SkinPatch::Cell &cell : patch.cells)
        for (const std::uint32_t vertex : mesh.triangle[cell.triangle])
            vertices.push_back({skin_vertex(mesh, vertex, mesh.tag[cell.triangle]), cell.outside});
    return vertices;
}

float largest_radius(const SkinPatch &patch) {
    float deepest = 0;
    for (const SkinPatch::Cell &cell : patch.cells)
        deepest = std::min(deepest, std::ranges::min(cell.outside));
    return std::sqrt(-deepest);
}

} // namespace

PaintLayer::Triangles::Triangles()
    : array("painted skin"), vertices(engine::gl::Buffer::Use::vertices, "painted skin vertices") {
    const auto attach = [&](const engine::gl::Attribute &attribute) {
        array.attach(vertices, attribute, sizeof(PaintVertex));
    };
    constexpr std::size_t outside = offsetof(PaintVertex, outside);
    attach({0, 3, GL_FLOAT, offsetof(SkinVertex, position)});
    attach({1, 3, GL_SHORT, offsetof(SkinVertex, normal), true});
    attach({2, 1, GL_UNSIGNED_SHORT, offsetof(SkinVertex, openness), true});
    attach({3, 3, GL_FLOAT, outside});
    attach({4, 3, GL_FLOAT, outside + 3 * sizeof(float)});
}

void PaintLayer::Triangles::upload(const std::shared_ptr<const SkinPatch> &wanted,
                                   const PartMesh &mesh) {
    patch = wanted;
    radius_mm = largest_radius(*patch);
    const std::vector<PaintVertex> made = vertices_of(*patch, mesh);
    vertices.set(std::span<const PaintVertex>(made));
    count = static_cast<GLsizei>(made.size());
}

/// A stroke grows from frame to frame: its memory on the card is used again.
void PaintLayer::follow(const std::vector<PaintedPatch> &wanted, const PartMesh &mesh,
                        bool reshaped) {
    auto before = std::exchange(triangles_, {});
    triangles_.resize(wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const auto same = std::ranges::find_if(
            before, [&](const auto &old) { return old->patch == wanted[i].patch; });
        if (same == before.end())
            continue;
        triangles_[i] = std::move(*same);
        before.erase(same);
        if (reshaped)
            triangles_[i]->upload(wanted[i].patch, mesh);
    }
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (triangles_[i])
            continue;
        if (before.empty()) {
            triangles_[i] = std::make_unique<Triangles>();
        } else {
            triangles_[i] = std::move(before.back());
            before.pop_back();
        }
        triangles_[i]->upload(wanted[i].patch, mesh);
    }
}

void PaintLayer::draw(const engine::gl::Program &program, const std::vector<PaintedPatch> &wanted,
                      float ui_scale) const {
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const PaintedPatch &paint = wanted[i];
        program.set("ink", to_vec3(paint.look.color));
        program.set("hatch", static_cast<int>(paint.look.hatch));
        program.set("level", static_cast<float>(paint.look.level));
        program.set("selected", paint.look.selected ? 1 : 0);
        program.set("line_color", to_vec3(paint.line_color));
        program.set("line_half", paint.line_px * ui_scale / 2);
        program.set("dashed", paint.dashed ? 1 : 0);
        program.set("casing_color", to_vec3(paint.casing_color));
        program.set("casing_half", paint.casing_px * ui_scale / 2);
        program.set("radius_mm", triangles_[i]->radius_mm);
        triangles_[i]->array.bind();
        glDrawArrays(GL_TRIANGLES, 0, triangles_[i]->count);
    }
}

} // namespace app
