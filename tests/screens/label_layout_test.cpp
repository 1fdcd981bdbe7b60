// Names around the figures: the pure layout, and the real stage at two sizes and text scales.

#include "clinic.hpp"
#include "screens/stage/label_layout.hpp"

#include <random>

using namespace app;
using engine::overlap;
using engine::Rect;

namespace {

bool inside(const Rect &rect, const Rect &space) {
    constexpr float rounding = 0.01F;
    return rect.x >= space.x - rounding && rect.y >= space.y - rounding &&
           rect.right() <= space.right() + rounding && rect.bottom() <= space.bottom() + rounding;
}

/// Words and leaders that are in each other's way.
template <class Label, class Anchor>
int conflicts(const std::vector<Label> &labels, Anchor anchor) {
    int count = 0;
    for (std::size_t i = 0; i < labels.size(); ++i)
        for (std::size_t j = 0; j < labels.size(); ++j) {
            if (i == j)
                continue;
            const Label &a = labels[i], &b = labels[j];
            count += overlap(a.rect, b.rect);
            count += segments_cross(a.start, anchor(a), b.start, anchor(b));
            count += segment_meets(a.start, anchor(a), b.rect);
        }
    return count;
}

const Rect space{0, 0, 400, 500};
const Rect torso{150, 40, 100, 440};

LabelRoom room(std::vector<Rect> taken = {}) {
    return {space, std::move(taken), [](const Rect &rect) { return overlap(rect, torso); }};
}

std::vector<LabelWish> random_wishes(unsigned seed, std::size_t count) {
    std::mt19937 random(seed);
    const auto below = [&](unsigned limit) { return static_cast<float>(random() % limit); };
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < count; ++i)
        wishes.push_back({{150 + below(100), 40 + below(440)},
                          {50 + below(60), below(2) > 0 ? 26.0F : 46.0F},
                          100 + below(5000),
                          i});
    return wishes;
}

} // namespace

TEST_CASE("no two names and no two leaders are in each other's way") {
    for (unsigned seed = 0; seed < 60; ++seed) {
        const auto wishes = random_wishes(seed, 5 + seed);
        const std::vector<Rect> taken{{10, 100, 48, 48}, {330, 300, 60, 40}};
        const auto spots = lay_out_labels(wishes, room(taken));
        INFO("seed " << seed);
        CHECK(spots.size() >= 5);
        CHECK(conflicts(spots, [&](const LabelSpot &s) { return wishes[s.wish].anchor; }) == 0);
        for (const LabelSpot &spot : spots) {
            CHECK(inside(spot.rect, space));
            CHECK_FALSE(overlap(spot.rect, torso));
            for (const Rect &rect : taken) {
                CHECK_FALSE(overlap(spot.rect, rect));
                CHECK_FALSE(segment_meets(spot.start, wishes[spot.wish].anchor, rect));
            }
        }
    }
}

TEST_CASE("few names all fit, beside what they name, in the order of their heights") {
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < 8; ++i)
        wishes.push_back(
            {{i % 2 ? 160.0F : 240.0F, 60 + 50 * static_cast<float>(i)}, {90, 26}, 100, i});
    const auto spots = lay_out_labels(wishes, room());
    REQUIRE(spots.size() == wishes.size());
    for (const LabelSpot &spot : spots) {
        const glm::vec2 anchor = wishes[spot.wish].anchor;
        CHECK((spot.rect.x == space.x) == (anchor.x < space.center().x));
        CHECK(std::abs(spot.rect.center().y - anchor.y) < 5);
    }
}

TEST_CASE("where there is little room the largest skin is named") {
    std::vector<LabelWish> wishes;
    for (std::size_t i = 0; i < 20; ++i)
        wishes.push_back(
            {{160, 200 + static_cast<float>(i)}, {90, 60}, i == 13 ? 9000.0F : 100.0F, i});
    const auto spots = lay_out_labels(wishes, room());
    CHECK(spots.size() < wishes.size());
    CHECK(std::any_of(spots.begin(), spots.end(),
                      [](const LabelSpot &spot) { return spot.wish == 13; }));
}

TEST_CASE("of the left and the right one only one is named") {
    const std::vector<LabelWish> wishes{{{160, 100}, {90, 26}, 500, 7},
                                        {{240, 100}, {90, 26}, 510, 7}};
    CHECK(lay_out_labels(wishes, room()).size() == 1);
}

TEST_CASE("the same wishes are laid out the same way, no wishes make no labels") {
    const auto wishes = random_wishes(5, 40);
    const auto once = lay_out_labels(wishes, room()), again = lay_out_labels(wishes, room());
    REQUIRE(once.size() == again.size());
    for (std::size_t i = 0; i < once.size(); ++i)
        CHECK((once[i].wish == again[i].wish && once[i].rect == again[i].rect));
    CHECK(lay_out_labels({}, room()).empty());
}

TEST_CASE("names on the real stage keep clear of each other at every size") {
    struct Case {
        test::ClinicOptions options;
        std::size_t least;
    };
    const std::array<Case, 3> cases{
        {{{{1280, 800}, 100}, 12}, {{{1024, 768}, 100}, 8}, {{{1280, 800}, 125}, 6}}};
    for (const Case &each : cases) {
        test::Clinic clinic(each.options);
        clinic.tap("Hand over to Maya");
        clinic.tap("Start");
        clinic.tap_area("lower_leg_calf.l");
        clinic.level("Pain level", 6);
        clinic.tap("Done");
        INFO(each.options.size.x << " x " << each.options.size.y << ", text "
                                 << each.options.text_scale);
        CHECK(clinic.shell->ui_state().name_layout.labels.empty());
        for (const std::string_view view : {"Both", "Front", "Soles", "Left"}) {
            clinic.tap(view);
            if (clinic.shell->ui_state().names == NameWords::none)
                clinic.tap("Names");
            const auto &labels = clinic.shell->ui_state().name_layout.labels;
            INFO(view << ": " << labels.size() << " names");
            if (view == "Both" || view == "Front")
                CHECK(labels.size() >= each.least);
            CHECK(conflicts(labels, [](const NameLabel &label) { return label.anchor; }) == 0);
            for (const NameLabel &label : labels) {
                CHECK(inside(label.rect, clinic.node("body")->rect));
                CHECK_FALSE(label.words.empty());
                for (const BadgePlace &badge : clinic.shell->ui_state().badges.places)
                    CHECK_FALSE(label.rect.inset(-20).contains(badge.badge));
            }
        }
    }
}

TEST_CASE("with very large words names are not offered where they would hide the body") {
    for (const glm::vec2 size : {glm::vec2{1280, 800}, glm::vec2{1024, 768}}) {
        test::Clinic clinic({size, 200});
        clinic.tap("Hand over to Maya");
        clinic.tap("Start");
        const engine::ui::Node *names = clinic.node("Names");
        CHECK((names == nullptr || !overlap(names->rect, clinic.node("body")->rect)));
        CHECK(clinic.node("body")->rect.h > 100);
    }
}
