// The part of the Shell that keeps in step with the disk: what others do, and the session's file.

#include "shell/shell.hpp"

#include <optional>
#include <utility>

namespace app {

namespace {

/// Others' marks appear while one looks; a look costs two calls of the system.
constexpr double look_every_s = 1.5;
/// Each command is safe at once; the session's file follows in the next pause.
constexpr double save_after_s = 2;
/// A finger that holds still.
constexpr double rest_s = 0.4;

} // namespace

bool Shell::is_due(double now_s, engine::Timestamp wall) {
    const bool session = look_at_session(now_s);
    const bool shelf = shows_shelf() && ((now_s >= shelf_due_s_ && look_at_shelf(now_s, wall)) ||
                                         std::exchange(shelf_news_, false));
    return changed_ || session || shelf || wait_s(now_s) <= 0; // changed_: by an answer
}

bool Shell::follows_session() const {
    return workspace_->is_open() && !covered_ && !shows_shelf();
}

std::optional<double> Shell::rests_at_s() const {
    if (workspace_->is_open() && workspace_->session().is_moving())
        return last_command_s_ + rest_s;
    return {};
}

bool Shell::look_at_session(double now_s) {
    if (!workspace_->is_open())
        return false;
    Session &session = workspace_->session();
    if (const auto rests = rests_at_s(); rests && now_s >= *rests)
        session.rest();
    const bool others = follows_session() && take_in_others(session, now_s);
    return others || session.save_state() != drawn_save_;
}

bool Shell::take_in_others(Session &session, double now_s) {
    const bool due = now_s >= session_due_s_;
    if (due)
        session_due_s_ = now_s + look_every_s;
    // What is half typed was begun without having seen what others write now: the two then meet as
    // two versions, and neither replaces the other unseen.
    const bool others = state_.typed.empty() && (due || session.has_news()) && session.refresh();
    if (due && session.save_state().saved && session.needs_save() &&
        now_s - last_command_s_ >= save_after_s)
        session.save();
    return others;
}

} // namespace app
