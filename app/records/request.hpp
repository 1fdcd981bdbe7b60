/// What was asked of the records, and the answer once it is there.
#pragma once

#include "base/result.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <variant>

namespace app {

/// A question whose answer may come later. A folder on this computer answers at once; a store that
/// works beside the drawing thread, or at the other end of a wire, is loading first. What an answer
/// holds is read as from a Result, and only when it is there. One thread only: the one that asks.
template <class T>
class [[nodiscard]] Request {
  public:
    using Answer = engine::Result<T>;
    using Take = std::function<void(Answer)>;

    Request(T value) : state_(Answer(std::move(value))) {}
    Request(engine::Error error) : state_(Answer(std::move(error))) {}
    Request(Answer answer) : state_(std::move(answer)) {}

    /// A question that is loading, and the function that answers it, once.
    static std::pair<Request, Take> begin() {
        auto later = std::make_shared<Later>();
        return {Request(later), [later](Answer answer) {
                    later->answer = std::move(answer);
                    if (const Take take = std::exchange(later->take, {}))
                        take(std::move(*later->answer));
                }};
    }

    bool is_loading() const { return answer() == nullptr; }
    /// Calls `take` with the answer: at once where it is there, else when it comes. What `take`
    /// uses lives until the store is closed: nothing is answered after that.
    void then(Take take) && {
        if (Answer *ready = answer())
            take(std::move(*ready));
        else
            (*std::get_if<Waiting>(&state_))->take = std::move(take);
    }

    bool ok() const { return ready().ok(); }
    explicit operator bool() const { return ok(); }
    const engine::Error &error() const { return ready().error(); }
    T &value() & { return ready().value(); }
    const T &value() const & { return ready().value(); }
    T &&value() && { return std::move(ready()).value(); }
    T &operator*() { return value(); }
    const T &operator*() const { return value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    /// The whole answer, to keep.
    operator Answer() && { return std::move(ready()); }

  private:
    struct Later {
        std::optional<Answer> answer;
        Take take;
    };
    using Waiting = std::shared_ptr<Later>;
    explicit Request(Waiting later) : state_(std::move(later)) {}

    Answer *answer() {
        if (Answer *here = std::get_if<Answer>(&state_))
            return here;
        Later &later = **std::get_if<Waiting>(&state_);
        return later.answer ? &*later.answer : nullptr;
    }
    const Answer *answer() const { return const_cast<Request *>(this)->answer(); }
    Answer &ready() {
        engine::check(!is_loading(), "an answer is read when it is there");
        return *answer();
    }
    const Answer &ready() const { return const_cast<Request *>(this)->ready(); }

    std::variant<Answer, Waiting> state_;
};

/// The same question with another answer, which `change` makes of the first one's.
template <class U, class T, class Change>
Request<U> mapped(Request<T> request, Change change) {
    auto later = Request<U>::begin();
    std::move(request).then([change = std::move(change), answer = std::move(later.second)](
                                engine::Result<T> first) { answer(change(std::move(first))); });
    return std::move(later.first);
}

} // namespace app
