#include "bake/obj.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace bake {
namespace {

void append_vector(std::string &text, const char *keyword, glm::vec3 v) {
    text += keyword;
    for (int i = 0; i < 3; ++i) {
        char digits[32];
        const auto end = std::to_chars(digits, digits + sizeof digits, v[i]);
        text += ' ';
        text.append(digits, end.ptr);
    }
    text += '\n';
}

void append_face(std::string &text, const std::array<std::uint32_t, 3> &triangle) {
    text += 'f';
    for (const std::uint32_t v : triangle) {
        const std::string index = std::to_string(v + 1);
        text += ' ' + index + "//" + index;
    }
    text += '\n';
}

} // namespace

std::string obj_text(const engine::PartMesh &mesh) {
    std::vector<std::vector<std::size_t>> triangles(mesh.tag_count());
    for (std::size_t i = 0; i < mesh.triangle.size(); ++i)
        triangles[mesh.tag[i]].push_back(i);

    std::string text = "# millimetres; x to the figure's left, y up, z forward\n";
    for (const glm::vec3 p : mesh.position)
        append_vector(text, "v", p);
    for (const glm::vec3 n : mesh.normal)
        append_vector(text, "vn", n);
    for (std::size_t tag = 0; tag < triangles.size(); ++tag) {
        if (triangles[tag].empty())
            continue;
        const bool paired = !triangles[tag | 1].empty();
        text += "g " + mesh.part_name[tag / 2] + (!paired ? "" : tag & 1 ? ".r" : ".l") + "\n";
        for (const std::size_t i : triangles[tag])
            append_face(text, mesh.triangle[i]);
    }
    return text;
}

} // namespace bake
