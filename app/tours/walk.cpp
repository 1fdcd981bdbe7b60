#include "tours/walk.hpp"

#include "input/synthetic.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Result;

namespace {

constexpr int most_tabs = 80;

} // namespace

void Walk::fail(std::string why) {
    if (!failed())
        failure_ = std::move(why);
}

void Walk::keep(const Result<Done> &step, int taps) {
    taps_ += taps;
    if (!step)
        fail(step.error().message);
    look_at_the_file();
}

// What the interface calls saved must be in the file as it is in memory.
void Walk::look_at_the_file() {
    const Document &document = shell_.document();
    if (shell_.tree().find("Saved") == nullptr || document.marks.empty())
        return;
    const auto saved = store_.load(document.id);
    for (const Mark &mark : document.marks) {
        acknowledged_.insert(mark.id);
        if (!saved || std::ranges::find(saved->marks, mark) == saved->marks.end())
            lost_.insert(mark.id);
    }
}

Walk &Walk::tap(std::string_view name) {
    if (!failed())
        keep(driver_.tap(name), 1);
    return *this;
}

Walk &Walk::tap_area(std::string_view area) {
    if (!failed())
        keep(driver_.tap_area(area, places_), 1);
    return *this;
}

Walk &Walk::tap_at(glm::vec2 pixel) {
    if (!failed()) {
        driver_.tap_at(pixel);
        keep(Done{}, 1);
    }
    return *this;
}

Walk &Walk::level(std::string_view slider, int level) {
    if (!failed())
        keep(driver_.set_level(slider, level), 1);
    return *this;
}

Walk &Walk::type(std::string_view field, std::string_view words) {
    if (!failed())
        keep(driver_.type(field, words), 1 + static_cast<int>(words.size()));
    return *this;
}

Walk &Walk::enter_pin(std::string_view pin) {
    if (!failed())
        keep(driver_.enter_pin(pin), static_cast<int>(pin.size()));
    return *this;
}

Walk &Walk::press(engine::Key key, bool control) {
    if (!failed()) {
        driver_.press(key, control);
        keep(Done{}, 1);
    }
    return *this;
}

Walk &Walk::reach(std::string_view name) {
    for (int tabs = 0; tabs < most_tabs && !failed(); ++tabs) {
        const engine::ui::Node *node = shell_.tree().find(ui_.focused());
        if (node != nullptr && node->name == name && node->takes_input)
            return *this;
        press(engine::Key::tab);
    }
    fail("The Tab key does not lead to \"" + std::string(name) + "\":\n" + shell_.tree().dump());
    return *this;
}

Walk &Walk::enter(std::string_view name) {
    return reach(name).press(engine::Key::enter);
}

Walk &Walk::write(std::string_view words) {
    if (!failed()) {
        driver_.replay(engine::synthetic::type(words, driver_.now_s()));
        keep(Done{}, static_cast<int>(words.size()));
    }
    return *this;
}

} // namespace app
