#include "catch.hpp"
#include "image/image.hpp"

#include <fstream>
#include <iterator>

using namespace engine;

namespace {

Image gradient() {
    Image image{3, 2, {}};
    for (int i = 0; i < 24; ++i)
        image.rgba.push_back(static_cast<std::uint8_t>(10 * i));
    return image;
}

std::filesystem::path scratch(const char *name) {
    return std::filesystem::temp_directory_path() / name;
}

} // namespace

TEST_CASE("a picture that is written and read again is the same, alpha too") {
    const auto file = scratch("palpate-image-test.png");
    REQUIRE(write_png(gradient(), file).ok());
    const auto read = read_png(file);
    REQUIRE(read.ok());
    CHECK(read->width == 3);
    CHECK(read->height == 2);
    CHECK(read->rgba == gradient().rgba);

    std::ifstream stream(file, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    CHECK(encode_png(gradient()) == bytes);
    CHECK(bytes.substr(1, 3) == "PNG");
    std::filesystem::remove(file);
}

TEST_CASE("a missing or broken picture is an error with the file's name") {
    const auto missing = read_png(scratch("palpate-no-such.png"));
    REQUIRE_FALSE(missing.ok());
    CHECK(missing.error().message.find("palpate-no-such.png") != std::string::npos);

    const auto file = scratch("palpate-broken.png");
    std::ofstream(file) << "not a picture";
    CHECK_FALSE(read_png(file).ok());
    std::filesystem::remove(file);

    CHECK_FALSE(write_png(gradient(), scratch("palpate-no-folder") / "a.png").ok());
}

TEST_CASE("pixels are rows from the top") {
    const Image image = gradient();
    CHECK(image.pixel(0, 0)[0] == 0);
    CHECK(image.pixel(2, 0)[1] == 90);
    CHECK(image.pixel(0, 1)[0] == 120);
}

TEST_CASE("the difference of two pictures is its largest and its mean") {
    const Image a = gradient();
    Image b = a;
    CHECK(compare(a, b).max == 0);
    CHECK(compare(a, b).mean == 0);
    b.pixel(1, 1)[2] = static_cast<std::uint8_t>(b.pixel(1, 1)[2] + 24);
    CHECK(compare(a, b).same_size);
    CHECK(compare(a, b).max == 24);
    CHECK(compare(a, b).mean == Approx(1));
    CHECK(difference_picture(a, b).pixel(1, 1)[2] == 192);
    CHECK(difference_picture(a, b).pixel(0, 0)[2] == 0);

    const Image wider{4, 2, std::vector<std::uint8_t>(32)};
    CHECK_FALSE(compare(a, wider).same_size);
    CHECK(compare(a, wider).max == 255);
}
