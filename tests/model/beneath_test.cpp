#include "catch.hpp"
#include "example_session.hpp"
#include "model/atlas/beneath.hpp"

using namespace app;
using test::atlas;

namespace {

template <class Place>
std::vector<std::string> ids_beneath(const Place &place) {
    std::vector<std::string> ids;
    for (const Region *region : beneath(atlas(), place))
        ids.push_back(region->id);
    return ids;
}

} // namespace

TEST_CASE("beneath an area come its skin, then the deep structures by depth") {
    using Ids = std::vector<std::string>;
    CHECK(ids_beneath(*atlas().area("hip_buttock_buttock.l")) ==
          Ids{"gluteus_maximus.l", "piriformis.l", "deep_hip_rotators.l", "ischial_tuberosity.l",
              "pelvic_floor"});
    CHECK(ids_beneath(*atlas().area("head_face_forehead")) == Ids{"forehead"});
    // An area without skin is its own answer.
    CHECK(ids_beneath(*atlas().area("hip_buttock_deep_buttock.r")) ==
          Ids{"piriformis.r", "deep_hip_rotators.r"});
    CHECK(ids_beneath(*atlas().region("external_oblique.l")).front() == "internal_oblique.l");
    CHECK(ids_beneath(*atlas().region("piriformis.l")).empty());
}

TEST_CASE("depth never falls down a list, and no list has the other side") {
    for (const Area &area : atlas().areas()) {
        INFO(area.id);
        int depth = 0;
        for (const Region *region : beneath(atlas(), area)) {
            CHECK(region->depth >= depth);
            depth = region->depth;
            if (area.side != Side::mid)
                CHECK((region->side == area.side || region->side == Side::mid));
        }
        CHECK(depth > 0);
    }
}

TEST_CASE("every deep structure is reached through skin, within its own area where it can be") {
    for (const Region &region : atlas().regions()) {
        INFO(region.id);
        const auto skin = skin_above(atlas(), region);
        REQUIRE_FALSE(skin.empty());
        CHECK_FALSE(skin.front()->deep);
        const Area &above = area_above(atlas(), region);
        CHECK(lies_beneath(atlas(), region, above) == region.deep);
    }
    const auto skin_of = [](const char *id) {
        return skin_above(atlas(), *atlas().region(id)).front()->id;
    };
    CHECK(skin_of("quadratus_lumborum.r") == "erector_spinae_lumbar.r");
    CHECK(skin_of("piriformis.l") == "gluteus_maximus.l");
    CHECK(skin_of("soleus.l") == "soleus.l");
    CHECK(skin_above(atlas(), *atlas().region("diaphragm")).size() == 2);
    CHECK(area_above(atlas(), *atlas().region("psoas_major.l")).id == "abdomen_belly.l");
}
