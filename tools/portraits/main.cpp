#include "base/share.hpp"
#include "host/window.hpp"
#include "options.hpp"
#include "portrait.hpp"
#include "render/body_renderer.hpp"
#include "ui/theme.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace portraits {
namespace {

using engine::Done;
using engine::Error;
using engine::Image;
using engine::Result;

constexpr int sheet_columns = 3, sheet_rows = 2, sheet_shrink = 2;
static_assert(main_views == sheet_columns * sheet_rows);

/// What all pictures of a run share.
struct Studio {
    const Options &options;
    const app::Atlas &atlas;
    std::filesystem::path shaders;
    const engine::ui::Theme &theme;
};

bool wanted(const Portrait &portrait, const Options &options) {
    return options.views.empty() || std::ranges::count(options.views, portrait.name) > 0;
}

std::array<float, 4> background(const engine::ui::Theme &theme) {
    const auto share = [](std::uint8_t byte) { return static_cast<float>(byte) / 255; };
    return {share(theme.stage_top.r), share(theme.stage_top.g), share(theme.stage_top.b), 1};
}

Image picture(const Studio &studio, app::BodyRenderer &renderer, const engine::PartMesh &mesh,
              const Portrait &portrait) {
    const auto width = static_cast<float>(studio.options.width);
    const auto height = static_cast<float>(studio.options.height);
    app::BodyFrame frame;
    frame.figures = {
        {view_of(portrait, mesh, studio.atlas, width / height), {0, 0, width, height}}};
    frame.looks.resize(mesh.tag_count());
    const engine::ui::Color clay = studio.theme.clay;
    frame.colors.clay = {clay.r, clay.g, clay.b};
    return snapshot(renderer, frame, studio.options.width, studio.options.height,
                    background(studio.theme));
}

std::uint8_t mean(const Image &image, int x, int y, std::size_t channel) {
    unsigned sum = 0;
    for (int v = 0; v < sheet_shrink; ++v)
        for (int u = 0; u < sheet_shrink; ++u)
            sum += image.pixel(x * sheet_shrink + u, y * sheet_shrink + v)[channel];
    return static_cast<std::uint8_t>(sum / (sheet_shrink * sheet_shrink));
}

Image sheet_of(const std::vector<Image> &pictures) {
    const int width = pictures.front().width / sheet_shrink;
    const int height = pictures.front().height / sheet_shrink;
    Image sheet{sheet_columns * width, sheet_rows * height, {}};
    sheet.rgba.resize(4 * static_cast<std::size_t>(sheet.width) * sheet.height);
    for (int y = 0; y < sheet.height; ++y)
        for (int x = 0; x < sheet.width; ++x) {
            const int cell = y / height * sheet_columns + x / width;
            const auto index = static_cast<std::size_t>(cell);
            for (std::size_t channel = 0; channel < 4; ++channel)
                sheet.pixel(x, y)[channel] = mean(pictures[index], x % width, y % height, channel);
        }
    return sheet;
}

Result<Done> draw_all(const Studio &studio, const std::filesystem::path &file) {
    auto mesh = engine::read_part_mesh(file);
    if (!mesh)
        return mesh.error();
    if (!studio.options.lines)
        mesh->border.clear();
    const auto renderer = app::BodyRenderer::create(*mesh, studio.shaders);
    if (!renderer)
        return renderer.error();

    const auto named = [&](std::string_view view) {
        return studio.options.out / (file.stem().string() + "-" + std::string(view) + ".png");
    };
    std::vector<Image> main_pictures;
    for (const Portrait &portrait : portraits()) {
        if (!wanted(portrait, studio.options))
            continue;
        Image image = picture(studio, **renderer, *mesh, portrait);
        if (auto written = write_png(image, named(portrait.name)); !written)
            return written;
        if (main_pictures.size() < main_views)
            main_pictures.push_back(std::move(image));
    }
    return studio.options.views.empty() ? write_png(sheet_of(main_pictures), named("sheet"))
                                        : Result<Done>(Done{});
}

Result<Done> check_views(const Options &options) {
    for (const std::string &view : options.views)
        if (std::ranges::find(portraits(), view, &Portrait::name) == portraits().end())
            return Error{"There is no view \"" + view + "\". See --view list."};
    return Done{};
}

Result<Done> run(const Options &options) {
    if (auto known = check_views(options); !known)
        return known;
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto atlas = app::Atlas::load(*share / "atlas" / "atlas.json");
    if (!atlas)
        return atlas.error();
    std::error_code failed;
    std::filesystem::create_directories(options.out, failed);
    if (failed)
        return Error{"The folder " + options.out.string() + " cannot be made: " + failed.message()};
    const auto window =
        engine::Window::create({.width = 64, .height = 64, .offscreen = true, .visible = false});
    if (!window)
        return window.error();
    const Studio studio{options, *atlas, *share / "shaders",
                        options.dark ? engine::ui::dark_theme() : engine::ui::light_theme()};
    for (const std::filesystem::path &mesh : options.meshes)
        if (auto drawn = draw_all(studio, mesh); !drawn)
            return drawn;
    return Done{};
}

} // namespace
} // namespace portraits

int main(int count, char **values) {
    portraits::Options options;
    if (const auto exit = engine::answer(portraits::command_line(options), count, values))
        return *exit;
    if (portraits::is_listing(options)) {
        for (const portraits::Portrait &portrait : portraits::portraits())
            std::printf("%s\n", std::string(portrait.name).c_str());
        return 0;
    }
    const auto done = portraits::run(options);
    if (!done) {
        std::fprintf(stderr, "palpate-portraits: %s\n", done.error().message.c_str());
        return 1;
    }
    return 0;
}
