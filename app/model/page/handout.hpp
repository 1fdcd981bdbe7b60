/// The page that a client takes home: exercises with their doses, what to mind afterwards, when to
/// come again. Pure words; app/export turns them into a file. No level, no finding, no diagnosis.
#pragma once

#include "model/page/summary.hpp"

#include <span>

namespace app {

struct HandoutItem {
    int number = 0;    ///< 1.. as on the picture
    std::string name;  ///< "Wall calf stretch, knee straight"
    std::string place; ///< "Calf, your left, left side"; may be empty
    std::string dose;  ///< "2 × 30 s, once a day, 5 days a week, 4 weeks"
    std::string how;   ///< what to mind while doing it; may be empty
    std::string stop;  ///< when to stop
    std::string note;  ///< the therapist's words; may be empty
    int days_a_week = 7;
    std::vector<std::string> regions; ///< region ids, for the picture; may be empty
};

struct Handout {
    std::string title; ///< "Homework for Maya"
    std::string from;  ///< "Runners' Clinic, Tom Reyes, LMT, 20 November 2026"
    bool example = false;
    std::string begin; ///< "Begin with what is new on Monday 23 November ..."; may be empty
    std::vector<HandoutItem> items;
    std::vector<std::string> aftercare;
    std::string next_session; ///< "Next session: Friday 4 December, 17:00"; may be empty
    std::string call;         ///< "We ask how you are on 23 November 2026."; may be empty
    std::string client;       ///< the whole name, for the file's name only
};

/// `clinic_aftercare` is printed where the session has no lines of its own yet; `begin` is that of
/// new_exercises_begin(). `words` are English.
Handout handout(const Document &document, std::span<const std::string> clinic_aftercare,
                std::optional<engine::Timestamp> begin, const Atlas &atlas, const Phrases &words);

/// What summary_views() needs for pictures with the exercises' numbers.
Summary picture_rows(const Handout &handout);

} // namespace app
