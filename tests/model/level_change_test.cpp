// The numeric rating scale: what counts as a change.

#include "catch.hpp"
#include "model/guidance/level_change.hpp"
#include "model/page/summary.hpp"

using namespace app;

TEST_CASE("NRS-R2: two points are clear, and one from a start of 1 to 3") {
    CHECK(level_change(6, 3).clearly_better());
    CHECK(level_change(6, 4).clearly_better());
    CHECK(level_change(10, 8).clearly_better());
    CHECK(level_change(2, 1).clearly_better());
    CHECK(level_change(3, 2).clearly_better());
    CHECK(level_change(1, 0).clearly_better());
    CHECK_FALSE(level_change(6, 5).clearly_better());
    CHECK_FALSE(level_change(4, 3).clearly_better());
    CHECK_FALSE(level_change(3, 5).clearly_better());
}

TEST_CASE("NRS-R3: one point is small, and a rise goes by the same steps") {
    CHECK(level_change(6, 5).size == ChangeSize::small);
    CHECK(level_change(10, 9).size == ChangeSize::small);
    CHECK(level_change(4, 5).size == ChangeSize::small);
    CHECK(level_change(0, 1).size == ChangeSize::small);
    CHECK(level_change(0, 2).clearly_worse());
    CHECK(level_change(3, 4).clearly_worse());
    CHECK(level_change(4, 6).clearly_worse());
    CHECK_FALSE(level_change(6, 4).clearly_worse());
    CHECK(level_change(5, 5).size == ChangeSize::none);
    CHECK(level_change(0, 0).size == ChangeSize::none);
}

TEST_CASE("NRS-R4: the words hold the start") {
    CHECK(change_words(level_change(6, 3)) == "6 to 3, clearly better");
    CHECK(change_words(level_change(6, 5)) == "6 to 5, a little better");
    CHECK(change_words(level_change(2, 3)) == "2 to 3, clearly worse");
    CHECK(change_words(level_change(4, 5)) == "4 to 5, a little worse");
    CHECK(change_words(level_change(6, 6)) == "6 as before");
}

TEST_CASE("a larger change is never the smaller one, and the summary judges alike") {
    for (int start = 0; start <= 10; ++start)
        for (int now = 0; now <= 10; ++now) {
            const LevelChange change = level_change(start, now);
            if (now < start)
                CHECK(change.size <= level_change(start, now == 0 ? 0 : now - 1).size);
            if (now > start && now < 10)
                CHECK(change.size <= level_change(start, now + 1).size);
            CHECK((judge_change(start, now) == Change::clearly_better) == change.clearly_better());
            CHECK((judge_change(start, now) == Change::clearly_worse) == change.clearly_worse());
        }
}
