#include "render/body_renderer.hpp"

#include "gl/framebuffer.hpp"
#include "render/body_programs.hpp"
#include "render/ground_shadow.hpp"
#include "render/line_buffer.hpp"
#include "render/paint_layer.hpp"
#include "render/picture_space.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace app {

using engine::Rect;
using engine::Tag;
using engine::gl::Framebuffer;

namespace {

constexpr int samples_when_still = 4;
constexpr float border_px = 1.0F;
constexpr float border_alpha = 0.30F;
constexpr float border_alpha_within = 0.13F; ///< of groups, while they are far
constexpr float far_mm_per_px = 2.6F, near_mm_per_px = 1.4F;

std::vector<std::uint8_t> texels(const std::vector<PartLook> &looks, std::size_t tags) {
    std::vector<std::uint8_t> bytes(tags * 8, 0);
    for (std::size_t tag = 0; tag < std::min(tags, looks.size()); ++tag) {
        const PartLook &look = looks[tag];
        const std::array<std::uint8_t, 8> row = {look.color[0],
                                                 look.color[1],
                                                 look.color[2],
                                                 static_cast<std::uint8_t>(look.hatch),
                                                 look.level,
                                                 look.glow,
                                                 static_cast<std::uint8_t>(look.selected ? 255 : 0),
                                                 0};
        std::copy(row.begin(), row.end(), bytes.begin() + static_cast<std::ptrdiff_t>(tag * 8));
    }
    return bytes;
}

/// How near the body is: 0 far, 1 near.
float nearness(float mm_per_px) {
    const float t = (far_mm_per_px - mm_per_px) / (far_mm_per_px - near_mm_per_px);
    return std::clamp(t, 0.0F, 1.0F);
}

void blend_premultiplied() {
    glEnable(GL_BLEND);
    glBlendEquation(GL_FUNC_ADD);
    glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

/// Back to what OpenGL starts with, for whoever draws next.
void leave_default_state() {
    glDisable(GL_BLEND);
    glDisable(GL_DEPTH_TEST);
    glDisable(GL_CULL_FACE);
    glDisable(GL_SCISSOR_TEST);
    glDepthMask(GL_TRUE);
    glBindVertexArray(0);
    glUseProgram(0);
}

} // namespace

struct BodyRenderer::Gpu {
    Gpu(const engine::PartMesh &body, BodyPrograms loaded);

    void draw(const BodyFrame &frame, int width, int height);
    std::vector<Tag> draw_tags(const BodyFrame &frame, int width, int height);

  private:
    void draw_picture(const BodyFrame &frame, glm::ivec2 size);
    void draw_figure(const BodyFrame &frame, const Figure &figure, glm::vec2 size);
    void draw_skin(const engine::gl::Program &program, const glm::mat4 &picture) const;
    void draw_paint(const BodyFrame &frame, const Figure &figure, const glm::mat4 &picture,
                    glm::vec2 size) const;
    void draw_lines(const BodyFrame &frame, const Figure &figure, const glm::mat4 &picture,
                    glm::vec2 size);
    void draw_shadow(const BodyFrame &frame, const Figure &figure, const glm::mat4 &picture,
                     glm::vec2 size);
    void composite(const BodyFrame &frame, int width, int height) const;
    void follow(const BodyFrame &frame);
    void follow_outlines(const std::vector<Outline> &wanted);
    void group_borders(std::span<const std::uint16_t> group);
    void make_targets(glm::ivec2 size, bool antialiased);

