/// The thread beside the drawing one in which the records are asked: disks, locks, passphrases and
/// pages take as long as they take.
#pragma once

#include "jobs/jobs.hpp"
#include "records/request.hpp"

#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace app {

class Lane {
  public:
    /// `who` says in the asking thread for whom it asks; missing: for nobody in particular. `wake`
    /// is called, in the lane, when there is something to deliver().
    explicit Lane(std::function<std::string()> who = {}, std::function<void()> wake = {});

    /// One piece of work after the other, in the order in which they came.
    void submit(engine::Jobs::Work work);
    /// Calls what answers those that are done, in the asking thread. True: there were some.
    bool deliver();
    /// Waits for all of them, and delivers them. True: there were some.
    bool finish();
    /// Waits for all of them; nobody is there any more who wants an answer.
    void close();

    /// For whom the lane works: of the piece of work that runs now. In the lane only.
    const std::string &speaker() const { return speaker_; }

  private:
    std::function<std::string()> who_;
    std::string speaker_;
    engine::Jobs jobs_; // the last: what runs in it uses the others
};

/// What `work` gives: in the lane, or at once where there is none. `work` uses nothing that the
/// asking thread changes meanwhile.
template <class T>
Request<T> beside(Lane *lane, std::function<engine::Result<T>()> work) {
    if (lane == nullptr)
        return work();
    auto later = Request<T>::begin();
    lane->submit(
        [work = std::move(work), answer = std::move(later.second)]() -> engine::Jobs::Delivery {
            const auto result = std::make_shared<engine::Result<T>>(work());
            return [answer, result] { answer(std::move(*result)); };
        });
    return std::move(later.first);
}

} // namespace app
