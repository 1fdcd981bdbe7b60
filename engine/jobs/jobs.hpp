/// Work off the main thread. A job computes from what it was given and returns a callback that
/// carries its result; the main thread runs the callbacks at the start of a frame. Jobs touch no GL
/// and nothing that the main thread writes.
#pragma once

#include <functional>
#include <memory>

namespace engine {

class Jobs {
  public:
    using Delivery = std::function<void()>;
    using Work = std::function<Delivery()>;
    /// `inline_`: submit() runs the work itself, where there are no threads and in tests.
    enum class Mode { threaded, inline_ };

    /// `wake` is called after each job, from its thread: ends the main thread's wait for events.
    explicit Jobs(Mode mode, std::function<void()> wake = {});
    /// Waits for the job that is running; jobs still waiting and undrained results are dropped.
    ~Jobs();
    Jobs(const Jobs &) = delete;
    Jobs &operator=(const Jobs &) = delete;

    /// Jobs run one at a time in the order they came. An empty Delivery is allowed.
    void submit(Work work);
    /// Runs the callbacks of all jobs that have finished, in order; the number of them. Those of
    /// jobs that finish meanwhile wait for the next call.
    int drain();
    /// Waits until every job that was submitted has run. Drains nothing.
    void wait();
    /// Drops the callbacks of all jobs that have finished.
    void discard();
    /// False when every job that was submitted is also drained.
    bool busy() const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace engine
