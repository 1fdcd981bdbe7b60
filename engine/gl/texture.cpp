#include "gl/texture.hpp"

#include "base/check.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace engine::gl {

Texture::Texture(int width, int height, std::string_view label)
    : object_(Object<TextureKind>::make()), width_(width), height_(height) {
    bind(0);
    object_.label(label);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
}

void Texture::set(std::span<const std::uint8_t> rgba) {
    check(rgba.size() == static_cast<std::size_t>(width_) * height_ * 4, "texels fill the texture");
    bind(0);
    glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, width_, height_, GL_RGBA, GL_UNSIGNED_BYTE,
                    rgba.data());
}

void Texture::bind(int unit) const {
    glActiveTexture(GL_TEXTURE0 + static_cast<GLenum>(unit));
    glBindTexture(GL_TEXTURE_2D, object_.name());
}

} // namespace engine::gl
