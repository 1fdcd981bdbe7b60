#include "command_maker.hpp"

#include "base/uuid.hpp"
#include "model/session/document_names.hpp"
#include "model/session/merge.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace soak {

using namespace app;

namespace {

constexpr std::size_t many_marks = 12, many_exercises = 6;
constexpr std::int64_t first_ms = 1'795'190'400'000;
constexpr std::string_view therapist = "Tom Reyes, LMT (example)";

} // namespace

template <class Enum>
Enum CommandMaker::any() {
    return static_cast<Enum>(number(Names<Enum>::all.size()));
}

std::string CommandMaker::id() {
    const std::uint64_t first = random_(), second = random_();
    return engine::uuid7(time().unix_ms, first, second);
}

engine::Timestamp CommandMaker::time() {
    return {.unix_ms = first_ms + static_cast<std::int64_t>(++clock_) * 1000, .offset_minutes = 60};
}

std::string CommandMaker::area() {
    const auto areas = atlas_->areas();
    return areas[number(areas.size())].id;
}

/// Mostly short; what JSON has to escape, other alphabets, sometimes longer than a page of a disk.
std::string CommandMaker::words() {
    static constexpr std::array<std::string_view, 10> all{
        "uphill", "\"sharp\"", "worse\\better", "naïve",       "мягко",
        "筋肉",   "🏃",        "{\"a\": 1}",    "before noon", "ok"};
    const std::uint64_t count = one_in(50) ? 700 : 1 + number(6);
    std::string text;
    for (std::uint64_t i = 0; i < count; ++i)
        text += (i == 0 ? "" : " ") + std::string(all[number(all.size())]);
    return text;
}

Command CommandMaker::open_session() {
    OpenSession open;
    open.id = id();
    open.client = {.id = id(), .name = "Maya Lindgren (example)", .born = "", .example = true};
    open.appointment.start = time();
    open.practice = {.clinic = "Example clinic", .therapist = std::string(therapist)};
    return open;
}

Command CommandMaker::add_mark(const Document &document) {
    AddMark add{.id = id(), .area = area(), .regions = {}};
    add.channel = any<Channel>();
    add.author = document.stage == Stage::before ? Author::client : Author::therapist;
    add.phase = document.stage == Stage::before ? Phase::before : Phase::during;
    add.at = time();
    return add;
}

Command CommandMaker::about_mark(const Document &document) {
    const auto &marks = document.marks;
    if (marks.empty() || (marks.size() < many_marks && one_in(3)))
        return add_mark(document);
    const std::string which = marks[number(marks.size())].id;
    switch (number(9)) {
    case 0:
        return SetMarkLevel{which, static_cast<int>(number(11))};
    case 1:
        return SetMarkLevelAfter{which, static_cast<int>(number(11))};
    case 2:
        return SetMarkQuality{which, any<Quality>(), one_in(2)};
    case 3:
        return SetMarkSince{which, any<Since>()};
    case 4:
        return SetMarkNote{which, words()};
    case 5:
        return MirrorMark{which};
    case 6:
        return CopyMarkTo{which, id(), area(), time()};
    case 7:
        return SetMarkChannel{which, any<Channel>()};
    default:
        return RemoveMark{which};
    }
}

Command CommandMaker::about_plan(const Document &document) {
    if (document.plan.empty() || one_in(4))
        return AddFocus{area(), 1 + static_cast<int>(number(30))};
    const std::string which = document.plan[number(document.plan.size())].part;
    switch (number(5)) {
    case 0:
        return SetMinutes{which, 1 + static_cast<int>(number(30))};
    case 1:
        return SetFocusNote{which, words()};
    case 2:
        return RemoveFocus{which};
    case 3:
        return SetQuestion{words()};
    default:
        return SetNote{words()};
    }
}

Command CommandMaker::about_homework(const Document &document) {
    const auto &homework = document.homework;
    if (homework.empty() || (homework.size() < many_exercises && one_in(3)))
        return AddHomework{id(), "stretch_calf_straight", "Wall calf stretch", area(), Dose{}};
    const std::string which = homework[number(homework.size())].id;
    switch (number(3)) {
    case 0:
        return SetDose{which, Dose{.sets = 1 + static_cast<int>(number(10))}};
    case 1:
        return SetHomeworkNote{which, words()};
    default:
        return RemoveHomework{which};
    }
}

Command CommandMaker::about_client() {
    switch (number(7)) {
    case 0:
        return SetGoal{any<Goal>()};
    case 1:
        return SetPressure{1 + static_cast<int>(number(5))};
    case 2:
        return SetDiagnosis{{.words = words(), .by = "", .when = ""}};
    case 3:
        return SetAgreement{"data", words(), time()};
    case 4:
        return FinishMarking{one_in(2)};
    case 5:
        return SetExperience{any<Experience>()};
    default:
        return SetConsent{time()};
    }
}

/// What undo sends: one change there, and back.
Command CommandMaker::take_back(const Document &document) {
    const auto changed = update(document, SetNote{words()}, *atlas_);
    return Restore{difference(document, changed ? *changed : document)};
}

Command CommandMaker::sign() {
    return Sign{std::string(therapist), "204417 (example)", time()};
}

Command CommandMaker::next(const Document &document) {
    constexpr int attempts = 200;
    if (document.id.empty())
        return open_session();
    for (int i = 0; i < attempts; ++i) {
        Command command;
        if (document.stage == Stage::closed)
            command = Amend{id(), std::string(therapist), "", words(), time()};
        else if (one_in(250))
            command = sign();
        else if (const auto about = number(10); about < 5)
            command = about_mark(document);
        else if (about < 7)
            command = about_plan(document);
        else if (about < 8)
            command = about_homework(document);
        else if (about < 9)
            command = about_client();
        else
            command = take_back(document);
        if (update(document, command, *atlas_).ok())
            return command;
    }
    engine::check(false, "some command fits every session");
    return SetNote{};
}

} // namespace soak
