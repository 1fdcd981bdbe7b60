// Words can be read on every ground that they stand on, in both themes (WCAG 2.2, 1.4.3).
#include "catch.hpp"
#include "ui/theme.hpp"

#include <string>
#include <vector>

using namespace engine::ui;

namespace {

struct Pair {
    std::string what;
    Color words, ground;
};

std::vector<Pair> pairs_of(const Theme &t) {
    return {{"words on the window", t.ink, t.bg},
            {"words on cards", t.ink, t.surface},
            {"words in fields and quiet buttons", t.ink, t.sunken},
            {"titles on the stage, above", t.ink, t.stage_top},
            {"titles on the stage, below", t.ink, t.stage_bottom},
            {"small words on the window", t.ink2, t.bg},
            {"small words on cards", t.ink2, t.surface},
            {"small words in fields", t.ink2, t.sunken},
            {"letters of sides, names under the mouse", t.surface, t.ink},
            {"primary buttons", t.on_primary, t.primary},
            {"primary buttons, pressed", t.on_primary, t.primary_pressed},
            {"buttons of words on the window", t.primary, t.bg},
            {"buttons of words on cards and sheets", t.primary, t.surface},
            {"chosen things", t.on_primary_soft, t.primary_soft},
            {"words on chosen things", t.ink, t.primary_soft},
            {"small words on chosen things", t.ink2, t.primary_soft},
            {"buttons that remove, on sheets", t.danger, t.surface},
            {"bad news", t.on_danger_soft, t.danger_soft},
            {"words on bad news", t.ink, t.danger_soft},
            {"cautions", t.on_caution_soft, t.caution_soft},
            {"words on cautions", t.ink, t.caution_soft},
            {"good news", t.on_success_soft, t.success_soft}};
}

} // namespace

TEST_CASE("Words have a contrast of 4.5 to all their grounds") {
    for (const Theme *theme : {&light_theme(), &dark_theme()})
        for (const Pair &pair : pairs_of(*theme)) {
            INFO((theme->dark ? "dark: " : "light: ") << pair.what);
            CHECK(contrast(pair.words, pair.ground) >= 4.5);
        }
}

TEST_CASE("The large numbers of levels have a contrast of 3, signs and outlines as well") {
    for (const Theme *theme : {&light_theme(), &dark_theme()}) {
        for (const Ramp &ramp : {warm_ramp(*theme), cool_ramp(*theme)})
            for (std::size_t level = 0; level < ramp.size(); ++level) {
                CAPTURE(theme->dark, level);
                CHECK(contrast(ramp[level].on, ramp[level].fill) >= 3);
            }
        INFO((theme->dark ? "dark" : "light"));
        CHECK(contrast(theme->outline, theme->surface) >= 3);
        CHECK(contrast(theme->focus, theme->bg) >= 3);
        CHECK(contrast(theme->avoid, theme->surface) >= 3);
    }
}
