#include "ui/draw.hpp"

#include "ui/paint.hpp"
#include "ui/ui_state.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

namespace engine::ui {

namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// ImGui shares one path buffer; rounding larger than half a side would cross itself.
float fitting_radius(const Rect &rect, float radius) {
    return std::clamp(radius, 0.0F, std::min(rect.w, rect.h) / 2);
}

void path_rect(ImDrawList &list, const Rect &rect, float radius) {
    list.PathRect(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()),
                  fitting_radius(rect, radius));
}

/// The part of a segment inside a convex, clockwise outline.
bool clip_to(const std::vector<glm::vec2> &outline, glm::vec2 &a, glm::vec2 &b) {
    const glm::vec2 way = b - a;
    float from = 0;
    float to = 1;
    for (std::size_t i = 0; i < outline.size(); ++i) {
        const glm::vec2 corner = outline[i];
        const glm::vec2 edge = outline[(i + 1) % outline.size()] - corner;
        const glm::vec2 inwards{-edge.y, edge.x};
        const float distance = inwards.x * (a.x - corner.x) + inwards.y * (a.y - corner.y);
        const float speed = inwards.x * way.x + inwards.y * way.y;
        if (std::abs(speed) < 1e-6F) {
            if (distance < 0)
                return false;
        } else if (speed > 0) {
            from = std::max(from, -distance / speed);
        } else {
            to = std::min(to, -distance / speed);
        }
    }
    if (from >= to)
        return false;
    b = a + way * to;
    a += way * from;
    return true;
}

std::vector<glm::vec2> outline_of(Ui &ui, const Rect &rect, float radius) {
    ImDrawList &list = *ui.draw();
    path_rect(list, rect, radius);
    std::vector<glm::vec2> outline;
    for (const ImVec2 &point : list._Path)
        outline.emplace_back(point.x, point.y);
    list.PathClear();
    return outline;
}

/// Lines in one direction over the whole rectangle; `rise` +1 climbs to the right, -1 falls.
void hatch(Ui &ui, const Rect &rect, const std::vector<glm::vec2> &outline, Color ink, float period,
           float width, float rise) {
    const float step = period * std::numbers::sqrt2_v<float>;
    const glm::vec2 c = rect.center();
    const float reach = rect.w + rect.h;
    const float half_count = std::ceil(reach / step / 2);
    for (float i = -half_count; i <= half_count; ++i) {
        glm::vec2 a{c.x + i * step - reach, c.y + rise * reach};
        glm::vec2 b{c.x + i * step + reach, c.y - rise * reach};
        if (clip_to(outline, a, b))
            line(ui, a, b, ink, width);
    }
}

bool inside(const std::vector<glm::vec2> &outline, glm::vec2 p) {
    glm::vec2 left = p - glm::vec2{0.5F, 0};
    glm::vec2 right = p + glm::vec2{0.5F, 0};
    return clip_to(outline, left, right) && right.x - left.x > 0.99F;
}

void dots(Ui &ui, const Rect &rect, const std::vector<glm::vec2> &outline, Color ink, float period,
          float radius) {
    const Rect inner = rect.inset(radius * 2);
    for (float y = inner.y; y <= inner.bottom(); y += period)
        for (float x = inner.x; x <= inner.right(); x += period)
            if (inside(outline, {x, y}))
                circle(ui, {x, y}, radius, ink);
}

} // namespace

void fill(Ui &ui, const Rect &rect, Color color, float radius) {
    if (rect.empty() || color.a == 0)
        return;
    ui.draw()->AddRectFilled(vec(rect.x, rect.y), vec(rect.right(), rect.bottom()), pack(color),
                             fitting_radius(rect, radius));
}

void stroke(Ui &ui, const Rect &rect, Color color, float radius, float width) {
    if (rect.empty() || color.a == 0)
        return;
    path_rect(*ui.draw(), rect.inset(width / 2), radius - width / 2);
    ui.draw()->PathStroke(pack(color), ImDrawFlags_Closed, width);
}

void fill_gradient(Ui &ui, const Rect &rect, Color top, Color bottom, float radius) {
    ImDrawList &list = *ui.draw();
    const int first = list.VtxBuffer.Size;
    fill(ui, rect, rgb(0xFFFFFF), radius);
    for (int i = first; i < list.VtxBuffer.Size; ++i) {
        ImDrawVert &vertex = list.VtxBuffer[i];
        Color color = mix(top, bottom, std::clamp((vertex.pos.y - rect.y) / rect.h, 0.0F, 1.0F));
        const ImU32 edge = (vertex.col >> IM_COL32_A_SHIFT) & 0xFFU; // 0 on the antialiased rim
        color.a = static_cast<std::uint8_t>(color.a * edge / 255U);
        vertex.col = pack(color);
    }
}

