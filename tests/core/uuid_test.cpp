#include "base/uuid.hpp"
#include "catch.hpp"

using namespace engine;

TEST_CASE("uuid7 places time, version, random bits and variant as RFC 9562 says") {
    // The example of RFC 9562, appendix A.6.
    CHECK(uuid7(0x017F22E279B0, 0xCC3, 0x18C4DC0C0C07398F) ==
          "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    CHECK(uuid7(0, 0, 0) == "00000000-0000-7000-8000-000000000000");
    CHECK(uuid7(0, ~0ull, ~0ull) == "00000000-0000-7fff-bfff-ffffffffffff");
}

TEST_CASE("ids sort by time") {
    CHECK(uuid7(1000, ~0ull, ~0ull) < uuid7(1001, 0, 0));
}

TEST_CASE("is_uuid knows the form") {
    CHECK(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"));
    CHECK(is_uuid("017F22E2-79B0-7CC3-98C4-DC0C0C07398F"));
    CHECK_FALSE(is_uuid(""));
    CHECK_FALSE(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398"));
    CHECK_FALSE(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398fa"));
    CHECK_FALSE(is_uuid("017f22e2079b0-7cc3-98c4-dc0c0c07398f"));
    CHECK_FALSE(is_uuid("017f22e2-79b0-7cc3-98c4-dc0c0c07398g"));
    CHECK_FALSE(is_uuid("../../../../../../../etc/passwd/aaaa"));
}
