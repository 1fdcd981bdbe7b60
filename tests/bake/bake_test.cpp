#include "bake/bake.hpp"
#include "bake/fit.hpp"
#include "bake/grid.hpp"
#include "bake/obj.hpp"
#include "bake/options.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "mesh/mesh_shape.hpp"
#include "temp_folder.hpp"
#include "topology.hpp"

#include <algorithm>
#include <cmath>

namespace {

bake::Body shipped_body(const char *variant, float build) {
    const auto data = bake::read_body_data(PALPATE_SOURCE_DIR "/assets/body/body.json");
    REQUIRE(data.ok());
    auto body = bake::Body::build(*data, variant, build);
    REQUIRE(body.ok());
    return std::move(body).value();
}

engine::PartMesh coarse(const bake::Body &body, unsigned threads) {
    auto mesh = bake::bake_body(body, {16, 3000, 60, threads});
    REQUIRE(mesh.ok());
    return std::move(mesh).value();
}

} // namespace

TEST_CASE("bakes by one thread and by three write the same bytes") {
    const bake::Body body = shipped_body("neutral", 0), heavy = shipped_body("neutral", 1);
    const test::TempFolder folder;
    std::vector<std::string> meshes, shapes;
    for (const unsigned threads : {1u, 3u}) {
        const engine::PartMesh mesh = coarse(body, threads);
        const engine::PartMesh fitted = bake::fit(mesh, body, heavy, threads);
        CHECK(is_closed(mesh));
        CHECK(mesh.triangle.size() <= 3000);
        CHECK(fitted.position != mesh.position);
        REQUIRE(engine::write_part_mesh(mesh, folder.path() / "mesh").ok());
        REQUIRE(
            engine::write_mesh_shape(engine::shape_of(fitted), mesh, folder.path() / "shape").ok());
        meshes.push_back(engine::read_file(folder.path() / "mesh", 1 << 24).value());
        shapes.push_back(engine::read_file(folder.path() / "shape", 1 << 24).value());
    }
    CHECK((meshes[0] == meshes[1]));
    CHECK((shapes[0] == shapes[1]));
    CHECK(shapes[0].size() > 1000);
}

TEST_CASE("the field is symmetric and negative inside") {
    const bake::Body body = shipped_body("female", -1);
    const glm::vec3 chest{60, 1250, 0};
    const auto at = [&](glm::vec3 p) { return body.field(p, body.nearby(p, 8)); };
    CHECK(at(chest) < -20);
    CHECK(at({0, 2200, 0}) > 100);
    for (const glm::vec3 p : {chest, glm::vec3{150, 1200, 60}, glm::vec3{100, 700, 40}})
        CHECK(at(p) == at({-p.x, p.y, p.z}));
}

TEST_CASE("no sample of the field is so near to zero that vertices would coincide") {
    constexpr float cell = 16;
    const bake::Grid grid = bake::sample_body(shipped_body("neutral", 0), cell, 2);
    CHECK(std::all_of(grid.value.begin(), grid.value.end(),
                      [](float value) { return std::fabs(value) > .05f * cell; }));
}

TEST_CASE("the far sources that nearby() leaves out do not change the field") {
    const bake::Body body = shipped_body("neutral", 0);
    for (const glm::vec3 p : {glm::vec3{140, 1200, 40}, {20, 1640, 95}, {100, 500, -60}}) {
        const float narrow = body.field(p, body.nearby(p, 8));
        CHECK(narrow == Approx(body.field(p, body.nearby(p, 500))).margin(1e-4));
    }
}

TEST_CASE("OBJ has a group for each tag, named by part and side") {
    engine::PartMesh mesh;
    mesh.position = {{0, 0, 0}, {1.5f, 0, 0}, {0, 1, 0}};
    mesh.normal = {{0, 0, 1}, {0, 0, 1}, {0, 0, 1}};
    mesh.triangle = {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}};
    mesh.tag = {0, 3, 2};
    mesh.part_name = {"middle", "pair"};
    CHECK(bake::obj_text(mesh) == "# millimetres; x to the figure's left, y up, z forward\n"
                                  "v 0 0 0\nv 1.5 0 0\nv 0 1 0\n"
                                  "vn 0 0 1\nvn 0 0 1\nvn 0 0 1\n"
                                  "g middle\nf 1//1 2//2 3//3\n"
                                  "g pair.l\nf 2//2 1//1 3//3\n"
                                  "g pair.r\nf 3//3 2//2 1//1\n");
}

TEST_CASE("the command line is read, and refused with a sentence") {
    const auto parse = [](std::vector<std::string> arguments) -> engine::Result<bake::Options> {
        bake::Options options;
        const auto read = engine::read(bake::command_line(options), arguments);
        if (!read)
            return read.error();
        return options;
    };
    const auto options = parse({"--variant", "female", "--build", "-0.5", "--quality", "fast",
                                "--body", "b.json", "--out", "o.mesh", "--obj", "o.obj"});
    REQUIRE(options.ok());
    CHECK(options->variant == "female");
    CHECK(options->build == -.5f);
    CHECK(options->fast);
    CHECK(options->body == "b.json");
    CHECK(options->out == "o.mesh");
    CHECK(options->obj == "o.obj");
    CHECK_FALSE(parse({"--out", "x"})->fast);

    CHECK_FALSE(parse({"--out", "x"})->measure);
    const auto measure = parse({"--measure", "--variant", "male", "--compare"});
    REQUIRE(measure.ok());
    CHECK(measure->measure);
    CHECK(measure->compare);
    CHECK(measure->variant == "male");

    CHECK_FALSE(parse({}).ok());
    CHECK_FALSE(parse({"--out"}).ok());
    CHECK_FALSE(parse({"--out", "x", "--quality", "best"}).ok());
    for (const char *build : {"2", "-1.01", "nan", "1x", "x", ""})
        CHECK_FALSE(parse({"--out", "x", "--build", build}).ok());
    const auto unknown = parse({"--out", "x", "--sex", "y"});
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error().message == "There is no option --sex.");
}
