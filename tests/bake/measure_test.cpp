#include "bake/measure.hpp"
#include "bake/survey.hpp"
#include "boxes.hpp"
#include "catch.hpp"
#include "shipped.hpp"

#include <algorithm>
#include <cmath>

namespace {

std::vector<bake::Measure> measured(const engine::PartMesh &mesh) {
    const auto measures = bake::measure_body(mesh);
    REQUIRE(measures.ok());
    return *measures;
}

float value(const std::vector<bake::Measure> &measures, std::string_view name) {
    for (const bake::Measure &measure : measures)
        if (measure.name == name)
            return measure.mm;
    FAIL("there is no measure " << name);
    return 0;
}

} // namespace

TEST_CASE("male and female have the dimensions of grown people, by ANSUR II") {
    for (const char *variant : {"male", "female"}) {
        CAPTURE(variant);
        const engine::PartMesh mesh = shipped_figure(variant, "high");
        const auto survey = bake::read_survey(PALPATE_SHARE_DIR "/body/ansur2.csv", variant);
        REQUIRE(survey.ok());
        const auto rows = bake::compare(measured(mesh), *survey);
        CHECK(rows.size() >= 45); // every measure that is taken is compared
        CHECK(std::count_if(rows.begin(), rows.end(), [](const auto &row) { return row.good(); }) >=
              38);
        CHECK(std::fabs(bake::body_size(mesh).skin_error_percent()) < 5);
    }
}

TEST_CASE("both qualities of a figure have the same dimensions") {
    const auto high = measured(shipped_figure("neutral", "high"));
    const auto fast = measured(shipped_figure("neutral", "fast"));
    REQUIRE(high.size() == fast.size());
    for (std::size_t i = 0; i < high.size(); ++i) {
        CAPTURE(high[i].name, high[i].mm, fast[i].mm);
        CHECK(std::fabs(high[i].mm - fast[i].mm) < 3 + .02f * high[i].mm);
    }
}

TEST_CASE("a mesh twice as large has measures twice as large") {
    engine::PartMesh mesh = shipped_figure("neutral", "fast");
    const auto before = measured(mesh);
    for (glm::vec3 &p : mesh.position)
        p *= 2;
    const auto after = measured(mesh);
    for (const char *name : {"stature", "crotchheight", "waistdepth", "chestcircumference",
                             "handlength", "footlength", "mentonsellionlength"})
        CHECK(value(after, name) == Approx(2 * value(before, name)).epsilon(.001));
}

TEST_CASE("a mesh without a landmark is refused by its name") {
    engine::PartMesh mesh = shipped_figure("neutral", "fast");
    std::replace(mesh.part_name.begin(), mesh.part_name.end(), std::string("patella"),
                 std::string("knee_cap"));
    const auto measures = bake::measure_body(mesh);
    REQUIRE_FALSE(measures.ok());
    CHECK(measures.error().message.find("\"patella\"") != std::string::npos);
}

TEST_CASE("measures are written as CSV with a tenth of a millimetre") {
    CHECK(bake::measures_csv({{"stature", 1692.04f}, {"footlength", 258.96f}}) ==
          "measure,mm\nstature,1692.0\nfootlength,259.0\n");
}

TEST_CASE("the survey is read by sex, and averaged for a figure of no sex") {
    const char *csv = "measure,sex,mean_mm,sd_mm,n\n"
                      "stature,male,1756,60,4082\nstature,female,1628,64,1986\n";
    CHECK(bake::parse_survey(csv, "male")->at("stature").mean_mm == 1756);
    CHECK(bake::parse_survey(csv, "female")->at("stature").sd_mm == 64);
    CHECK(bake::parse_survey(csv, "neutral")->at("stature").mean_mm == 1692);
    CHECK(bake::parse_survey(csv, "neutral")->at("stature").sd_mm == 62);

    CHECK_FALSE(bake::parse_survey("measure,sex\n", "male").ok());
    const auto broken =
        bake::parse_survey("measure,sex,mean_mm,sd_mm,n\nstature,male,x,1,1\n", "male");
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().message.starts_with("Line 2 "));
}

TEST_CASE("a measure is good within 3 % or within one standard deviation") {
    const auto good = [](float mm, float mean, float sd) {
        return bake::Comparison{{"girth", mm}, {mean, sd}}.good();
    };
    CHECK(good(103, 100, 1));
    CHECK(good(97, 100, 1));
    CHECK_FALSE(good(103.1f, 100, 1));
    CHECK(good(110, 100, 10));
    CHECK_FALSE(good(89.9f, 100, 10));
}

TEST_CASE("what the pose takes off is taken off the expected value") {
    const auto rows = bake::compare({{"arm", 330, "relaxed", -25}, {"tail", 1}},
                                    {{"arm", {358, 34}}, {"leg", {800, 40}}});
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].expected.mean_mm == 333);
    const std::string table = bake::comparison_table("male", rows, {72.6, 73.3, 1.879, 1.89});
    CHECK(table.find("\n| arm | 330 | 333 | -0.9 % | -0.09 | yes | relaxed |\n") !=
          std::string::npos);
    CHECK(table.find("\n1 of 1 within 3 % or 1 SD, mean error 0.9 %. Volume 72.6 l, 73.3 kg at "
                     "1.01 kg/l. Skin 1.879 m2, by Du Bois 1.890 m2 (-0.6 %).\n") !=
          std::string::npos);
}

TEST_CASE("the size of a cube: litres, kilograms, skin") {
    engine::PartMesh cube;
    add_box(cube, {500, 500, 500}, {1000, 1000, 1000});
    const bake::BodySize size = bake::body_size(cube);
    CHECK(size.litres == Approx(1000));
    CHECK(size.kilograms == Approx(1010));
    CHECK(size.skin_m2 == Approx(6));
    CHECK(size.du_bois_m2 == Approx(.007184 * std::pow(1010, .425) * std::pow(100, .725)));
}
