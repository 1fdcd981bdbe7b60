#include "ui/icons_data.hpp"
#include "widgets_fixture.hpp"

#include <imgui.h>

using namespace engine;
using namespace engine::ui;
using namespace engine::ui::test;

TEST_CASE("Every icon has strokes, and they stay within its square") {
    CHECK(strokes_of(Icon::none).empty());
    Bench bench([](Ui &ui) {
        for (int i = 1; i <= static_cast<int>(Icon::folder); ++i) {
            const auto sign = static_cast<Icon>(i);
            CAPTURE(i);
            const int first = ui.draw()->VtxBuffer.Size;
            icon(ui, sign, {200, 200}, 24, rgb(0x000000));
            CHECK(ui.draw()->VtxBuffer.Size > first);
            for (int v = first; v < ui.draw()->VtxBuffer.Size; ++v) {
                const ImVec2 at = ui.draw()->VtxBuffer[v].pos;
                CHECK(Rect{187, 187, 26, 26}.contains({at.x, at.y}));
            }
        }
    });
}

TEST_CASE("Faces differ from level to level of the scale's steps") {
    Bench bench([](Ui &ui) {
        std::vector<float> heights;
        for (const int level : {0, 2, 4, 6, 8, 10}) {
            const int first = ui.draw()->VtxBuffer.Size;
            face(ui, level, {200, 200}, 56, rgb(0x000000));
            float sum = 0;
            for (int v = first; v < ui.draw()->VtxBuffer.Size; ++v)
                sum += ui.draw()->VtxBuffer[v].pos.y;
            for (const float other : heights)
                CHECK(sum != other);
            heights.push_back(sum);
        }
        CHECK(heights.size() == 6);
    });
}
