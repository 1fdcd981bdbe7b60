#include "catch.hpp"
#include "example_session.hpp"
#include "model/atlas/finder.hpp"
#include "model/atlas/place_names.hpp"
#include "model/text/word_fit.hpp"
#include "phrases.hpp"

#include <random>

using namespace app;
using test::atlas;

namespace {

const Finder &finder() {
    static const Finder made{atlas(), test::words()};
    return made;
}

std::string id_of(const Found &found) {
    return found.region != nullptr ? found.region->id : found.area->id;
}

std::vector<std::string> ids(std::string_view query, std::size_t limit) {
    std::vector<std::string> found;
    for (const Found &one : finder().find(query, limit))
        found.push_back(id_of(one));
    return found;
}

bool among(std::string_view query, std::size_t first, const std::string &id) {
    const auto found = ids(query, first);
    return std::find(found.begin(), found.end(), id) != found.end();
}

std::string sided(const std::string &name, Side side) {
    return side == Side::mid ? name : (side == Side::left ? "left " : "right ") + name;
}

/// One letter dropped, doubled, changed or swapped with the next one.
std::string with_typo(std::string word, std::mt19937 &random) {
    const std::size_t at = random() % (word.size() - 1);
    switch (random() % 4) {
    case 0:
        word.erase(at, 1);
        break;
    case 1:
        word.insert(at, 1, word[at]);
        break;
    case 2:
        word[at] = static_cast<char>('a' + random() % 26);
        break;
    default:
        std::swap(word[at], word[at + 1]);
    }
    return word;
}

} // namespace

TEST_CASE("what people type leads to the place they mean") {
    const std::vector<std::pair<const char *, const char *>> first{
        {"calf", "lower_leg_calf.l"},
        {"CALF right", "lower_leg_calf.r"},
        {"left calf", "lower_leg_calf.l"},
        {"l calf", "lower_leg_calf.l"},
        {"Wade, calf rechts", ""},
        {"calf rechts", "lower_leg_calf.r"},
        {"calf links", "lower_leg_calf.l"},
        {"my right knee", "knee_knee.r"},
        {"gastrocnemeus", "gastrocnemius_medial.l"},
        {"front of thigh", "thigh_front_of_thigh.l"},
        {"front of the thigh", "thigh_front_of_thigh.l"},
        {"IT band", "iliotibial_band.l"},
        {"ITB", "iliotibial_band.l"},
        {"itband", "iliotibial_band.l"},
        {"illiotibial band right", "iliotibial_band.r"},
        {"hamstring", "thigh_hamstrings.l"},
        {"hamstirngs", "thigh_hamstrings.l"},
        {"kalf", "lower_leg_calf.l"},
        {"lower bak", "lower_back_pelvis_low_back.l"},
        {"musculus soleus", "soleus.l"},
        {"trapezious", "shoulder_top_of_shoulder.l"},
        {"QL", "quadratus_lumborum.l"},
        {"QL right", "quadratus_lumborum.r"},
        {"SCM", "sternocleidomastoid.l"},
        {"TFL", "tensor_fasciae_latae.l"},
        {"glutes", "hip_buttock_buttock.l"},
        {"quads", "thigh_front_of_thigh.l"},
        {"lats", "latissimus_dorsi.l"},
        {"traps", "trapezius_upper.l"},
        {"pecs", "chest_chest_muscle.l"},
        {"delts", "shoulder_shoulder_cap.l"},
        {"abs", "rectus_abdominis.l"},
        {"sit bone", "hip_buttock_sit_bone.l"},
        {"sitbone", "hip_buttock_sit_bone.l"},
        {"shin", "lower_leg_shin.l"},
        {"shin splints", "medial_tibial_border.l"},
        {"pirif", "piriformis.l"},
        {"piriformus", "piriformis.l"},
        {"psoas r", "psoas_major.r"},
        {"Tendo calcaneus", "achilles_tendon.l"},
        {"achiles", "lower_leg_achilles.l"},
        {"tailbone", "coccyx"},
        {"kneecap", "patella.l"},
        {"knee cap left", "patella.l"},
        {"between the shoulder blades", "upper_mid_back_between_shoulder_blades.l"},
        {"tennis elbow", "elbow_lateral.l"},
        {"golfer's elbow", "elbow_medial.l"},
        {"SI joint", "sacroiliac_joint.l"},
        {"breastbone", "chest_breastbone"},
        {"plantar facia", "plantar_fascia.l"},
        {"big toe", "big_toe.l"},
        {"rhomboid", "rhomboids.l"},
        {"groin", "abdomen_groin.l"},
        {"calf tail", ""},
        {"  ", ""},
        {"?!", ""},
    };
    for (const auto &[query, expected] : first) {
        INFO("\"" << query << "\"");
        const auto found = ids(query, 1);
        CHECK((found.empty() ? "" : found.front()) == std::string(expected));
    }
}

