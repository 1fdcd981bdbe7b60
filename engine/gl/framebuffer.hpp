/// A picture to draw into that is not the window: colour, depth, optionally several samples.
#pragma once

#include "gl/object.hpp"
#include "gl/texture.hpp"
#include "image/image.hpp"

#include <string_view>

namespace engine::gl {

class Framebuffer {
  public:
    Framebuffer() = default;
    /// samples 1: the colour is a texture that can be drawn from; more: only resolve_to() reads it.
    Framebuffer(int width, int height, int samples, std::string_view label);

    int width() const { return width_; }
    int height() const { return height_; }
    int samples() const { return samples_; }
    explicit operator bool() const { return bool(object_); }

    void bind() const;
    /// The mean of the samples goes to `target`, which has one sample and the same size.
    void resolve_to(const Framebuffer &target) const;
    const Texture &color() const { return color_; }
    /// The colours as they are, rows from the top. Waits until they are drawn.
    Image read() const;

  private:
    Object<FramebufferKind> object_;
    Texture color_;
    Object<RenderbufferKind> color_samples_, depth_;
    int width_ = 0, height_ = 0, samples_ = 1;
};

/// The bound framebuffer and viewport, put back at the end of the scope.
class KeepTarget {
  public:
    KeepTarget();
    ~KeepTarget();
    KeepTarget(const KeepTarget &) = delete;
    KeepTarget &operator=(const KeepTarget &) = delete;
    void restore() const;

  private:
    GLint framebuffer_ = 0;
    GLint viewport_[4] = {};
};

} // namespace engine::gl
