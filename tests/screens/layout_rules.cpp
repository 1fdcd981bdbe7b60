#include "layout_rules.hpp"

#include "ui/ui_state.hpp"

#include <algorithm>
#include <cmath>
#include <sstream>

namespace layout {

using engine::Rect;
using engine::ui::Node;
using engine::ui::Role;
using engine::ui::Ui;

namespace {

constexpr float tolerance = 1.5F; // rounding of edges, window pixels

bool empty(const Rect &rect) {
    return rect.w <= 0 || rect.h <= 0;
}

std::string shown(const Node &node) {
    std::ostringstream out;
    out << name_of(node.role) << " \"" << node.name << "\" (" << std::lround(node.rect.x) << " "
        << std::lround(node.rect.y) << " " << std::lround(node.rect.w) << "x"
        << std::lround(node.rect.h) << ")";
    return out.str();
}

bool within(const Rect &inner, const Rect &outer) {
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.right() <= outer.right() + tolerance &&
           inner.bottom() <= outer.bottom() + tolerance;
}

/// Grounds on which other things lie.
bool is_ground(const Node &node) {
    return node.role == Role::card || node.role == Role::canvas || node.role == Role::sheet ||
           node.role == Role::list || node.role == Role::image || node.role == Role::toast ||
           node.role == Role::stepper;
}

bool on_top(const Rect &a, const Rect &b) {
    const Rect common = intersection(a, b);
    return common.w > tolerance && common.h > tolerance;
}

class Judge {
  public:
    explicit Judge(Ui &ui) : ui_(ui) {}

    std::vector<std::string> defects() {
        const auto &nodes = ui_.tree().nodes();
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            alone(nodes[i]);
            for (std::size_t j = i + 1; j < nodes.size(); ++j)
                pair(nodes[i], nodes[j]);
        }
        return std::move(found_);
    }

  private:
    bool scrolls(const Node &node) const {
        const auto &places = ui_.state().judged.scrolls;
        return std::any_of(places.begin(), places.end(), [&](const auto &place) {
            const float room = ui_.px(12); // what scrolls may reach beyond the view at its sides
            return place.layer == node.layer && node.rect.x >= place.view.x - room &&
                   node.rect.right() <= place.view.right() + room;
        });
    }

    void alone(const Node &node) {
        if (node.clipped_text)
            found_.push_back("words are cut off: " + shown(node));
        const Rect window{0, 0, ui_.size().x, ui_.size().y};
        if (!within(node.rect, window) && !scrolls(node))
            found_.push_back("outside the window: " + shown(node));
        const float least = 48 * ui_.scale() - 0.5F;
        if (node.takes_input && (node.rect.w < least || node.rect.h < least))
            found_.push_back("smaller than a finger: " + shown(node));
    }

    void pair(const Node &a, const Node &b) {
        if (a.layer != b.layer || empty(a.rect) || empty(b.rect))
            return;
        const bool ground = (is_ground(a) && within(b.visible, a.visible)) ||
                            (is_ground(b) && within(a.visible, b.visible)) ||
                            (is_ground(a) && within(b.rect, a.rect)) ||
                            (is_ground(b) && within(a.rect, b.rect)) || a.role == Role::canvas ||
                            b.role == Role::canvas;
        // What is scrolled out is compared where it would be, with its own kind.
        const bool both_out = empty(a.visible) && empty(b.visible);
        const bool over = both_out ? on_top(a.rect, b.rect) : on_top(a.visible, b.visible);
        if (over && !ground)
            found_.push_back(shown(a) + " and " + shown(b) + " overlap");
    }

    Ui &ui_;
    std::vector<std::string> found_;
};

} // namespace

std::vector<std::string> defects(Ui &ui) {
    return Judge(ui).defects();
}

} // namespace layout