    const engine::PartMesh *mesh;
    BodyPrograms programs;
    engine::gl::VertexArray skin_array, no_inputs;
    engine::gl::Buffer skin_vertices, skin_indices;
    GLsizei index_count = 0;
    engine::gl::Texture looks;
    LineBuffer borders_between, borders_within;
    struct OutlineLines {
        std::vector<Tag> tags;
        LineBuffer lines;
    };
    std::vector<OutlineLines> outlines; ///< one per outline of the frame
    PaintLayer paint;
    GroundShadow shadow;
    std::uint32_t shape = 0; ///< of the mesh when it was uploaded
    Framebuffer samples, picture;
    std::optional<BodyFrame> drawn; ///< what `picture` shows
};

BodyRenderer::Gpu::Gpu(const engine::PartMesh &body, BodyPrograms loaded)
    : mesh(&body),
      programs(std::move(loaded)),
      skin_array("skin"),
      no_inputs("no inputs"),
      skin_vertices(engine::gl::Buffer::Use::vertices, "skin vertices"),
      shadow(ground_shadow(body)) {
    const Skin skin = skin_of(body);
    skin_vertices.set(std::span<const SkinVertex>(skin.vertices));
    const auto attach = [&](const engine::gl::Attribute &attribute) {
        skin_array.attach(skin_vertices, attribute, sizeof(SkinVertex));
    };
    attach({0, 3, GL_FLOAT, offsetof(SkinVertex, position)});
    attach({1, 3, GL_SHORT, offsetof(SkinVertex, normal), true});
    attach({2, 1, GL_UNSIGNED_SHORT, offsetof(SkinVertex, openness), true});
    attach({3, 1, GL_UNSIGNED_SHORT, offsetof(SkinVertex, tag), false, true});
    skin_indices = engine::gl::Buffer(engine::gl::Buffer::Use::indices, "skin indices");
    skin_indices.set(std::span<const std::uint32_t>(skin.indices));
    index_count = static_cast<GLsizei>(skin.indices.size());

    looks = engine::gl::Texture(2, static_cast<int>(mesh->tag_count()), "looks");
    looks.set(texels({}, mesh->tag_count()));
    group_borders({});
    glBindVertexArray(0);
}

/// Uploads what differs from the last frame, and nothing else.
void BodyRenderer::Gpu::follow(const BodyFrame &frame) {
    const bool reshaped = std::exchange(shape, frame.shape) != frame.shape;
    if (reshaped) {
        skin_vertices.set(std::span<const SkinVertex>(skin_of(*mesh).vertices));
        shadow = ground_shadow(*mesh);
        outlines.clear();
    }
    if (!drawn || drawn->looks != frame.looks)
        looks.set(texels(frame.looks, mesh->tag_count()));
    if (reshaped || frame.group != (drawn ? drawn->group : std::vector<std::uint16_t>{}))
        group_borders(frame.group);
    if (reshaped || !drawn || drawn->paint != frame.paint)
        paint.follow(frame.paint, *mesh, reshaped);
    if (reshaped || !drawn || drawn->outlines != frame.outlines)
        follow_outlines(frame.outlines);
}

void BodyRenderer::Gpu::group_borders(std::span<const std::uint16_t> group) {
    const Borders borders = all_borders(*mesh, group);
    borders_between = LineBuffer(borders.between, "borders between groups");
    borders_within = LineBuffer(borders.within, "borders within groups");
}

/// Lines of the same parts are kept: while an outline fades, only its opacity differs.
void BodyRenderer::Gpu::follow_outlines(const std::vector<Outline> &wanted) {
    std::vector<OutlineLines> before = std::exchange(outlines, {});
    for (const Outline &outline : wanted) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const OutlineLines &old) {
            return old.tags == outline.tags;
        });
        if (same != before.end()) {
            outlines.push_back(std::move(*same));
            before.erase(same);
        } else {
            outlines.push_back({outline.tags, {border_around(*mesh, outline.tags), "outline"}});
        }
    }
}

void BodyRenderer::Gpu::make_targets(glm::ivec2 size, bool antialiased) {
    const auto fits = [&](const Framebuffer &target) {
        return target && target.width() == size.x && target.height() == size.y;
    };
    if (!fits(picture)) {
        picture = Framebuffer(size.x, size.y, 1, "body picture");
        samples = Framebuffer();
    }
    if (antialiased && !fits(samples))
        samples = Framebuffer(size.x, size.y, samples_when_still, "body samples");
}

void BodyRenderer::Gpu::draw(const BodyFrame &frame, int width, int height) {
    if (frame.figures.empty() || width <= 0 || height <= 0)
        return;
    const engine::gl::KeepTarget caller;
    const bool resized = !picture || picture.width() != width || picture.height() != height;
    if (resized || !drawn || *drawn != frame) {
        make_targets({width, height}, !frame.moving);
        follow(frame);
        draw_picture(frame, {width, height});
        drawn = frame;
    }
    caller.restore();
    composite(frame, width, height);
    leave_default_state();
}

