/// What is open on the screens and what is being typed: lost when the program ends.
#pragma once

#include "input/gesture.hpp"
#include "model/body/paint_stroke.hpp"
#include "model/session/document.hpp"
#include "screens/frame/view_state.hpp"

#include <map>

namespace app {

enum class Screen : std::uint8_t {
    home,
    welcome, ///< of the client, as are ...
    mark,
    questions,
    comfort,
    check,
    brief, ///< of the therapist, as are ...
    plan,
    treat,
    after,
    homework,
    close, ///< the note, day 3, the signature
    share,
    settings, ///< of the clinic; no session needs to be open
    day3,     ///< the call three days after a session
};

/// The screens that a client sees, in the client's language.
bool for_client(Screen screen);

/// Where badges of marks sit; worked out when the camera rests, kept while it moves.
struct BadgePlace {
    std::string mark;
    std::size_t figure;
    glm::vec3 point; ///< on the body, mm
    glm::vec2 badge; ///< window pixels
};
struct BadgeLayout {
    BodyFrame made_for;
    std::vector<BadgePlace> places;
};

/// Names of places around the figures: in plain words, or those of the profession.
enum class NameWords : std::uint8_t { none, plain, anatomical };
struct NameLabel {
    std::string words;
    engine::Rect rect;
    glm::vec2 start, anchor; ///< of the leader, window pixels
};
/// Worked out when the camera rests, as badges are.
struct NameLayout {
    std::uint32_t shape = 0; ///< of the body
    std::vector<Figure> figures;
    std::vector<engine::Rect> taken;
    NameWords words = NameWords::none;
    std::vector<NameLabel> labels;
};

/// The PIN pad: the way back to the therapist, or a new PIN, typed twice.
struct PinPad {
    enum class Purpose : std::uint8_t { closed, leave, choose, repeat };
    Purpose purpose = Purpose::closed;
    std::string digits;     ///< typed so far
    std::string first_time; ///< while the new PIN is repeated
    bool wrong = false;     ///< what was typed last
    std::string problem;    ///< why it could not be checked or kept
};

/// The brush in a hand, from the first finger down to the last one up.
struct BrushInHand {
    enum class State : std::uint8_t { resting, painting, turning };
    State state = State::resting;
    PaintStroke stroke;     ///< while painting
    std::size_t figure = 0; ///< that is painted on
    engine::PointerKind kind = engine::PointerKind::mouse;
    std::int64_t pointer = 0;
    double began_s = 0;
    glm::vec2 began{0, 0};
    bool left_slop = false; ///< has moved farther than a finger trembles
    int down = 0;           ///< pointers
    glm::vec2 at{0, 0};     ///< of a mouse or pen
};

/// Beside the clock of the treatment.
struct TreatState {
    std::string shown;         ///< part of the plan that the camera was sent to
    Place place;               ///< where the therapist feels now; empty: nowhere yet
    bool comfort_open = false; ///< the numbers 0 to 10
    bool details_open = false; ///< the sheet of techniques, structures and notes
    std::string eased;         ///< id of the last feedback that was answered by easing off
};

/// The pages of the settings.
enum class SettingsPage : std::uint8_t {
    clinic,
    therapists,
    session,
    guidance,
    texts,
    homework,
    consent,
    tablet,
    records,
};
struct SettingsState {
    SettingsPage page = SettingsPage::clinic;
    std::string therapist; ///< id of the profile that is edited; empty: their list
    std::string homework;  ///< the same of a homework item
    bool sure = false;     ///< whether to delete it was asked
};

/// What is open and what is being typed: lost when the program ends.
struct UiState {
    Screen screen = Screen::home;
    std::string toast;
    double toast_since_s = -100;
    bool note_open = false;
    bool find_open = false;
    int find_row = 0;         ///< of the results, for arrow keys
    bool figure_open = false; ///< the sheet "Your figure"
    bool new_session_open = false;
    bool ghost = true; ///< last session behind today's map
    std::string find_text, client_filter, new_name;
    std::string new_client;         ///< id of the one whose new session it is; empty: somebody new
    std::size_t clients_shown = 30; ///< on the home screen, at most
    std::string client;             ///< id of the one whose sheet is open ...
    bool deleting_client = false;   ///< ... and asks once more
    int new_minutes = 60;
    Practice new_practice;     ///< begins as in the last session
    std::string new_therapist; ///< id of the profile that was chosen
    Setting new_setting = Setting::clinic;
    std::string shown_therapist; ///< id of the profile whose card is open
    SettingsState settings;
    Channel last_channel = Channel::pain; ///< new marks begin with it
    bool marks_listed = false;            ///< with large words: the list in place of the map
    bool painting = false;                ///< the sheet of the brush
    int brush_size = 1;                   ///< of 0 fine, 1 medium, 2 broad
    bool eraser = false;
    std::string copying;      ///< id of the mark that is copied to every place that is tapped
    Place looked_at;          ///< after a long press: what lies there is shown
    bool event_open = false;  ///< the sheet of the race or long run ...
    int event_month = 0;      ///< ... and its page: months after this one
    std::string open_beneath; ///< focus area whose structures are shown
    std::string open_item;    ///< part of the plan whose note and order are shown
    TreatState treat;
    bool without_day3 = false;   ///< no call is wanted, whatever the signature would plan
    bool differ = false;         ///< the map shows where client and therapist agree and differ
    std::string open_exercise;   ///< homework item whose dose is being edited
    bool exercises_open = false; ///< the sheet of the whole catalogue ...
    std::string exercise_text;   ///< ... and what is searched in it
    std::map<std::string, std::string> typed; ///< text fields by name, until they are committed
    engine::GestureRecognizer gestures{{.long_press_s = 0.7}};
    BrushInHand brush;
    BadgeLayout badges;
    NameWords names = NameWords::none;
    NameLayout name_layout;
    std::size_t key_figure = 0; ///< where arrow keys walk
    PinPad pin;
    bool versions_open = false; ///< the sheet with two versions of a part
    bool signing = false;       ///< the sheet of the signature or of an amendment
    Practice signer;            ///< begins as in the session
    std::string amendment;
    std::string recovered; ///< what was found after a program that ended in the middle of its work
    std::string exported_to; ///< folder of the last summary files
    std::string exporting;   ///< client whose records are being written
    std::string problem;     ///< what went wrong last, in plain words; shown as a calm card
};

} // namespace app
