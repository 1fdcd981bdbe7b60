#include "base/file.hpp"
#include "catch.hpp"
#include "model/text/dates.hpp"
#include "phrases.hpp"
#include "temp_folder.hpp"

#include <fstream>

using namespace app;

namespace {

void write(const test::TempFolder &folder, const char *file, const std::string &words) {
    std::ofstream(folder.path() / file)
        << R"({"format": "palpate-words", "words": )" << words << "}";
}

/// A catalogue of its own.
engine::Result<Phrases> load(const std::string &words, Language language = Language::english) {
    const test::TempFolder folder;
    write(folder, "en.json", words);
    write(folder, "therapist.en.json", R"({"t.sign": "Sign"})");
    return Phrases::load(folder.path(), language);
}

const std::string three =
    R"({"a.done": "Done", "a.moved": "{what} moved to {place}",
        "a.marks": {"one": "One mark", "other": "{count} marks on {place}"}})";

} // namespace

TEST_CASE("A phrase is found by its key and takes its arguments") {
    const auto words = load(R"({"a.done": "Done", "a.moved": "{what} moved to {place}",
                                "a.marks": {"one": "{count} mark", "other": "{count} marks"}})");
    REQUIRE(words.ok());
    CHECK((*words)("a.done") == "Done");
    CHECK((*words)("a.moved", {{"place", "the left"}, {"what", "{place}"}}) ==
          "{place} moved to the left"); // what is put in is not looked at again
    CHECK(words->count("a.marks", 0) == "0 marks");
    CHECK(words->count("a.marks", 1) == "1 mark");
    CHECK(words->count("a.marks", 2) == "2 marks");
}

TEST_CASE("The form for one need not name the number") {
    const auto words = load(three);
    REQUIRE(words.ok());
    CHECK(words->plural("a.marks"));
    CHECK_FALSE(words->plural("a.done"));
    CHECK(words->arguments("a.marks") == std::vector<std::string>{"count", "place"});
    CHECK(words->arguments("a.moved") == std::vector<std::string>{"place", "what"});
    CHECK(words->keys() == std::vector<std::string_view>{"a.done", "a.marks", "a.moved", "t.sign"});
}

TEST_CASE("Therapists read English until their words are translated") {
    const test::TempFolder folder;
    write(folder, "es.json", R"({"a.done": "Hecho"})");
    write(folder, "therapist.en.json", R"({"t.sign": "Sign"})");
    std::ofstream(folder.path() / "places.es.json")
        << R"({"format": "palpate-places", "zones": [], "places": []})";
    const auto english = Phrases::load(folder.path(), Language::spanish);
    REQUIRE(english.ok());
    CHECK((*english)("a.done") == "Hecho");
    CHECK((*english)("t.sign") == "Sign");
    write(folder, "therapist.es.json", R"({"t.sign": "Firmar"})");
    const auto spanish = Phrases::load(folder.path(), Language::spanish);
    REQUIRE(spanish.ok());
    CHECK((*spanish)("t.sign") == "Firmar");
}

TEST_CASE("Phrases stay where they are when their catalogue is moved") {
    auto words = load(three);
    REQUIRE(words.ok());
    const std::string_view done = (*words)("a.done");
    const Phrases moved = std::move(*words);
    CHECK(moved("a.done").data() == done.data());
}

TEST_CASE("A catalogue that is not right is an error with a sentence") {
    for (const char *bad :
         {R"({"t.sign": "in both files"})", R"({"a": ""})", R"({"a": 7})", R"({"a": "{"})",
          R"({"a": "} {b}"})", R"({"a": "{B}"})", R"({"a": "{}"})", R"({"a": {"one": "x"}})",
          R"({"a": {"one": "", "other": "y"}})", R"({"a": {"one": "x", "other": "y", "few": "z"}})",
          R"(["a"])", "7"}) {
        INFO(bad);
        const auto words = load(bad);
        REQUIRE_FALSE(words.ok());
        CHECK(words.error().message.find("Install Palpate again.") != std::string::npos);
    }
    const test::TempFolder empty;
    CHECK_FALSE(Phrases::load(empty.path(), Language::spanish).ok());
}

TEST_CASE("The pseudo language has accents, brackets, and a third more") {
    CHECK(pseudo("Just like this") == "[Ĵúšţ łíķé ţĥíš~~~]");
    CHECK(pseudo("Hello {name}") == "[Ĥéłłö {name}~]"); // 6 letters: 3 more
    const auto words = load(three, Language::pseudo);
    REQUIRE(words.ok());
    CHECK(words->language() == Language::pseudo);
    CHECK((*words)("a.moved", {{"what", "It"}, {"place", "Calf"}}) == "[It möv"
                                                                      "éđ ţö Calf~~]");
    CHECK(words->count("a.marks", 1) == "[Öñé mářķ~]");
}

TEST_CASE("Days are written as people of the language write them") {
    const engine::Timestamp sunday = engine::timestamp({2026, 11, 22, 9, 0, 0, 0}, 60);
    const engine::Timestamp day = engine::timestamp({2026, 11, 6, 9, 0, 0, 0}, 60);
    CHECK(day_and_month(test::words(), day) == "6 November");
    CHECK(day_and_month(test::words(Language::spanish), day) == "6 de noviembre");
    CHECK(day_title(test::words(), sunday) == "Sunday 22 November");
    CHECK(day_title(test::words(Language::spanish), sunday) == "domingo 22 de noviembre");
}

TEST_CASE("In English, every day of a year reads as in files for therapists") {
    for (int day = 0; day < 366; ++day) {
        const engine::Timestamp t{.unix_ms = 1'767'225'600'000 + day * 86'400'000LL,
                                  .offset_minutes = 0};
        CHECK(day_and_month(test::words(), t) == engine::day_and_month(t));
        CHECK(day_title(test::words(), t) == engine::day_title(t));
    }
}

TEST_CASE("Languages go by their codes, unknown ones read English") {
    CHECK(language_of("es") == Language::spanish);
    CHECK(language_of("en-XA") == Language::pseudo);
    CHECK(language_of("") == Language::english);
    CHECK(language_of("fr") == Language::english);
}