void shadow(Ui &ui, const Rect &rect, float radius, float drop, float spread, float alpha) {
    const FontSet &fonts = ui.state().fonts;
    const Rect around = rect.moved(0, drop).inset(-spread);
    // The blob has half its strength at half its radius: that line lies on the rectangle's edge.
    const float corner = std::min({spread + std::max(radius, spread), around.w / 2, around.h / 2});
    const std::array<float, 4> xs{around.x, around.x + corner, around.right() - corner,
                                  around.right()};
    const std::array<float, 4> ys{around.y, around.y + corner, around.bottom() - corner,
                                  around.bottom()};
    const glm::vec2 middle = (fonts.blob_min + fonts.blob_max) / 2.0F;
    const std::array<float, 4> us{fonts.blob_min.x, middle.x, middle.x, fonts.blob_max.x};
    const std::array<float, 4> vs{fonts.blob_min.y, middle.y, middle.y, fonts.blob_max.y};
    const ImU32 color = pack(rgb(0x14252A).with_alpha(alpha));
    ImDrawList &list = *ui.draw();
    list.PrimReserve(8 * 6, 8 * 4);
    for (std::size_t y = 0; y < 3; ++y)
        for (std::size_t x = 0; x < 3; ++x) {
            if (x == 1 && y == 1)
                continue; // what casts the shadow lies there, and blending is dear by software
            list.PrimRectUV(vec(xs[x], ys[y]), vec(xs[x + 1], ys[y + 1]), vec(us[x], vs[y]),
                            vec(us[x + 1], vs[y + 1]), color);
        }
}

void line(Ui &ui, glm::vec2 a, glm::vec2 b, Color color, float width) {
    // Not AddLine(): it moves both ends by half a pixel.
    ui.draw()->PathLineTo(vec(a));
    ui.draw()->PathLineTo(vec(b));
    ui.draw()->PathStroke(pack(color), 0, width);
}

void dashed_line(Ui &ui, glm::vec2 a, glm::vec2 b, Color color, float width, float dash) {
    const glm::vec2 way = b - a;
    const float length = std::hypot(way.x, way.y);
    if (length <= 0)
        return;
    for (float at = 0; at < length; at += 2 * dash)
        line(ui, a + way * (at / length), a + way * (std::min(at + dash, length) / length), color,
             width);
}

void circle(Ui &ui, glm::vec2 center, float radius, Color color) {
    ui.draw()->AddCircleFilled(vec(center), radius, pack(color));
}

void ring(Ui &ui, glm::vec2 center, float radius, Color color, float width) {
    ui.draw()->PathArcTo(vec(center), radius, 0, 2 * pi);
    ui.draw()->PathStroke(pack(color), 0, width);
}

void dashed_ring(Ui &ui, glm::vec2 center, float radius, Color color, float width) {
    const float wanted = 2 * pi * radius / (width * 4.4F);
    const int count = std::max(8, static_cast<int>(std::lround(wanted)));
    const float step = 2 * pi / static_cast<float>(count);
    for (int i = 0; i < count; ++i) {
        const float start = static_cast<float>(i) * step;
        ui.draw()->PathArcTo(vec(center), radius, start, start + step * 0.58F, 6);
        ui.draw()->PathStroke(pack(color), 0, width);
    }
}

void dashed_rect(Ui &ui, const Rect &rect, Color color, float radius, float width, float dash) {
    std::vector<glm::vec2> outline = outline_of(ui, rect.inset(width / 2), radius - width / 2);
    outline.push_back(outline.front());
    float phase = 0; // goes on around the corners
    for (std::size_t i = 0; i + 1 < outline.size(); ++i) {
        const glm::vec2 a = outline[i];
        const glm::vec2 way = outline[i + 1] - a;
        const float length = std::hypot(way.x, way.y);
        for (float at = 0; at < length;) {
            const float in_period = std::fmod(phase + at, 2 * dash);
            const bool on = in_period < dash;
            const float to =
                std::min(length, at + std::max(0.01F, (on ? dash : 2 * dash) - in_period));
            if (on)
                line(ui, a + way * (at / length), a + way * (to / length), color, width);
            at = to;
        }
        phase += length;
    }
}

void fill_pattern(Ui &ui, const Rect &rect, Pattern pattern, Color ground, Color ink,
                  float radius) {
    fill(ui, rect, ground, radius);
    const float unit = ui.scale();
    const std::vector<glm::vec2> outline = outline_of(ui, rect.inset(unit), radius - unit);
    switch (pattern) {
    case Pattern::solid:
        break;
    case Pattern::hatch:
        hatch(ui, rect, outline, ink, 6 * unit, 2.2F * unit, 1);
        break;
    case Pattern::cross_hatch:
        hatch(ui, rect, outline, ink, 6.4F * unit, 1.7F * unit, 1);
        hatch(ui, rect, outline, ink, 6.4F * unit, 1.7F * unit, -1);
        break;
    case Pattern::dots:
        dots(ui, rect, outline, ink, 6 * unit, 1.3F * unit);
        break;
    }
    stroke(ui, rect, ink, radius, 2 * unit);
}

} // namespace engine::ui
