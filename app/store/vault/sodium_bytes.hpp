/// Text as libsodium takes it. For sources of app/store/vault only.
#pragma once

#include <cstddef>
#include <sodium.h>
#include <string>
#include <string_view>

namespace app {

inline constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;

inline const unsigned char *bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char *>(text.data());
}
inline unsigned char *bytes_of(std::string &text) {
    return reinterpret_cast<unsigned char *>(text.data());
}

} // namespace app
