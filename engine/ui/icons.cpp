#include "ui/icons.hpp"

#include "ui/draw.hpp"
#include "ui/icons_data.hpp"
#include "ui/paint.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <vector>

namespace engine::ui {

namespace {

constexpr float grid = 24, stroke_width = 2;
constexpr float degree = std::numbers::pi_v<float> / 180;

/// Draws strokes with round ends and joins.
class Pen {
  public:
    Pen(Ui &ui, glm::vec2 center, float size, Color color)
        : ui_(ui),
          list_(*ui.draw()),
          origin_(center - glm::vec2{size / 2, size / 2}),
          unit_(size / grid),
          width_(std::max(stroke_width * unit_, 1.5F)),
          color_(color) {}

    void move(glm::vec2 p) {
        finish(false);
        list_.PathLineTo(vec(at(p)));
        joins_.push_back(at(p));
    }
    void line_to(glm::vec2 p) {
        list_.PathLineTo(vec(at(p)));
        joins_.push_back(at(p));
    }
    void curve_to(glm::vec2 a, glm::vec2 b, glm::vec2 p) {
        list_.PathBezierCubicCurveTo(vec(at(a)), vec(at(b)), vec(at(p)), 14);
        joins_.push_back(at(p));
    }
    void arc(glm::vec2 c, float radius, float from, float to) {
        if (list_._Path.empty())
            joins_.push_back(at(c + radius * glm::vec2{std::cos(from), std::sin(from)}));
        list_.PathArcTo(vec(at(c)), radius * unit_, from, to, 20);
        joins_.push_back(at(c + radius * glm::vec2{std::cos(to), std::sin(to)}));
    }
    void circle(glm::vec2 c, float radius) {
        finish(false);
        ui::ring(ui_, at(c), radius * unit_, color_, width_);
    }
    void dot(glm::vec2 c, float radius) {
        finish(false);
        ui::circle(ui_, at(c), std::max(radius * unit_, 1.0F), color_);
    }
    void rectangle(glm::vec2 corner, glm::vec2 extent, float radius) {
        finish(false);
        list_.PathRect(vec(at(corner)), vec(at(corner + extent)), radius * unit_);
        list_.PathStroke(pack(color_), ImDrawFlags_Closed, width_);
    }
    void finish(bool closed) {
        if (list_._Path.Size > 1)
            list_.PathStroke(pack(color_), closed ? ImDrawFlags_Closed : 0, width_);
        list_.PathClear();
        for (const glm::vec2 join : joins_)
            ui::circle(ui_, join, width_ / 2, color_);
        joins_.clear();
    }

  private:
    glm::vec2 at(glm::vec2 p) const { return origin_ + p * unit_; }

    Ui &ui_;
    ImDrawList &list_;
    glm::vec2 origin_;
    float unit_, width_;
    Color color_;
    std::vector<glm::vec2> joins_;
};

/// Reads the words of icons_data.hpp.
class Strokes {
  public:
    explicit Strokes(std::string_view words) : rest_(words) {}

    void draw(Pen &pen) {
        for (char command = next_command(); command != 0; command = next_command())
            apply(pen, command);
        pen.finish(false);
    }

  private:
    void apply(Pen &pen, char command) {
        switch (command) {
        case 'M':
            return pen.move(point());
        case 'L':
            return pen.line_to(point());
        case 'C': {
            const glm::vec2 a = point();
            const glm::vec2 b = point();
            return pen.curve_to(a, b, point());
        }
        case 'Z':
            return pen.finish(true);
        case 'O': {
            const glm::vec2 c = point();
            return pen.circle(c, number());
        }
        case 'D': {
            const glm::vec2 c = point();
            return pen.dot(c, number());
        }
        case 'A': {
            const glm::vec2 c = point();
            const float radius = number();
            const float from = number() * degree;
            return pen.arc(c, radius, from, number() * degree);
        }
        case 'R': {
            const glm::vec2 corner = point();
            const glm::vec2 extent = point();
            return pen.rectangle(corner, extent, number());
        }
        default:
            check(false, "unknown stroke in icons_data.cpp");
        }
    }

    void skip_spaces() {
        while (!rest_.empty() && rest_.front() == ' ')
            rest_.remove_prefix(1);
    }
    char next_command() {
        skip_spaces();
        if (rest_.empty())
            return 0;
        const char command = rest_.front();
        rest_.remove_prefix(1);
        return command;
    }
    float number() {
        skip_spaces();
        float value = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), value);
        check(error == std::errc{}, "a number is missing in icons_data.cpp");
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return value;
    }
    glm::vec2 point() {
        const float x = number();
        return {x, number()};
    }

    std::string_view rest_;
};

// --- faces -----------------------------------------------------------------------------------

float blend(float from, float to, float t) {
    return from + (to - from) * std::clamp(t, 0.0F, 1.0F);
}

void brows(Pen &pen, float t) {
    // Flat at first, then the inner ends rise.
    const float inner = blend(8.1F, 6.4F, t);
    const float outer = blend(8.1F, 8.9F, t);
    pen.move({6.2F, outer});
    pen.curve_to({7.4F, blend(8, 8.6F, t)}, {8.8F, blend(8, 7.4F, t)}, {9.9F, inner});
    pen.move({17.8F, outer});
    pen.curve_to({16.6F, blend(8, 8.6F, t)}, {15.2F, blend(8, 7.4F, t)}, {14.1F, inner});
    pen.finish(false);
}

/// A flat line that bends down more and more.
void closed_mouth(Pen &pen, float t) {
    const float half = blend(3.4F, 3.9F, t);
    const float ends = blend(16, 17.6F, t);
    const float rise = blend(16, 13.4F, t);
    pen.move({12 - half, ends});
    pen.curve_to({12 - half * 0.5F, rise}, {12 + half * 0.5F, rise}, {12 + half, ends});
    pen.finish(false);
}

void open_mouth(Ui &ui, glm::vec2 center, float size, float t, Color color) {
    const float unit = size / grid;
    const auto at = [&](float x, float y) {
        return vec(center + glm::vec2{x - grid / 2, y - grid / 2} * unit);
    };
    const float half = blend(3.4F, 4, t);
    const float top = blend(14.2F, 13.2F, t);
    const float bottom = blend(17, 18.6F, t);
    ImDrawList &list = *ui.draw();
    list.PathLineTo(at(12 - half, bottom));
    list.PathBezierCubicCurveTo(at(12 - half * 0.9F, top), at(12 + half * 0.9F, top),
                                at(12 + half, bottom), 18);
    list.PathFillConvex(pack(color));
}

} // namespace

void icon(Ui &ui, Icon icon, glm::vec2 center, float size, Color color) {
    Pen pen(ui, center, size, color);
    Strokes(strokes_of(icon)).draw(pen);
}

void face(Ui &ui, int level, glm::vec2 center, float size, Color color) {
    Pen pen(ui, center, size, color);
    const float t = std::clamp(static_cast<float>(level), 0.0F, 10.0F) / 10;
    pen.circle({12, 12}, 10.6F);
    pen.dot({8.5F, 11}, 1.15F);
    pen.dot({15.5F, 11}, 1.15F);
    if (level >= 1)
        brows(pen, t * 1.1F);
    if (level >= 7)
        open_mouth(ui, center, size, (t - 0.7F) / 0.3F, color);
    else
        closed_mouth(pen, t / 0.6F);
}

} // namespace engine::ui
