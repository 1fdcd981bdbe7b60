/// Pictures that a person has approved, and how a drawn one is held against them.
#pragma once

#include "catch.hpp"
#include "image/image.hpp"

#include <filesystem>
#include <string>

/// Every 2 x 2 pixels as their mean: one pixel of an edge may fall differently on another machine.
inline engine::Image halved(const engine::Image &image) {
    engine::Image half{image.width / 2, image.height / 2, {}};
    half.rgba.resize(static_cast<std::size_t>(half.width) * half.height * 4);
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x)
            for (int c = 0; c < 4; ++c) {
                int sum = 2;
                for (int i = 0; i < 4; ++i)
                    sum += image.pixel(2 * x + i % 2, 2 * y + i / 2)[c];
                half.pixel(x, y)[c] = static_cast<std::uint8_t>(sum / 4);
            }
    return half;
}

/// Compares with tests/golden/NAME.png. When it differs, NAME.out.png and NAME.diff.png are left in
/// the build's golden folder; tests/golden/rebaseline takes them over.
inline void check_golden(const engine::Image &image, const std::string &name) {
    constexpr double most_mean = 1.0; // software OpenGL on other processors: up to 4 in many pixels
    constexpr int most_max = 24;
    const std::filesystem::path out = std::filesystem::path(PALPATE_BIN_DIR) / ".." / "golden";
    const auto file = [&](const char *kind) { return out / (name + kind); };
    std::filesystem::create_directories(out);
    std::filesystem::remove(file(".out.png"));
    std::filesystem::remove(file(".diff.png"));

    const auto golden = engine::read_png(std::filesystem::path(PALPATE_SOURCE_DIR) / "tests" /
                                         "golden" / (name + ".png"));
    const bool there = golden.ok();
    const double mean = there ? engine::compare(*golden, image).mean : 255;
    const int max = there ? engine::compare(halved(*golden), halved(image)).max : 255;
    if (mean > most_mean || max > most_max) {
        REQUIRE(engine::write_png(image, file(".out.png")).ok());
        if (there)
            REQUIRE(engine::write_png(engine::difference_picture(*golden, image), file(".diff.png"))
                        .ok());
    }
    INFO("look at " << file(".out.png") << " and " << file(".diff.png"));
    CHECK(there);
    CHECK(mean <= most_mean);
    CHECK(max <= most_max);
}
