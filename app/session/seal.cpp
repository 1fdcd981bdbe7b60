#include "session/seal.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr double ms_a_second = 1000;

engine::Timestamp seconds_later(engine::Timestamp from, int seconds) {
    from.unix_ms += static_cast<std::int64_t>(seconds) * 1000;
    return from;
}

double left_of_wait(const TabletState &state, const engine::Timestamp &wall) {
    if (!state.wait_until)
        return 0;
    const auto left = static_cast<double>(state.wait_until->unix_ms - wall.unix_ms) / ms_a_second;
    return std::clamp(left, 0.0, static_cast<double>(wait_after(state.wrong_tries)));
}

} // namespace

Seal::Seal(const ClinicFiles &files, const PinLimits &limits, const ClockTimes &now)
    : files_(&files), limits_(limits) {
    auto state = load_tablet_state(*files_);
    if (state) {
        state_ = std::move(*state);
        sealed_ = !state_.sealed_session.empty();
        free_at_s_ = now.now_s + left_of_wait(state_, now.wall);
    } else {
        sealed_ = true;
        state_.wrong_tries = free_tries - 1; // nobody knows how many there were
    }
    auto settings = load_settings(*files_);
    if (settings)
        settings_ = std::move(*settings);
    else
        problem_ = settings.error().message;
    if (sealed_ && problem_.empty() && !has_pin())
        problem_ = "The clinic's settings (settings.json in the clinic's folder) hold no PIN, but "
                   "a client has the tablet. Put back a copy of the file.";
}

Result<Done> Seal::choose_pin(std::string_view pin) {
    if (!problem_.empty())
        return Error{problem_};
    auto hash = hash_pin(pin, limits_);
    if (!hash)
        return hash.error();
    ClinicSettings changed = settings_;
    changed.pin_hash = std::move(*hash);
    changed.example_pin = false;
    if (const auto saved = save_settings(*files_, changed); !saved)
        return saved;
    settings_ = std::move(changed);
    return Done{};
}

Result<Done> Seal::change_settings(const std::function<void(ClinicSettings &)> &change) {
    if (!problem_.empty())
        return Error{problem_};
    ClinicSettings changed = settings_;
    if (settings_saved_) { // another computer may have changed the file
        auto on_disk = load_settings(*files_);
        if (!on_disk)
            return on_disk.error();
        changed = std::move(*on_disk);
    }
    const ClinicSettings before = changed;
    change(changed);
    changed.pin_hash = before.pin_hash;
    changed.example_pin = before.example_pin;
    if (!can_be_read_back(changed))
        return Error{"The settings cannot hold that much. Shorten a text or delete what is no "
                     "longer used, then try again. The last change was not kept."};
    settings_ = std::move(changed);
    const auto saved = save_settings(*files_, settings_);
    settings_saved_ = saved.ok();
    return saved;
}

bool Seal::may_offer_protection() const {
    return problem_.empty() && !settings_.protection_asked && !files_->is_encrypted();
}

Result<Done> Seal::note_protection_asked() {
    if (!problem_.empty())
        return Error{problem_};
    ClinicSettings changed = settings_;
    changed.protection_asked = true;
    if (const auto saved = save_settings(*files_, changed); !saved)
        return saved;
    settings_ = std::move(changed);
    return Done{};
}

Result<Done> Seal::hand_over(const std::string &session_id) {
    if (!problem_.empty())
        return Error{problem_};
    engine::check(has_pin() && !sealed_, "a hand-over needs a PIN for the way back");
    TabletState changed = state_;
    changed.sealed_session = session_id;
    if (const auto saved = save_tablet_state(*files_, changed); !saved)
        return saved;
    state_ = std::move(changed);
    sealed_ = true;
    return Done{};
}

Result<bool> Seal::try_pin(std::string_view pin, const ClockTimes &now) {
    if (!problem_.empty())
        return Error{problem_};
    if (wait_s(now.now_s) > 0)
        return Error{"It is not time for the next try yet. Wait until the pad is free."};
    // Noted as wrong first: whoever ends the program before the answer has used up the try.
    TabletState tried = state_;
    ++tried.wrong_tries;
    const int wait = wait_after(tried.wrong_tries);
    tried.wait_until.reset();
    if (wait > 0)
        tried.wait_until = seconds_later(now.wall, wait);
    if (const auto saved = save_tablet_state(*files_, tried); !saved)
        return saved.error();
    state_ = tried;
    if (!is_right_pin(settings_.pin_hash, pin)) {
        free_at_s_ = now.now_s + wait;
        return false;
    }
    if (const auto saved = save_tablet_state(*files_, {}); !saved)
        return saved.error();
    state_ = {};
    sealed_ = false;
    free_at_s_ = 0;
    return true;
}

int Seal::tries_left() const {
    return std::max(1, free_tries - state_.wrong_tries);
}

double Seal::wait_s(double now_s) const {
    return std::max(0.0, free_at_s_ - now_s);
}

} // namespace app
