#include "mesh/part_mesh.hpp"

#include "base/file.hpp"
#include "mesh/mesh_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {
namespace {

constexpr std::uint32_t magic = 0x324d4250; // "PBM2"
constexpr std::uint32_t max_name_bytes = 200;

struct Header {
    std::uint32_t magic, vertices, triangles, parts, borders;
};

/// What the arrays of that many elements take, without the names.
std::uint64_t array_bytes(const Header &h) {
    const std::uint64_t per_vertex = 2 * sizeof(glm::vec3) + 2 * sizeof(float);
    const std::uint64_t per_triangle = 3 * sizeof(std::uint32_t) + sizeof(Tag);
    const std::uint64_t per_border = 2 * sizeof(std::uint32_t) + 2 * sizeof(Tag);
    return per_vertex * h.vertices + per_triangle * h.triangles + per_border * h.borders;
}

bool take_names(ByteReader &reader, std::size_t count, std::vector<std::string> &names) {
    if (count * sizeof(std::uint32_t) > reader.left())
        return false;
    names.resize(count);
    for (std::string &name : names) {
        std::uint32_t length = 0;
        if (!reader.take(length) || length > max_name_bytes || length > reader.left())
            return false;
        name.resize(length);
        if (!reader.take(name.data(), length))
            return false;
    }
    return true;
}

bool take_borders(ByteReader &reader, std::size_t count, std::vector<BorderEdge> &border) {
    std::vector<std::array<std::uint32_t, 2>> vertex;
    std::vector<std::array<Tag, 2>> sides;
    if (!reader.take(vertex, count) || !reader.take(sides, count))
        return false;
    border.resize(count);
    for (std::size_t i = 0; i < count; ++i)
        border[i] = {vertex[i], sides[i][0], sides[i][1]};
    return true;
}

bool indices_are_valid(const PartMesh &mesh) {
    const auto vertex_exists = [&](std::uint32_t v) { return v < mesh.position.size(); };
    const auto tag_exists = [&](Tag t) { return t < mesh.tag_count(); };
    return std::all_of(mesh.triangle.begin(), mesh.triangle.end(),
                       [&](const auto &t) {
                           return vertex_exists(t[0]) && vertex_exists(t[1]) && vertex_exists(t[2]);
                       }) &&
           std::all_of(mesh.tag.begin(), mesh.tag.end(), tag_exists) &&
           std::all_of(mesh.border.begin(), mesh.border.end(), [&](const BorderEdge &e) {
               return vertex_exists(e.vertex[0]) && vertex_exists(e.vertex[1]) &&
                      tag_exists(e.first) && tag_exists(e.second);
           });
}

std::string to_bytes(const PartMesh &mesh) {
    const Header header{magic, std::uint32_t(mesh.position.size()),
                        std::uint32_t(mesh.triangle.size()), std::uint32_t(mesh.part_name.size()),
                        std::uint32_t(mesh.border.size())};
    std::string bytes;
    bytes.reserve(sizeof header + array_bytes(header));
    append(bytes, &header, 1);
    append(bytes, mesh.position);
    append(bytes, mesh.normal);
    append(bytes, mesh.ambient_occlusion);
    append(bytes, mesh.border_distance);
    append(bytes, mesh.triangle);
    append(bytes, mesh.tag);
    for (const BorderEdge &edge : mesh.border)
        append(bytes, edge.vertex.data(), 2);
    for (const BorderEdge &edge : mesh.border) {
        append(bytes, &edge.first, 1);
        append(bytes, &edge.second, 1);
    }
    for (const std::string &name : mesh.part_name) {
        const auto length = std::uint32_t(name.size());
        append(bytes, &length, 1);
        bytes += name;
    }
    return bytes;
}

} // namespace

Result<PartMesh> read_part_mesh(const std::filesystem::path &file) {
    auto bytes = read_file(file, max_mesh_file_bytes);
    if (!bytes)
        return bytes.error();
    ByteReader reader(*bytes);
    Header header{};
    if (!reader.take(header))
        return damaged_mesh_file(file, "it is too short");
    if (header.magic != magic)
        return Error{file.string() + " is not a shape file of this program. Build or install the "
                                     "program again."};
    if (array_bytes(header) > reader.left())
        return damaged_mesh_file(file, "it ends too early");

    PartMesh mesh;
    const bool complete =
        reader.take(mesh.position, header.vertices) && reader.take(mesh.normal, header.vertices) &&
        reader.take(mesh.ambient_occlusion, header.vertices) &&
        reader.take(mesh.border_distance, header.vertices) &&
        reader.take(mesh.triangle, header.triangles) && reader.take(mesh.tag, header.triangles) &&
        take_borders(reader, header.borders, mesh.border) &&
        take_names(reader, header.parts, mesh.part_name);
    if (!complete)
        return damaged_mesh_file(file, "it ends too early");
    if (reader.left() > 0)
        return damaged_mesh_file(file, "it is longer than it says");
    if (mesh.tag_count() > no_tag)
        return damaged_mesh_file(file, "it has too many parts");
    if (!indices_are_valid(mesh))
        return damaged_mesh_file(file, "a triangle or border points outside of it");
    if (!all_finite(mesh.position) || !all_finite(mesh.normal) ||
        !all_finite(mesh.ambient_occlusion) || !all_finite(mesh.border_distance))
        return damaged_mesh_file(file, "a coordinate is not a number");
    return mesh;
}

Result<Done> write_part_mesh(const PartMesh &mesh, const std::filesystem::path &file) {
    check(mesh.normal.size() == mesh.position.size() &&
              mesh.ambient_occlusion.size() == mesh.position.size() &&
              mesh.border_distance.size() == mesh.position.size() &&
              mesh.tag.size() == mesh.triangle.size(),
          "write_part_mesh: one value per vertex and triangle");
    return write_shared_file(file, to_bytes(mesh));
}

} // namespace engine
