#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "model/session/command_json.hpp"
#include "model/session/document_json.hpp"
#include "model/session/signing.hpp"

#include <nlohmann/json.hpp>

#include <functional>

using namespace app;
using test::atlas;
using Json = nlohmann::ordered_json;

namespace {

/// The problems of the example after `spoil` has changed its JSON.
Problems problems_after(const std::function<void(Json &)> &spoil) {
    Json json = Json::parse(to_json(test::example()));
    spoil(json);
    return problems(json.dump(), atlas());
}

bool has(const std::string &text, const char *words) {
    return text.find(words) != std::string::npos;
}

/// Whether all of `less` is in `more`, which may have fields beside it.
bool holds(const Json &more, const Json &less) {
    if (less.is_object())
        return std::ranges::all_of(less.items(), [&](const auto &field) {
            return more.contains(field.key()) && holds(more[field.key()], field.value());
        });
    if (!less.is_array())
        return more == less;
    return more.size() == less.size() &&
           std::ranges::equal(more, less, [](const Json &a, const Json &b) { return holds(a, b); });
}

struct Bad {
    const char *name;
    std::function<void(Json &)> spoil;
    const char *pointer;
    const char *words;
};

} // namespace

TEST_CASE("a session survives a save and a load") {
    const Document document = test::example();
    const auto loaded = from_json(to_json(document), atlas());
    REQUIRE(loaded.ok());
    CHECK(*loaded == document);
    CHECK(to_json(*loaded) == to_json(document));
}

TEST_CASE("fields that this version does not know survive at every object") {
    Json json = Json::parse(to_json(test::example()));
    for (const char *place : {"", "/client", "/appointment", "/practice", "/marks/0", "/focus/0",
                              "/homework/0", "/homework/0/dose"})
        json[Json::json_pointer(place)]["from_the_future"] = {{"z", 1.5}, {"a", {place, nullptr}}};
    const auto loaded = from_json(json.dump(), atlas());
    REQUIRE(loaded.ok());
    CHECK(Json::parse(to_json(*loaded)) == json);
    // A change of the exercise keeps them as well.
    const auto changed = update(*loaded, SetDose{test::id(20), Dose{.sets = 2}}, atlas());
    REQUIRE(changed.ok());
    CHECK(Json::parse(to_json(*changed))["homework"][0]["dose"]["from_the_future"] ==
          json["homework"][0]["dose"]["from_the_future"]);
}

TEST_CASE("a session of the first version is read, and written as one of this version") {
    const auto text =
        engine::read_file(PALPATE_SOURCE_DIR "/tests/model/fixtures/session-1.json", 1 << 20);
    REQUIRE(text.ok());
    const auto session = session_from_json(*text, atlas());
    REQUIRE(session.ok());
    CHECK(session->revision == 0);
    const Document &document = session->document;
    CHECK(document.version == Document::schema_version);
    CHECK(document.stage == Stage::closed);
    CHECK_FALSE(document.signature.has_value());
    CHECK(document.marks.size() == Json::parse(*text)["marks"].size());
    Json expected = Json::parse(*text), written = Json::parse(to_json(document, 7));
    CHECK(written["version"] == 2);
    CHECK(written["revision"] == 7);
    expected.erase("version");
    CHECK(holds(written, expected));
    // It was closed before there were signatures: it can still be signed.
    const auto signed_now = update(document, Sign{"Tom Reyes, LMT", "", test::at(0)}, atlas());
    REQUIRE(signed_now.ok());
    CHECK(signature_holds(*signed_now));
}

TEST_CASE("a signature from before the plan of the whole body still holds") {
    const auto text = engine::read_file(
        PALPATE_SOURCE_DIR "/tests/model/fixtures/session-2-signed.json", 1 << 20);
    REQUIRE(text.ok());
    const auto document = from_json(*text, atlas());
    REQUIRE(document.ok());
    REQUIRE(document->signature.has_value());
    CHECK(document->plan.size() == 2);
    CHECK(signature_holds(*document));
}

TEST_CASE("a session from the future can be read and not be changed") {
    Json json = Json::parse(to_json(test::example()));
    json["version"] = 3;
    json["hologram"] = {1, 2};
    const auto loaded = from_json(json.dump(), atlas());
    REQUIRE(loaded.ok());
    CHECK(is_from_future(*loaded));
    CHECK(loaded->marks == test::example().marks);
    CHECK(Json::parse(to_json(*loaded)) == json);
    const auto changed = update(*loaded, SetNote{"x"}, atlas());
    REQUIRE_FALSE(changed.ok());
    CHECK(has(changed.error().message, "written by a newer Palpate"));
}

