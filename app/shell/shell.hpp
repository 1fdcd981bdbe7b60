/// One frame of the program: input in, screen drawn, commands carried out. The window's loop, the
/// tests, the recorded demo and the screen pictures all call the same frame().
#pragma once

#include "screens/frame/screen.hpp"
#include "shell/painter.hpp"
#include "shell/workspace.hpp"

namespace app {

class ClientExport;

struct FrameInput {
    double now_s = 0;          ///< monotonic
    engine::Timestamp wall;    ///< of the same moment
    glm::vec2 size{1280, 800}; ///< window pixels
    std::span<const engine::InputEvent> events;
};

struct FrameResult {
    bool again = false;   ///< something moves or has changed: draw the next frame at once
    bool closed = false;  ///< the window was closed
    bool protect = false; ///< the records get a passphrase: close the clinic and let a Gate ask
};

class Shell {
  public:
    struct Config {
        std::filesystem::path summaries;       ///< folder for exported summaries
        std::function<std::uint64_t()> random; ///< for ids
        std::string recovered;                 ///< what was found at the start, in words
    };

    /// While the seal holds, only the session that is handed over can be reached; a Shell that
    /// begins sealed shows it.
    Shell(const Resources &resources, engine::ui::Ui &ui, Workspace &workspace, Seal &seal,
          Config config);

    /// `painter` may be null: then nothing is drawn, all else is the same.
    FrameResult frame(const FrameInput &input, Painter *painter);

    /// Seconds until a frame is due though nobody does anything (a toast ends, a day begins).
    double wait_s(double now_s) const;
    /// When that time is over: looks what others did in the folder, and brings the session's file
    /// up to date. False: there is nothing to draw.
    bool is_due(double now_s, engine::Timestamp wall);

    const Document &document() const { return workspace_->document(); }
    const ViewState &view() const { return view_; }
    const UiState &ui_state() const { return state_; }
    /// The figures of the last frame, for tests that tap on the body.
    const BodyFrame &body() const { return body_; }
    const engine::ui::Tree &tree() const;
    /// As a button that leads there: sealed, the PIN pad comes first.
    void go_to(Screen screen);

  private:
    // shell_seal.cpp
    struct Notice {
        bool person = false; ///< somebody is there
        bool idle = false;   ///< it is time for the cover
        bool wakes = false;  ///< and for its end
        bool close = false;
    };
    Notice notice(const FrameInput &input) const;
    void follow(const Notice &seen, double now_s);
    void draw(ScreenContext &context);
    void come_up_sealed();
    void hand_over(const Action &action);
    void hand_over_open(Screen screen);
    void refuse(const Action &action);
    void ask_for_pin(std::optional<Screen> then);
    void enter_pin(const std::string &pin, const FrameInput &input);
    void leave_sealed(const std::string &pin, const FrameInput &input);
    void come_out();
    void repeat_pin(const std::string &pin);

    void protect(const ProtectRecords &answer); // shell_vault.cpp
    void change_pin();                          // shell_settings.cpp
    void carry_out(const Out &out, const FrameInput &input, Painter *painter);
    void act(const Action &action, const FrameInput &input, Painter *painter);
    void write_summary(const WriteSummary &what, const FrameInput &input, Painter *painter);
    void write_handout(const FrameInput &input, Painter *painter);
    void write_calendar(const FrameInput &input);
    /// Notes in the audit log what leaves, then writes it, and says where it is or what went wrong.
    void write_noted(std::string_view what, std::function<engine::Result<engine::Done>()> write);
    void show(Screen screen);
    void keys();

    // shell_sync.cpp
    bool follows_session() const;
    bool look_at_session(double now_s);
    bool take_in_others(Session &session, double now_s);
    /// When a gesture rests, if one goes on.
    std::optional<double> rests_at_s() const;
    // shell_clients.cpp
    bool shows_shelf() const;
    ShelfQuery shelf_query(engine::Timestamp now) const;
    bool look_at_shelf(double now_s, engine::Timestamp now);
    void new_session(const NewSession &what, engine::Timestamp now);
    void begin_session(const NewSession &what, ClientRef client, engine::Timestamp now);
    void export_all(const std::string &client_id, engine::Timestamp now, const Painter *painter);
    void write_next(const std::shared_ptr<ClientExport> &files);
    void publish(const std::shared_ptr<ClientExport> &files);
    /// The next step of an export, or its end.
    void export_step(Request<engine::Done> step, std::function<void()> then);
    void delete_for_good(const std::string &client_id, engine::Timestamp now);
    void tell(const engine::Result<engine::Done> &result);
    /// Tells what went wrong, or calls `then`; until then the program takes no other action that
    /// waits.
    void await(Request<engine::Done> request, std::function<void()> then);
    std::string new_id(engine::Timestamp now);
    Language language() const; ///< of the person who reads the screen

    const Resources *resources_;
    std::array<Finder, 2> finders_; ///< English, also for the pseudo language; Spanish
    engine::ui::Ui *ui_;
    Workspace *workspace_;
    Seal *seal_;
    Config config_;
    ViewState view_;
    UiState state_;
    BodyFrame body_;
    SaveState drawn_save_;            ///< of the last frame
    SaveState nothing_open_;          ///< what the pill says while no session is open
    const Shelf empty_shelf_;         ///< for screens of a client, as is ...
    const ClientHistory no_client_;   ///< ... this
    std::optional<Screen> after_pin_; ///< where the right PIN leads; none: to the program's end
    std::optional<Action> hand_over_; ///< that waits until a PIN is chosen
    double last_input_s_ = 0;
    double last_command_s_ = 0;
    double session_due_s_ = 0;           ///< when others may have changed the open session
    bool covered_ = false;               ///< nobody has touched a handed-over tablet for a while
    bool protect_ = false;               ///< a passphrase is asked for
    bool may_close_ = false;             ///< the right PIN was for the program's end
    bool closed_ = false;                ///< the program may end
    bool waiting_ = false;               ///< the records have been asked, and have not answered
    bool changed_ = false;               ///< during this frame
    bool turned_ = false;                ///< the body, by hand, during the last frame
    std::optional<ShelfQuery> on_shelf_; ///< none: it must be asked for anew
    bool shelf_news_ = false;            ///< it is another one than was drawn
    double shelf_due_s_ = 0;             ///< when others may have changed it
    std::function<void(Painter &)> draw_next_; ///< after this frame: the pictures of an export
    double midnight_s_ = 0;                    ///< when the date on the screen changes
};

} // namespace app
