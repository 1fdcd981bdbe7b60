#include "image/image.hpp"

#include <stb_image.h>
#include <stb_image_write.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <memory>

namespace engine {

Result<Image> read_png(const std::filesystem::path &file) {
    Image image;
    int channels = 0;
    const std::unique_ptr<stbi_uc, decltype(&stbi_image_free)> pixels(
        stbi_load(file.string().c_str(), &image.width, &image.height, &channels, 4),
        &stbi_image_free);
    if (!pixels)
        return Error{"The picture " + file.string() + " could not be read (" +
                     stbi_failure_reason() + "). Check that the file is there and is a PNG."};
    image.rgba.assign(pixels.get(),
                      pixels.get() + static_cast<std::size_t>(image.width) * image.height * 4);
    return image;
}

Result<Done> write_png(const Image &image, const std::filesystem::path &file) {
    if (!stbi_write_png(file.string().c_str(), image.width, image.height, 4, image.rgba.data(),
                        image.width * 4))
        return Error{"The picture " + file.string() +
                     " could not be written. Check that the folder is there and has space."};
    return Done{};
}

std::string encode_png(const Image &image) {
    std::string bytes;
    const auto append = [](void *target, void *data, int size) {
        static_cast<std::string *>(target)->append(static_cast<const char *>(data),
                                                   static_cast<std::size_t>(size));
    };
    stbi_write_png_to_func(append, &bytes, image.width, image.height, 4, image.rgba.data(),
                           image.width * 4);
    return bytes;
}

Difference compare(const Image &a, const Image &b) {
    if (a.width != b.width || a.height != b.height || a.rgba.empty())
        return {};
    Difference result{.same_size = true, .max = 0, .mean = 0};
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < a.rgba.size(); ++i) {
        const int apart = std::abs(a.rgba[i] - b.rgba[i]);
        result.max = std::max(result.max, apart);
        sum += static_cast<std::uint64_t>(apart);
    }
    result.mean = static_cast<double>(sum) / static_cast<double>(a.rgba.size());
    return result;
}

Image difference_picture(const Image &a, const Image &b) {
    constexpr int brightening = 8;
    Image result{std::max(a.width, b.width), std::max(a.height, b.height), {}};
    result.rgba.assign(static_cast<std::size_t>(result.width) * result.height * 4, 255);
    for (int y = 0; y < std::min(a.height, b.height); ++y)
        for (int x = 0; x < std::min(a.width, b.width); ++x)
            for (int c = 0; c < 3; ++c) {
                const int apart = std::abs(a.pixel(x, y)[c] - b.pixel(x, y)[c]) +
                                  std::abs(a.pixel(x, y)[3] - b.pixel(x, y)[3]);
                result.pixel(x, y)[c] =
                    static_cast<std::uint8_t>(std::min(255, apart * brightening));
            }
    return result;
}

} // namespace engine
