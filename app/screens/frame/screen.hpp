/// What every screen gets and gives. A screen is one free function: it reads the document, draws
/// with widgets, keeps half-done typing in UiState, and emits commands and actions.
#pragma once

#include "model/atlas/finder.hpp"
#include "model/body/body_paint.hpp"
#include "model/body/neighbours.hpp"
#include "model/guidance/health.hpp"
#include "model/guidance/wording.hpp"
#include "model/plan/homework_catalog.hpp"
#include "model/session/command.hpp"
#include "model/text/phrases.hpp"
#include "records/shelf.hpp"
#include "screens/frame/ui_state.hpp"
#include "session/seal.hpp"
#include "session/session.hpp"
#include "ui/widgets.hpp"

#include <functional>

namespace app {

struct GoTo {
    Screen screen;
};
/// Opens a session of the shelf and shows a screen.
struct OpenFromShelf {
    std::string session_id;
    Screen screen;
};
struct NewSession {
    std::string client; ///< id; empty: somebody new ...
    std::string name;   ///< ... of this name
    int minutes;
    Practice practice;
    Setting setting = Setting::clinic;
};
/// Reads what the client's sheet shows.
struct LookAtClient {
    std::string client;
};
/// All that is kept of a client, into a folder of its own.
struct ExportClient {
    std::string client;
};
struct DeleteClient {
    std::string client;
};
/// The answer to the offer of a passphrase for the records: now, or not.
struct ProtectRecords {
    bool now;
};
struct Undo {};
struct Redo {};
struct EndGesture {};
struct TrySaveAgain {};
struct WriteSummary {
    bool pdf = true, html = true, png = true;
};
/// The homework as a page for the client.
struct WriteHandout {};
/// The next session as a file for calendars.
struct WriteCalendar {};
/// The way back to the therapist, or a new PIN: what the pad is open for.
struct EnterPin {
    std::string pin;
};
/// The clinic's settings, at once and durable.
struct ChangeSettings {
    std::function<void(ClinicSettings &)> change;
};
/// Opens the pad for another PIN.
struct ChangePin {};
using Action =
    std::variant<GoTo, OpenFromShelf, NewSession, LookAtClient, ExportClient, DeleteClient, Undo,
                 Redo, EndGesture, TrySaveAgain, WriteSummary, WriteHandout, WriteCalendar,
                 EnterPin, ProtectRecords, ChangeSettings, ChangePin>;

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

    // Not inline: to compile for every screen what moves commands of any kind doubled its time.
    Out();
    ~Out();
    Out(const Out &) = delete;
    Out &operator=(const Out &) = delete;
    void emit(Command command, std::string coalesce = {});
    void act(Action action);
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
    const Wording &wording;
    const BodyPlaces &places;
    const Neighbours &neighbours;
    BodyPaint &paint;
    const Document &document;          ///< the open session; empty id: none
    const std::vector<Document> &past; ///< the client's earlier sessions, oldest first
    const Shelf &shelf;                ///< for the home screen only
    bool reads_shelf;                  ///< nobody knows yet what is on it
    const ClientHistory &client;       ///< whose sheet is open, for the home screen only
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
void treat_screen(ScreenContext &c);
void after_screen(ScreenContext &c);
void homework_screen(ScreenContext &c);
void close_screen(ScreenContext &c);
void share_screen(ScreenContext &c);
void settings_screen(ScreenContext &c);
void day3_screen(ScreenContext &c);

/// How many questions of the questions screen are open.
int open_questions(const ScreenContext &c);

/// The screen that UiState names.
void draw_screen(ScreenContext &c);

} // namespace app
