#include "jobs/jobs.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace engine {

struct Jobs::State {
    explicit State(std::function<void()> wake_main) : wake(std::move(wake_main)) {}

    std::function<void()> wake;
    mutable std::mutex mutex; ///< guards all that follows
    std::condition_variable changed;
    std::deque<Work> waiting;
    std::vector<Delivery> finished;
    std::condition_variable ran; ///< unrun has become smaller
    int unrun = 0;               ///< submitted and not run
    int undrained = 0;           ///< submitted and not drained
    bool stopping = false;
    std::thread worker; ///< not in inline mode

    void run(const Work &work) {
        Delivery delivery = work();
        {
            const std::lock_guard lock(mutex);
            finished.push_back(std::move(delivery));
            --unrun;
        }
        ran.notify_all();
        if (wake)
            wake();
    }

    void run_all() {
        std::unique_lock lock(mutex);
        while (true) {
            changed.wait(lock, [&] { return stopping || !waiting.empty(); });
            if (stopping)
                return;
            Work work = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            run(work);
            work = nullptr; // what it owns goes without the lock, too
            lock.lock();
        }
    }
};

Jobs::Jobs(Mode mode, std::function<void()> wake)
    : state_(std::make_unique<State>(std::move(wake))) {
    if (mode == Mode::threaded)
        state_->worker = std::thread([state = state_.get()] { state->run_all(); });
}

Jobs::~Jobs() {
    if (!state_->worker.joinable())
        return;
    std::deque<Work> dropped; // destroyed without the lock: jobs may own anything
    {
        const std::lock_guard lock(state_->mutex);
        state_->stopping = true;
        dropped.swap(state_->waiting);
    }
    state_->changed.notify_one();
    dropped.clear();
    state_->worker.join();
}

void Jobs::submit(Work work) {
    const bool threaded = state_->worker.joinable();
    {
        const std::lock_guard lock(state_->mutex);
        ++state_->unrun;
        ++state_->undrained;
        if (threaded) {
            state_->waiting.push_back(std::move(work));
            state_->changed.notify_one();
            return;
        }
    }
    state_->run(work);
}

int Jobs::drain() {
    std::vector<Delivery> deliveries;
    {
        const std::lock_guard lock(state_->mutex);
        deliveries.swap(state_->finished);
        state_->undrained -= static_cast<int>(deliveries.size());
    }
    for (const Delivery &deliver : deliveries)
        if (deliver)
            deliver();
    return static_cast<int>(deliveries.size());
}

void Jobs::wait() {
    std::unique_lock lock(state_->mutex);
    state_->ran.wait(lock, [&] { return state_->unrun == 0; });
}

void Jobs::discard() {
    std::vector<Delivery> dropped; // outlives the lock: callbacks may own anything
    {
        const std::lock_guard lock(state_->mutex);
        dropped.swap(state_->finished);
        state_->undrained -= static_cast<int>(dropped.size());
    }
}

bool Jobs::busy() const {
    const std::lock_guard lock(state_->mutex);
    return state_->undrained > 0;
}

} // namespace engine
