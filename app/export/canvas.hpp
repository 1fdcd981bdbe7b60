/// Drawing for paper on top of cairo and pango: text that wraps, badges, hatches. Lengths are the
/// surface's units.
#pragma once

#include "export/page_words.hpp"
#include "math/rect.hpp"

#include <cairo.h>
#include <pango/pangocairo.h>

#include <memory>

namespace app {

template <auto destroy>
struct DestroyWith {
    template <class T>
    void operator()(T *object) const {
        destroy(object);
    }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroyWith<cairo_surface_destroy>>;
using Cairo = std::unique_ptr<cairo_t, DestroyWith<cairo_destroy>>;
template <class T>
using GObjectPtr = std::unique_ptr<T, DestroyWith<g_object_unref>>;

/// The text with every broken byte replaced: one must not lose the sentence around it.
std::string valid_utf8(std::string_view text);

/// The picture as cairo keeps it.
Surface surface_of(const engine::Image &image);

enum class Align : std::uint8_t { left, center, right };

struct TextStyle {
    float size;
    PangoWeight weight = PANGO_WEIGHT_NORMAL;
    Rgb color = print::ink;
    bool display = false;  ///< the cut of Inter for large sizes
    float spacing = 1.14F; ///< of lines, in natural heights
    Align align = Align::left;
    int max_lines = 0; ///< 0: all; else the rest is left out with "..."
};

class Canvas {
  public:
    /// Fonts are found once; canvases on other surfaces can share them.
    explicit Canvas(cairo_surface_t *surface);

    cairo_t *cairo() const { return cairo_.get(); }

    /// Draws within `width` from the point down, wrapping words; returns the height used.
    float text(glm::vec2 top_left, float width, const TextStyle &style, std::string_view words);
    float text_width(const TextStyle &style, std::string_view words);
    /// One line in the middle of the box.
    void text_in(const engine::Rect &box, const TextStyle &style, std::string_view words);

    void line(glm::vec2 from, glm::vec2 to, float width, Rgb color);
    void rounded(const engine::Rect &box, float radius, Rgb fill, Rgb stroke, float width);
    void frame(const engine::Rect &box, float radius, Rgb stroke, float width);
    void disc(glm::vec2 center, float radius, Rgb fill, Rgb stroke, float width);
    /// Square badge: a row number.
    void row_badge(const engine::Rect &box, int row);
    /// Round badge: a level in the colour of its ramp.
    void level_badge(glm::vec2 center, float radius, Channel channel, int level);
    /// What a channel looks like on the map.
    void swatch(const engine::Rect &box, Channel channel);
    void image(const engine::Rect &box, cairo_surface_t *picture);

  private:
    using Layout = GObjectPtr<PangoLayout>;
    Layout layout(const TextStyle &style, std::string_view words) const;
    void color(Rgb color);
    void rounded_path(const engine::Rect &box, float radius);
    void hatch(const engine::Rect &box, float period, float width, Rgb color, bool crossed);

    Cairo cairo_;
    GObjectPtr<PangoFontMap> fonts_;
    GObjectPtr<PangoContext> context_;
};

} // namespace app
