#include "export/canvas.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <string>
#include <string_view>

namespace app {

using engine::Rect;

namespace {

constexpr double pi = std::numbers::pi;

GObjectPtr<PangoContext> make_context(PangoFontMap *fonts) {
    GObjectPtr<PangoContext> context(pango_font_map_create_context(fonts));
    // Paper has no pixel grid: letters keep their true widths, the same on every surface.
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(context.get(), options);
    cairo_font_options_destroy(options);
    pango_context_set_round_glyph_positions(context.get(), FALSE);
    return context;
}

} // namespace

std::string valid_utf8(std::string_view text) {
    char *valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string result(valid);
    g_free(valid);
    return result;
}

Surface surface_of(const engine::Image &image) {
    Surface surface(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS)
        return surface;
    unsigned char *data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) {
        auto *row =
            reinterpret_cast<std::uint32_t *>(data + static_cast<std::ptrdiff_t>(y) * stride);
        for (int x = 0; x < image.width; ++x) {
            const std::uint8_t *p = image.pixel(x, y);
            const auto times_alpha = [&](int c) {
                return (static_cast<std::uint32_t>(p[c]) * p[3] + 127U) / 255U;
            };
            row[x] = static_cast<std::uint32_t>(p[3]) << 24U | times_alpha(0) << 16U |
                     times_alpha(1) << 8U | times_alpha(2);
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

Canvas::Canvas(cairo_surface_t *surface)
    : cairo_(cairo_create(surface)),
      fonts_(pango_cairo_font_map_new()),
      context_(make_context(fonts_.get())) {}

Canvas::Layout Canvas::layout(const TextStyle &style, std::string_view words) const {
    Layout result(pango_layout_new(context_.get()));
    PangoFontDescription *font = pango_font_description_new();
    pango_font_description_set_family_static(font, style.display ? "Inter Display,Inter" : "Inter");
    pango_font_description_set_weight(font, style.weight);
    pango_font_description_set_absolute_size(font, static_cast<double>(style.size) * PANGO_SCALE);
    pango_layout_set_font_description(result.get(), font);
    pango_font_description_free(font);

    const std::string valid = valid_utf8(words);
    pango_layout_set_text(result.get(), valid.data(), static_cast<int>(valid.size()));
    pango_layout_set_wrap(result.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_line_spacing(result.get(), style.spacing);
    if (style.max_lines > 0) {
        pango_layout_set_height(result.get(), -style.max_lines);
        pango_layout_set_ellipsize(result.get(), PANGO_ELLIPSIZE_END);
    }
    constexpr PangoAlignment alignments[] = {PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER,
                                             PANGO_ALIGN_RIGHT};
    pango_layout_set_alignment(result.get(), alignments[static_cast<std::size_t>(style.align)]);
    return result;
}

float Canvas::text(glm::vec2 top_left, float width, const TextStyle &style,
                   std::string_view words) {
    const Layout lines = layout(style, words);
    pango_layout_set_width(lines.get(), static_cast<int>(width * PANGO_SCALE));
    color(style.color);
    cairo_move_to(cairo(), top_left.x, top_left.y);
    pango_cairo_show_layout(cairo(), lines.get());
    int height = 0;
    pango_layout_get_size(lines.get(), nullptr, &height);
    return static_cast<float>(height) / PANGO_SCALE;
}

float Canvas::text_width(const TextStyle &style, std::string_view words) {
    int width = 0;
    pango_layout_get_size(layout(style, words).get(), &width, nullptr);
    return static_cast<float>(width) / PANGO_SCALE;
}

void Canvas::text_in(const Rect &box, const TextStyle &style, std::string_view words) {
    const Layout line = layout(style, words);
    int width = 0;
    pango_layout_get_size(line.get(), &width, nullptr);
    // In the middle by the height of capitals, so that words side by side share a baseline.
    constexpr float half_capital = 0.364F;
    const float baseline = static_cast<float>(pango_layout_get_baseline(line.get())) / PANGO_SCALE;
    color(style.color);
    cairo_move_to(cairo(), box.center().x - static_cast<float>(width) / PANGO_SCALE / 2,
                  box.center().y + half_capital * style.size - baseline);
    pango_cairo_show_layout(cairo(), line.get());
}

void Canvas::color(Rgb color) {
    const auto part = [&](unsigned shift) { return ((color >> shift) & 0xFFU) / 255.0; };
    cairo_set_source_rgb(cairo(), part(16), part(8), part(0));
}

void Canvas::line(glm::vec2 from, glm::vec2 to, float width, Rgb stroke) {
    color(stroke);
    cairo_set_line_width(cairo(), width);
    cairo_move_to(cairo(), from.x, from.y);
    cairo_line_to(cairo(), to.x, to.y);
    cairo_stroke(cairo());
}

void Canvas::rounded_path(const Rect &b, float radius) {
    cairo_t *cr = cairo();
    cairo_new_sub_path(cr);
    cairo_arc(cr, b.right() - radius, b.y + radius, radius, -pi / 2, 0);
    cairo_arc(cr, b.right() - radius, b.bottom() - radius, radius, 0, pi / 2);
    cairo_arc(cr, b.x + radius, b.bottom() - radius, radius, pi / 2, pi);
    cairo_arc(cr, b.x + radius, b.y + radius, radius, pi, 3 * pi / 2);
    cairo_close_path(cr);
}

void Canvas::rounded(const Rect &box, float radius, Rgb fill, Rgb stroke, float width) {
    rounded_path(box, radius);
    color(fill);
    cairo_fill(cairo());
    frame(box, radius, stroke, width);
}

void Canvas::frame(const Rect &box, float radius, Rgb stroke, float width) {
    rounded_path(box, radius);
    color(stroke);
    cairo_set_line_width(cairo(), width);
    cairo_stroke(cairo());
}

void Canvas::disc(glm::vec2 center, float radius, Rgb fill, Rgb stroke, float width) {
    cairo_new_path(cairo());
    cairo_arc(cairo(), center.x, center.y, radius, 0, 2 * pi);
    color(fill);
    cairo_fill_preserve(cairo());
    color(stroke);
    cairo_set_line_width(cairo(), width);
    cairo_stroke(cairo());
}

void Canvas::row_badge(const Rect &box, int row) {
    rounded(box.inset(box.w * 0.04F), box.w * 0.24F, print::paper, print::ink, box.w * 0.08F);
    const float part = row < 100 ? 0.6F : 0.42F;
    text_in(box, {.size = box.w * part, .weight = PANGO_WEIGHT_SEMIBOLD}, std::to_string(row));
}

void Canvas::level_badge(glm::vec2 center, float radius, Channel channel, int level) {
    const LevelColor colors = level_color(channel, level);
    disc(center, radius, colors.fill, colors.outline, radius * 0.07F);
    text_in({center.x - radius, center.y - radius, 2 * radius, 2 * radius},
            {.size = radius * 1.18F, .weight = PANGO_WEIGHT_SEMIBOLD, .color = colors.on},
            std::to_string(level));
}

void Canvas::hatch(const Rect &box, float period, float width, Rgb stroke, bool crossed) {
    for (float at = -box.h; at < box.w; at += period) {
        const float from = box.x + at;
        line({from, box.bottom()}, {from + box.h, box.y}, width, stroke);
        if (crossed)
            line({from, box.y}, {from + box.h, box.bottom()}, width, stroke);
    }
}

void Canvas::swatch(const Rect &box, Channel channel) {
    const LevelColor colors = level_color(channel, print::legend_level);
    const float radius = box.w * 0.28F;
    const bool avoid = channel == Channel::avoid;
    cairo_save(cairo());
    rounded_path(box, radius);
    color(channel == Channel::pain ? colors.fill : print::paper);
    cairo_fill_preserve(cairo());
    cairo_clip(cairo());
    if (channel != Channel::pain)
        hatch(box, box.w * (avoid ? 0.36F : 0.3F), box.w * (avoid ? 0.09F : 0.14F),
              avoid ? avoid_color : colors.fill, avoid);
    cairo_restore(cairo());
    frame(box, radius, avoid ? avoid_color : colors.outline, box.w * 0.08F);
}

void Canvas::image(const Rect &box, cairo_surface_t *picture) {
    cairo_save(cairo());
    cairo_translate(cairo(), box.x, box.y);
    cairo_scale(cairo(), box.w / static_cast<float>(cairo_image_surface_get_width(picture)),
                box.h / static_cast<float>(cairo_image_surface_get_height(picture)));
    cairo_set_source_surface(cairo(), picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo()), CAIRO_FILTER_BEST);
    cairo_paint(cairo());
    cairo_restore(cairo());
}

} // namespace app
