/// The session that is open: dispatch() runs update(), keeps history, and makes each command
/// durable.
#pragma once

#include "model/session/history.hpp"
#include "model/session/update.hpp"
#include "store/record/record.hpp"

#include <memory>

namespace app {

/// What the pill in the corner says. A mark counts as saved when it is on the disk.
struct SaveState {
    bool saved = true;
    std::string problem; ///< why not, in plain words with a way out
};

class Session {
  public:
    Session(std::unique_ptr<Record> record, const Atlas &atlas);
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;
    /// Brings the file up to date, for those who read it next.
    ~Session();

    const Document &document() const { return document_; }
    const SaveState &save_state() const { return save_state_; }

    /// Applies the command and makes it durable. An Error is the update's: the document stays as it
    /// was. What cannot be written is not an Error here: the change is kept in memory and
    /// save_state() says so; save() tries again.
    engine::Result<engine::Done> dispatch(const Command &command, std::string coalesce = {});
    void end_gesture() { history_.end_gesture(); }
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
    /// Brings the session's file up to date, when it is not.
    void save();
    /// Whether save() has something to do.
    bool needs_save() const { return !pending_.empty() || !record_->is_saved(); }

  private:
    void write_pending();
    engine::Result<engine::Done> restore(const Document &from, const Document &to);

    std::unique_ptr<Record> record_;
    const Atlas *atlas_;
    Document document_;            ///< that of the record and what is pending
    std::vector<Command> pending_; ///< that could not be made durable yet
    History history_;
    SaveState save_state_;
    std::size_t part_begin_ = 0; ///< position in the history
};

} // namespace app
