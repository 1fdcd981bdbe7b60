#include "base/csv.hpp"
#include "catch.hpp"

using namespace engine;
using Fields = std::vector<std::string>;

TEST_CASE("Fields are quoted where they need it, and read back as they were") {
    const Fields fields{"plain", "", "with, comma", "a \"quote\"", "two\nlines", "\xC3\xA9"};
    const std::string line = csv_line(fields);
    CHECK(line == "plain,,\"with, comma\",\"a \"\"quote\"\"\",\"two\nlines\",\xC3\xA9\r\n");
    const auto rows = parse_csv(line + "next\n\nlast");
    REQUIRE(rows.ok());
    REQUIRE(rows->size() == 3);
    CHECK((*rows)[0].fields == fields);
    CHECK((*rows)[1].fields == Fields{"next"});
    CHECK((*rows)[1].line == 3);
    CHECK((*rows)[2].line == 5);
    CHECK(parse_csv("")->empty());
}

TEST_CASE("Broken tables are refused with the line") {
    CHECK(parse_csv("a\nb\"c").error().message.starts_with("Line 2: a quote stands inside"));
    CHECK(parse_csv("a\n\"b").error().message.starts_with("Line 2: a quote is never closed"));
    CHECK(parse_csv("\"a\"b").error().message.starts_with("Line 1: after a quoted field"));
}
