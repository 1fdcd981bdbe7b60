/// Days of the calendar around an appointment: when "this weekend" is, and the pages of a month.
#pragma once

#include "model/session/intake.hpp"

namespace app {

/// The day that "this weekend", "next week" and "later" begin with, at 9 in the morning: the Sunday
/// of this weekend (today when it is one), the Sunday after it, the one four weeks on.
engine::Timestamp likely_day(RunSoon when, engine::Timestamp today);

/// The same time of day, so many days later.
engine::Timestamp days_later(engine::Timestamp time, int days);
/// "2026-11-20", the day in the time's own offset.
std::string iso_day(engine::Timestamp time);
/// Midnight at the beginning of the month that is so many months after that of `time`.
engine::Timestamp month_of(engine::Timestamp time, int months_later);
int days_in_month(engine::Timestamp month);
/// -1, 0, 1: whether the day of `a` lies before, is or lies after that of `b`.
int compare_days(engine::Timestamp a, engine::Timestamp b);

} // namespace app
