#include "records/secret.hpp"

#include "base/check.hpp"

#include <cstring>
#include <sodium.h>
#include <string>
#include <string_view>

namespace app {

Secret::Secret(std::size_t size) : size_(size) {
    begin_sodium();
    bytes_.reset(static_cast<unsigned char *>(sodium_malloc(size)));
    engine::check(bytes_ != nullptr, "there is memory for a key");
    sodium_memzero(bytes_.get(), size);
}

Secret::Secret(std::string_view text) : Secret(text.size()) {
    if (!text.empty())
        std::memcpy(bytes_.get(), text.data(), text.size());
}

std::string_view Secret::text() const {
    return {reinterpret_cast<const char *>(bytes_.get()), size_};
}

void Secret::Wipe::operator()(unsigned char *bytes) const {
    sodium_free(bytes); // wipes
}

void wipe(std::string &text) {
    text.resize(text.capacity());
    sodium_memzero(text.data(), text.size());
    text.clear();
}

void begin_sodium() {
    engine::check(sodium_init() >= 0, "libsodium can be used"); // 1: it was before
}

} // namespace app
