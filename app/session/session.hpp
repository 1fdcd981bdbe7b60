/// The session that is open: dispatch() runs update(), keeps history, and makes each command
/// durable.
#pragma once

#include "model/session/history.hpp"
#include "model/session/update.hpp"
#include "records/outbox.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace app {

/// What the pill in the corner says. A mark counts as saved when the record has it.
struct SaveState {
    bool saved = true;
    std::string problem; ///< why not, in plain words with a way out; empty: it is on its way
    friend bool operator==(const SaveState &, const SaveState &) = default;
};

class Session {
  public:
    /// `lane`: where the record is asked; null: here, at once.
    Session(std::unique_ptr<Record> record, const Atlas &atlas, Lane *lane = nullptr);
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    const Document &document() const { return outbox_.document(); }
    SaveState save_state() const;

    /// Applies the command and makes it durable. An Error is the update's: the document stays as it
    /// was. What cannot be written is not an Error here: the change is kept in memory and
    /// save_state() says so; save() tries again.
    /// `coalesce` names a gesture, as in History::push(): its steps are one step of undo, and
    /// become durable once it rests.
    engine::Result<engine::Done> dispatch(const Command &command, const std::string &coalesce = {});
    /// As dispatch(), for what undo() does not take back.
    engine::Result<engine::Done> change_silently(const Command &command);
    void end_gesture();
    /// The gesture goes on, and what it has done so far becomes durable.
    void rest() { outbox_.release(); }
    /// Whether rest() has something to do.
    bool is_moving() const { return outbox_.is_holding(); }
    bool can_undo() const;
    bool can_redo() const;
    /// Nothing happens when there is nothing to take back. What others have changed since stays. An
    /// Error: what they did leaves no way back.
    engine::Result<engine::Done> undo();
    engine::Result<engine::Done> redo();
    /// Another person works from here on: undo() does not go back behind it, and what was undone
    /// before is gone.
    void begin_part();
    /// The whole way back is open again.
    void end_part() { part_begin_ = 0; }

    /// Takes in what others have done. True: the document is another one.
    bool refresh();
    /// What others have done is there: refresh() takes it in.
    bool has_news() const { return outbox_.has_news(); }
    /// Brings the session's file up to date, when it is not.
    void save();
    /// Whether save() has something to do.
    bool needs_save() const { return !outbox_.is_saved(); }

  private:
    engine::Result<engine::Done> restore(const Document &from, const Document &to);

    Outbox outbox_;
    const Atlas *atlas_;
    History history_;
    std::size_t part_begin_ = 0; ///< position in the history
};

} // namespace app
