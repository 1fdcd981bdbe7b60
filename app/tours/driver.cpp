#include "tours/driver.hpp"

#include "input/synthetic.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <tuple>
#include <vector>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;
using engine::ui::Node;

namespace {

constexpr double frame_s = 1.0 / 60;
constexpr int most_frames = 600;
constexpr float level_cells = 11;

// Of several with the name: what can be pressed rather than its label, what lies above rather than
// what it covers.
const Node *node_of(const engine::ui::Tree &tree, std::string_view name) {
    const auto rank = [](const Node &node) {
        return std::tuple(node.takes_input, !node.visible.empty(), node.layer);
    };
    const Node *best = nullptr;
    for (const Node &node : tree.nodes())
        if (node.name == name && (best == nullptr || rank(node) > rank(*best)))
            best = &node;
    return best;
}

} // namespace

Driver::Driver(Shell &shell, engine::ui::Ui &ui, Painter *painter, glm::vec2 size,
               engine::Timestamp start)
    : shell_(&shell), ui_(ui), painter_(painter), size_(size), start_(start) {
    settle();
}

Driver::Driver(Program &program, Painter *painter, glm::vec2 size, engine::Timestamp start)
    : program_(&program), ui_(*program.ui), painter_(painter), size_(size), start_(start) {
    settle();
}

FrameResult Driver::frame(std::span<const engine::InputEvent> events) {
    now_s_ += frame_s;
    engine::Timestamp wall = start_;
    wall.unix_ms += static_cast<std::int64_t>(now_s_ * 1000);
    recorded_.insert(recorded_.end(), events.begin(), events.end());
    const FrameInput input{now_s_, wall, size_, events};
    if (program_ == nullptr)
        return shell_->frame(input, painter_);
    const auto drawn = app::frame(*program_, input, painter_);
    engine::check(drawn.ok(), drawn ? "" : drawn.error().message.c_str());
    return *drawn;
}

void Driver::settle() {
    int quiet = 0; // a frame shows what the one before it has changed
    for (int i = 0; i < most_frames && quiet < 2; ++i) {
        const bool answered = program_ != nullptr && program_->lane && program_->lane->finish();
        quiet = frame({}).again || answered ? 0 : quiet + 1;
    }
}

void Driver::play(const std::vector<engine::InputEvent> &events) {
    for (const engine::InputEvent &event : events) {
        while (now_s_ + frame_s < event.time_s)
            frame({});
        frame({&event, 1});
    }
    settle();
}

Result<Node> Driver::bring_into_view(std::string_view name) {
    constexpr int most_turns = 120; // of the wheel: the longest list with the largest words
    for (int turns = 0; turns < most_turns; ++turns) {
        const Node *node = node_of(ui_.tree(), name);
        if (node == nullptr)
            return Error{"Nothing on this screen is called \"" + std::string(name) + "\":\n" +
                         ui_.tree().dump()};
        if (node->visible.h >= node->rect.h * 0.6F && node->visible.w > 0)
            return *node;
        const bool below = node->rect.center().y > size_.y / 2;
        const glm::vec2 at{std::clamp(node->rect.center().x, 1.0F, size_.x - 1), size_.y / 2};
        const engine::InputEvent turn{now_s_ + frame_s,
                                      engine::WheelEvent{at, {0, below ? -1.0F : 1.0F}}};
        frame({&turn, 1});
        settle();
    }
    return Error{"\"" + std::string(name) + "\" cannot be scrolled into view."};
}

Result<Done> Driver::tap(std::string_view name) {
    const auto node = bring_into_view(name);
    if (!node)
        return node.error();
    if (!node->enabled)
        return Error{"\"" + std::string(name) + "\" is there, but it cannot be pressed now."};
    tap_at(node->visible.center());
    return Done{};
}

Result<Done> Driver::set_level(std::string_view slider, int level) {
    const auto node = bring_into_view(slider);
    if (!node)
        return node.error();
    const float cell = node->rect.w / level_cells;
    tap_at({node->rect.x + cell * (static_cast<float>(level) + 0.5F),
            node->rect.y + node->rect.h * 0.4F});
    return Done{};
}

Result<Done> Driver::tap_area(std::string_view area, const BodyPlaces &places) {
    BodyPlaces::Visible best{};
    const Figure *where = nullptr;
    for (const Figure &figure : shell().body().figures) {
        const auto seen = places.visible(figure, places.tags_of_area(area));
        if (seen.area_px2 > best.area_px2) {
            best = seen;
            where = &figure;
        }
    }
    if (where == nullptr)
        return Error{"The area " + std::string(area) + " cannot be seen now."};
    tap_at(pixel_of(where->view, where->viewport, best.point));
    return Done{};
}

Result<Done> Driver::type(std::string_view field, std::string_view words) {
    auto tapped = tap(field);
    if (!tapped)
        return tapped;
    play(engine::synthetic::type(words, now_s_ + frame_s));
    press(engine::Key::escape);
    return Done{};
}

Result<Done> Driver::enter_pin(std::string_view pin) {
    for (std::size_t i = 0; i < pin.size(); ++i)
        if (auto tapped = tap(pin.substr(i, 1)); !tapped)
            return tapped;
    return Done{};
}

void Driver::rest(double seconds) {
    const double end_s = now_s_ + seconds;
    for (double wait = 0; now_s_ + wait < end_s; wait = shell().wait_s(now_s_)) {
        now_s_ += wait;
        engine::Timestamp wall = start_;
        wall.unix_ms += static_cast<std::int64_t>(now_s_ * 1000);
        if (shell().is_due(now_s_, wall))
            settle();
    }
    now_s_ = std::max(now_s_, end_s);
    settle();
}

void Driver::skip(double seconds) {
    now_s_ += seconds;
    settle();
}

void Driver::tap_at(glm::vec2 position) {
    ++taps_;
    play(engine::synthetic::tap(position, now_s_ + frame_s));
}

void Driver::drag(glm::vec2 from, glm::vec2 to) {
    play(engine::synthetic::drag(from, to, now_s_ + frame_s, 0.3));
}

void Driver::press(engine::Key key, bool control, bool shift) {
    play(engine::synthetic::press(key, now_s_ + frame_s, control, shift));
}

} // namespace app
