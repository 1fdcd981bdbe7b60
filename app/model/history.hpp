/// Undo and redo: a stack of snapshots, without limit within a session.
#pragma once

#include "model/document.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

class History {
  public:
    explicit History(Document start);

    const Document &now() const { return steps_[at_].document; }
    /// Grows with each change, undo and redo: dirty means revision != saved revision.
    std::uint64_t revision() const { return revision_; }

    /// A document equal to now() is no step. `coalesce` names a gesture ("level of mark 12"): a
    /// step with the same non-empty name as the step before replaces it, so that a drag is one
    /// step. end_gesture() closes it.
    void push(Document next, std::string coalesce = {});
    void end_gesture();
    /// A new beginning: nothing before it can be undone.
    void restart(Document start);

    /// What was undone cannot be done again.
    void forget_undone();

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ + 1 < steps_.size(); }
    void undo();
    void redo();
    /// The number of steps that undo() can take back.
    std::size_t position() const { return at_; }

  private:
    struct Step {
        Document document;
        std::string coalesce;
    };
    std::vector<Step> steps_;
    std::size_t at_ = 0;
    std::uint64_t revision_ = 0;
};

} // namespace app
