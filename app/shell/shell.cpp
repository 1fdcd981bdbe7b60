#include "shell/shell.hpp"

#include "base/overloaded.hpp"
#include "base/uuid.hpp"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <utility>
#include <variant>
#include <vector>

namespace app {

using engine::Done;
using engine::Overloaded;

namespace {

/// Of all actions those that keep a client with the session; others need the PIN.
bool stays_sealed(const Action &action) {
    const auto *go_to = std::get_if<GoTo>(&action);
    return (go_to != nullptr && for_client(go_to->screen)) ||
           std::holds_alternative<Undo>(action) || std::holds_alternative<Redo>(action) ||
           std::holds_alternative<EndGesture>(action) ||
           std::holds_alternative<TrySaveAgain>(action) || std::holds_alternative<EnterPin>(action);
}

/// What the records have to answer before anything else of that kind begins.
bool waits(const Action &action) {
    return std::holds_alternative<OpenFromShelf>(action) ||
           std::holds_alternative<NewSession>(action) ||
           std::holds_alternative<LookAtClient>(action) ||
           std::holds_alternative<ExportClient>(action) ||
           std::holds_alternative<DeleteClient>(action) ||
           std::holds_alternative<WriteSummary>(action) ||
           std::holds_alternative<WriteHandout>(action) ||
           std::holds_alternative<WriteCalendar>(action) || std::holds_alternative<GoTo>(action) ||
           std::holds_alternative<EnterPin>(action) ||
           std::holds_alternative<ProtectRecords>(action);
}

/// What must not happen while the records of a client are written.
bool meets_export(const Action &action) {
    return std::holds_alternative<ExportClient>(action) ||
           std::holds_alternative<DeleteClient>(action) ||
           std::holds_alternative<ProtectRecords>(action);
}

bool lifts_finger(const engine::InputEvent &event) {
    const auto *pointer = std::get_if<engine::PointerEvent>(&event.what);
    return pointer != nullptr && pointer->action == engine::PointerAction::up;
}

bool lifts_key(const engine::InputEvent &event) {
    const auto *key = std::get_if<engine::KeyEvent>(&event.what);
    return key != nullptr && !key->down;
}

double seconds_to_midnight(engine::Timestamp now) {
    const engine::Calendar day = engine::calendar(now);
    return 86400 - (day.hour * 3600 + day.minute * 60 + day.second);
}

} // namespace

Shell::Shell(const Resources &resources, engine::ui::Ui &ui, Workspace &workspace, Seal &seal,
             Config config)
    : resources_(&resources),
      finders_{Finder(resources.atlas, resources.words(Language::english)),
               Finder(resources.atlas, resources.words(Language::spanish))},
      ui_(&ui),
      workspace_(&workspace),
      seal_(&seal),
      config_(std::move(config)) {
    if (seal_->sealed())
        come_up_sealed();
    else if (!seal_->problem().empty())
        state_.problem = seal_->problem();
}

const engine::ui::Tree &Shell::tree() const {
    return ui_->tree();
}

FrameResult Shell::frame(const FrameInput &input, Painter *painter) {
    changed_ = look_at_session(input.now_s);
    const bool was_covered = covered_;
    const bool pad_was_open = state_.pin.purpose != PinPad::Purpose::closed;
    const Notice seen = notice(input);
    closed_ = may_close_ || (seen.close && !seal_->sealed());
    ui_->begin(input.now_s, input.size, seen.idle ? decltype(input.events){} : input.events);
    if (seen.idle || seen.close)
        ui_->focus(0); // what was half typed is committed before it is out of sight
    const int width = static_cast<int>(input.size.x);
    const int height = static_cast<int>(input.size.y);
    BodyHook hook;
    if (painter != nullptr)
        hook = [&](const BodyFrame &body) { painter->body->draw(body, width, height); };

    if (turned_) // a hand that turned it in the last frame does not rest, however long that took
        view_.moved_by_hand_s = input.now_s;
    tell(resources_->body->show(shown_figure(document())));
    if (shows_shelf() && on_shelf_ != shelf_query(input.wall))
        look_at_shelf(input.now_s, input.wall);
    const bool open = workspace_->is_open();
    drawn_save_ = open ? workspace_->session().save_state() : nothing_open_;
    Out out;
    ScreenContext context{*ui_,
                          resources_->words(language()),
                          resources_->atlas,
                          finders_.at(language() == Language::spanish ? 1 : 0),
                          resources_->catalog,
                          resources_->health,
                          resources_->wording,
                          resources_->body->places(),
                          resources_->body->neighbours(),
                          resources_->body->paint(),
                          workspace_->document(),
                          workspace_->past(),
                          seal_->sealed() ? empty_shelf_ : workspace_->shelf(),
                          !workspace_->knows_shelf(),
                          seal_->sealed() ? no_client_ : workspace_->client(),
                          *seal_,
                          drawn_save_,
                          open && workspace_->session().can_undo(),
                          open && workspace_->session().can_redo(),
                          input.wall,
                          [&] { return new_id(input.wall); },
                          view_,
                          state_,
                          out,
                          painter != nullptr ? &hook : nullptr};
    draw(context);
    ui_->end();
    if (painter != nullptr)
        painter->interface->render(); // calls the hook where the screen put the body

    body_ = out.body;
    midnight_s_ = input.now_s + seconds_to_midnight(input.wall);
    carry_out(out, input, painter);
    if (!was_covered && !pad_was_open)
        keys();
    follow(seen, input.now_s);
    if (draw_next_ && painter != nullptr)
        std::exchange(draw_next_, {})(*painter);
    if (draw_next_ || (shows_shelf() && on_shelf_ != shelf_query(input.wall)))
        changed_ = true;
    return {changed_ || ui_->animating() || animating(view_, input.now_s), closed_, protect_};
}

double Shell::wait_s(double now_s) const {
    double due = std::min(ui_->wake_at_s().value_or(midnight_s_), midnight_s_);
    if (seal_->sealed() && !covered_)
        due = std::min(due, last_input_s_ + seal_->settings().idle_s);
    if (shows_shelf())
        due = std::min(due, shelf_due_s_);
    if (follows_session())
        due = std::min(due, session_due_s_);
    if (const auto rests = rests_at_s())
        due = std::min(due, *rests);
    return std::max(0.0, due - now_s);
}

void Shell::carry_out(const Out &out, const FrameInput &input, Painter *painter) {
    for (const Out::Step &step : out.commands) {
        tell(workspace_->session().dispatch(step.command, step.coalesce));
        last_command_s_ = input.now_s;
        changed_ = true;
    }
    const std::vector<engine::OrbitView> before = view_.own;
    for (const ViewAction &action : out.view) {
        view_ = apply(
            view_, action,
            {body_.figures, resources_->body->places(), input.now_s, ui_->config().reduce_motion});
        changed_ = true;
    }
    turned_ = !view_.flight && view_.own != before;
    for (const Action &action : out.actions) {
        act(action, input, painter);
        changed_ = true;
    }
    if (workspace_->is_open() && std::ranges::any_of(input.events, lifts_finger))
        workspace_->session().end_gesture();
    else if (workspace_->is_open() && std::ranges::any_of(input.events, lifts_key))
        workspace_->session().rest();
}

void Shell::act(const Action &action, const FrameInput &input, Painter *painter) {
    if (seal_->sealed() && !stays_sealed(action))
        return refuse(action);
    if (waiting_ && waits(action))
        return;
    if (!state_.exporting.empty() && meets_export(action))
        return;
    std::visit(
        Overloaded{
            [&](const GoTo &a) { go_to(a.screen); },
            [&](const OpenFromShelf &a) {
                if (for_client(a.screen))
                    return hand_over(action);
                await(workspace_->open(a.session_id), [this, screen = a.screen] { show(screen); });
            },
            [&](const NewSession &a) { new_session(a, input.wall); },
            [&](const LookAtClient &a) {
                await(workspace_->look_at(a.client), [this, client = a.client] {
                    state_.client = client;
                    state_.deleting_client = false;
                    state_.exported_to.clear();
                });
            },
            [&](const ExportClient &a) { export_all(a.client, input.wall, painter); },
            [&](const DeleteClient &a) { delete_for_good(a.client, input.wall); },
            [&](const Undo &) { tell(workspace_->session().undo()); },
            [&](const Redo &) { tell(workspace_->session().redo()); },
            [&](const EndGesture &) {},
            [&](const TrySaveAgain &) { workspace_->session().save(); },
            [&](const WriteSummary &a) { write_summary(a, input, painter); },
            [&](const WriteHandout &) { write_handout(input, painter); },
            [&](const WriteCalendar &) { write_calendar(input); },
            [&](const EnterPin &a) { enter_pin(a.pin, input); },
            [&](const ProtectRecords &a) { protect(a); },
            [&](const ChangeSettings &a) {
                seal_->change_settings(a.change).then([this](const engine::Result<Done> &result) {
                    changed_ = true;
                    tell(result);
                });
            },
            [&](const ChangePin &) { change_pin(); },
        },
        action);
}

void Shell::go_to(Screen screen) {
    if (seal_->sealed() && !for_client(screen))
        ask_for_pin(screen);
    else if (!seal_->sealed() && for_client(screen))
        hand_over(GoTo{screen});
    else
        show(screen);
}

void Shell::show(Screen screen) {
    if (screen == Screen::home && workspace_->is_open())
        workspace_->session().save(); // what is listed there is what the files hold
    view_ = {};
    state_.screen = screen;
    state_.problem.clear();
    state_.toast.clear();
    state_.exported_to.clear();
    state_.find_open = state_.figure_open = state_.new_session_open = false;
    state_.versions_open = state_.signing = state_.exercises_open = false;
    state_.painting = state_.eraser = state_.event_open = false;
    state_.copying.clear();
    state_.looked_at = {};
    state_.typed.clear();
    state_.client_filter.clear();
    state_.client.clear();
    state_.deleting_client = false;
    state_.shown_therapist.clear();
    state_.settings.therapist.clear();
    state_.settings.homework.clear();
    state_.clients_shown = UiState{}.clients_shown;
    state_.find_text.clear();
    state_.exercise_text.clear();
    state_.open_item.clear();
    state_.differ = state_.without_day3 = false;
    state_.treat = {};
    on_shelf_.reset();
}

// Shortcuts of the whole program, for keys that no widget took.
void Shell::keys() {
    if (!workspace_->is_open() || state_.screen == Screen::home)
        return; // nobody sees what would be undone
    for (const engine::KeyEvent &key : ui_->keys()) {
        if (!key.down || !key.control)
            continue;
        if (key.key == engine::Key::z && !key.shift)
            tell(workspace_->session().undo());
        else if (key.key == engine::Key::y || (key.key == engine::Key::z && key.shift))
            tell(workspace_->session().redo());
        else
            continue;
        changed_ = true;
    }
}

void Shell::tell(const engine::Result<Done> &result) {
    if (!result)
        state_.problem = result.error().message;
}

void Shell::await(Request<Done> request, std::function<void()> then) {
    waiting_ = true;
    std::move(request).then([this, then = std::move(then)](const engine::Result<Done> &result) {
        waiting_ = false;
        changed_ = true;
        tell(result);
        if (result)
            then();
    });
}

Language Shell::language() const {
    return for_client(state_.screen) ? language_of(document().language) : Language::english;
}

std::string Shell::new_id(engine::Timestamp now) {
    const std::uint64_t a = config_.random();
    return engine::uuid7(now.unix_ms, a, config_.random());
}

} // namespace app
