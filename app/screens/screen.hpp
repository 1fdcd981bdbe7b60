/// What every screen gets and gives. A screen is one free function: it reads the document, draws
/// with widgets, keeps half-done typing in UiState, and emits commands and actions.
#pragma once

#include "input/gesture.hpp"
#include "model/body_paint.hpp"
#include "model/command.hpp"
#include "model/finder.hpp"
#include "model/health.hpp"
#include "model/homework_catalog.hpp"
#include "model/neighbours.hpp"
#include "model/phrases.hpp"
#include "screens/view_state.hpp"
#include "session/seal.hpp"
#include "session/session.hpp"
#include "ui/widgets.hpp"

#include <functional>
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
    after,
    homework,
    share,
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
    std::string problem;    ///< why it could not be told or kept
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
    int new_minutes = 60;
    Practice new_practice;                ///< begins as in the last session
    Channel last_channel = Channel::pain; ///< new marks begin with it
    bool marks_listed = false;            ///< with large words: the list in place of the map
    bool painting = false;                ///< the sheet of the brush
    int brush_size = 1;                   ///< of 0 fine, 1 medium, 2 broad
    bool eraser = false;
    std::string copying;       ///< id of the mark that is copied to every place that is tapped
    Place looked_at;           ///< after a long press: what lies there is shown
    bool event_open = false;   ///< the sheet of the race or long run ...
    int event_month = 0;       ///< ... and its page: months after this one
    std::string open_beneath;  ///< focus area whose structures are shown
    std::string open_exercise; ///< homework item whose dose is being edited
    std::map<std::string, std::string> typed; ///< text fields by name, until they are committed
    engine::GestureRecognizer gestures{{.long_press_s = 0.7}};
    BrushInHand brush;
    BadgeLayout badges;
    NameWords names = NameWords::none;
    NameLayout name_layout;
    std::size_t key_figure = 0; ///< where arrow keys walk
    PinPad pin;
    std::string exported_to; ///< folder of the last summary files
    std::string problem;     ///< what went wrong last, in plain words; shown as a calm card
};

struct GoTo {
    Screen screen;
};
/// Opens a session of the shelf and shows a screen.
struct OpenFromShelf {
    std::string session_id;
    Screen screen;
};
struct NewSession {
    std::string name;
    int minutes;
    Practice practice;
};
struct Undo {};
struct Redo {};
struct EndGesture {};
struct TrySaveAgain {};
struct WriteSummary {
    bool pdf = true, html = true, png = true;
};
/// The way back to the therapist, or a new PIN: what the pad is open for.
struct EnterPin {
    std::string pin;
};
using Action = std::variant<GoTo, OpenFromShelf, NewSession, Undo, Redo, EndGesture, TrySaveAgain,
                            WriteSummary, EnterPin>;

/// What a screen asks for. Nothing happens until the frame is over.
struct Out {
    struct Step {
        Command command;
        std::string coalesce; ///< see History::push
    };
    std::vector<Step> commands;
    std::vector<Action> actions;
    std::vector<ViewAction> view;
    BodyFrame body; ///< what the body renderer draws this frame; no figures: nothing

    void emit(Command command, std::string coalesce = {}) {
        commands.push_back({std::move(command), std::move(coalesce)});
    }
    void act(Action action) { actions.push_back(std::move(action)); }
};

/// Draws the body of Out into the window at this point of the draw list; set by the shell.
using BodyHook = std::function<void(const BodyFrame &)>;

struct ScreenContext {
    engine::ui::Ui &ui;
    const Phrases &words; ///< in the language of the person who reads this screen
    const Atlas &atlas;
    const Finder &finder; ///< searches that language
    const HomeworkCatalog &catalog;
    const HealthQuestions &health;
    const BodyPlaces &places;
    const Neighbours &neighbours;
    BodyPaint &paint;
    const Document &document;          ///< the open session; empty id: none
    const std::vector<Document> &past; ///< the client's earlier sessions, oldest first
    const Shelf &shelf;                ///< all sessions, for the home screen only
    const Seal &seal;
    const SaveState &save;
    bool can_undo, can_redo;
    engine::Timestamp now;
    std::function<std::string()> new_id; ///< UUIDv7
    const ViewState &view;
    UiState &state;
    Out &out;
    BodyHook *body_hook; ///< null in tests without GL
};

void home_screen(ScreenContext &c);
void welcome_screen(ScreenContext &c);
void mark_screen(ScreenContext &c);
void questions_screen(ScreenContext &c);
void comfort_screen(ScreenContext &c);
void check_screen(ScreenContext &c);
void brief_screen(ScreenContext &c);
void plan_screen(ScreenContext &c);
void after_screen(ScreenContext &c);
void homework_screen(ScreenContext &c);
void share_screen(ScreenContext &c);

/// How many questions of the questions screen are open.
int open_questions(const ScreenContext &c);

/// The screen that UiState names.
void draw_screen(ScreenContext &c);

} // namespace app