TEST_CASE("each wrong value is named with its place and what is right") {
    const std::vector<Bad> all{
        {"level 11", [](Json &j) { j["marks"][0]["level"] = 11; }, "/marks/0/level",
         "The level is 11; it must be a whole number from 0 to 10."},
        {"level -1", [](Json &j) { j["marks"][0]["level"] = -1; }, "/marks/0/level", "is -1"},
        {"level 6.5", [](Json &j) { j["marks"][0]["level"] = 6.5; }, "/marks/0/level",
         "whole number"},
        {"level as text", [](Json &j) { j["marks"][0]["level"] = "6"; }, "/marks/0/level",
         "is \"6\"; it must be a whole number"},
        {"huge level", [](Json &j) { j["marks"][0]["level"] = 18446744073709551615ull; },
         "/marks/0/level", "whole number"},
        {"level after 12", [](Json &j) { j["marks"][0]["level_after"] = 12; },
         "/marks/0/level_after", "is 12"},
        {"level to avoid", [](Json &j) { j["marks"][2]["level"] = 3; }, "/marks/2/level",
         "has no level"},
        {"quality of tight", [](Json &j) { j["marks"][1]["qualities"] = {"ache"}; },
         "/marks/1/qualities", "Only pain"},
        {"unknown quality", [](Json &j) { j["marks"][0]["qualities"] = {"ache", "odd"}; },
         "/marks/0/qualities/1", "must be one of ache"},
        {"quality twice", [](Json &j) { j["marks"][0]["qualities"] = {"ache", "ache"}; },
         "/marks/0/qualities/1", "twice"},
        {"unknown channel", [](Json &j) { j["marks"][0]["channel"] = "numb"; }, "/marks/0/channel",
         "must be one of pain, tight, avoid"},
        {"unknown area", [](Json &j) { j["marks"][0]["area"] = "tail"; }, "/marks/0/area",
         "no area \"tail\""},
        {"unknown region", [](Json &j) { j["marks"][0]["regions"][1] = "tail.l"; },
         "/marks/0/regions/1", "no region \"tail.l\""},
        {"region of the other side", [](Json &j) { j["marks"][0]["regions"][0] = "soleus.r"; },
         "/marks/0/regions/0", "does not lie in the area"},
        {"no region", [](Json &j) { j["marks"][0]["regions"] = Json::array(); }, "/marks/0/regions",
         "at least one region"},
        {"same id twice", [](Json &j) { j["marks"][1]["id"] = j["marks"][0]["id"]; }, "/marks/1/id",
         "same id"},
        {"wrong id", [](Json &j) { j["id"] = "../../etc/passwd"; }, "/id", "is not an id"},
        {"wrong client id", [](Json &j) { j["client"]["id"] = 7; }, "/client/id",
         "must be a text, not 7"},
        {"no name", [](Json &j) { j["client"].erase("name"); }, "/client/name", "is missing"},
        {"wrong birthday", [](Json &j) { j["client"]["born"] = "14.3.1992"; }, "/client/born",
         "is not a date"},
        {"wrong time", [](Json &j) { j["appointment"]["start"] = "tomorrow"; },
         "/appointment/start", "is not a time"},
        {"no minutes", [](Json &j) { j["appointment"]["minutes"] = 0; }, "/appointment/minutes",
         "from 10 to 180"},
        {"unknown stage", [](Json &j) { j["stage"] = "open"; }, "/stage", "before, ready, closed"},
        {"no marks", [](Json &j) { j.erase("marks"); }, "/marks", "is missing"},
        {"marks are no list", [](Json &j) { j["marks"] = 3; }, "/marks", "must be a list"},
        {"mark is no object", [](Json &j) { j["marks"][0] = "pain"; }, "/marks/0",
         "must be an object"},
        {"focus twice", [](Json &j) { j["focus"][1]["area"] = j["focus"][0]["area"]; },
         "/focus/1/area", "already"},
        {"dose", [](Json &j) { j["homework"][0]["dose"]["weeks"] = 60; }, "/homework/0/dose/weeks",
         "from 1 to 52"},
        {"long note", [](Json &j) { j["note"] = std::string(10'001, 'x'); }, "/note", "too long"},
        {"control characters", [](Json &j) { j["question"] = "\x1B[2J"; }, "/question",
         "cannot be shown"},
        {"consent", [](Json &j) { j["shared_consent"] = true; }, "/shared_consent", "a time"},
        {"newer, with what this version does not know",
         [](Json &j) {
             j["version"] = 3;
             j["stage"] = "dreaming";
         },
         "/version",
         "was made by a newer Palpate (version 3) and cannot be shown by this one. Update Palpate "
         "to open it. The file was not changed."},
        {"version 0", [](Json &j) { j["version"] = 0; }, "/version", "whole number"},
        {"no version", [](Json &j) { j.erase("version"); }, "/version", "is missing"},
        {"version text", [](Json &j) { j["version"] = "1"; }, "/version", "whole number"},
        {"other format", [](Json &j) { j["format"] = "geojson"; }, "", "JSON of another kind"},
        {"list", [](Json &j) { j = Json::array({1, 2}); }, "", "JSON of another kind"},
    };
    for (const Bad &bad : all) {
        INFO(bad.name);
        const Problems found = problems_after(bad.spoil);
        REQUIRE(found.size() == 1);
        CHECK(found.front().pointer == bad.pointer);
        INFO(found.front().message);
        CHECK(has(found.front().message, bad.words));
    }
}

TEST_CASE("all problems of a file are told, not only the first") {
    const Problems found = problems_after([](Json &json) {
        json["marks"][0]["level"] = 11;
        json["marks"][1]["area"] = "tail";
        json["client"]["born"] = "soon";
    });
    CHECK(found.size() == 3);
    const auto loaded = from_json("[1, 2", atlas());
    REQUIRE_FALSE(loaded.ok());
    CHECK(has(loaded.error().message, "it is not JSON"));
    CHECK(has(loaded.error().message, "Open another file."));
}

TEST_CASE("hostile text is refused without a crash") {
    const auto message = [](const std::string &text) {
        const Problems found = problems(text, atlas());
        REQUIRE(found.size() == 1);
        CHECK(found.front().pointer.empty());
        return found.front().message;
    };
    CHECK(has(message(std::string(1'000'000, '[')), "nested deeper"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i)
        deep += "{\"a\":";
    CHECK(has(message(deep), "nested deeper"));
    CHECK(has(message("{\"format\": \"palpate-session\", \"format\": \"x\"}"), "there twice"));
    std::string wide = "{";
    for (int i = 0; i < 2000; ++i)
        wide += "\"" + std::to_string(i) + "\":1,";
    CHECK(has(message(wide + "\"end\":1}"), "more than 1000 fields"));
    CHECK(has(message("\xFF\xFE{}"), "not UTF-8"));
    CHECK(has(message(""), "not JSON"));
    CHECK(has(message("{\"format\": 1e999}"), "not JSON"));
    CHECK(has(message(std::string(max_session_bytes + 1, ' ')), "too large"));
}

TEST_CASE("commands survive as lines of JSON, and a log replays to the same session") {
    CHECK(command_names().size() == std::variant_size_v<Command>);
    const std::vector<Command> log = test::example_log();
    const std::string lines = to_json_lines(log);
    const auto back = commands_from_json_lines(lines);
    REQUIRE(back.ok());
    CHECK(to_json_lines(*back) == lines);
    const auto replayed = replay({}, *back, atlas());
    REQUIRE(replayed.ok());
    CHECK(to_json(*replayed) == to_json(test::example()));
    CHECK(to_json_line(SetMarkLevel{"x", 6}) ==
          R"({"command":"set_mark_level","id":"x","level":6})");
}

TEST_CASE("a wrong line of a log is named") {
    const auto log = commands_from_json_lines(
        "{\"command\":\"finish_marking\",\"finished\":true}\n\n{\"command\":"
        "\"set_mark_level\",\"id\":\"x\"}\n");
    REQUIRE_FALSE(log.ok());
    CHECK(has(log.error().message, "Line 3: /level"));
    CHECK_FALSE(command_from_json("{\"command\":\"explode\"}").ok());
    CHECK_FALSE(command_from_json("pain").ok());
    CHECK_FALSE(command_from_json("7").ok());
}
