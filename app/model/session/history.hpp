/// Undo and redo: what each step was before and after, without limit within a session.
#pragma once

#include "model/session/document.hpp"

#include <string>
#include <vector>

namespace app {

class History {
  public:
    /// Others may change the session between two steps, so one step's `after` need not be the
    /// next one's `before`: only what differs within a step was done by it.
    struct Step {
        Document before, after;
    };

    /// Two equal documents are no step. `coalesce` names a gesture ("level of mark 12"): a step
    /// with the same non-empty name as the step before goes on with it, so that a drag is one step.
    /// end_gesture() closes it, and so does a document that others have changed in between.
    void push(Document before, Document after, std::string coalesce = {});
    void end_gesture();
    /// What was undone cannot be done again.
    void forget_undone();

    bool can_undo() const { return at_ > 0; }
    bool can_redo() const { return at_ < steps_.size(); }
    /// The step that undo() takes back, that redo() does again. Each needs its can_.
    const Step &to_undo() const { return steps_.at(at_ - 1).step; }
    const Step &to_redo() const { return steps_.at(at_).step; }
    void undo();
    void redo();
    /// The number of steps that undo() can take back.
    std::size_t position() const { return at_; }

  private:
    struct Entry {
        Step step;
        std::string coalesce;
    };
    std::vector<Entry> steps_;
    std::size_t at_ = 0;
};

} // namespace app
