#include "session/demo_stories.hpp"

#include <set>
#include <utility>
#include <vector>

namespace app {

namespace {

using enum Quality;

constexpr const char *calf = "lower_leg_calf.l";
constexpr const char *achilles = "lower_leg_achilles.l";
constexpr const char *shin = "lower_leg_shin.r";
constexpr const char *right_hamstrings = "thigh_hamstrings.r";
constexpr const char *left_hamstrings = "thigh_hamstrings.l";
constexpr const char *shoulder_top = "shoulder_top_of_shoulder.r";
constexpr const char *neck_side = "neck_side_and_back_of_neck.r";
constexpr const char *skull = "neck_base_of_skull.r";
constexpr const char *blades = "upper_mid_back_between_shoulder_blades.r";
constexpr const char *forearm = "elbow_forearm_forearm.r";
constexpr const char *low_back_left = "lower_back_pelvis_low_back.l";
constexpr const char *low_back_right = "lower_back_pelvis_low_back.r";
constexpr const char *hip_flexors = "abdomen_deep_hip_flexors.l";
constexpr const char *buttock = "hip_buttock_deep_buttock.l";

StoryMark pain(const char *area, int level, int after, std::set<Quality> qualities, Since since,
               const char *note = "") {
    return {area, Channel::pain, level, after, std::move(qualities), since, note};
}

StoryMark tight(const char *area, int level, int after, Since since, const char *note = "") {
    return {area, Channel::tight, level, after, {}, since, note};
}

StoryMark avoid(const char *area, const char *note) {
    return {area, Channel::avoid, {}, {}, {}, {}, note};
}

/// Today, before the client has held the tablet.
StoryVisit still_to_mark() {
    StoryVisit visit;
    visit.marked = visit.closed = false;
    return visit;
}

/// A runner whose calf calms down while the weekly distance goes up.
Story runner() {
    Story story{.name = "Maya Lindgren (example)",
                .born = "1992-03-14",
                .room = "2",
                .hour = 17,
                .minute = 0,
                .minutes = 60,
                .first_kind = SessionKind::first,
                .visits = {}};
    story.visits = {
        {.marks = {pain(calf, 7, 5, {sharp, cramp}, Since::this_week, "since the hill repeats"),
                   tight(right_hamstrings, 7, 6, Since::weeks)},
         .focus = {{calf, 15, "light pressure, knee bent"}, {right_hamstrings, 12, ""}},
         .note = "Calf guarded, eased with slow strokes. Did not press into the sore middle.",
         .question = "",
         .homework = {{"stretch_calf_bent", calf}, {"load_cut_back", calf}}},
        {.marks = {pain(calf, 6, 4, {ache, cramp}, Since::weeks, "first steps in the morning"),
                   tight(right_hamstrings, 7, 4, Since::weeks, "on long runs")},
         .focus = {{calf, 14, "pressure 2"}, {right_hamstrings, 14, "pressure 3"}},
         .note = "Maya ran three times, all easy. Hamstrings moved further after the session.",
         .question = "",
         .homework = {{"stretch_calf_straight", calf},
                      {"stretch_hamstring_strap", right_hamstrings}}},
        {.marks = {pain(calf, 5, 3, {ache}, Since::weeks),
                   tight(right_hamstrings, 6, 4, Since::weeks),
                   tight(achilles, 3, 2, Since::this_week)},
         .focus = {{calf, 12, "pressure 2 to 3"}, {right_hamstrings, 12, ""}, {achilles, 6, ""}},
         .note = "Less guarding. Ankle bends more freely after the session.",
         .question = "",
         .homework = {{"mob_ankle_knee_to_wall", calf},
                      {"stretch_hamstring_strap", right_hamstrings}}},
        {.marks = {pain(calf, 5, 3, {ache}, Since::weeks, "after 15 km"),
                   tight(right_hamstrings, 5, 3, Since::weeks)},
         .focus = {{calf, 14, "pressure 3"}, {right_hamstrings, 12, "pressure 3"}},
         .note = "Longest run now 18 km. Calf is sore at the end of it, fine the next morning.",
         .question = "",
         .homework = {{"stretch_calf_straight", calf}, {"roll_calf", calf}}},
        {.marks = {pain(calf, 4, 2, {ache}, Since::weeks),
                   tight(right_hamstrings, 5, 2, Since::weeks),
                   avoid(shin, "bruise from the stairs")},
         .focus = {{calf, 12, "pressure 2 to 3"}, {right_hamstrings, 14, "pressure 3"}},
         .note = "Good two weeks. Asked to keep the hill repeats out for now.",
         .question = "Is it time to bring the hill repeats back, and how many a week?",
         .homework = {{"stretch_calf_straight", calf},
                      {"stretch_hamstring_strap", right_hamstrings}}},
        still_to_mark()};
    return story;
}

/// Long days at a desk: shoulder and neck, better with breaks, worse in a week of deadlines.
Story desk_worker() {
    Story story{.name = "Jonas Weber (example)",
                .born = "1985-11-02",
                .room = "1",
                .hour = 15,
                .minute = 30,
                .minutes = 45,
                .first_kind = SessionKind::first,
                .visits = {}};
    story.visits = {
        {.marks = {pain(shoulder_top, 6, 4, {ache, burning}, Since::months, "by the afternoon"),
                   tight(neck_side, 7, 5, Since::months, "turning to the right")},
         .focus = {{shoulder_top, 12, "sitting, light pressure"}, {neck_side, 8, ""}},
         .note = "First massage ever. Pressure 2 was enough, asked often.",
         .question = "",
         .homework = {{"stretch_upper_trap", shoulder_top}, {"mob_neck_turns", neck_side}}},
        {.marks = {pain(shoulder_top, 6, 3, {ache}, Since::months),
                   tight(neck_side, 6, 4, Since::months),
                   pain(skull, 4, 2, {throbbing}, Since::this_week, "after long calls")},
         .focus = {{shoulder_top, 12, ""}, {neck_side, 8, ""}, {skull, 5, "holding only"}},
         .note = "Works eight hours without a break. Agreed on a walk at noon.",
         .question = "",
         .homework = {{"stretch_upper_trap", shoulder_top}, {"ball_suboccipital", skull}}},
        {.marks = {pain(shoulder_top, 5, 3, {ache}, Since::weeks),
                   tight(neck_side, 5, 3, Since::weeks)},
         .focus = {{shoulder_top, 14, "pressure 3"}, {neck_side, 8, ""}},
         .note = "Walks at noon on four days of five. Turns further to the right.",
         .question = "",
         .homework = {{"stretch_levator", neck_side}, {"ball_upper_trap_wall", shoulder_top}}},
        {.marks = {pain(shoulder_top, 3, 1, {ache}, Since::weeks),
                   tight(neck_side, 4, 2, Since::weeks), tight(blades, 4, 2, Since::this_week)},
         .focus = {{shoulder_top, 10, ""}, {neck_side, 6, ""}, {blades, 10, "pressure 3"}},
         .note = "New chair. The place between the shoulder blades is new.",
         .question = "",
         .homework = {{"mob_open_book", blades}, {"stretch_levator", neck_side}}},
        {.marks = {pain(shoulder_top, 3, 2, {ache}, Since::weeks),
                   tight(blades, 3, 1, Since::weeks)},
         .focus = {{shoulder_top, 12, ""}, {blades, 12, ""}},
         .note = "Steady. Deadline in ten days, so we kept the homework short.",
         .question = "",
         .homework = {{"stretch_upper_trap", shoulder_top}}},
        {.marks = {{shoulder_top,
                    Channel::pain,
                    6,
                    {},
                    {ache, stiff},
                    Since::this_week,
                    "deadline week, no walks"},
                   {neck_side, Channel::tight, 5, {}, {}, Since::this_week, ""},
                   {forearm, Channel::avoid, {}, {}, {}, {}, "scraped on the door"}},
         .focus = {},
         .note = "",
         .question = "",
         .homework = {},
         .marked = true,
         .closed = false}};
    return story;
}

/// A triathlete: low back from the bike position, hamstrings from the track.
Story triathlete() {
    Story story{.name = "Aisha Noor (example)",
                .born = "1998-06-27",
                .room = "2",
                .hour = 18,
                .minute = 15,
                .minutes = 60,
                .first_kind = SessionKind::regular,
                .visits = {}};
    story.visits = {
        {.marks = {pain(low_back_left, 5, 3, {ache, stiff}, Since::weeks,
                        "after two hours of bike"),
                   tight(left_hamstrings, 6, 4, Since::weeks)},
         .focus = {{low_back_left, 14, ""}, {left_hamstrings, 14, "pressure 3"}},
         .note = "Long on the new bike. Sat forward with a round back on the table as well.",
         .question = "",
         .homework = {{"mob_cat_cow", low_back_left},
                      {"stretch_hamstring_strap", left_hamstrings}}},
        {.marks = {pain(low_back_left, 5, 3, {ache}, Since::weeks),
                   tight(left_hamstrings, 6, 3, Since::weeks),
                   tight(hip_flexors, 5, 3, Since::weeks)},
         .focus = {{low_back_left, 12, ""}, {left_hamstrings, 12, ""}, {hip_flexors, 8, "slow"}},
         .note = "Handlebar raised by two centimetres. Hips open further after the session.",
         .question = "",
         .homework = {{"stretch_hip_flexor_lunge", hip_flexors}, {"mob_cat_cow", low_back_left}}},
        {.marks = {pain(low_back_left, 3, 2, {stiff}, Since::weeks),
                   pain(low_back_right, 2, 1, {stiff}, Since::this_week),
                   tight(left_hamstrings, 5, 3, Since::weeks)},
         .focus = {{low_back_left, 10, ""}, {low_back_right, 8, ""}, {left_hamstrings, 12, ""}},
         .note = "Three-hour ride without a stop for the first time.",
         .question = "",
         .homework = {{"stretch_ql_side_bend", low_back_left},
                      {"roll_hamstrings", left_hamstrings}}},
        {.marks = {pain(low_back_left, 2, 1, {stiff}, Since::weeks),
                   tight(left_hamstrings, 7, 4, Since::this_week, "track intervals on Tuesday")},
         .focus = {{left_hamstrings, 18, "pressure 2, no stretch to the end"},
                   {low_back_left, 8, ""}},
         .note = "Hamstring tight from the sit bone down. Suggested easy runs only for ten days.",
         .question = "Please look at the left hamstring before speed work goes on.",
         .homework = {{"roll_glutes_ball", buttock}, {"roll_hamstrings", left_hamstrings}}},
        {.marks = {pain(low_back_left, 2, 1, {stiff}, Since::weeks),
                   tight(left_hamstrings, 4, 2, Since::weeks),
                   tight(buttock, 4, 3, Since::this_week)},
         .focus = {{left_hamstrings, 14, "pressure 3"}, {buttock, 10, ""}, {low_back_left, 6, ""}},
         .note = "Easy runs helped. Race in five weeks, swim and bike go well.",
         .question = "",
         .homework = {{"stretch_figure_four", buttock},
                      {"stretch_hamstring_strap", left_hamstrings}}},
        still_to_mark()};
    return story;
}

} // namespace

std::vector<Story> demo_stories() {
    return {runner(), desk_worker(), triathlete()};
}

} // namespace app