void BodyRenderer::Gpu::draw_picture(const BodyFrame &frame, glm::ivec2 size) {
    const Framebuffer &target = frame.moving ? picture : samples;
    target.bind();
    glViewport(0, 0, size.x, size.y);
    glDisable(GL_SCISSOR_TEST);
    glClearColor(0, 0, 0, 0);
    glClear(GL_COLOR_BUFFER_BIT);
    glEnable(GL_SCISSOR_TEST);
    for (const Figure &figure : frame.figures) {
        const PixelBox box = pixel_box(figure.viewport, size.x, size.y);
        if (box.w <= 0 || box.h <= 0)
            continue;
        glScissor(box.x, box.y, box.w, box.h);
        draw_figure(frame, figure, size);
    }
    glDisable(GL_SCISSOR_TEST);
    if (!frame.moving)
        samples.resolve_to(picture);
}

void BodyRenderer::Gpu::draw_figure(const BodyFrame &frame, const Figure &figure, glm::vec2 size) {
    const glm::mat4 clip = picture_from_world(figure, size);
    draw_shadow(frame, figure, clip, size);

    const engine::gl::Program &program = programs.skin;
    program.use();
    set_clay(program, frame, figure, size);
    program.set("looks", 0);
    looks.bind(0);
    glDisable(GL_BLEND);
    draw_skin(program, clip);
    draw_paint(frame, figure, clip, size);
    draw_lines(frame, figure, clip, size);
}

void BodyRenderer::Gpu::draw_skin(const engine::gl::Program &program, const glm::mat4 &clip) const {
    glEnable(GL_DEPTH_TEST);
    glDepthFunc(GL_LEQUAL);
    glDepthMask(GL_TRUE);
    glClear(GL_DEPTH_BUFFER_BIT);
    glEnable(GL_CULL_FACE);
    glCullFace(GL_BACK);
    program.set("clip_from_world", clip);
    skin_array.bind();
    glDrawElements(GL_TRIANGLES, index_count, GL_UNSIGNED_INT, nullptr);
    glDisable(GL_CULL_FACE);
}

void BodyRenderer::Gpu::draw_paint(const BodyFrame &frame, const Figure &figure,
                                   const glm::mat4 &clip, glm::vec2 size) const {
    if (frame.paint.empty())
        return;
    const engine::gl::Program &program = programs.paint;
    program.use();
    set_clay(program, frame, figure, size);
    program.set("mm_per_px", mm_per_pixel(figure.view, figure.viewport));
    program.set("clip_from_world", clip);
    glDepthMask(GL_FALSE);
    glEnable(GL_CULL_FACE);
    blend_premultiplied();
    paint.draw(program, frame.paint, frame.ui_scale);
    glDisable(GL_CULL_FACE);
    glDepthMask(GL_TRUE);
}

void BodyRenderer::Gpu::draw_lines(const BodyFrame &frame, const Figure &figure,
                                   const glm::mat4 &clip, glm::vec2 size) {
    const engine::gl::Program &program = programs.line;
    program.use();
    program.set("clip_from_world", clip);
    program.set("back", axes(figure.view).back);
    program.set("target", figure.view.target);
    program.set("fade_from", shown_up_to_mm(figure.view));
    program.set("viewport", size);
    program.set("mm_per_px", mm_per_pixel(figure.view, figure.viewport));
    program.set("px", frame.ui_scale);
    glDepthMask(GL_FALSE);
    blend_premultiplied();

    const auto draw = [&](const LineBuffer &lines, float width_px, glm::vec4 color, bool dashed) {
        program.set("half_width", width_px * frame.ui_scale / 2);
        program.set("line_color", color);
        // Where see-through ends overlap they would show as darker dots.
        program.set("round_ends", color.a >= 1 ? 1 : 0);
        program.set("dashed", dashed ? 1 : 0);
        lines.draw();
    };
    const glm::vec3 thin = to_vec3(frame.colors.line);
    const float near = nearness(mm_per_pixel(figure.view, figure.viewport) * frame.ui_scale);
    const float within =
        frame.group.empty() ? border_alpha : std::lerp(border_alpha_within, border_alpha, near);
    draw(borders_between, border_px, glm::vec4(thin, border_alpha), false);
    draw(borders_within, border_px, glm::vec4(thin, within), false);
    for (std::size_t i = 0; i < frame.outlines.size(); ++i) {
        const Outline &outline = frame.outlines[i];
        const float opacity = static_cast<float>(outline.opacity) / 255;
        draw(outlines[i].lines, outline.width_px, glm::vec4(to_vec3(outline.color), opacity),
             outline.dashed);
    }
    glDepthMask(GL_TRUE);
}

