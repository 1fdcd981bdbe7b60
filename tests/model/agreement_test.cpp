#include "catch.hpp"
#include "changes.hpp"
#include "model/guidance/agreement.hpp"

using namespace app;
using test::after;
using test::at;
using test::id;

TEST_CASE("client and therapist agree on some places and differ on others") {
    Document document = test::example(); // calf and hamstrings marked, shin not to be touched
    document = after(document,
                     SetFinding{{.id = id(60), .area = "knee_knee.l", .tight = true, .at = at(5)}});
    document =
        after(document,
              SetFinding{{.id = id(61), .area = "thigh_hamstrings.r", .tender = 2, .at = at(6)}});
    document = after(document, SetFinding{{.id = id(62), .area = "lower_leg_shin.r", .at = at(7)}});
    CHECK(compared_places(document) ==
          std::vector<ComparedPlace>{{"thigh_hamstrings.r", Party::both},
                                     {"lower_leg_calf.l", Party::client_only},
                                     {"knee_knee.l", Party::therapist_only}});
    CHECK_FALSE(says_something(document.findings[2]));
    CHECK(compared_places({}).empty());
}
