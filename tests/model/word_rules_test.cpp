#include "catch.hpp"
#include "phrases.hpp"
#include "temp_folder.hpp"
#include "word_rules.hpp"

#include <fstream>
#include <regex>

using namespace app;

namespace {

/// What is found in a source and two small catalogues.
std::vector<std::string> findings(const std::string &source, const std::string &english,
                                  const std::string &spanish) {
    const test::TempFolder folder;
    const auto write = [&](const char *file, const std::string &text) {
        std::ofstream(folder.path() / file) << text;
    };
    write("en.json", R"({"format": "palpate-words", "words": )" + english + "}");
    write("es.json", R"({"format": "palpate-words", "words": )" + spanish + "}");
    write("therapist.en.json", R"({"format": "palpate-words", "words": {}})");
    write("places.es.json", R"({"format": "palpate-places", "zones": [], "places": []})");
    const auto en = Phrases::load(folder.path(), Language::english);
    const auto es = Phrases::load(folder.path(), Language::spanish);
    REQUIRE(en.ok());
    REQUIRE(es.ok());
    return word_rules::findings(word_rules::uses_in(source, "app/a.cpp"), *en, *es);
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("The catalogues have all words that the sources use, in all languages") {
    const auto uses = word_rules::uses_in_tree(PALPATE_SOURCE_DIR);
    CHECK(uses.size() > 100);
    for (const std::string &found :
         word_rules::findings(uses, test::words(Language::english), test::words(Language::spanish)))
        FAIL_CHECK(found);
}

TEST_CASE("A key that no catalogue has is found with its place") {
    CHECK(findings("\nw(\"a.on\");\nw(some ? \"a.on\" : \"a.off\");", R"({"a.on": "On"})",
                   R"({"a.on": "Sí"})") == Found{"app/a.cpp:3: no phrase has the key \"a.off\""});
}

TEST_CASE("File names and ids of places are no keys") {
    CHECK(findings("\"a.on\" \"clinic.json\" \"calf.l\" \"knee.r\" \"v1.2\" \"A.b\" \"a.b c\"",
                   R"({"a.on": "On"})", R"({"a.on": "Sí"})")
              .empty());
}

TEST_CASE("A phrase that nothing uses is found") {
    CHECK(findings("\"a.on\"", R"({"a.on": "On", "a.off": "Off"})",
                   R"({"a.on": "Sí", "a.off": "No"})") == Found{"nothing uses \"a.off\""});
}

TEST_CASE("A phrase that only one language has is found") {
    CHECK(findings("\"a.on\" \"a.off\"", R"({"a.on": "On", "a.off": "Off"})",
                   R"({"a.on": "Sí"})") == Found{"es lacks \"a.off\""});
    CHECK(findings("\"a.on\"", R"({"a.on": "On"})", R"({"a.on": "Sí", "a.off": "No"})") ==
          Found{"es has \"a.off\", which en lacks"});
}

TEST_CASE("Arguments that differ between languages are found") {
    CHECK(findings("\"a.on\"", R"({"a.on": "{what} on {place}"})", R"({"a.on": "{place}"})") ==
          Found{"\"a.on\" has other arguments in es"});
    CHECK(findings("\"a.on\"", R"({"a.on": "{what} on {place}"})",
                   R"({"a.on": "en {place}: {what}"})")
              .empty());
}

TEST_CASE("Plural forms that only one language has are found") {
    CHECK(findings("\"a.on\"", R"({"a.on": {"one": "one", "other": "some"}})",
                   R"({"a.on": "algo"})") ==
          Found{"\"a.on\" has plural forms in only one of en and es"});
}

TEST_CASE("Comments use nothing") {
    CHECK(findings("\"a.on\" // \"a.off\"", R"({"a.on": "On"})", R"({"a.on": "Sí"})").empty());
}

TEST_CASE("No phrase speaks of curing, or of knots") {
    const std::regex banned(
        "(knots?|cures?|fix|heals?|toxins?|nudos?|curan?|curar|sana|sanar|toxinas?)",
        std::regex::icase);
    const auto banned_in = [&](std::string_view phrase) {
        for (std::size_t begin = 0; begin < phrase.size();) {
            const std::size_t end = std::min(phrase.find_first_of(" .,:;!?", begin), phrase.size());
            if (std::regex_match(std::string(phrase.substr(begin, end - begin)), banned))
                return true;
            begin = end + 1;
        }
        return false;
    };
    CHECK(banned_in("We fix it."));
    CHECK(banned_in("Un nudo"));
    CHECK_FALSE(banned_in("Oscura"));
    for (const Language language : {Language::english, Language::spanish}) {
        const Phrases &words = test::words(language);
        for (const std::string_view key : words.keys())
            if (!words.plural(key)) {
                INFO(key << ": " << words(key));
                CHECK_FALSE(banned_in(words(key)));
            }
    }
}
