/// The one place through which a document changes: dispatch() runs update(), keeps history, saves.
#pragma once

#include "model/command.hpp"
#include "model/history.hpp"
#include "model/update.hpp"
#include "store/store.hpp"

namespace app {

/// What the pill in the corner says. A mark counts as saved when it is on the disk.
struct SaveState {
    bool saved = true;
    std::string problem; ///< why not, in plain words with a way out
};

class Session {
  public:
    Session(Document document, Store &store, const Atlas &atlas);

    const Document &document() const { return history_.now(); }
    std::uint64_t revision() const { return history_.revision(); }
    const SaveState &save_state() const { return save_state_; }
    /// The commands that lead from the first document to this one; what was undone is left out.
    std::vector<Command> log() const;

    /// Applies and saves. An Error is the update's: the document stays as it was. A failed save is
    /// not an Error here: the change is kept in memory and save_state() tells; save() tries again.
    engine::Result<engine::Done> dispatch(const Command &command, std::string coalesce = {});
    void end_gesture() { history_.end_gesture(); }
    bool can_undo() const { return history_.position() > part_begin_; }
    bool can_redo() const { return history_.can_redo(); }
    /// Nothing happens when there is nothing to take back.
    void undo();
    void redo();
    /// Another person works from here on: undo() does not go back behind it, and what was undone
    /// before is gone.
    void begin_part();
    /// The whole way back is open again.
    void end_part() { part_begin_ = 0; }
    void save();

  private:
    History history_;
    Store *store_;
    const Atlas *atlas_;
    SaveState save_state_;
    std::size_t part_begin_ = 0;                 ///< position in the history
    std::vector<Command> opening_;               ///< OpenSession, when it came through here
    std::vector<std::vector<Command>> commands_; ///< of each step of the history
};

} // namespace app
