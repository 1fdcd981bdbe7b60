// The scripted walks of tools/walks: time, sides, and what is on the disk. One test for each, so
// that none takes long on a busy machine.

#include "clinic.hpp"
#include "tours/walks.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace {

/// The reports of a walk, which lost nothing and mixed up no side.
std::vector<app::WalkReport> walked(std::string_view name) {
    const test::TempFolder folder;
    auto played = app::play_walk(test::resources(), name, folder.path());
    REQUIRE(played.ok());
    REQUIRE_FALSE(played->empty());
    for (const app::WalkReport &walk : *played) {
        INFO(walk.name << ": " << walk.failure);
        CHECK(walk.failure.empty());
        CHECK(walk.wrong_sides == 0);
        CHECK(walk.acknowledged > 0);
        CHECK(walk.found == walk.acknowledged);
        CHECK(walk.good());
    }
    return std::move(*played);
}

} // namespace

TEST_CASE("a new client marks three places within 45 seconds") {
    const auto walks = walked("new client");
    REQUIRE(walks.size() == 2);
    CHECK(walks[0].name == "new client: three areas on the body");
    CHECK(walks[0].marks == 3);
    CHECK(walks[0].taps == 14);
    CHECK(walks[0].seconds() <= 45);
}

TEST_CASE("a returning client changes two things within 15 seconds") {
    const auto walks = walked("returning client");
    REQUIRE(walks.size() == 2);
    CHECK(walks[0].name == "returning client: two changes");
    CHECK(walks[0].marks >= 2);
    CHECK(walks[0].taps == 5);
    CHECK(walks[0].seconds() <= 15);
}

TEST_CASE("a client marks by search and list alone") {
    CHECK(walked("by search").front().marks == 2);
}

TEST_CASE("a client marks by keyboard alone") {
    CHECK(walked("by keyboard").front().marks == 1);
}

TEST_CASE("every area that the figures show at once is marked on its own side") {
    CHECK(walked("every area, Both").front().marks > 180);
}

TEST_CASE("every area in front is marked on its own side") {
    CHECK(walked("every area, Front").front().marks > 80);
}

TEST_CASE("every area of the back is marked on its own side") {
    CHECK(walked("every area, Back").front().marks > 100);
}

TEST_CASE("every area of the left side is marked on its own side") {
    CHECK(walked("every area, Left").front().marks > 60);
}

TEST_CASE("every area of the right side is marked on its own side") {
    CHECK(walked("every area, Right").front().marks > 60);
}

TEST_CASE("every area of the soles is marked on its own side") {
    CHECK(walked("every area, Soles").front().marks > 7);
}

TEST_CASE("no walk is without a test") {
    CHECK(app::walk_names().size() == 10);
}
