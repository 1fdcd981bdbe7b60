#include "catch.hpp"
#include "export/badge_layout.hpp"
#include "export/figures.hpp"
#include "samples.hpp"

namespace {

constexpr app::FigureStyle style{.badge = 16, .words = 9, .caption = 10};
constexpr engine::Rect paper{40, 100, 515, 260};

/// Nothing of it overlaps, crosses or leaves the paper.
void check_clean(const app::PlacedView &view) {
    for (std::size_t i = 0; i < view.badges.size(); ++i) {
        const app::BadgeSpot &a = view.badges[i];
        CHECK(a.box.x >= paper.x - 0.1F);
        CHECK(a.box.right() <= paper.right() + 0.1F);
        for (std::size_t k = 0; k < view.badges.size(); ++k) {
            if (i == k)
                continue;
            const app::BadgeSpot &b = view.badges[k];
            CHECK_FALSE(overlap(a.box, b.box));
            CHECK_FALSE(lines_cross(a, b));
            CHECK_FALSE(line_hits_badge(a, b));
        }
    }
}

} // namespace

TEST_CASE("badges never overlap and their lines never cross") {
    const int rows = GENERATE(1, 2, 4, 8, 9, 20, 40);
    const auto views = samples::four_views(rows);
    const app::PlacedFigures figures = app::place_figures(views, paper, style);
    REQUIRE(figures.views.size() == 4);
    for (const app::PlacedView &view : figures.views) {
        CHECK(view.badges.size() == static_cast<std::size_t>(rows));
        check_clean(view);
    }
    for (std::size_t i = 0; i + 1 < figures.views.size(); ++i)
        for (const app::BadgeSpot &a : figures.views[i].badges)
            for (const app::BadgeSpot &b : figures.views[i + 1].badges)
                CHECK_FALSE(overlap(a.box, b.box));
}

TEST_CASE("a badge stands beside the figure, not on it") {
    const auto view = samples::view("Front", 1);
    const auto figures = app::place_figures({&view, 1}, paper, style);
    REQUIRE(figures.views.size() == 1);
    const engine::Rect &picture = figures.views[0].picture;
    const float scale = picture.w / 120;
    const engine::Rect trunk{picture.x + 46 * scale, picture.y, 29 * scale, picture.h};
    const engine::Rect arms{picture.x, picture.y + 61 * scale, picture.w, 19 * scale};
    CHECK_FALSE(overlap(figures.views[0].badges[0].box, trunk));
    CHECK_FALSE(overlap(figures.views[0].badges[0].box, arms));
}

TEST_CASE("marks at the very same point keep their badges apart") {
    auto view = samples::view("Front", 0);
    view.badges = {{1, 60, 120}, {2, 60, 120}};
    const auto figures = app::place_figures({&view, 1}, paper, style);
    REQUIRE(figures.views[0].badges.size() == 2);
    CHECK_FALSE(overlap(figures.views[0].badges[0].box, figures.views[0].badges[1].box));
}

TEST_CASE("a word that neighbours share stands once") {
    std::vector<app::SummaryView> views = {samples::view("Front", 0), samples::view("Back", 0)};
    views[0].left_word = "right", views[0].right_word = "left";
    views[1].left_word = "left", views[1].right_word = "right";
    const auto figures = app::place_figures(views, paper, style);
    REQUIRE(figures.words.size() == 3);
    CHECK(figures.words[1].text == "left");
}

TEST_CASE("the silhouette says how far the figure reaches") {
    const app::Silhouette s = app::silhouette(samples::view("Front", 0).image);
    CHECK(s.bands[10].left == Approx(46 / 120.0));
    CHECK(s.bands[10].right == Approx(75 / 120.0));
    CHECK(s.bands[28].left == 0);
    CHECK(s.bands[28].right == 1);
}

TEST_CASE("pictures without pixels are left out") {
    const std::vector<app::SummaryView> views(2);
    CHECK(app::place_figures(views, paper, style).views.empty());
}
