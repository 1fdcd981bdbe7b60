#include "session/session.hpp"

#include "model/session/merge.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Result;

Session::Session(std::unique_ptr<Record> record, const Atlas &atlas)
    : record_(std::move(record)), atlas_(&atlas), document_(record_->document()) {}

Session::~Session() {
    if (needs_save())
        save();
}

Result<Done> Session::dispatch(const Command &command, std::string coalesce) {
    auto next = update(document_, command, *atlas_);
    if (!next)
        return next.error();
    if (*next == document_)
        return Done{};
    history_.push(document_, *next, std::move(coalesce));
    document_ = std::move(*next);
    pending_.push_back(command);
    write_pending();
    return Done{};
}

void Session::write_pending() {
    std::size_t written = 0;
    Result<Done> last = Done{};
    while (last && written < pending_.size())
        if (last = record_->commit(pending_[written]); last)
            ++written;
    pending_.erase(pending_.begin(), pending_.begin() + static_cast<std::ptrdiff_t>(written));
    if (pending_.empty())
        document_ = record_->document(); // with what others have done
    save_state_ = last ? SaveState{} : SaveState{.saved = false, .problem = last.error().message};
}

bool Session::can_undo() const {
    return history_.position() > part_begin_ && document_.stage != Stage::closed;
}

bool Session::can_redo() const {
    return history_.can_redo() && document_.stage != Stage::closed;
}

void Session::begin_part() {
    history_.end_gesture();
    history_.forget_undone();
    part_begin_ = history_.position();
}

Result<Done> Session::restore(const Document &from, const Document &to) {
    const Restore command{difference(from, to)};
    auto next = update(document_, command, *atlas_);
    if (!next)
        return next.error();
    if (*next == document_)
        return Done{};
    document_ = std::move(*next);
    pending_.push_back(command);
    write_pending();
    return Done{};
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
    if (!pending_.empty())
        return false; // they are reported when what is here is written
    const auto others = record_->refresh();
    if (!others || !*others)
        return false;
    document_ = record_->document();
    return true;
}

void Session::save() {
    write_pending();
    if (!save_state_.saved)
        return;
    if (const auto saved = record_->save(); !saved)
        save_state_ = {.saved = false, .problem = saved.error().message};
    document_ = record_->document();
}

} // namespace app
