/// A screen without a window: events go in, frames are drawn into ImGui's lists and thrown away.
#pragma once

#include "catch.hpp"
#include "input/synthetic.hpp"
#include "ui/widgets.hpp"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace engine::ui::test {

inline UiConfig less_motion() {
    UiConfig config;
    config.reduce_motion = true;
    return config;
}

inline UiConfig text_scale(int percent) {
    UiConfig config;
    config.text_scale_percent = percent;
    return config;
}

struct Bench {
    std::unique_ptr<Ui> ui;
    std::function<void(Ui &)> screen;
    double now = 1;
    glm::vec2 size{1280, 800};

    explicit Bench(std::function<void(Ui &)> drawn, UiConfig config = {})
        : screen(std::move(drawn)) {
        config.fonts = PALPATE_SHARE_DIR "/fonts";
        Result<std::unique_ptr<Ui>> made = Ui::create(config);
        REQUIRE(made.ok());
        ui = std::move(*made);
        frame();
    }

    void frame(const std::vector<InputEvent> &events = {}, double seconds = 1.0 / 60) {
        now += seconds;
        ui->begin(now, size, events);
        screen(*ui);
        ui->end();
    }
    void frames(double seconds) {
        for (const double end = now + seconds; now < end;)
            frame();
    }
    /// Until nothing moves; fails when that takes longer than five seconds.
    void settle() {
        const double end = now + 5;
        frame();
        while (ui->animating() && now < end)
            frame();
        REQUIRE_FALSE(ui->animating());
    }

    const Node &node(std::string_view name, std::optional<Role> role = {}) const {
        const Node *found = ui->tree().find(name, role);
        INFO(name << " in\n" << ui->tree().dump());
        REQUIRE(found != nullptr);
        return *found;
    }
    glm::vec2 at(std::string_view name) const { return node(name).visible.center(); }

    void tap(std::string_view name, PointerKind kind = PointerKind::touch) {
        frame(synthetic::tap(at(name), now, kind));
    }
    void key(Key key, bool control = false, bool shift = false) {
        frame(synthetic::press(key, now, control, shift));
    }
    void type(std::string_view words) { frame(synthetic::type(words, now)); }
};

inline std::vector<InputEvent> joined(std::vector<InputEvent> first,
                                      const std::vector<InputEvent> &second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

inline InputEvent pointer(PointerAction action, glm::vec2 position, double time_s,
                          std::int64_t id = 1, PointerKind kind = PointerKind::touch) {
    return {time_s, PointerEvent{action, kind, PointerButton::primary, id, position}};
}

} // namespace engine::ui::test
