#include "catch.hpp"
#include "example_session.hpp"
#include "model/session/command_json.hpp"
#include "model/session/document_json.hpp"
#include "model/session/update.hpp"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace app;
using test::atlas;
using Json = nlohmann::ordered_json;

namespace {

Document with(const Document &document, const Command &command) {
    auto next = update(document, command, atlas());
    REQUIRE(next.ok());
    return *next;
}

std::string refusal(const Document &document, const Command &command) {
    const auto next = update(document, command, atlas());
    REQUIRE_FALSE(next.ok());
    return next.error().message;
}

Json json_of(const Document &document) {
    return Json::parse(to_json(document));
}

} // namespace

TEST_CASE("without a choice the neutral figure of middle build is shown, and nothing is written") {
    const Document document = test::example();
    CHECK_FALSE(document.figure);
    CHECK(shown_figure(document) == ShownFigure{FigureVariant::neutral, 0});
    CHECK(json_of(document)["figure"].is_null());
    Json old = json_of(document);
    old.erase("figure");
    const auto loaded = from_json(old.dump(), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == document);
}

TEST_CASE("a chosen figure is kept in the file, its build in hundredths") {
    const Document chosen = with(test::example(), SetFigure{"female", -0.3333});
    CHECK(shown_figure(chosen) == ShownFigure{FigureVariant::female, -0.33F});
    CHECK(json_of(chosen)["figure"] == Json({{"variant", "female"}, {"build", -0.33}}));
    const auto loaded = from_json(to_json(chosen), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == chosen);
}

TEST_CASE("a figure of a newer version is shown as neutral and keeps its name") {
    Json json = json_of(test::example());
    json["figure"] = {{"variant", "adolescent"}, {"build", 0.5}, {"height_mm", 1500}};
    const auto loaded = from_json(json.dump(), atlas());
    REQUIRE(loaded.ok());
    CHECK(shown_figure(*loaded) == ShownFigure{FigureVariant::neutral, 0.5F});
    CHECK(json_of(*loaded)["figure"] == json["figure"]);
    // The slider moves without losing anything.
    const Document slimmer = with(*loaded, SetFigure{loaded->figure->variant, -0.5});
    json["figure"]["build"] = -0.5;
    CHECK(json_of(slimmer)["figure"] == json["figure"]);
}

TEST_CASE("a figure that cannot be is refused in plain words") {
    const Document document = test::example();
    CHECK(refusal(document, SetFigure{"male", 1.01}).find("from -1 (slim) to 1 (heavy)") !=
          std::string::npos);
    CHECK(refusal(document, SetFigure{"male", std::nan("")}).find("number") != std::string::npos);
    CHECK(refusal(document, SetFigure{"", 0}).find("no name") != std::string::npos);
    Json json = json_of(document);
    json["figure"] = {{"variant", "male"}, {"build", "heavy"}};
    const Problems found = problems(json.dump(), atlas());
    REQUIRE(found.size() == 1);
    CHECK(found.front().pointer == "/figure/build");
    json["figure"] = {{"variant", "male"}, {"build", -2}};
    CHECK(problems(json.dump(), atlas()).size() == 1);
    json["figure"] = 3;
    CHECK(problems(json.dump(), atlas()).front().pointer == "/figure");
}

TEST_CASE("figure commands survive as JSON, a new session starts with a given figure") {
    OpenSession open = std::get<OpenSession>(test::example_log().front());
    open.figure = ClientFigure{"male", 0.25, {}};
    const auto read = command_from_json(to_json_line(open));
    REQUIRE(read.ok());
    CHECK(shown_figure(with(Document{}, *read)) == ShownFigure{FigureVariant::male, 0.25F});
    const auto set = command_from_json(to_json_line(SetFigure{"female", -1}));
    REQUIRE(set.ok());
    CHECK(std::get<SetFigure>(*set).variant == "female");
    CHECK(std::get<SetFigure>(*set).build == -1);
}

TEST_CASE("a mark and a focus area can be about a deep structure") {
    Document document = test::example();
    const std::string mark = document.marks.front().id; // in the left calf
    document = with(document, SetMarkRegions{mark, {"tibialis_posterior.l"}});
    CHECK(document.marks.front().regions == std::vector<std::string>{"tibialis_posterior.l"});
    CHECK(refusal(document, SetMarkRegions{mark, {"piriformis.l"}}).find("does not lie") !=
          std::string::npos);
    CHECK(refusal(document, SetMarkRegions{mark, {"tibialis_posterior.r"}}).find("does not lie") !=
          std::string::npos);
    document = with(document, SetMarkRegions{mark, {}});
    CHECK(document.marks.front().regions == atlas().area("lower_leg_calf.l")->regions);

    document = with(document, SetFocusRegions{"lower_leg_calf.l", {"tibialis_posterior.l"}});
    CHECK(document.plan.front().regions == std::vector<std::string>{"tibialis_posterior.l"});
    const auto loaded = from_json(to_json(document), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == document);
    CHECK(refusal(document, SetFocusRegions{"lower_leg_calf.l", {"no such"}}).find("no region") !=
          std::string::npos);
    CHECK(refusal(document, SetFocusRegions{"knee_knee.l", {}}).find("not there") !=
          std::string::npos);
}
