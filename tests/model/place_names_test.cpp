// Names of places in other languages: none lacks, none is left in English, and they are found.
#include "catch.hpp"
#include "example_session.hpp"
#include "model/atlas/finder.hpp"
#include "model/atlas/place_names.hpp"
#include "phrases.hpp"

#include <algorithm>

using namespace app;
using test::atlas;
using test::words;

namespace {

const Phrases &spanish() {
    return words(Language::spanish);
}

const Finder &finder() {
    static const Finder made{atlas(), spanish()};
    return made;
}

std::string first(std::string_view query) {
    const auto found = finder().find(query, 1);
    if (found.empty())
        return {};
    return found.front().region != nullptr ? found.front().region->id : found.front().area->id;
}

} // namespace

TEST_CASE("Every area, structure and zone has a Spanish name of its own") {
    for (const Area &area : atlas().areas()) {
        INFO(area.id);
        const PlaceName *name = spanish().places().place(without_side(area.id));
        REQUIRE(name != nullptr);
        CHECK_FALSE(name->name.empty());
        CHECK(name->name != area.name);
        CHECK(zone_name(area, spanish()) != area.zone);
    }
    for (const Region &region : atlas().regions()) {
        INFO(region.id);
        const PlaceName *name = spanish().places().place(region.base_id);
        REQUIRE(name != nullptr);
        CHECK_FALSE(name->name.empty());
        CHECK_FALSE(name->anatomical.empty());
        CHECK(name->name != region.common);
        CHECK(name->anatomical != region.anatomical);
    }
}

TEST_CASE("No two areas of a zone share a Spanish name, and no two structures an anatomical one") {
    for (const Area &one : atlas().areas())
        for (const Area &other : atlas().areas())
            if (one.zone == other.zone && without_side(one.id) != without_side(other.id)) {
                INFO(one.id << " " << other.id);
                CHECK((plain_name(one, spanish()) != plain_name(other, spanish()) ||
                       one.name == other.name));
            }
    for (const Region &one : atlas().regions())
        for (const Region &other : atlas().regions())
            if (one.base_id < other.base_id) {
                INFO(one.id << " " << other.id);
                CHECK(anatomical_name(one, spanish()) != anatomical_name(other, spanish()));
            }
}

TEST_CASE("Titles follow the language of the reader") {
    const Area &calf = *atlas().area("lower_leg_calf.l");
    CHECK(atlas().title(calf, Reader::client, spanish()) == "Pantorrilla, tu izquierda");
    CHECK(atlas().title(*atlas().region("gastrocnemius_medial.r"), Reader::therapist, spanish()) ==
          "Cabeza medial del músculo gastrocnemio, derecha");
    CHECK(atlas().title(*atlas().area("chest_breastbone"), Reader::client, spanish()) ==
          "Esternón");
    CHECK(atlas().title(calf, Reader::client, words(Language::pseudo)) == "[[çáłf], ýöúř łéfţ~~]");
}

TEST_CASE("Spanish words lead to places, with and without accents") {
    CHECK(first("pantorrilla izquierda") == "lower_leg_calf.l");
    CHECK(first("gluteo derecho") == "hip_buttock_buttock.r");
    CHECK(first("GLÚTEO DERECHO") == "hip_buttock_buttock.r");
    CHECK(first("nalga izq") == "hip_buttock_buttock.l");
    CHECK(first("talón") == "ankle_foot_heel.l");
    CHECK(first("talon derecho") == "ankle_foot_heel.r");
    CHECK(first("rodilla izquierda") == "knee_knee.l");
    CHECK(first("espalda baja") == "lower_back_pelvis_low_back.l");
    CHECK(first("isquios derecha") == "thigh_hamstrings.r");
    CHECK(first("tendon de aquiles") == "lower_leg_achilles.l");
    CHECK(first("el cuadriceps izquierdo") == "thigh_front_of_thigh.l");
    CHECK(first("gastrocnemius izquierda") == first("gastrocnemius l"));
    CHECK(first("calf left") == "lower_leg_calf.l"); // English is found as well
    CHECK(first("xyzzy").empty());
}

TEST_CASE("Every Spanish name finds its place among the first five") {
    for (const Area &area : atlas().areas()) {
        const std::string query =
            plain_name(area, spanish()) + (area.side == Side::right  ? " derecha"
                                           : area.side == Side::left ? " izquierda"
                                                                     : "");
        const auto found = finder().find(query, 5);
        INFO(query);
        CHECK(std::any_of(found.begin(), found.end(),
                          [&](const Found &one) { return one.area == &area; }));
    }
}
