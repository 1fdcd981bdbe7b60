#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "model/plan/homework_catalog.hpp"
#include "phrases.hpp"

#include <algorithm>
#include <fstream>

using namespace app;
using test::atlas;
using test::words;

TEST_CASE("the atlas has 144 structures on 266 sides in 122 areas") {
    CHECK(atlas().regions().size() == 266);
    CHECK(atlas().areas().size() == 122);
    const auto deep =
        std::count_if(atlas().regions().begin(), atlas().regions().end(), [](const Region &region) {
            return region.deep && region.side != Side::right;
        });
    CHECK(deep == 31);
    CHECK(atlas().region("piriformis.l")->deep);
    CHECK_FALSE(atlas().region("soleus.l")->deep);
    CHECK(atlas().region("throat")->contact == Contact::no_contact);
}

TEST_CASE("every area is mirrored with all its regions, the midline by itself") {
    for (const Area &area : atlas().areas()) {
        INFO(area.id);
        const Area &other = atlas().mirrored(area);
        CHECK(&atlas().mirrored(other) == &area);
        CHECK((&other == &area) == (area.side == Side::mid));
        auto expected = atlas().mirrored(area.regions);
        auto regions = other.regions;
        std::sort(expected.begin(), expected.end());
        std::sort(regions.begin(), regions.end());
        CHECK(regions == expected);
    }
}

TEST_CASE("a mesh part and its side name an area") {
    CHECK(atlas().area_of_part("soleus", false)->id == "lower_leg_calf.l");
    CHECK(atlas().area_of_part("soleus", true)->id == "lower_leg_calf.r");
    CHECK(atlas().area_of_part("sternum", false)->id == "chest_breastbone");
    CHECK(atlas().area_of_part("sternum", true)->id == "chest_breastbone");
    CHECK(atlas().area_of_part("no such part", false) == nullptr);
}

TEST_CASE("titles say the side as the reader knows it") {
    const Area &calf = *atlas().area("lower_leg_calf.l");
    CHECK(atlas().title(calf, Reader::client, words()) == "Calf, your left");
    CHECK(atlas().title(calf, Reader::therapist, words()) == "Calf, left");
    CHECK(atlas().title(*atlas().area("chest_breastbone"), Reader::client, words()) ==
          "Breastbone");
    const Region &inner = *atlas().region("gastrocnemius_medial.r");
    CHECK(atlas().title(inner, Reader::client, words()) == "Inner calf, your right");
    CHECK(atlas().title(inner, Reader::therapist, words()) ==
          "Medial head of gastrocnemius muscle, right");
    CHECK(calf.phrase == "in the left calf");
}

TEST_CASE("a structure says all that the atlas knows of it") {
    const Region &soleus = *atlas().region("soleus.r");
    CHECK(soleus.zone == "lower leg");
    CHECK(soleus.kind == "muscle");
    CHECK(soleus.layer == "intermediate");
    CHECK(soleus.tier == "core");
    CHECK(soleus.views == std::vector<std::string>{"back", "right", "inner"});
    CHECK(soleus.fma.id == "FMA:22558");
    CHECK(soleus.fma.match == "exact");
    CHECK(soleus.fma.scope == "sided");
    CHECK(soleus.uberon.match == "exact");
    CHECK(soleus.choir == std::vector<std::string>{"234"});
    CHECK(soleus.wpi == "lower_leg_right");
    CHECK(soleus.wpi_basis == "direct");
    CHECK(soleus.depth == Region::surface_depth);
    const Region &psoas = *atlas().region("psoas_major.l");
    CHECK(psoas.depth == 5);
    CHECK(psoas.under == std::vector<std::string>{"rectus_abdominis", "groin"});
    CHECK(atlas().area("lower_leg_calf.r")->anatomical ==
          "triceps surae (gastrocnemius and soleus)");
    CHECK(atlas().area("lower_leg_calf.r")->wpi == std::vector<std::string>{"lower_leg_right"});
}

