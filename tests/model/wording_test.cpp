// Words that notes should not have, and our own words, which have none of them.

#include "base/file.hpp"
#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/wording.hpp"
#include "model/plan/homework_catalog.hpp"
#include "temp_folder.hpp"

#include <nlohmann/json.hpp>

#include <fstream>

using namespace app;

namespace {

const Wording &wording() {
    static const Wording loaded = Wording::load(PALPATE_SHARE_DIR "/guidance/wording.json").value();
    return loaded;
}

/// "knots S33, detox S31"
std::string found(std::string_view text) {
    std::string all;
    for (const WordingFinding &finding : wording().check(text)) {
        CHECK(text.substr(finding.at, finding.length) == finding.words);
        CHECK_FALSE(finding.why.empty());
        CHECK_FALSE(finding.instead.empty());
        all += (all.empty() ? "" : ", ") + finding.words + " " + finding.rule;
    }
    return all;
}

} // namespace

TEST_CASE("wording: names of diseases are found") {
    CHECK(found("Achilles tendinitis, left.") == "tendinitis S36");
    CHECK(found("Plantar FASCIITIS") == "FASCIITIS S36");
    CHECK(found("tendinopathy or bursitis") == "tendinopathy S36, bursitis S36");
    CHECK(found("sciatica; a slipped disc") == "sciatica S36, slipped disc S36");
    CHECK(found("grade 2 strain of the calf") == "grade 2 strain S36");
    CHECK(found("a torn hamstring, or a muscle strain") == "torn S36, muscle strain S36");
    CHECK(found("a stress fracture") == "fracture S36");
    CHECK(found("IT band syndrome and arthritis") == "syndrome S36, arthritis S36");
    CHECK(found("Runner\u2019s knee") == "Runner\u2019s knee S36");
    CHECK(found("inflamed") == "inflamed S36");
}

TEST_CASE("wording: myths are found") {
    CHECK(found("Released knots.") == "knots S33");
    CHECK(found("Flush out toxins and lactic acid") == "Flush out S32, toxins S31, lactic S32");
    CHECK(found("This will fix it and heal the calf") == "fix S34, heal S34");
    CHECK(found("No pain, no gain!") == "No pain, no gain S17");
    CHECK(found("no pain\nno gain") == "no pain\nno gain S17");
    CHECK(found("Drink extra water today") == "Drink extra S29");
    CHECK(found("Broke up adhesions") == "adhesions S34");
    CHECK(found("breaking up scar tissue") == "breaking up scar S34");
}

TEST_CASE("wording: ordinary words are left alone") {
    CHECK(found("").empty());
    CHECK(found("Healthy, knotweed cream, prefix, teardrop, flushed cheeks").empty());
    CHECK(found("The fixed appointment is on Friday; takes anti-inflammatory drugs.").empty());
    CHECK(found("Ask for a diagnosis. Lordosis as before. Tenderness grade II.").empty());
    CHECK(found("Wear and tear of the shoes").empty());
    CHECK(found("no pain. No gain in range").empty()); // two sentences
    CHECK(found("\xFF\xC3 broken UTF-8 \xE2\x80").empty());
    CHECK(found("Caf\u00E9 knot") == "knot S33");
}

TEST_CASE("wording: what the client reports may be named") {
    CHECK(found("Client says: tendinitis last year.").empty());
    CHECK(found("Client reports a \u201Cknot\u201D.").empty());
    CHECK(found("\u201CIt feels like a knot\u201D, left calf.").empty());
    CHECK(found("\"sciatica\", in her words").empty());
    CHECK(found("Plantar fasciitis, diagnosed by Dr. Lee in 2025.").empty());
    CHECK(found("Client says calf sore. Tendinitis.") == "Tendinitis S36");
    CHECK(found("Client says: Dr. Lee calls it tendinitis.").empty());
    CHECK(found("5\" tape, knot") == "knot S33");                               // no quotation
    CHECK(found("\u201Cfeels odd\u201D knot \u201Cthere\u201D") == "knot S33"); // between two
}

TEST_CASE("wording: our own words for people have none of them") {
    const auto words = engine::read_file(PALPATE_SHARE_DIR "/words/en.json", 1024 * 1024);
    REQUIRE(words.ok());
    const auto flat = nlohmann::json::parse(*words).flatten();
    for (const auto &[key, value] : flat.items()) {
        INFO(key);
        CHECK((!value.is_string() || found(value.get<std::string>()).empty()));
    }
    const auto catalog = HomeworkCatalog::load(PALPATE_SHARE_DIR "/atlas/homework.json");
    REQUIRE(catalog.ok());
    for (const Exercise &exercise : catalog->exercises()) {
        INFO(exercise.id);
        CHECK(found(exercise.name).empty());
    }
}

TEST_CASE("wording: the texts of a session are those of the therapist") {
    Document document = test::example();
    document.question = "Could this be a knot?";
    document.soap.plan = "Rest";
    document.findings = {{.id = test::id(50), .area = "lower_leg_calf.l", .note = "warm"}};
    std::vector<std::string> fields;
    for (const WrittenText &text : therapist_texts(document))
        fields.push_back(text.field);
    CHECK(fields == std::vector<std::string>{"note", "question", "soap/plan",
                                             "plan/lower_leg_calf.l", "findings/lower_leg_calf.l"});
}

TEST_CASE("wording: a damaged list is an error with the file's name") {
    const test::TempFolder folder;
    const auto file = folder.path() / "wording.json";
    std::ofstream(file) << R"({"format": "palpate-wording", "rows": [{"rule": "S1"}]})";
    const auto loaded = Wording::load(file);
    REQUIRE_FALSE(loaded.ok());
    CHECK(test::has(loaded.error().message, "wording.json"));
    CHECK_FALSE(Wording::load(folder.path() / "none.json").ok());
}
