#include "mesh/mesh_shape.hpp"

#include "base/check.hpp"
#include "base/file.hpp"
#include "mesh/mesh_bytes.hpp"

#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>

namespace engine {
namespace {

constexpr std::uint32_t shape_magic = 0x31534250; // "PBS1"

struct ShapeHeader {
    std::uint32_t magic, vertices;
    std::uint64_t triangles; ///< their checksum
};

/// FNV-1a over the vertex indices: shows whether a shape was made for these triangles.
std::uint64_t checksum(const PartMesh &mesh) {
    std::uint64_t sum = 0xcbf29ce484222325;
    for (const auto &triangle : mesh.triangle)
        for (const std::uint32_t v : triangle)
            sum = (sum ^ v) * 0x100000001b3;
    return sum;
}

bool fits(const MeshShape &shape, std::size_t vertices) {
    return shape.position.size() == vertices && shape.normal.size() == vertices &&
           shape.ambient_occlusion.size() == vertices;
}

} // namespace

MeshShape shape_of(const PartMesh &mesh) {
    return {mesh.position, mesh.normal, mesh.ambient_occlusion};
}

void set_shape(PartMesh &mesh, const MeshShape &a, const MeshShape &b, float t) {
    check(fits(a, mesh.position.size()) && fits(b, mesh.position.size()),
          "set_shape: shapes of another mesh");
    for (std::size_t i = 0; i < mesh.position.size(); ++i) {
        mesh.position[i] = glm::mix(a.position[i], b.position[i], t);
        mesh.normal[i] = glm::normalize(glm::mix(a.normal[i], b.normal[i], t));
        mesh.ambient_occlusion[i] = glm::mix(a.ambient_occlusion[i], b.ambient_occlusion[i], t);
    }
}

Result<MeshShape> read_mesh_shape(const std::filesystem::path &file, const PartMesh &mesh) {
    auto bytes = read_file(file, max_mesh_file_bytes);
    if (!bytes)
        return bytes.error();
    ByteReader reader(*bytes);
    ShapeHeader header{};
    if (!reader.take(header))
        return damaged_mesh_file(file, "it is too short");
    if (header.magic != shape_magic || header.vertices != mesh.position.size() ||
        header.triangles != checksum(mesh))
        return damaged_mesh_file(file, "it does not belong to the mesh beside it");
    constexpr std::size_t per_vertex = 2 * sizeof(glm::vec3) + sizeof(float);
    if (reader.left() != per_vertex * header.vertices)
        return damaged_mesh_file(file, "its length is wrong");
    MeshShape shape;
    const bool complete = reader.take(shape.position, header.vertices) &&
                          reader.take(shape.normal, header.vertices) &&
                          reader.take(shape.ambient_occlusion, header.vertices);
    if (!complete || !all_finite(shape.position) || !all_finite(shape.normal) ||
        !all_finite(shape.ambient_occlusion))
        return damaged_mesh_file(file, "a coordinate is not a number");
    return shape;
}

Result<Done> write_mesh_shape(const MeshShape &shape, const PartMesh &mesh,
                              const std::filesystem::path &file) {
    check(fits(shape, mesh.position.size()), "write_mesh_shape: a shape of another mesh");
    const ShapeHeader header{shape_magic, std::uint32_t(mesh.position.size()), checksum(mesh)};
    std::string bytes;
    append(bytes, &header, 1);
    append(bytes, shape.position);
    append(bytes, shape.normal);
    append(bytes, shape.ambient_occlusion);
    return write_shared_file(file, bytes);
}

} // namespace engine
