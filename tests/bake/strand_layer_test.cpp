#include "bake/body.hpp"
#include "catch.hpp"

namespace {

bake::BodyData shipped_without_muscles() {
    auto data = bake::read_body_data(PALPATE_SOURCE_DIR "/assets/body/body.json");
    REQUIRE(data.ok());
    data->muscles.clear();
    return std::move(data).value();
}

/// One bump of 2 mm in the middle of the forehead.
bake::MuscleData bump(const char *frame) {
    bake::ControlPoint middle;
    middle.kind = bake::ControlPoint::Kind::ray_from_front;
    middle.second = 1690;
    middle.half_width = 10;
    middle.height = 2;
    bake::MuscleData muscle;
    muscle.frame = frame;
    muscle.strands = {{middle}};
    return muscle;
}

/// How far the bump lifts the skin of that figure.
float lift(bake::BodyData data, const bake::MuscleData &muscle) {
    const glm::vec3 forehead{0, 1690, 95};
    const auto field = [&](const bake::BodyData &figure) {
        const auto body = bake::Body::build(figure, "male", 0);
        REQUIRE(body.ok());
        return body->field(forehead, body->nearby(forehead, 8));
    };
    const float bare = field(data);
    data.muscles = {muscle};
    return bare - field(data);
}

} // namespace

TEST_CASE("the figure's relief scales muscles but not the features of a frame") {
    bake::BodyData data = shipped_without_muscles();
    data.relief = .5f;
    CHECK(lift(data, bump("")) == Approx(.5f * lift(data, bump("face"))));
    CHECK(lift(data, bump("face")) > 1);
}

TEST_CASE("a feature moves and grows with its frame") {
    bake::BodyData data = shipped_without_muscles();
    data.frames.at("face").origin.y = 100;
    CHECK(lift(data, bump("face")) == 0);
    data.frames.at("face").scale = 1690.f / 1790.f;
    data.frames.at("face").origin.y = 1690 - 1690 * data.frames.at("face").scale;
    CHECK(lift(data, bump("face")) > 1);
}
