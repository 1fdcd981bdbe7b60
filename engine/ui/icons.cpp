#include "ui/icons.hpp"

#include "ui/draw.hpp"
#include "ui/icons_data.hpp"
#include "ui/paint.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <string_view>
#include <system_error>

namespace engine::ui {

namespace {

constexpr float grid = 24, stroke_width = 2;
constexpr float degree = std::numbers::pi_v<float> / 180;

/// Draws strokes with round ends and joins.
class Pen {
  public:
    Pen(Ui &ui, glm::vec2 center, float size, Color color, float stroke = stroke_width)
        : ui_(ui),
          list_(*ui.draw()),
          origin_(center - glm::vec2{size / 2, size / 2}),
          unit_(size / grid),
          width_(std::max(stroke * unit_, 1.5F)),
          color_(color) {}

    void move(glm::vec2 p) {
        start_ = here_ = p;
        join();
    }
    void line_to(glm::vec2 p) {
        line(ui_, at(here_), at(p), color_, width_);
        here_ = p;
        join();
    }
    void curve_to(glm::vec2 a, glm::vec2 b, glm::vec2 p) {
        list_.PathLineTo(vec(at(here_)));
        list_.PathBezierCubicCurveTo(vec(at(a)), vec(at(b)), vec(at(p)), 14);
        list_.PathStroke(pack(color_), 0, width_);
        here_ = p;
        join();
    }
    void arc(glm::vec2 c, float radius, float from, float to) {
        here_ = c + radius * glm::vec2{std::cos(from), std::sin(from)};
        join();
        list_.PathArcTo(vec(at(c)), radius * unit_, from, to, 24);
        list_.PathStroke(pack(color_), 0, width_);
        here_ = c + radius * glm::vec2{std::cos(to), std::sin(to)};
        join();
    }
    void close() {
        if (here_ != start_)
            line_to(start_);
    }
    void circle(glm::vec2 c, float radius) { ring(ui_, at(c), radius * unit_, color_, width_); }
    void dot(glm::vec2 c, float radius) {
        ui::circle(ui_, at(c), std::max(radius * unit_, 1.0F), color_);
    }
    void rectangle(glm::vec2 corner, glm::vec2 extent, float radius) {
        list_.PathRect(vec(at(corner)), vec(at(corner + extent)), radius * unit_);
        list_.PathStroke(pack(color_), ImDrawFlags_Closed, width_);
    }

  private:
    glm::vec2 at(glm::vec2 p) const { return origin_ + p * unit_; }
    /// Every stroke is drawn for itself with a disc at its ends: ImGui's corners are pointed.
    void join() { ui::circle(ui_, at(here_), width_ / 2, color_); }

    Ui &ui_;
    ImDrawList &list_;
    glm::vec2 origin_, start_{0, 0}, here_{0, 0};
    float unit_, width_;
    Color color_;
};

/// Reads the words of icons_data.hpp.
class Strokes {
  public:
    explicit Strokes(std::string_view words) : rest_(words) {}

    void draw(Pen &pen) {
        for (char command = next_command(); command != 0; command = next_command())
            apply(pen, command);
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
            return pen.close();
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

/// Flat at first, then the inner ends rise.
void brows(Pen &pen, float t) {
    const float inner = blend(7.5F, 6.6F, t);
    const float outer = blend(7.5F, 7.9F, t);
    pen.move({5.7F, outer});
    pen.line_to({10.5F, inner});
    pen.move({18.3F, outer});
    pen.line_to({13.5F, inner});
}

void open_eyes(Pen &pen) {
    pen.dot({8, 10.6F}, 1.25F);
    pen.dot({16, 10.6F}, 1.25F);
}

void narrowed_eyes(Pen &pen, float t) {
    const float drop = blend(0.9F, 1.5F, t);
    pen.move({6.8F, 10.2F + drop});
    pen.line_to({10.2F, 10});
    pen.move({17.2F, 10.2F + drop});
    pen.line_to({13.8F, 10});
}

/// A flat line that bends down more and more.
void closed_mouth(Pen &pen, float t) {
    const float half = 4.4F;
    const float ends = blend(16.2F, 17.3F, t);
    const float rise = blend(16.2F, 13.6F, t);
    pen.move({12 - half, ends});
    pen.curve_to({12 - half * 0.45F, rise}, {12 + half * 0.45F, rise}, {12 + half, ends});
}

void open_mouth(Ui &ui, glm::vec2 center, float size, float t, Color color) {
    const float unit = size / grid;
    const auto at = [&](float x, float y) {
        return vec(center + glm::vec2{x - grid / 2, y - grid / 2} * unit);
    };
    const float half = blend(4, 4.8F, t);
    const float bottom = blend(17.6F, 18.9F, t);
    const float top = blend(14.4F, 13.6F, t);
    ImDrawList &list = *ui.draw();
    list.PathLineTo(at(12 - half, bottom));
    list.PathBezierCubicCurveTo(at(12 - half * 0.75F, top), at(12 + half * 0.75F, top),
                                at(12 + half, bottom), 20);
    list.PathFillConvex(pack(color));
}

} // namespace

void icon(Ui &ui, Icon icon, glm::vec2 center, float size, Color color) {
    Pen pen(ui, center, size, color);
    Strokes(strokes_of(icon)).draw(pen);
}

void face(Ui &ui, int level, glm::vec2 center, float size, Color color) {
    constexpr float thin = 1.25F;
    Pen pen(ui, center, size, color, thin);
    const float t = std::clamp(static_cast<float>(level), 0.0F, 10.0F) / 10;
    pen.circle({12, 12}, 11.3F);
    if (level >= 1)
        brows(pen, t);
    if (level < 7) {
        open_eyes(pen);
        closed_mouth(pen, t / 0.6F);
    } else {
        narrowed_eyes(pen, (t - 0.7F) / 0.3F);
        open_mouth(ui, center, size, (t - 0.7F) / 0.3F, color);
    }
}

} // namespace engine::ui
