/// Pictures in memory: 8 bits a channel, RGBA, rows from the top.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace engine {

struct Image {
    int width = 0, height = 0;
    std::vector<std::uint8_t> rgba; ///< 4 * width * height

    std::uint8_t *pixel(int x, int y) {
        return &rgba[4 * (static_cast<std::size_t>(y) * width + x)];
    }
    const std::uint8_t *pixel(int x, int y) const {
        return &rgba[4 * (static_cast<std::size_t>(y) * width + x)];
    }
};

/// Our own pictures only (baked, golden): not for files from strangers.
Result<Image> read_png(const std::filesystem::path &file);
Result<Done> write_png(const Image &image, const std::filesystem::path &file);
/// PNG file bytes, for embedding.
std::string encode_png(const Image &image);

/// How far two pictures of one size are apart: largest and mean channel difference, 0..255.
struct Difference {
    bool same_size = false;
    int max = 255;
    double mean = 255;
};
Difference compare(const Image &a, const Image &b);
/// The absolute difference, brightened, for a person to look at.
Image difference_picture(const Image &a, const Image &b);

} // namespace engine
