/// The words of a document's enumerations in files.
#pragma once

#include "model/session/document.hpp"
#include "model/text/names.hpp"

#include <array>
#include <string_view>

namespace app {

template <>
struct Names<Version> {
    static constexpr std::array<std::string_view, 3> all{"standing", "other", "both"};
};
template <>
struct Names<Channel> {
    static constexpr std::array<std::string_view, 3> all{"pain", "tight", "avoid"};
};
template <>
struct Names<Author> {
    static constexpr std::array<std::string_view, 2> all{"client", "therapist"};
};
template <>
struct Names<Phase> {
    static constexpr std::array<std::string_view, 4> all{"before", "during", "after", "follow_up"};
};
template <>
struct Names<Quality> {
    static constexpr std::array<std::string_view, 8> all{"ache", "sharp", "burning",   "tingling",
                                                         "numb", "cramp", "throbbing", "stiff"};
};
template <>
struct Names<Since> {
    static constexpr std::array<std::string_view, 4> all{"today", "this_week", "weeks", "months"};
};
template <>
struct Names<Trend> {
    static constexpr std::array<std::string_view, 4> all{"same", "better", "worse", "gone"};
};
template <>
struct Names<Goal> {
    static constexpr std::array<std::string_view, 4> all{"loosen_up", "recover", "sore_place",
                                                         "relax"};
};
template <>
struct Names<RunSoon> {
    static constexpr std::array<std::string_view, 4> all{"none", "this_weekend", "next_week",
                                                         "later"};
};
template <>
struct Names<EventKind> {
    static constexpr std::array<std::string_view, 2> all{"race", "long_run"};
};
template <>
struct Names<NextTraining> {
    static constexpr std::array<std::string_view, 4> all{"later_today", "tomorrow", "at_event",
                                                         "unknown"};
};
template <>
struct Names<Experience> {
    static constexpr std::array<std::string_view, 2> all{"first_time", "used_to_it"};
};
template <>
struct Names<Outcome> {
    static constexpr std::array<std::string_view, 2> all{"done", "skipped"};
};
template <>
struct Names<Said> {
    static constexpr std::array<std::string_view, 4> all{"too_much", "good", "more", "stop"};
};
template <>
struct Names<Temperature> {
    static constexpr std::array<std::string_view, 2> all{"cool", "warm"};
};
template <>
struct Names<Setting> {
    static constexpr std::array<std::string_view, 3> all{"clinic", "mobile", "telehealth"};
};
template <>
struct Names<HomeworkSide> {
    static constexpr std::array<std::string_view, 2> all{"left", "right"};
};
template <>
struct Names<FigureVariant> {
    static constexpr std::array<std::string_view, 3> all{"neutral", "female", "male"};
};
template <>
struct Names<SessionKind> {
    static constexpr std::array<std::string_view, 3> all{"regular", "recovery", "first"};
};
template <>
struct Names<Stage> {
    static constexpr std::array<std::string_view, 3> all{"before", "ready", "closed"};
};

} // namespace app