void BodyRenderer::Gpu::draw_shadow(const BodyFrame &frame, const Figure &figure,
                                    const glm::mat4 &clip, glm::vec2 size) {
    const engine::gl::Program &program = programs.shadow;
    program.use();
    glDisable(GL_DEPTH_TEST);
    blend_premultiplied();
    no_inputs.bind();
    const glm::vec2 clip_per_mm = 2.0F / (mm_per_pixel(figure.view, figure.viewport) * size);
    for (const ShadowOnScreen &soft : seen_shadow(shadow, figure.view)) {
        program.set("center", glm::vec2(clip * glm::vec4(soft.center, 1)));
        program.set("radius", soft.radius_mm * clip_per_mm);
        program.set("shadow_color", glm::vec4(to_vec3(frame.colors.shadow), soft.alpha));
        glDrawArrays(GL_TRIANGLE_STRIP, 0, 4);
    }
}

void BodyRenderer::Gpu::composite(const BodyFrame &frame, int width, int height) const {
    const PixelBox box = pixel_box(covering_all(frame.figures), width, height);
    glEnable(GL_SCISSOR_TEST);
    glScissor(box.x, box.y, box.w, box.h);
    glDisable(GL_DEPTH_TEST);
    blend_premultiplied();
    programs.copy.use();
    programs.copy.set("picture", 0);
    picture.color().bind(0);
    no_inputs.bind();
    glDrawArrays(GL_TRIANGLES, 0, 3);
}

std::vector<Tag> BodyRenderer::Gpu::draw_tags(const BodyFrame &frame, int width, int height) {
    const Framebuffer target(width, height, 1, "tags");
    {
        const engine::gl::KeepTarget caller;
        target.bind();
        glViewport(0, 0, width, height);
        glClearColor(1, 1, 1, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        glDisable(GL_BLEND);
        glEnable(GL_SCISSOR_TEST);
        programs.tags.use();
        for (const Figure &figure : frame.figures) {
            const PixelBox box = pixel_box(figure.viewport, width, height);
            glScissor(box.x, box.y, box.w, box.h);
            draw_skin(programs.tags, picture_from_world(figure, glm::vec2(width, height)));
        }
        leave_default_state();
    }
    const engine::Image image = target.read();
    std::vector<Tag> tags(image.rgba.size() / 4);
    for (std::size_t i = 0; i < tags.size(); ++i)
        tags[i] = static_cast<Tag>(image.rgba[4 * i] | image.rgba[4 * i + 1] << 8);
    return tags;
}

engine::Result<std::unique_ptr<BodyRenderer>>
BodyRenderer::create(const engine::PartMesh &mesh, const std::filesystem::path &shaders) {
    auto programs = BodyPrograms::load(shaders);
    if (!programs)
        return programs.error();
    return std::unique_ptr<BodyRenderer>(
        new BodyRenderer(std::make_unique<Gpu>(mesh, std::move(*programs))));
}

BodyRenderer::BodyRenderer(std::unique_ptr<Gpu> gpu) : gpu_(std::move(gpu)) {}
BodyRenderer::~BodyRenderer() = default;

void BodyRenderer::draw(const BodyFrame &frame, int width, int height) {
    gpu_->draw(frame, width, height);
}

std::vector<Tag> BodyRenderer::draw_tags(const BodyFrame &frame, int width, int height) {
    return gpu_->draw_tags(frame, width, height);
}

} // namespace app
