#include "model/session/history.hpp"

#include "base/check.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace app {

void History::push(Document before, Document after, std::string coalesce) {
    if (before == after)
        return;
    forget_undone();
    // What others wrote in between is not this person's to take back.
    if (!coalesce.empty() && can_undo() && steps_.back().coalesce == coalesce &&
        steps_.back().step.after == before) {
        steps_.back().step.after = std::move(after);
        return;
    }
    steps_.push_back({{std::move(before), std::move(after)}, std::move(coalesce)});
    ++at_;
}

void History::end_gesture() {
    if (can_undo())
        steps_[at_ - 1].coalesce.clear();
}

void History::forget_undone() {
    steps_.erase(steps_.begin() + static_cast<std::ptrdiff_t>(at_), steps_.end());
}

void History::undo() {
    engine::check(can_undo(), "undo() needs can_undo()");
    --at_;
    end_gesture();
}

void History::redo() {
    engine::check(can_redo(), "redo() needs can_redo()");
    ++at_;
    end_gesture();
}

} // namespace app
