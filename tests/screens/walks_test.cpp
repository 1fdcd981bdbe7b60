// The scripted walks of tools/walks: time, sides, and what is on the disk.

#include "clinic.hpp"
#include "tours/walks.hpp"

#include <map>

namespace {

std::map<std::string, app::WalkReport> walks() {
    const test::TempFolder folder;
    const auto played = app::play_walks(test::resources(), folder.path());
    REQUIRE(played.ok());
    std::map<std::string, app::WalkReport> by_name;
    for (const app::WalkReport &walk : *played)
        by_name[walk.name] = walk;
    return by_name;
}

} // namespace

TEST_CASE("clients are quick, no side is mixed up, and what was called saved is on the disk") {
    auto all = walks();
    CHECK(all.size() == 7);
    for (const auto &[name, walk] : all) {
        INFO(name << ": " << walk.failure);
        CHECK(walk.failure.empty());
        CHECK(walk.wrong_sides == 0);
        CHECK(walk.acknowledged > 0);
        CHECK(walk.found == walk.acknowledged);
        CHECK(walk.good());
    }
    const app::WalkReport &first = all["new client: three areas on the body"];
    CHECK(first.marks == 3);
    CHECK(first.taps == 14);
    CHECK(first.seconds() <= 45);
    const app::WalkReport &again = all["returning client: two changes"];
    CHECK(again.marks >= 2);
    CHECK(again.taps == 5);
    CHECK(again.seconds() <= 15);
    CHECK(all["every area from every view"].marks > 300);
    CHECK(all["by search and list alone: two areas"].marks == 2);
    CHECK(all["by keyboard alone: one area"].marks == 1);
}
