/// A body renderer on an offscreen OpenGL context, for tests. Without OpenGL the test fails.
#pragma once

#include "catch.hpp"
#include "gl/debug.hpp"
#include "host/window.hpp"
#include "render/body_renderer.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

template <class T>
T required(engine::Result<T> result) {
    INFO((result ? std::string("no error") : result.error().message));
    REQUIRE(result.ok());
    return std::move(*result);
}

struct GlStage {
    const std::filesystem::path share{PALPATE_SHARE_DIR};
    std::unique_ptr<engine::Window> window = required(engine::Window::create(
        {.title = "test", .width = 64, .height = 64, .offscreen = true, .visible = false}));
    std::vector<std::string> driver_warnings;
    engine::gl::DebugOutput debug{
        [this](std::string_view message) { driver_warnings.emplace_back(message); }};
    engine::PartMesh mesh = required(engine::read_part_mesh(share / "body" / "neutral-fast.mesh"));
    std::unique_ptr<app::BodyRenderer> renderer =
        required(app::BodyRenderer::create(mesh, share / "shaders"));

    /// The tags of the named parts, sorted: both sides, or one.
    std::vector<engine::Tag> tags(std::initializer_list<std::string_view> words, bool left,
                                  bool right) const {
        std::vector<engine::Tag> found;
        for (std::size_t part = 0; part < mesh.part_name.size(); ++part)
            for (const std::string_view word : words)
                if (mesh.part_name[part].find(word) != std::string::npos) {
                    if (left)
                        found.push_back(static_cast<engine::Tag>(2 * part));
                    if (right)
                        found.push_back(static_cast<engine::Tag>(2 * part + 1));
                }
        REQUIRE_FALSE(found.empty());
        return found;
    }
    app::BodyFrame frame(std::vector<app::Figure> figures) const {
        app::BodyFrame result;
        result.figures = std::move(figures);
        result.looks.resize(mesh.tag_count());
        return result;
    }
};
