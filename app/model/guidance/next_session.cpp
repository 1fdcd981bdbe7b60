#include "model/guidance/next_session.hpp"

#include "model/guidance/race_times.hpp"
#include "model/session/event_day.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace app {

namespace {

constexpr int regular_days = 14; ///< S3
constexpr int rest_days = 2;     ///< no two sessions closer than this
constexpr int farthest_days = 120;

/// What the days to come are judged by.
class Course {
  public:
    Course(const Document &today, std::span<const Document> past, const GuidanceSettings &settings)
        : start_(today.appointment.start),
          settings_(settings),
          is_new_(is_new(today, past)),
          race_(ahead(EventKind::race, today, past)),
          long_run_(ahead(EventKind::long_run, today, past)) {}

    std::vector<SessionProposal> proposals() const {
        std::vector<SessionProposal> all;
        const auto add = [&](std::optional<int> day, const char *reason) {
            const auto near = [&](const SessionProposal &other) {
                return std::abs(other.at.unix_ms - slot(*day).unix_ms) < rest_days * 24 * hour_ms;
            };
            if (day && std::ranges::none_of(all, near))
                all.push_back({slot(*day), reason});
        };
        add(before_race(), is_new_ ? "Well before the race, as massage is new to the client"
                                   : "Before the race, clear of its last two days");
        add(after_race(), "A day or two after the race, to recover");
        add(after_long_run(), "Right after the long run");
        add(regular(), "Two weeks from today, the regular plan");
        return all;
    }

  private:
    static bool is_new(const Document &today, std::span<const Document> past) {
        return past.empty() && today.intake.experience != Experience::used_to_it;
    }
    static const Event *ahead(EventKind kind, const Document &today,
                              std::span<const Document> past) {
        const auto nearest = events_around(kind, today, past, today.appointment.start).ahead;
        return nearest ? nearest->event : nullptr;
    }

    engine::Timestamp slot(int day) const { return days_later(start_, day); }

    /// From the slot until the race, at least; negative: the slot is after it.
    std::int64_t until_race_ms(int day) const {
        std::int64_t begin = race_->start.unix_ms;
        if (!race_->hour_known) { // it may begin as early as midnight
            const engine::Calendar clock = engine::calendar(race_->start);
            begin -= clock.hour * hour_ms + clock.minute * (hour_ms / 60);
        }
        return begin - slot(day).unix_ms;
    }

    template <class Fits>
    static std::optional<int> first_day(int from, Fits fits) {
        for (int day = from; day <= farthest_days; ++day)
            if (fits(day))
                return day;
        return std::nullopt;
    }

    /// The latest day of the window that leaves a day's room, so that it can still be moved.
    std::optional<int> before_race() const {
        if (race_ == nullptr)
            return std::nullopt;
        const int until_h = is_new_ ? settings_.new_client_clear_h : settings_.pre_race_until_h;
        const std::int64_t room = is_new_ ? 0 : 24 * hour_ms;
        for (int day = farthest_days; day >= rest_days; --day) {
            const std::int64_t left = until_race_ms(day);
            const bool early_enough = left >= until_h * hour_ms + room;
            const bool late_enough = is_new_ || left <= settings_.pre_race_from_h * hour_ms;
            if (early_enough && late_enough)
                return day;
        }
        return std::nullopt;
    }

    std::optional<int> after_race() const {
        if (race_ == nullptr)
            return std::nullopt;
        return first_day(1, [&](int day) {
            const std::int64_t since = slot(day).unix_ms - race_->start.unix_ms;
            return since >= settings_.recovery_from_h * hour_ms &&
                   since <= settings_.recovery_until_h * hour_ms;
        });
    }

    std::optional<int> after_long_run() const {
        constexpr std::int64_t run_h = 4;
        if (long_run_ == nullptr)
            return std::nullopt;
        return first_day(1, [&](int day) {
            return slot(day).unix_ms >= long_run_->start.unix_ms + run_h * hour_ms &&
                   !too_near_a_race(day);
        });
    }

    std::optional<int> regular() const {
        return first_day(regular_days, [&](int day) { return !too_near_a_race(day); });
    }

    bool too_near_a_race(int day) const {
        if (race_ == nullptr)
            return false;
        const std::int64_t left = until_race_ms(day);
        const int until_h = is_new_ ? settings_.new_client_clear_h : settings_.pre_race_until_h;
        const std::int64_t since = slot(day).unix_ms - race_->start.unix_ms;
        return left < until_h * hour_ms && since < settings_.recovery_from_h * hour_ms;
    }

    engine::Timestamp start_;
    const GuidanceSettings &settings_;
    bool is_new_;
    const Event *race_, *long_run_; ///< the next ones; null: none is known
};

} // namespace

std::vector<SessionProposal> next_sessions(const Document &today, std::span<const Document> past,
                                           const GuidanceSettings &settings,
                                           engine::Timestamp now) {
    constexpr std::size_t most = 3;
    auto all = Course(today, past, settings).proposals();
    std::erase_if(
        all, [&](const SessionProposal &proposal) { return proposal.at.unix_ms <= now.unix_ms; });
    std::ranges::sort(all, {}, [](const SessionProposal &proposal) { return proposal.at.unix_ms; });
    all.resize(std::min(all.size(), most));
    return all;
}

} // namespace app
