// What people read of a part that two of them have changed.

#include "catch.hpp"
#include "example_session.hpp"
#include "model/session/part_words.hpp"
#include "phrases.hpp"

#include <array>
#include <string>

TEST_CASE("a part of a session is called what people call it") {
    const app::Document document = test::example();
    const auto title = [&](const std::string &part) {
        return app::part_title({part, "1", "2"}, document, test::atlas(), test::words());
    };
    const std::string calf = "marks/" + test::id(10);
    CHECK(title(calf) == "Calf, left");
    CHECK(title(calf + "/level") == "Calf, left: level");
    CHECK(title(calf + "/level_after") == "Calf, left: level after");
    CHECK(title(calf + "/paint") == "Calf, left: painted spot");
    CHECK(title("focus/lower_leg_calf.l/pressure") == "Calf, left: pressure used");
    CHECK(title("focus/lower_leg_calf.l/spent_s") == "Calf, left: seconds spent");
    CHECK(title("intake/pressure") == "pressure wish");
    CHECK(title("intake/next_training") == "next training");
    CHECK(title("soap/plan") == "next steps");
    CHECK(title("shared_consent") == "agreed to share");
    CHECK(title("practice/therapist") == "therapist");
    CHECK(title("note") == "Session note");
    REQUIRE(document.homework.size() == 1);
    const app::HomeworkItem &given = document.homework[0];
    CHECK(title("homework/" + given.id + "/dose/hold_s") == given.name + ": hold in seconds");
    CHECK(title("homework/" + given.id + "/dose/sets") == given.name + ": sets");
    CHECK(title("of_a_later_version/x_y") == "x y");
    CHECK(title("") == "");
}
