#include "session/session.hpp"

namespace app {

Session::Session(Document document, Store &store, const Atlas &atlas)
    : history_(std::move(document)), store_(&store), atlas_(&atlas) {}

engine::Result<engine::Done> Session::dispatch(const Command &command, std::string coalesce) {
    auto next = update(document(), command, *atlas_);
    if (!next)
        return next.error();
    if (document().id.empty()) {
        // There is no way back behind the opening: an undo to no session could not be saved.
        history_.restart(std::move(*next));
        opening_ = {command};
    } else if (*next == document()) {
        return engine::Done{};
    } else {
        const std::size_t before = history_.position();
        history_.push(std::move(*next), std::move(coalesce));
        const std::size_t steps = history_.position();
        const bool new_step = steps != before;
        commands_.resize(steps);
        if (new_step)
            commands_.back().clear();
        commands_.back().push_back(command);
    }
    save();
    return engine::Done{};
}

std::vector<Command> Session::log() const {
    std::vector<Command> log = opening_;
    for (std::size_t step = 0; step < history_.position(); ++step)
        log.insert(log.end(), commands_[step].begin(), commands_[step].end());
    return log;
}

void Session::begin_part() {
    history_.end_gesture();
    history_.forget_undone();
    part_begin_ = history_.position();
    commands_.resize(part_begin_);
}

void Session::undo() {
    if (!can_undo())
        return;
    history_.undo();
    save();
}

void Session::redo() {
    if (!can_redo())
        return;
    history_.redo();
    save();
}

void Session::save() {
    const auto saved = store_->save(document());
    save_state_ = saved ? SaveState{} : SaveState{.saved = false, .problem = saved.error().message};
}

} // namespace app
