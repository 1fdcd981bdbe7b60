#include "export/canvas.hpp"
#include "export/export.hpp"
#include "export/figures.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

namespace app {

using engine::Rect;

namespace {

constexpr float width_px = 1800, margin_px = 60, figure_height_px = 900;
constexpr FigureStyle style{.badge = 52, .words = 28, .caption = 32};
constexpr float line_px = 44;

engine::Image image_of(cairo_surface_t *surface) {
    cairo_surface_flush(surface);
    engine::Image image;
    const unsigned char *data = cairo_image_surface_get_data(surface);
    if (data == nullptr)
        return image;
    image.width = cairo_image_surface_get_width(surface);
    image.height = cairo_image_surface_get_height(surface);
    const int stride = cairo_image_surface_get_stride(surface);
    image.rgba.resize(4 * static_cast<std::size_t>(image.width) * image.height);
    for (int y = 0; y < image.height; ++y) {
        const auto *row =
            reinterpret_cast<const std::uint32_t *>(data + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < image.width; ++x) {
            std::uint8_t *p = image.pixel(x, y); // on white: alpha is full everywhere
            p[0] = static_cast<std::uint8_t>(row[x] >> 16U);
            p[1] = static_cast<std::uint8_t>(row[x] >> 8U);
            p[2] = static_cast<std::uint8_t>(row[x]);
            p[3] = 255;
        }
    }
    return image;
}

void draw_legend(Canvas &canvas, float x, float y) {
    constexpr std::pair<Channel, std::string_view> entries[] = {{Channel::pain, words::pain},
                                                                {Channel::tight, words::tight},
                                                                {Channel::avoid, words::avoid}};
    const TextStyle text{.size = 26};
    for (const auto &[channel, word] : entries) {
        canvas.swatch({x, y, 36, 36}, channel);
        canvas.text({x + 48, y + 1}, 400, text, word);
        x += 48 + canvas.text_width(text, word) + 40;
    }
}

} // namespace

engine::Image export_picture(const Summary &summary, std::span<const SummaryView> views) {
    const Rect area{margin_px, margin_px, width_px - 2 * margin_px, figure_height_px};
    const PlacedFigures figures = place_figures(views, area, style);
    const float legend_y = margin_px + figures.height() + 24;
    const float height = legend_y + line_px + margin_px;
    const Surface surface(cairo_image_surface_create(CAIRO_FORMAT_RGB24, static_cast<int>(width_px),
                                                     static_cast<int>(height)));
    Canvas canvas(surface.get());
    cairo_set_source_rgb(canvas.cairo(), 1, 1, 1);
    cairo_paint(canvas.cairo());
    draw_figures(canvas, figures, style);
    draw_legend(canvas, margin_px, legend_y);
    if (summary.example)
        canvas.text({margin_px, legend_y}, width_px - 2 * margin_px,
                    {.size = 26, .weight = PANGO_WEIGHT_SEMIBOLD, .align = Align::right},
                    words::example);
    return image_of(surface.get());
}

} // namespace app
