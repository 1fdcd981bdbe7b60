#include "catch.hpp"
#include "host/imgui_renderer.hpp"
#include "host/window.hpp"

#include <glad/gl.h>
#include <imgui.h>

#include <array>
#include <memory>

using namespace engine;

namespace {

struct DestroyContext {
    void operator()(ImGuiContext *context) const { ImGui::DestroyContext(context); }
};

using Pixel = std::array<unsigned char, 4>;
const Pixel green{0, 255, 0, 255};
const Pixel black{0, 0, 0, 255};

Pixel pixel_at(int x, int y_from_top) {
    Pixel pixel{};
    glReadPixels(x, 99 - y_from_top, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel.data());
    return pixel;
}

/// One frame with a green square from (10, 10) to (40, 40). A fill takes its white from the fonts'
/// texture, so that it is black when that is missing.
void draw_square(ImguiRenderer &renderer) {
    ImGui::NewFrame();
    ImGui::GetBackgroundDrawList()->AddRectFilled({10, 10}, {40, 40}, IM_COL32(0, 255, 0, 255));
    ImGui::Render();
    glClearColor(0, 0, 0, 1);
    glClear(GL_COLOR_BUFFER_BIT);
    renderer.render();
}

} // namespace

TEST_CASE("the interface's fills are drawn, also in the first frame after fonts were rebuilt") {
    WindowConfig config;
    config.width = config.height = 100;
    config.offscreen = true;
    const auto window = Window::create(config);
    REQUIRE(window);
    const std::unique_ptr<ImGuiContext, DestroyContext> context(ImGui::CreateContext());
    ImGuiIO &io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.DisplaySize = {100, 100};
    io.Fonts->AddFontDefault();
    io.Fonts->Build();
    {
        const auto renderer = ImguiRenderer::create();
        REQUIRE(renderer);
        (*renderer)->render(); // no frame yet: nothing to draw
        for (int rebuilt = 0; rebuilt < 3; ++rebuilt) {
            draw_square(**renderer);
            CHECK(pixel_at(25, 25) == green);
            CHECK(pixel_at(60, 60) == black);
            CHECK(glGetError() == GL_NO_ERROR);
            io.Fonts->Clear();
            io.Fonts->AddFontDefault();
            io.Fonts->Build();
        }
    }
    CHECK(io.BackendRendererUserData == nullptr); // given back
}
