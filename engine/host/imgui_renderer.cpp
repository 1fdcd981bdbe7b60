#include "host/imgui_renderer.hpp"

#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include <memory>

namespace engine {
namespace {

/// A rebuilt atlas has lost its texture's name; commands of its first frame still carry none.
void upload_rebuilt_fonts(const ImDrawData &data) {
    const ImFontAtlas &fonts = *ImGui::GetIO().Fonts;
    if (fonts.TexID == ImTextureID{}) {
        ImGui_ImplOpenGL3_DestroyFontsTexture();
        ImGui_ImplOpenGL3_CreateFontsTexture();
    }
    for (int list = 0; list < data.CmdListsCount; ++list)
        for (ImDrawCmd &command : data.CmdLists[list]->CmdBuffer)
            if (command.TextureId == ImTextureID{})
                command.TextureId = fonts.TexID;
}

} // namespace

Result<std::unique_ptr<ImguiRenderer>> ImguiRenderer::create() {
    ImGuiContext *context = ImGui::GetCurrentContext();
    check(context != nullptr, "the interface is made before its renderer");
    if (!ImGui_ImplOpenGL3_Init("#version 330 core"))
        return Error{"The interface cannot be drawn: OpenGL's library was not found. Install it "
                     "(Debian: libgl1) and start again."};
    return std::unique_ptr<ImguiRenderer>(new ImguiRenderer(context));
}

ImguiRenderer::~ImguiRenderer() {
    ImGuiContext *current = ImGui::GetCurrentContext();
    ImGui::SetCurrentContext(context_);
    ImGui_ImplOpenGL3_Shutdown();
    ImGui::SetCurrentContext(current);
}

void ImguiRenderer::render() {
    ImGui::SetCurrentContext(context_);
    ImDrawData *data = ImGui::GetDrawData();
    if (data == nullptr)
        return;
    ImGui_ImplOpenGL3_NewFrame(); // makes the shader and the buffers when they are not there
    upload_rebuilt_fonts(*data);
    ImGui_ImplOpenGL3_RenderDrawData(data);
}

} // namespace engine
