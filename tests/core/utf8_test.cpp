#include "base/utf8.hpp"
#include "catch.hpp"

#include <string>

using namespace engine;

TEST_CASE("characters are counted, not bytes") {
    CHECK(utf8_length("") == 0u);
    CHECK(utf8_length("calf") == 4u);
    CHECK(utf8_length("J\xC3\xBCrgen \xE2\x86\x92 \xF0\x9F\x8F\x83") == 10u);
}

TEST_CASE("broken bytes are found") {
    for (const char *bytes : {"\x80", "a\xC3", "\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80",
                              "\xF4\x90\x80\x80", "\xFF", "\xC3("}) {
        INFO(bytes);
        CHECK_FALSE(utf8_length(bytes).has_value());
    }
}

TEST_CASE("control characters are found, line ends and tabs are text") {
    CHECK_FALSE(has_control_characters("one\ttwo\r\nthree \xC3\xBC"));
    CHECK(has_control_characters(std::string("a\0b", 3)));
    CHECK(has_control_characters("\x1B[31m"));
    CHECK(has_control_characters("\x7F"));
}
