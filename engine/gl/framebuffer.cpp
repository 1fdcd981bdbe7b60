#include "gl/framebuffer.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace engine::gl {

namespace {

Object<RenderbufferKind> renderbuffer(GLenum format, int width, int height, int samples) {
    auto object = Object<RenderbufferKind>::make();
    glBindRenderbuffer(GL_RENDERBUFFER, object.name());
    glRenderbufferStorageMultisample(GL_RENDERBUFFER, samples > 1 ? samples : 0, format, width,
                                     height);
    return object;
}

} // namespace

Framebuffer::Framebuffer(int width, int height, int samples, std::string_view label)
    : object_(Object<FramebufferKind>::make()), width_(width), height_(height), samples_(samples) {
    const KeepTarget keep;
    bind();
    object_.label(label);
    if (samples > 1) {
        color_samples_ = renderbuffer(GL_RGBA8, width, height, samples);
        glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER,
                                  color_samples_.name());
    } else {
        color_ = Texture(width, height, label);
        glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, color_.name(),
                               0);
    }
    depth_ = renderbuffer(GL_DEPTH_COMPONENT24, width, height, samples);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_DEPTH_ATTACHMENT, GL_RENDERBUFFER, depth_.name());
    check(glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE,
          "the driver can draw into RGBA8 with 24-bit depth, as GL 3.3 and GLES 3.0 promise");
}

void Framebuffer::bind() const {
    glBindFramebuffer(GL_FRAMEBUFFER, object_.name());
}

void Framebuffer::resolve_to(const Framebuffer &target) const {
    glBindFramebuffer(GL_READ_FRAMEBUFFER, object_.name());
    glBindFramebuffer(GL_DRAW_FRAMEBUFFER, target.object_.name());
    glBlitFramebuffer(0, 0, width_, height_, 0, 0, width_, height_, GL_COLOR_BUFFER_BIT,
                      GL_NEAREST);
}

Image Framebuffer::read() const {
    check(samples_ == 1, "only a framebuffer with one sample can be read");
    const KeepTarget keep;
    bind();
    Image image{width_, height_, {}};
    image.rgba.resize(static_cast<std::size_t>(width_) * height_ * 4);
    glPixelStorei(GL_PACK_ALIGNMENT, 1);
    glReadPixels(0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE, image.rgba.data());
    const std::ptrdiff_t row = 4 * static_cast<std::ptrdiff_t>(width_);
    for (int y = 0; y < height_ / 2; ++y) // GL's rows start at the bottom
        std::swap_ranges(image.rgba.begin() + y * row, image.rgba.begin() + (y + 1) * row,
                         image.rgba.begin() + (height_ - 1 - y) * row);
    return image;
}

KeepTarget::KeepTarget() {
    glGetIntegerv(GL_DRAW_FRAMEBUFFER_BINDING, &framebuffer_);
    glGetIntegerv(GL_VIEWPORT, viewport_);
}

KeepTarget::~KeepTarget() {
    restore();
}

void KeepTarget::restore() const {
    glBindFramebuffer(GL_FRAMEBUFFER, static_cast<GLuint>(framebuffer_));
    glViewport(viewport_[0], viewport_[1], viewport_[2], viewport_[3]);
}

} // namespace engine::gl
