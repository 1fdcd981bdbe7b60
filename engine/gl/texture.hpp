/// A two-dimensional texture of 8-bit RGBA texels, read without filtering.
#pragma once

#include "gl/object.hpp"

#include <cstdint>
#include <span>
#include <string_view>

namespace engine::gl {

class Texture {
  public:
    Texture() = default;
    Texture(int width, int height, std::string_view label);

    /// Replaces all texels: 4 * width * height bytes.
    void set(std::span<const std::uint8_t> rgba);
    /// Makes it the texture of that unit (0, 1, ...).
    void bind(int unit) const;

    GLuint name() const { return object_.name(); }
    int width() const { return width_; }
    int height() const { return height_; }

  private:
    Object<TextureKind> object_;
    int width_ = 0, height_ = 0;
};

} // namespace engine::gl
