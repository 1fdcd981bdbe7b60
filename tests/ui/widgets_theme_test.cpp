#include "catch.hpp"
#include "ui/theme.hpp"

using namespace engine::ui;

TEST_CASE("The colours have the contrast that they were chosen for") {
    const Theme &light = light_theme();
    CHECK(contrast(light.ink, light.surface) == Approx(15.82).margin(0.01));
    CHECK(contrast(light.ink, light.bg) == Approx(14.17).margin(0.01));
    CHECK(contrast(light.ink2, light.sunken) == Approx(6.54).margin(0.01));
    CHECK(contrast(light.on_primary, light.primary) == Approx(7.79).margin(0.01));
    CHECK(contrast(light.on_caution_soft, light.caution_soft) == Approx(8.77).margin(0.01));
    CHECK(contrast(light.focus, light.stage_bottom) == Approx(3.62).margin(0.01));
    const Theme &dark = dark_theme();
    CHECK(contrast(dark.ink, dark.surface) == Approx(13.96).margin(0.01));
    CHECK(contrast(dark.on_primary, dark.primary) == Approx(9.81).margin(0.01));
    CHECK(contrast(dark.outline, dark.surface) == Approx(5.22).margin(0.01));
    CHECK(contrast(dark.danger, dark.surface) == Approx(7.85).margin(0.01));
}

TEST_CASE("Text reads on every level, and every level is darker than the one before") {
    for (const bool warm : {true, false}) {
        const Ramp ramp = warm ? warm_ramp(light_theme()) : cool_ramp(light_theme());
        for (std::size_t level = 0; level < ramp.size(); ++level) {
            CAPTURE(warm, level);
            CHECK(contrast(ramp[level].on, ramp[level].fill) > 4.1);
            if (level > 0) {
                CHECK(contrast(ramp[level].fill, rgb(0xFFFFFF)) >
                      contrast(ramp[level - 1].fill, rgb(0xFFFFFF)));
                CHECK(contrast(ramp[level].outline, light_theme().clay) > 2.95);
            }
        }
    }
}

TEST_CASE("Colours mix channel by channel") {
    CHECK(mix(rgb(0x000000), rgb(0xFFFFFF), 0.5F) == rgb(0x808080));
    CHECK(mix(rgb(0x102030), rgb(0xFFFFFF), 0) == rgb(0x102030));
    CHECK(rgb(0x123456).with_alpha(0.5F).a == 128);
}
