#include "session/seal.hpp"

#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

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

Seal::Seal(Store &store, const PinLimits &limits, const ClockTimes &now)
    : store_(&store), limits_(limits) {
    store.tablet().then(
        [this, now](Result<TabletState> tablet) { come_up(std::move(tablet), now); });
    store.settings().then(
        [this](Result<ClinicSettings> settings) { come_up(std::move(settings)); });
}

void Seal::come_up(Result<TabletState> tablet, const ClockTimes &now) {
    if (tablet) {
        state_ = std::move(*tablet);
        sealed_ = !state_.sealed_session.empty();
        free_at_s_ = now.now_s + left_of_wait(state_, now.wall);
    } else {
        state_.wrong_tries = free_tries - 1; // nobody knows how many there were
    }
}

void Seal::come_up(Result<ClinicSettings> settings) {
    if (settings)
        take(std::move(*settings));
    else
        problem_ = settings.error().message;
    if (sealed_ && problem_.empty() && !has_pin())
        problem_ = "The clinic's settings (settings.json in the clinic's folder) hold no PIN, but "
                   "a client has the tablet. Put back a copy of the file.";
}

void Seal::take(ClinicSettings kept) {
    kept_ = std::move(kept);
    settings_ = kept_;
    for (const Change &change : unsaved_)
        change.change(settings_);
}

Request<Done> Seal::choose_pin(const std::string &pin) {
    if (!problem_.empty())
        return Error{problem_};
    return mapped<Done>(store_->choose_pin(pin, limits_, false),
                        [this](Result<ClinicSettings> chosen) -> Result<Done> {
                            if (!chosen)
                                return chosen.error();
                            take(std::move(*chosen));
                            return Done{};
                        });
}

Request<Done> Seal::change_settings(const ChangeOfSettings &change) {
    if (!problem_.empty())
        return Error{problem_};
    const std::uint64_t number = ++changes_;
    unsaved_.push_back({number, change, false});
    std::vector<ChangeOfSettings> changes;
    for (Change &unsaved : unsaved_)
        if (!std::exchange(unsaved.asked, true))
            changes.push_back(unsaved.change);
    change(settings_);
    auto request = store_->change_settings([changes](ClinicSettings &settings) {
        for (const ChangeOfSettings &one : changes)
            one(settings);
    });
    return mapped<Done>(std::move(request), [this, number](Result<SettingsChange> answer) {
        return changed(number, std::move(answer));
    });
}

Result<Done> Seal::changed(std::uint64_t number, Result<SettingsChange> answer) {
    if (!answer) {
        drop(number);
        return answer.error();
    }
    const Committed &done = answer->done;
    if (done.outcome == CommitOutcome::refused) {
        drop(number);
    } else if (done.outcome == CommitOutcome::not_written) {
        for (Change &change : unsaved_)
            change.asked = change.asked && change.number > number;
    } else {
        std::erase_if(unsaved_, [&](const Change &change) { return change.number <= number; });
        take(std::move(answer->settings));
    }
    settings_saved_ =
        std::ranges::none_of(unsaved_, [](const Change &change) { return !change.asked; });
    return done.ok() ? Result<Done>(Done{}) : done.error();
}

/// Those before it wait for the next change.
void Seal::drop(std::uint64_t number) {
    std::erase_if(unsaved_, [&](const Change &change) { return change.number == number; });
    for (Change &change : unsaved_)
        change.asked = change.asked && change.number > number;
    take(std::move(kept_));
}

bool Seal::may_offer_protection() const {
    return problem_.empty() && !settings_.protection_asked && !is_encrypted();
}

Request<Done> Seal::note_protection_asked() {
    return change_settings([](ClinicSettings &settings) { settings.protection_asked = true; });
}

Request<Done> Seal::hand_over(const std::string &session_id) {
    if (!problem_.empty())
        return Error{problem_};
    engine::check(has_pin() && !sealed_, "a hand-over needs a PIN for the way back");
    TabletState changed = state_;
    changed.sealed_session = session_id;
    return mapped<Done>(store_->keep_tablet(changed), [this, changed](Result<Done> kept) {
        if (kept) {
            state_ = changed;
            sealed_ = true;
        }
        return kept;
    });
}

Request<bool> Seal::try_pin(const std::string &pin, const ClockTimes &now) {
    if (!problem_.empty())
        return Error{problem_};
    if (wait_s(now.now_s) > 0 || checking_)
        return Error{"It is not time for the next try yet. Wait until the pad is free."};
    TabletState state = state_;
    ++state.wrong_tries;
    const int wait = wait_after(state.wrong_tries);
    state.wait_until.reset();
    if (wait > 0)
        state.wait_until = seconds_later(now.wall, wait);
    checking_ = true;
    const double free_at_s = now.now_s + wait;
    return mapped<bool>(store_->try_pin(pin, state), [this, state, free_at_s](Result<bool> right) {
        return tried(state, free_at_s, std::move(right));
    });
}

Result<bool> Seal::tried(const TabletState &state, double free_at_s, Result<bool> answer) {
    checking_ = false;
    if (!answer)
        return answer;
    if (!*answer) {
        state_ = state;
        free_at_s_ = free_at_s;
        return false;
    }
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
