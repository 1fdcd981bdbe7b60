#include "bake/bake.hpp"
#include "bake/family.hpp"
#include "bake/fit.hpp"
#include "catch.hpp"
#include "topology.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cmath>

namespace {

constexpr bake::Settings coarse_settings{12, 8000, 60, 0, 3000, 80};

bake::BodyData shipped_data() {
    auto data = bake::read_body_data(PALPATE_SOURCE_DIR "/assets/body/body.json");
    REQUIRE(data.ok());
    return std::move(data).value();
}

bake::Body figure(const bake::BodyData &data, const char *variant, float build) {
    auto body = bake::Body::build(data, variant, build);
    REQUIRE(body.ok());
    return std::move(body).value();
}

const engine::PartMesh &neutral_mesh() {
    static const engine::PartMesh mesh = [] {
        auto baked = bake::bake_body(figure(shipped_data(), "neutral", 0), coarse_settings);
        REQUIRE(baked.ok());
        return std::move(baked).value();
    }();
    return mesh;
}

float percentile(std::vector<float> values, double share) {
    const auto at = values.begin() + std::ptrdiff_t(share * double(values.size() - 1));
    std::nth_element(values.begin(), at, values.end());
    return *at;
}

/// How far over the figure's skin each vertex is, mm.
std::vector<float> heights(const engine::PartMesh &mesh, const bake::Body &body) {
    std::vector<float> result;
    for (const glm::vec3 p : mesh.position) {
        const glm::vec3 q = p / body.scale();
        result.push_back(body.field(q, body.nearby(q, 1)));
    }
    return result;
}

} // namespace

TEST_CASE("a figure fitted to itself stays as it is") {
    const bake::Body neutral = figure(shipped_data(), "neutral", 0);
    const engine::PartMesh fitted = bake::fit(neutral_mesh(), neutral, neutral, 0);
    CHECK(fitted.triangle == neutral_mesh().triangle);
    std::vector<float> moved;
    for (std::size_t i = 0; i < fitted.position.size(); ++i)
        moved.push_back(glm::length(fitted.position[i] - neutral_mesh().position[i]));
    CHECK(percentile(moved, .5) < .1f);
    CHECK(percentile(moved, .99) < 6); // coarse_settings borders were cut across edges of 12 mm
}

TEST_CASE("a fitted figure has its own skin, size and borders, and the same triangles") {
    const bake::BodyData data = shipped_data();
    const bake::Body neutral = figure(data, "neutral", 0);
    struct Case {
        const char *variant;
        float build, stature;
    };
    for (const auto &[variant, build, stature] :
         {Case{"male", 0, 1757}, Case{"female", 0, 1630}, Case{"neutral", 1, 1692}}) {
        CAPTURE(variant, build);
        const bake::Body body = figure(data, variant, build);
        const engine::PartMesh fitted = bake::fit(neutral_mesh(), neutral, body, 0);
        CHECK(fitted.triangle == neutral_mesh().triangle);
        CHECK(fitted.tag == neutral_mesh().tag);
        CHECK(is_closed(fitted));

        float top = 0;
        for (const glm::vec3 p : fitted.position)
            top = std::max(top, p.y);
        CHECK(top == Approx(stature).margin(6));

        const auto before = heights(neutral_mesh(), neutral), after = heights(fitted, body);
        std::vector<float> change;
        for (std::size_t i = 0; i < after.size(); ++i)
            change.push_back(std::fabs(after[i] - before[i]));
        CHECK(percentile(change, .5) < .05f);
        CHECK(percentile(change, .98) < 1.5f);

        std::vector<float> off_border;
        for (const auto &edge : fitted.border)
            if (edge.first / 2 != edge.second / 2)
                for (const auto v : edge.vertex)
                    off_border.push_back(std::fabs(body.border_value(
                        fitted.position[v] / body.scale(), edge.first / 2, edge.second / 2)));
        CHECK(percentile(off_border, .5) < .5f);
        CHECK(percentile(off_border, .9) < 6);
    }
}

TEST_CASE("left and right stay on their sides when a figure is fitted") {
    const bake::BodyData data = shipped_data();
    const engine::PartMesh fitted =
        bake::fit(neutral_mesh(), figure(data, "neutral", 0), figure(data, "female", 1), 0);
    std::size_t strayed = 0;
    for (std::size_t i = 0; i < fitted.triangle.size(); ++i)
        for (const auto v : fitted.triangle[i])
            strayed += fitted.tag[i] % 2 == 1 && fitted.position[v].x > 1;
    CHECK(strayed == 0);
}

TEST_CASE("the family has every figure in both qualities on one topology") {
    const bake::BodyData data = shipped_data();
    const auto family = bake::bake_family(data, coarse_settings);
    REQUIRE(family.ok());
    CHECK(family->high.base.triangle == neutral_mesh().triangle);
    CHECK(family->fast.base.triangle.size() <= 3000);
    CHECK(is_closed(family->fast.base));

    std::vector<std::string> names;
    for (const auto &[name, shape] : family->high.shapes)
        names.push_back(name);
    CHECK(names == std::vector<std::string>{"female-slim", "female", "female-heavy", "male-slim",
                                            "male", "male-heavy", "neutral-slim", "neutral-heavy"});

    const auto has_vertex = [&](glm::vec3 p, const std::vector<glm::vec3> &places) {
        return std::find(places.begin(), places.end(), p) != places.end();
    };
    const auto &high = family->high.shapes[1].shape, &fast = family->fast.shapes[1].shape;
    REQUIRE(fast.position.size() == family->fast.base.position.size());
    for (std::size_t i = 0; i < fast.position.size(); i += 50)
        CHECK(has_vertex(fast.position[i], high.position));

    for (const bool is_fast : {false, true}) {
        const auto alone = bake::bake_figure(data, "female", 0, is_fast, coarse_settings);
        REQUIRE(alone.ok());
        CHECK(alone->position == (is_fast ? fast : high).position);
        CHECK(alone->ambient_occlusion == (is_fast ? fast : high).ambient_occlusion);
    }
}
