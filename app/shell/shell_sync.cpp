// The part of the Shell that keeps in step with the disk: what others do, and the session's file.

#include "shell/shell.hpp"

#include <algorithm>
#include <limits>

namespace app {

namespace {

/// Others' marks appear while one looks; a look costs two calls of the system.
constexpr double look_every_s = 1.5;
/// Each command is safe at once; the session's file follows when the hands rest.
constexpr double save_after_s = 2;

} // namespace

double Shell::look_wait_s(double now_s) const {
    if (!workspace_->is_open())
        return std::numeric_limits<double>::infinity();
    return std::max(0.0, next_look_s_ - now_s);
}

bool Shell::look_around(double now_s) {
    if (look_wait_s(now_s) > 0)
        return false;
    next_look_s_ = now_s + look_every_s;
    Session &session = workspace_->session();
    const bool others = session.refresh();
    const bool was_saved = session.save_state().saved;
    if (was_saved && session.needs_save() && now_s - last_command_s_ >= save_after_s)
        session.save();
    return others || session.save_state().saved != was_saved;
}

} // namespace app
