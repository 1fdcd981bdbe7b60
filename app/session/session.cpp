#include "session/session.hpp"

#include "model/session/merge.hpp"

#include <memory>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Result;

Session::Session(std::unique_ptr<Record> record, const Atlas &atlas, Lane *lane)
    : outbox_(std::move(record), atlas, lane), atlas_(&atlas) {}

SaveState Session::save_state() const {
    return {outbox_.waiting() == 0 && outbox_.state().ok(), outbox_.state().sentence};
}

Result<Done> Session::dispatch(const Command &command, const std::string &coalesce) {
    auto next = update(document(), command, *atlas_);
    if (!next)
        return next.error();
    if (*next == document())
        return Done{};
    history_.push(document(), *next, coalesce);
    if (coalesce.empty())
        outbox_.send(command, std::move(*next));
    else
        outbox_.hold(command, std::move(*next), coalesce);
    return Done{};
}

Result<Done> Session::change_silently(const Command &command) {
    auto next = update(document(), command, *atlas_);
    if (!next)
        return next.error();
    if (*next != document())
        outbox_.send(command, std::move(*next));
    return Done{};
}

bool Session::can_undo() const {
    return history_.position() > part_begin_ && document().stage != Stage::closed;
}

bool Session::can_redo() const {
    return history_.can_redo() && document().stage != Stage::closed;
}

void Session::end_gesture() {
    history_.end_gesture();
    outbox_.release();
}

void Session::begin_part() {
    end_gesture();
    history_.forget_undone();
    part_begin_ = history_.position();
}

Result<Done> Session::restore(const Document &from, const Document &to) {
    return change_silently(Restore{difference(from, to)});
}

Result<Done> Session::undo() {
    if (!can_undo())
        return Done{};
    const History::Step &step = history_.to_undo();
    const auto restored = restore(step.after, step.before);
    if (restored)
        history_.undo();
    return restored;
}

Result<Done> Session::redo() {
    if (!can_redo())
        return Done{};
    const History::Step &step = history_.to_redo();
    const auto restored = restore(step.before, step.after);
    if (restored)
        history_.redo();
    return restored;
}

bool Session::refresh() {
    return outbox_.refresh();
}

void Session::save() {
    outbox_.save();
}

} // namespace app
