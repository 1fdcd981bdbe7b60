#include "catch.hpp"
#include "example_session.hpp"
#include "model/atlas/snomed.hpp"

using namespace app;
using test::atlas;

// None of the numbers here is a code of SNOMED: they only have the right form.

TEST_CASE("the check digit finds one wrong digit and two swapped ones") {
    const std::string code = "123451";
    CHECK(is_snomed_code(code));
    for (std::size_t at = 0; at < code.size(); ++at)
        for (char digit = '0'; digit <= '9'; ++digit) {
            std::string changed = code;
            changed[at] = digit;
            CHECK(is_snomed_code(changed) == (changed == code));
        }
    for (std::size_t at = 0; at + 1 < code.size(); ++at) {
        std::string swapped = code;
        std::swap(swapped[at], swapped[at + 1]);
        CHECK_FALSE(is_snomed_code(swapped));
    }
    CHECK_FALSE(is_snomed_code("2363")); // too short
    CHECK_FALSE(is_snomed_code("12345a"));
    CHECK_FALSE(is_snomed_code(""));
}

TEST_CASE("a file of codes is read by region") {
    const auto codes =
        parse_snomed("\xEF\xBB\xBFregion_id,snomed_code\r\nsoleus.l,123451\r\n\r\n\"throat\","
                     "\"123451\"",
                     atlas());
    REQUIRE(codes.ok());
    CHECK(*codes == SnomedCodes{{"soleus.l", "123451"}, {"throat", "123451"}});
}

TEST_CASE("what is wrong with a file of codes is told with its line") {
    const auto message = [](const char *csv) {
        const auto codes = parse_snomed(csv, atlas());
        REQUIRE_FALSE(codes.ok());
        return codes.error().message;
    };
    CHECK(message("").starts_with("Line 1: the first line must be"));
    CHECK(message("id,code\n").starts_with("Line 1: the first line must be"));
    CHECK(message("region_id,snomed_code\nsoleus.l,123451\ntail.l,123451\n")
              .starts_with("Line 3: the atlas has no region \"tail.l\""));
    CHECK(message("region_id,snomed_code\n\nsoleus.l,123452\n")
              .starts_with("Line 3: \"123452\" is not a SNOMED CT code"));
    CHECK(message("region_id,snomed_code\nsoleus.l\n").starts_with("Line 2: there must be two"));
    CHECK(message("region_id,snomed_code\nsoleus.l,123451\nsoleus.l,123451\n")
              .starts_with("Line 3: the region \"soleus.l\" is there twice"));
    CHECK(message("region_id,snomed_code\n\"soleus.l,123451\n")
              .starts_with("Line 2: a quote is never closed"));
    CHECK(read_snomed("/no/such/file.csv", atlas()).error().message.find("There is no file") !=
          std::string::npos);
}
