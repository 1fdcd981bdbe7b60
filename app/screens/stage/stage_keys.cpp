#include "screens/stage/stage_keys.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace app {

namespace {

constexpr float key_zoom = 1.3F;

std::optional<Direction> direction_of(engine::Key key) {
    switch (key) {
    case engine::Key::left:
        return Direction::left;
    case engine::Key::right:
        return Direction::right;
    case engine::Key::up:
        return Direction::up;
    case engine::Key::down:
        return Direction::down;
    default:
        return {};
    }
}

class Walk {
  public:
    Walk(ScreenContext &c, const std::vector<Figure> &figures) : c_(c), figures_(figures) {
        c.state.key_figure = std::min(c.state.key_figure, figures.size() - 1);
    }

    void step(Direction direction) {
        const Area *next = next_in(figure(), c_.view.focused.area, direction);
        const bool sideways = direction == Direction::left || direction == Direction::right;
        if (next == nullptr && sideways && figures_.size() == 2) { // over to the other figure
            c_.state.key_figure = 1 - c_.state.key_figure;
            next = next_in(figure(), {}, direction);
        }
        if (next != nullptr)
            c_.out.view.push_back(FocusPlace{{next->id, {}}});
    }

    void zoom(float factor) {
        const auto tags = tags_of(c_.places, c_.view.focused);
        const auto seen = c_.places.visible(figure(), tags);
        const glm::vec2 around = seen.area_px2 > 0
                                     ? pixel_of(figure().view, figure().viewport, seen.point)
                                     : figure().viewport.center();
        c_.out.view.push_back(ZoomBy{c_.state.key_figure, factor, around});
    }

    void leave() {
        c_.ui.focus(0);
        c_.out.view.push_back(FocusPlace{});
    }

  private:
    const Figure &figure() const { return figures_[c_.state.key_figure]; }
    const Area *next_in(const Figure &figure, std::string_view from, Direction direction) const {
        return next_area(c_.neighbours, from, direction, figure);
    }

    ScreenContext &c_;
    const std::vector<Figure> &figures_;
};

} // namespace

std::optional<Place> walk_by_keys(ScreenContext &c, const engine::ui::Interaction &keys,
                                  const std::vector<Figure> &figures) {
    if (!keys.focused) {
        if (!c.view.focused.empty())
            c.out.view.push_back(FocusPlace{});
        return {};
    }
    Walk walk(c, figures);
    const auto direction = direction_of(keys.key);
    if (direction || c.view.focused.empty()) // the walk begins with a first place
        walk.step(direction.value_or(Direction::down));
    for (const engine::KeyEvent &key : c.ui.keys()) {
        if (!key.down || key.control)
            continue;
        if (key.key == engine::Key::plus)
            walk.zoom(key_zoom);
        else if (key.key == engine::Key::minus)
            walk.zoom(1 / key_zoom);
        else if (key.key == engine::Key::escape)
            walk.leave();
    }
    if (keys.clicked && !c.view.focused.empty())
        return c.view.focused;
    return {};
}

} // namespace app
