#include "bake/body_data.hpp"
#include "bake/morph.hpp"
#include "base/file.hpp"
#include "catch.hpp"

#include <nlohmann/json.hpp>

using nlohmann::json;

namespace {

json shipped() {
    return json::parse(*engine::read_file(PALPATE_SOURCE_DIR "/assets/body/body.json", 1 << 20));
}

/// The message for the shipped body with one value changed.
std::string message_with(const char *pointer, const json &value) {
    json body = shipped();
    body[json::json_pointer(pointer)] = value;
    const auto data = bake::parse_body_data(body.dump(), "body.json");
    return data.ok() ? "" : data.error().message;
}

bool mentions(const std::string &message, const char *what) {
    return message.find(what) != std::string::npos;
}

bake::BodyData data() {
    auto parsed = bake::read_body_data(PALPATE_SOURCE_DIR "/assets/body/body.json");
    REQUIRE(parsed.ok());
    return std::move(parsed).value();
}

} // namespace

TEST_CASE("the shipped description of the body is read") {
    const bake::BodyData body = data();
    CHECK(body.regions.size() == 113);
    CHECK(body.lofts.size() == 6);
    CHECK(body.variants.at("neutral").at("female") == .5f);
    for (const bake::LoftData &loft : body.lofts)
        for (std::size_t i = 1; i < loft.stations.size(); ++i)
            CHECK(loft.stations[i].column[0] > loft.stations[i - 1].column[0]);
}

TEST_CASE("a wrong description is an error that names the place") {
    CHECK(message_with("/lofts/0/k", 20) == "");
    CHECK(mentions(message_with("/lofts/0/k", "wide"), "/lofts/0/k must be a number"));
    CHECK(mentions(message_with("/lofts/0/st/2", json::array({1, 2})), "/lofts/0/st/2"));
    CHECK(mentions(message_with("/lofts/0/frame", "wing"), "\"wing\""));
    CHECK(mentions(message_with("/blobs/3/r", json::array({1, 0, 1})), "/blobs/3/r"));
    CHECK(mentions(message_with("/regions/4", json::object()), "/regions/4 has no \"id\""));
    CHECK(mentions(message_with("/regions/4/id", shipped()["regions"][3]["id"]), "twice"));
    CHECK(mentions(message_with("/muscles/0/strands/0/0", json::array({"tail", 1, 2, 3})),
                   "\"tail\""));
    CHECK(mentions(message_with("/muscles/0/strands/0/0", json::array({"@", 1, 2, 3})), "too few"));
    CHECK(mentions(message_with("/muscles/0/in", "wing"), "\"wing\""));
    CHECK(mentions(message_with("/morphs/female/blobs/horn", json::object()), "\"horn\""));
    CHECK(mentions(message_with("/morphs/heavy/muscles", {{"wing", 2}}), "\"wing\""));
    CHECK(mentions(message_with("/variants/neutral/tall", 1), "\"tall\""));
    CHECK(mentions(message_with("/relief", 1e300), "/relief must be a number"));
}

TEST_CASE("a description that is no JSON or no object is an error") {
    for (const char *text : {"", "{", "[]", "3", "null", "{}", "{\"lofts\":3}"})
        CHECK_FALSE(bake::parse_body_data(text, "body.json").ok());
    CHECK_FALSE(bake::read_body_data("no/such/body.json").ok());
}

TEST_CASE("a variant and a build become weights") {
    const bake::BodyData body = data();
    const auto neutral = bake::morph_weights(body, "neutral", .5f);
    REQUIRE(neutral.ok());
    CHECK(neutral->at("female") == .5f);
    CHECK(neutral->at("heavy") == .5f);
    CHECK(neutral->at("female*heavy") == .25f);
    CHECK_FALSE(neutral->contains("slim"));
    CHECK(bake::morph_weights(body, "male", 0)->empty());
    CHECK(bake::morph_weights(body, "male", -1)->at("slim") == 1);
    const auto unknown = bake::morph_weights(body, "child", 0);
    REQUIRE_FALSE(unknown.ok());
    CHECK(mentions(unknown.error().message, "female, male, neutral"));
}

TEST_CASE("morphs add to the data by their weight") {
    bake::BodyData body;
    bake::LoftData loft;
    loft.id = "trunk";
    loft.stations = {{{0, -10, 10, -10, 10, 2}, 6}, {{100, -10, 10, -10, 10, 2}, 6}};
    body.lofts = {loft};
    body.frames["arm"] = {{1, 2, 3}, {0, 1, 0}, {0, 0, 1}};
    bake::MorphData wide;
    wide.scale = 4;
    wide.lofts["trunk"] = {{0, 0, 2, 0, 0}, {50, 0, 6, 0, 0}};
    wide.frames["arm"] = {{10, 0, 0}, 1};
    body.morphs["wide"] = wide;

    const bake::BodyData half = bake::morphed(body, {{"wide", .5f}});
    CHECK(half.scale == 2);
    CHECK(half.lofts[0].stations[0].column[2] == 11);
    CHECK(half.lofts[0].stations[1].column[2] == 13); // constant after the last row
    CHECK(half.frames.at("arm").origin == glm::vec3{6, 2, 3});
    CHECK(bake::morphed(body, {{"wide", 0.f}}).scale == 1);
}

TEST_CASE("a morph moves a given centre with its extents and scales the relief of a muscle") {
    bake::BodyData body;
    bake::LoftData loft;
    loft.id = "leg";
    loft.stations = {{{0, 10, 30, -10, 10, 2}, 6}, {{100, 10, 30, -10, 10, 2, 18, -2}, 8}};
    body.lofts = {loft};
    bake::MuscleData fold;
    fold.name = "fold";
    fold.height = -1;
    fold.strands = {{{.first = 50, .half_width = 9}, {.half_width = 9, .height = -2}}};
    body.muscles = {fold};
    bake::MorphData heavy;
    heavy.lofts["leg"] = {{0, 2, 10, -8, 4}};
    heavy.muscles["fold"] = 9;
    body.morphs["heavy"] = heavy;

    const bake::BodyData half = bake::morphed(body, {{"heavy", .5f}});
    CHECK(half.lofts[0].stations[0].column[6] == 0); // not given: stays the default
    CHECK(half.lofts[0].stations[1].column[6] == 21);
    CHECK(half.lofts[0].stations[1].column[7] == -3);
    CHECK(half.muscles[0].height == -3);
    CHECK_FALSE(half.muscles[0].strands[0][0].height);
    CHECK(half.muscles[0].strands[0][1].height == -6.f);
}
