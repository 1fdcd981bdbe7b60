// The part of the Shell that keeps in step with the disk: what others do, and the session's file.

#include "shell/shell.hpp"

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
    const bool shelf = shows_shelf() && now_s >= shelf_due_s_ && look_at_shelf(now_s, wall);
    return session || shelf || wait_s(now_s) <= 0;
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
    const auto rests = rests_at_s();
    if (rests && now_s >= *rests) {
        workspace_->session().rest();
        return true;
    }
    if (!follows_session() || now_s < session_due_s_)
        return false;
    session_due_s_ = now_s + look_every_s;
    Session &session = workspace_->session();
    // What is half typed was begun without having seen what others write now: the two then meet as
    // two versions, and neither replaces the other unseen.
    const bool others = state_.typed.empty() && session.refresh();
    const bool was_saved = session.save_state().saved;
    if (was_saved && session.needs_save() && now_s - last_command_s_ >= save_after_s)
        session.save();
    return others || session.save_state().saved != was_saved;
}

} // namespace app