TEST_CASE("every structure is among the first three for each of its own names") {
    for (const Region &region : atlas().regions())
        for (const std::string *name : {&region.common, &region.anatomical, &region.latin}) {
            INFO(region.id << ": " << *name);
            CHECK(among(sided(*name, region.side), 3, region.id));
        }
}

TEST_CASE("every area is first for its own name") {
    for (const Area &area : atlas().areas()) {
        INFO(area.id);
        const auto found = finder().find(sided(area.name, area.side), 3);
        REQUIRE_FALSE(found.empty());
        CHECK(found.front().region == nullptr);
        CHECK(found.front().area->name == area.name);
        CHECK(among(sided(area.name, area.side), 3, area.id));
    }
}

TEST_CASE("one wrong letter in a long anatomical name keeps the structure among the first five") {
    std::mt19937 random{20261123};
    for (const Region &region : atlas().regions()) {
        if (region.anatomical.size() < 8)
            continue;
        for (int i = 0; i < 5; ++i) {
            const std::string typed = with_typo(region.anatomical, random);
            INFO(region.id << ": " << typed);
            CHECK(among(sided(typed, region.side), 5, region.id));
        }
    }
}

TEST_CASE("a whole word is better than its beginning, and that than a typing error") {
    const auto cost = [](const char *query) { return finder().find(query, 1).front().cost; };
    CHECK(cost("piriformis") < cost("pirif"));
    CHECK(cost("pirif") < cost("piriformus"));
    CHECK(cost("piriformus") < cost("pyriformus"));
}

TEST_CASE("the other side is kept out, the midline is not") {
    for (const Found &found : finder().find("right back", 50))
        CHECK(found.area->side != Side::left);
    CHECK(among("left low back", 5, "lower_back_pelvis_low_back"));
    // A side word alone is the beginning of a search.
    for (const Found &found : finder().find("left", 5))
        CHECK(found.area->side == Side::left);
    CHECK(ids("left", 5).size() == 5);
}

TEST_CASE("results say in which words they were found") {
    CHECK(finder().find("ITB", 1).front().words == "ITB");
    CHECK(finder().find("tendo calcaneus", 1).front().words == "Tendo calcaneus");
    CHECK(finder().find("calf", 1).front().words == "calf");
    CHECK(finder().find("calf", 3).size() == 3);
    CHECK(
        finder().find("a very long query of many words that no place has at all in it", 9).empty());
}

TEST_CASE("typing errors are counted as edits of neighbouring letters") {
    CHECK(edit_distance("calf", "calf", 2) == 0);
    CHECK(edit_distance("kalf", "calf", 2) == 1);
    CHECK(edit_distance("claf", "calf", 2) == 1);
    CHECK(edit_distance("caalf", "calf", 2) == 1);
    CHECK(edit_distance("cal", "calf", 2) == 1);
    CHECK(edit_distance("", "calf", 2) == 3);
    CHECK(edit_distance("thigh", "calf", 2) == 3);
    CHECK(edit_distance("gastrocnemeous", "gastrocnemius", 2) == 2);
}
