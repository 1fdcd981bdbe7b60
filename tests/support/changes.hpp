/// Commands carried out on a document, for tests: what they make of it, or why they are refused.
#pragma once

#include "catch.hpp"
#include "example_session.hpp"

namespace test {

inline app::Document after(const app::Document &document, const app::Command &command) {
    const auto next = app::update(document, command, atlas());
    INFO((next.ok() ? std::string() : next.error().message));
    REQUIRE(next.ok());
    return *next;
}

/// Why the command cannot be done; empty: it can.
inline std::string refusal(const app::Document &document, const app::Command &command) {
    const auto next = app::update(document, command, atlas());
    return next ? std::string() : next.error().message;
}

inline bool has(const std::string &text, const std::string &part) {
    return text.find(part) != std::string::npos;
}

} // namespace test
