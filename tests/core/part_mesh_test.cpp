#include "base/file.hpp"
#include "catch.hpp"
#include "mesh/part_mesh.hpp"
#include "temp_folder.hpp"

#include <cstring>
#include <fstream>
#include <limits>

using engine::PartMesh;

namespace {

/// A tetrahedron; its first triangle belongs to one part, the others to another.
PartMesh tetrahedron() {
    PartMesh mesh;
    mesh.position = {{0, 0, 0}, {10, 0, 0}, {0, 10, 0}, {0, 0, 10}};
    mesh.normal = {{0, 0, -1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
    mesh.ambient_occlusion = {0.25f, 0.5f, 0.75f, 1};
    mesh.border_distance = {0, 0, 0, 10};
    mesh.triangle = {{0, 2, 1}, {0, 1, 3}, {1, 2, 3}, {2, 0, 3}};
    mesh.tag = {1, 2, 2, 2};
    mesh.border = {{{2, 1}, 1, 2}, {{1, 0}, 1, 2}, {{0, 2}, 1, 2}};
    mesh.part_name = {"base", "roof"};
    return mesh;
}

std::string bytes_of(const PartMesh &mesh, const test::TempFolder &folder) {
    const auto file = folder.path() / "mesh";
    REQUIRE(engine::write_part_mesh(mesh, file));
    return *engine::read_file(file, 1 << 20);
}

bool reads(const std::string &bytes, const test::TempFolder &folder) {
    const auto file = folder.path() / "broken";
    std::ofstream(file, std::ios::binary) << bytes;
    const auto mesh = engine::read_part_mesh(file);
    if (!mesh.ok())
        CHECK(mesh.error().message.find(file.string()) != std::string::npos);
    return mesh.ok();
}

template <class T>
std::string with(std::string bytes, std::size_t offset, T value) {
    REQUIRE(offset + sizeof value <= bytes.size());
    std::memcpy(bytes.data() + offset, &value, sizeof value);
    return bytes;
}

// Where things lie in the tetrahedron's file: see assets/body/FORMAT.md.
constexpr std::size_t counts = 4, header = 20, positions = header, distances = header + 4 * 28;
constexpr std::size_t triangles = header + 4 * 32, tags = triangles + 4 * 12;
constexpr std::size_t borders = tags + 4 * 2, sides = borders + 3 * 8, names = sides + 3 * 4;

} // namespace

TEST_CASE("a part mesh is read as it was written") {
    const test::TempFolder folder;
    const PartMesh mesh = tetrahedron();
    const auto file = folder.path() / "mesh";
    REQUIRE(engine::write_part_mesh(mesh, file));
    const auto read = engine::read_part_mesh(file);
    REQUIRE(read.ok());
    CHECK(read->position == mesh.position);
    CHECK(read->normal == mesh.normal);
    CHECK(read->ambient_occlusion == mesh.ambient_occlusion);
    CHECK(read->border_distance == mesh.border_distance);
    CHECK(read->triangle == mesh.triangle);
    CHECK(read->tag == mesh.tag);
    CHECK(read->part_name == mesh.part_name);
    REQUIRE(read->border.size() == 3);
    CHECK(read->border[1].vertex == mesh.border[1].vertex);
    CHECK(read->border[1].first == 1);
    CHECK(read->border[1].second == 2);
    CHECK(read->tag_count() == 4);
}

TEST_CASE("a part mesh file of any shorter or longer length is an error") {
    const test::TempFolder folder;
    const std::string whole = bytes_of(tetrahedron(), folder);
    REQUIRE(whole.size() == names + 2 * 4 + 8);
    REQUIRE(reads(whole, folder));
    for (std::size_t size = 0; size < whole.size(); ++size)
        if (reads(whole.substr(0, size), folder))
            FAIL("read " << size << " of " << whole.size() << " bytes");
    CHECK_FALSE(reads(whole + '\0', folder));
}

TEST_CASE("counts in a part mesh file that do not fit its size are an error") {
    const test::TempFolder folder;
    const std::string whole = bytes_of(tetrahedron(), folder);
    for (std::size_t field = 0; field < 4; ++field)
        for (const std::uint32_t count : {0u, 1u, 7u, 0x7fffffffu, 0xffffffffu})
            if (reads(with(whole, counts + 4 * field, count), folder))
                FAIL("read with count " << field << " = " << count);
    CHECK_FALSE(reads(with(whole, names, 0xffffffffu), folder));
    CHECK_FALSE(reads(with(whole, names, 300u), folder));
    CHECK_FALSE(reads(with(whole, 0, 0x324d4251u), folder));
}

TEST_CASE("indices in a part mesh file that point outside are an error") {
    const test::TempFolder folder;
    const std::string whole = bytes_of(tetrahedron(), folder);
    CHECK(reads(with(whole, triangles + 4, 3u), folder));
    CHECK_FALSE(reads(with(whole, triangles + 4, 4u), folder));
    CHECK_FALSE(reads(with(whole, borders, 4u), folder));
    CHECK(reads(with(whole, tags, std::uint16_t{3}), folder));
    CHECK_FALSE(reads(with(whole, tags, std::uint16_t{4}), folder));
    CHECK_FALSE(reads(with(whole, sides + 2, std::uint16_t{4}), folder));
    CHECK_FALSE(reads(with(whole, sides, engine::no_tag), folder));
}

TEST_CASE("coordinates in a part mesh file that are no numbers are an error") {
    const test::TempFolder folder;
    const std::string whole = bytes_of(tetrahedron(), folder);
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        CHECK_FALSE(reads(with(whole, positions + 8, bad), folder));
        CHECK_FALSE(reads(with(whole, positions + 4 * 12, bad), folder));
        CHECK_FALSE(reads(with(whole, distances - 4, bad), folder));
        CHECK_FALSE(reads(with(whole, distances + 12, bad), folder));
    }
}

TEST_CASE("a part mesh that is missing is an error, and one that cannot be written too") {
    const test::TempFolder folder;
    CHECK_FALSE(engine::read_part_mesh(folder.path() / "none").ok());
    CHECK_FALSE(engine::read_part_mesh(folder.path()).ok());
    CHECK_FALSE(engine::write_part_mesh(tetrahedron(), folder.path() / "no" / "mesh").ok());
}
