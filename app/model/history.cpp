#include "model/history.hpp"

namespace app {

History::History(Document start) {
    steps_.push_back({std::move(start), {}});
}

void History::push(Document next, std::string coalesce) {
    if (next == now())
        return;
    steps_.resize(at_ + 1, steps_.front());
    ++revision_;
    if (!coalesce.empty() && steps_[at_].coalesce == coalesce) {
        steps_[at_].document = std::move(next);
        return;
    }
    steps_.push_back({std::move(next), std::move(coalesce)});
    ++at_;
}

void History::end_gesture() {
    steps_[at_].coalesce.clear();
}

void History::restart(Document start) {
    steps_.clear();
    steps_.push_back({std::move(start), {}});
    at_ = 0;
    ++revision_;
}

void History::forget_undone() {
    steps_.resize(at_ + 1, steps_.front());
}

void History::undo() {
    engine::check(can_undo(), "undo() needs can_undo()");
    --at_;
    ++revision_;
    end_gesture();
}

void History::redo() {
    engine::check(can_redo(), "redo() needs can_redo()");
    ++at_;
    ++revision_;
    end_gesture();
}

} // namespace app