TEST_CASE("codes are told with how well they fit, and there are none of SNOMED") {
    for (const Region &region : atlas().regions())
        for (const Concept *found : {&region.fma, &region.uberon}) {
            INFO(region.id << " " << found->id);
            CHECK(found->id.empty() == found->match.empty());
            CHECK((found->match.empty() || found->match == "exact" || found->match == "broader" ||
                   found->match == "partial"));
        }
    const auto text = engine::read_file(PALPATE_SHARE_DIR "/atlas/atlas.json", 4 << 20);
    REQUIRE(text.ok());
    CHECK(text->find("snomed") == std::string::npos);
}

TEST_CASE("a damaged atlas is refused in plain words") {
    const auto missing = Atlas::load("/no/such/atlas.json");
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().message.find("There is no file") != std::string::npos);
    const auto other = Atlas::load(PALPATE_SHARE_DIR "/atlas/homework.json");
    REQUIRE_FALSE(other.ok());
    CHECK(other.error().message.find("Install Palpate again") != std::string::npos);
}

TEST_CASE("the catalogue proposes what fits an area, without strengthening unless asked") {
    const auto catalog = HomeworkCatalog::load(PALPATE_SHARE_DIR "/atlas/homework.json");
    REQUIRE(catalog.ok());
    CHECK(catalog->exercises().size() == 83);
    const auto gentle = catalog->for_area(atlas(), "lower_leg_calf.l", false);
    REQUIRE(gentle.size() >= 3);
    CHECK(gentle.front()->id == "stretch_calf_straight");
    CHECK(std::none_of(gentle.begin(), gentle.end(),
                       [](const Exercise *exercise) { return exercise->strengthening; }));
    const auto all = catalog->for_area(atlas(), "lower_leg_calf.l", true);
    CHECK(all.size() > gentle.size());
    CHECK(all.back()->kind == "strength");
    CHECK(catalog->for_area(atlas(), "no such area", true).empty());
    const Exercise *stretch = catalog->find("stretch_calf_straight");
    REQUIRE(stretch);
    CHECK(stretch->dose == Dose{.sets = 1,
                                .repeats = 2,
                                .hold_s = 30,
                                .times_a_day = 1,
                                .days_a_week = 5,
                                .weeks = 4,
                                .max_pain = 3});
    CHECK(stretch->dose_words == "2-3 \u00D7 30 s each side, 1-2 times a day");
    CHECK(catalog->find("no such exercise") == nullptr);
}

TEST_CASE("exercises are for structures that the atlas has, in doses that a session may hold") {
    const auto catalog = HomeworkCatalog::load(PALPATE_SHARE_DIR "/atlas/homework.json");
    REQUIRE(catalog.ok());
    for (const Exercise &exercise : catalog->exercises()) {
        INFO(exercise.id);
        for (const std::string &base_id : exercise.base_ids)
            CHECK(std::any_of(atlas().regions().begin(), atlas().regions().end(),
                              [&](const Region &region) { return region.base_id == base_id; }));
        const auto given = update(
            test::example(),
            AddHomework{test::id(50), exercise.id, exercise.name, "", exercise.dose}, atlas());
        CHECK(given.ok());
    }
}

TEST_CASE("doses in words") {
    CHECK(dose_words({.sets = 1, .repeats = 2, .hold_s = 30, .days_a_week = 5}) ==
          "2 \u00D7 30 s, once a day, 5 days a week, 4 weeks");
    CHECK(dose_words({.sets = 3, .repeats = 15, .times_a_day = 2, .weeks = 1}) ==
          "3 \u00D7 15, twice a day, every day, 1 week");
    CHECK(dose_words({.sets = 3, .repeats = 10, .hold_s = 5, .times_a_day = 3}) ==
          "3 \u00D7 10 \u00D7 5 s, 3 times a day, every day, 4 weeks");
    CHECK(dose_words({.hold_s = 900, .days_a_week = 1}) ==
          "15 min, once a day, 1 day a week, 4 weeks");
    CHECK(dose_words({.repeats = 10}) == "10 times, once a day, every day, 4 weeks");
    CHECK(dose_words({}) == "once a day, every day, 4 weeks");
    CHECK(stop_rule({.max_pain = 4}) == "Stop above pain 4, or if it is worse the next morning.");
}
