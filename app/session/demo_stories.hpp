/// What the invented clients of the demo clinic went through, as plain data.
#pragma once

#include "model/session/document.hpp"

#include <optional>
#include <string>
#include <vector>

namespace app {

struct StoryMark {
    std::string area;
    Channel channel = Channel::pain;
    std::optional<int> level, after;
    std::set<Quality> qualities;
    std::optional<Since> since;
    std::string note;
};

struct StoryFocus {
    std::string area;
    int minutes;
    std::string note;
};

struct StoryExercise {
    std::string exercise, area;
};

struct StoryVisit {
    std::vector<StoryMark> marks;
    std::vector<StoryFocus> focus;
    std::string note, question;
    std::vector<StoryExercise> homework;
    bool marked = true; ///< false: the client has still to mark
    bool closed = true;
};

struct Story {
    std::string name, born, room;
    int hour, minute; ///< of every appointment
    int minutes;
    SessionKind first_kind = SessionKind::first;
    std::vector<StoryVisit> visits; ///< oldest first; the last one is today
};

std::vector<Story> demo_stories();

} // namespace app
