#include "catch.hpp"
#include "example_session.hpp"
#include "model/body/body_model.hpp"
#include "temp_folder.hpp"

#include <glm/geometric.hpp>

using namespace app;

namespace {

std::unique_ptr<BodyModel> load_body(BodyDetail detail = BodyDetail::fast) {
    auto body = BodyModel::load(PALPATE_SHARE_DIR "/body", detail, test::atlas());
    REQUIRE(body.ok());
    return std::move(*body);
}

/// A ray from the front at the height of the navel of a neutral figure.
float belly_mm(const BodyModel &body) {
    const auto hit = body.places().bvh().hit({{3, 1010, 3000}, {0, 0, -1}});
    REQUIRE(hit);
    return hit->point.z;
}

} // namespace

TEST_CASE("the body takes the stature and width of the chosen figure, and its own back again") {
    const auto body = load_body();
    const auto neutral = body->mesh().position;
    const float stature = body->places().bounds().height();
    CHECK(stature == Approx(1692).margin(6));

    REQUIRE(body->show({FigureVariant::male, 0}).ok());
    CHECK(body->places().bounds().height() == Approx(1757).margin(6));
    REQUIRE(body->show({FigureVariant::female, 0}).ok());
    CHECK(body->places().bounds().height() == Approx(1630).margin(6));
    CHECK(body->places().shape() == 2);

    REQUIRE(body->show({}).ok());
    CHECK(body->mesh().position == neutral);
}

TEST_CASE("a build between usual and heavy lies in proportion, and picking follows it") {
    const auto body = load_body();
    const float usual = belly_mm(*body);
    REQUIRE(body->show({FigureVariant::neutral, 1}).ok());
    const float heavy = belly_mm(*body);
    CHECK(heavy > usual + 40);
    REQUIRE(body->show({FigureVariant::neutral, .5F}).ok());
    CHECK(belly_mm(*body) == Approx((usual + heavy) / 2).margin(6));
    REQUIRE(body->show({FigureVariant::neutral, -1}).ok());
    CHECK(belly_mm(*body) < usual - 5);
}

TEST_CASE("showing the same figure again changes nothing") {
    const auto body = load_body();
    REQUIRE(body->show({FigureVariant::male, .25F}).ok());
    const std::uint32_t shape = body->places().shape();
    REQUIRE(body->show({FigureVariant::male, .25F}).ok());
    CHECK(body->places().shape() == shape);
}

TEST_CASE("a figure whose file is missing is named, and the body stays as it is") {
    const test::TempFolder folder;
    std::filesystem::copy(PALPATE_SHARE_DIR "/body/neutral-fast.mesh",
                          folder.path() / "neutral-fast.mesh");
    auto body = BodyModel::load(folder.path(), BodyDetail::fast, test::atlas());
    REQUIRE(body.ok());
    const auto before = (*body)->mesh().position;
    const auto shown = (*body)->show({FigureVariant::female, 0});
    REQUIRE_FALSE(shown.ok());
    CHECK(shown.error().message.find("female-slim-fast.shape") != std::string::npos);
    CHECK((*body)->mesh().position == before);
}
