// The part of the Shell that keeps a handed-over tablet with its client.

#include "screens/frame/idle_cover.hpp"
#include "screens/frame/pin_pad.hpp"
#include "shell/shell.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>

namespace app {

namespace {

bool from_a_person(const engine::InputEvent &event) {
    return !std::holds_alternative<engine::ResizeEvent>(event.what) &&
           !std::holds_alternative<engine::CloseEvent>(event.what);
}

/// A finger that has left the screen, or a key.
bool wakes(const engine::InputEvent &event) {
    if (const auto *pointer = std::get_if<engine::PointerEvent>(&event.what))
        return pointer->action == engine::PointerAction::up;
    const auto *key = std::get_if<engine::KeyEvent>(&event.what);
    return key != nullptr && key->down;
}

} // namespace

Shell::Notice Shell::notice(const FrameInput &input) const {
    Notice seen;
    seen.person = std::ranges::any_of(input.events, from_a_person);
    seen.close = std::ranges::any_of(input.events, [](const auto &event) {
        return std::holds_alternative<engine::CloseEvent>(event.what);
    });
    const bool idle = input.now_s - last_input_s_ >= seal_->settings().idle_s;
    seen.idle = seal_->sealed() && !covered_ && idle;
    seen.wakes = covered_ && std::ranges::any_of(input.events, wakes);
    return seen;
}

void Shell::follow(const Notice &seen, double now_s) {
    if (seen.person && !seen.idle)
        last_input_s_ = now_s;
    const bool was_covered = covered_;
    if (seen.idle) {
        covered_ = true;
        state_.pin = {};
    }
    if (seen.wakes || seen.close || !seal_->sealed())
        covered_ = false;
    if (seen.close && seal_->sealed())
        ask_for_pin({});
    if (covered_ != was_covered) {
        state_.gestures = UiState{}.gestures; // a finger may have been down
        changed_ = true;
    }
}

void Shell::draw(ScreenContext &context) {
    if (seal_->sealed() && !for_client(state_.screen))
        state_.screen = Screen::welcome;
    if (seal_->sealed() && !workspace_->is_open())
        state_.pin.purpose = PinPad::Purpose::leave; // there is nothing else to show
    if (covered_)
        idle_cover(context);
    else if (state_.pin.purpose != PinPad::Purpose::closed)
        pin_pad(context);
    else
        draw_screen(context);
}

void Shell::come_up_sealed() {
    state_.screen = Screen::welcome;
    state_.problem.clear(); // it may speak of others
    after_pin_ = Screen::home;
    if (seal_->session().empty())
        return;
    workspace_->open(seal_->session()).then([this](const engine::Result<engine::Done> &opened) {
        if (opened)
            workspace_->session().begin_part();
        changed_ = true;
    });
}

void Shell::hand_over(const Action &action) {
    if (seal_->problem().empty() && !seal_->has_pin()) {
        state_.pin = {.purpose = PinPad::Purpose::choose};
        hand_over_ = action;
        return;
    }
    if (const auto *from = std::get_if<OpenFromShelf>(&action))
        await(workspace_->open(from->session_id),
              [this, screen = from->screen] { hand_over_open(screen); });
    else if (const auto *go_to = std::get_if<GoTo>(&action))
        hand_over_open(go_to->screen);
}

void Shell::hand_over_open(Screen screen) {
    if (!workspace_->is_open())
        return;
    await(seal_->hand_over(document().id), [this, screen] {
        workspace_->session().begin_part();
        show(screen);
    });
}

// Screens of the client ask for nothing but the way back; whatever else comes is dropped.
void Shell::refuse(const Action &action) {
    if (const auto *go_to = std::get_if<GoTo>(&action))
        ask_for_pin(go_to->screen);
}

void Shell::ask_for_pin(std::optional<Screen> then) {
    state_.pin = {.purpose = PinPad::Purpose::leave};
    after_pin_ = then;
    changed_ = true;
}

void Shell::enter_pin(const std::string &pin, const FrameInput &input) {
    switch (state_.pin.purpose) {
    case PinPad::Purpose::leave:
        return leave_sealed(pin, input);
    case PinPad::Purpose::choose:
        state_.pin = {.purpose = PinPad::Purpose::repeat, .first_time = pin};
        return;
    case PinPad::Purpose::repeat:
        return repeat_pin(pin);
    case PinPad::Purpose::closed:
        return;
    }
}

void Shell::leave_sealed(const std::string &pin, const FrameInput &input) {
    seal_->try_pin(pin, {input.now_s, input.wall}).then([this](const engine::Result<bool> &right) {
        changed_ = true;
        if (right && *right)
            return come_out();
        if (state_.pin.purpose != PinPad::Purpose::closed) // somebody still waits for the answer
            state_.pin = {.purpose = PinPad::Purpose::leave,
                          .problem = right ? std::string() : right.error().message};
    });
}

void Shell::come_out() {
    state_.pin = {};
    if (workspace_->is_open())
        workspace_->session().end_part();
    if (after_pin_)
        show(workspace_->is_open() ? *after_pin_ : Screen::home);
    else
        closed_ = may_close_ = true;
}

void Shell::repeat_pin(const std::string &pin) {
    const bool same = pin == state_.pin.first_time;
    state_.pin = {.purpose = PinPad::Purpose::choose, .wrong = !same};
    if (!same)
        return;
    seal_->choose_pin(pin).then([this](const engine::Result<engine::Done> &chosen) {
        changed_ = true;
        if (!chosen) {
            state_.pin.problem = chosen.error().message;
            return;
        }
        state_.pin = {};
        if (const auto waiting = std::exchange(hand_over_, {}))
            hand_over(*waiting);
    });
}

} // namespace app
