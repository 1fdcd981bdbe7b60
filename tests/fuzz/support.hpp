/// What the fuzz targets have in common. Each gives bytes that nobody has checked to one reader,
/// and expects a value that keeps the rules or an Error in words.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

namespace fuzz {

/// Ends the program where the claim does not hold, so that the fuzzer keeps the input.
inline void require(bool holds, std::string_view claim, std::string_view more = {}) {
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %.*s %.*s\n", static_cast<int>(claim.size()), claim.data(),
                 static_cast<int>(more.size()), more.data());
    std::abort();
}

/// Whether there is a value; an Error has to say why there is none.
template <class Value>
bool is_read(const engine::Result<Value> &result) {
    require(result.ok() || !result.error().message.empty(), "an error has words");
    return result.ok();
}

/// What must be, such as reading back what was just written.
template <class Value>
const Value &must(const engine::Result<Value> &result, std::string_view claim) {
    require(result.ok(), claim, result.ok() ? std::string_view{} : result.error().message);
    return *result;
}

inline std::string_view text_of(const std::uint8_t *data, std::size_t size) {
    return {reinterpret_cast<const char *>(data), size};
}

inline const app::Atlas &atlas() {
    static const app::Atlas loaded = must(app::Atlas::load(PALPATE_ATLAS), "the atlas loads");
    return loaded;
}

} // namespace fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
