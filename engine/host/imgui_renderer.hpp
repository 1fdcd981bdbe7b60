/// Draws what the interface has prepared, with Dear ImGui's own OpenGL backend.
#pragma once

#include "base/result.hpp"

#include <memory>

struct ImGuiContext;

namespace engine {

/// Belongs to the ImGui context and the GL context that are current when it is made; both must
/// outlive it.
class ImguiRenderer {
  public:
    static Result<std::unique_ptr<ImguiRenderer>> create();
    ~ImguiRenderer();
    ImguiRenderer(const ImguiRenderer &) = delete;
    ImguiRenderer &operator=(const ImguiRenderer &) = delete;

    /// Draws the frame of the last ImGui::Render() into the current framebuffer. Fonts that were
    /// rebuilt since the last call are uploaded first. GL's state is as before afterwards.
    void render();

  private:
    explicit ImguiRenderer(ImGuiContext *context) : context_(context) {}
    ImGuiContext *context_;
};

} // namespace engine
