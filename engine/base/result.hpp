/// Errors that a user can do something about, as values. Bugs are caught by check() instead.
#pragma once

#include "base/check.hpp"

#include <string>
#include <utility>
#include <variant>

namespace engine {

/// What went wrong and what to do, in plain words that a user understands: one or two sentences.
struct Error {
    std::string message;
};

/// Either a value or an Error. Reading the wrong one is a bug and ends the program.
template <class T>
class [[nodiscard]] Result {
  public:
    Result(T value) : state_(std::move(value)) {}
    Result(Error error) : state_(std::move(error)) {}

    explicit operator bool() const { return ok(); }
    bool ok() const { return state_.index() == 0; }

    T &value() & { return get(*this); }
    const T &value() const & { return get(*this); }
    T &&value() && { return std::move(get(*this)); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }

    const Error &error() const {
        check(!ok(), "Result::error() on a value");
        return *std::get_if<1>(&state_);
    }

  private:
    template <class Self>
    static auto &get(Self &self) {
        check(self.ok(), "Result::value() on an error");
        return *std::get_if<0>(&self.state_);
    }

    std::variant<T, Error> state_;
};

/// The value of an operation that only succeeds or fails.
struct Done {};

} // namespace engine
