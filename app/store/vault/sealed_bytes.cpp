#include "store/vault/sealed_bytes.hpp"

#include "store/vault/sodium_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <sodium.h>
#include <string>
#include <string_view>

namespace app {

using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view magic = "PALPATE\xE2"; // no UTF-8 text goes on behind this byte so
constexpr unsigned char sealed_version = 1;
constexpr std::size_t head = magic.size() + 1;
constexpr std::size_t stream_head = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t piece = std::size_t{64} << 10;
constexpr std::size_t piece_extra = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::string_view line_mark = "v1.";
constexpr std::size_t tag_size = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr int base64 = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
constexpr std::size_t token_bytes = 16;
static_assert(key_bytes == crypto_secretstream_xchacha20poly1305_KEYBYTES);
static_assert(key_bytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

std::string file_head() {
    std::string bytes{magic};
    bytes.push_back(static_cast<char>(sealed_version));
    return bytes;
}

Error damaged(std::string_view name) {
    return {"The encrypted file " + std::string(name) +
            " is damaged, was renamed, or belongs to another clinic. Put back a copy from a "
            "backup. It was not changed."};
}

Error newer(std::string_view name) {
    return {"The encrypted file " + std::string(name) +
            " was written by a newer Palpate. Update Palpate to use it. It was not changed."};
}

/// Of a stream with the given size; nothing when no stream has that size.
std::optional<std::size_t> plain_size(std::size_t stream) {
    const std::size_t pieces = (stream + piece + piece_extra - 1) / (piece + piece_extra);
    if (pieces == 0 || stream < pieces * piece_extra)
        return std::nullopt;
    const std::size_t plain = stream - pieces * piece_extra;
    // The last piece is empty only in an empty file.
    if (pieces > 1 && plain <= (pieces - 1) * piece)
        return std::nullopt;
    return plain;
}

Result<std::string> open_stream(const Secret &key, std::string_view name, std::string_view header,
                                std::string_view stream, std::size_t plain_bytes) {
    crypto_secretstream_xchacha20poly1305_state state;
    if (crypto_secretstream_xchacha20poly1305_init_pull(&state, bytes_of(header), key.data()) != 0)
        return damaged(name);
    const std::string bound = file_head() + std::string(name);
    std::string plain(plain_bytes, '\0');
    std::size_t done = 0;
    bool good = true, last = false;
    while (good && !last && !stream.empty()) {
        const std::string_view sealed = stream.substr(0, piece + piece_extra);
        stream.remove_prefix(sealed.size());
        unsigned char tag = 0;
        good = sealed.size() >= piece_extra &&
               crypto_secretstream_xchacha20poly1305_pull(&state, bytes_of(plain) + done, nullptr,
                                                          &tag, bytes_of(sealed), sealed.size(),
                                                          bytes_of(bound), bound.size()) == 0;
        last = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
        done += good ? sealed.size() - piece_extra : 0;
    }
    sodium_memzero(&state, sizeof state);
    if (good && last && stream.empty())
        return plain;
    wipe(plain);
    return damaged(name);
}

} // namespace

bool are_sealed(std::string_view bytes) {
    return bytes.starts_with(magic);
}

std::size_t sealed_size(std::size_t plain) {
    const std::size_t pieces = std::max<std::size_t>(1, (plain + piece - 1) / piece);
    return head + stream_head + plain + pieces * piece_extra;
}

std::string seal_bytes(const Secret &key, std::string_view name, std::string_view plain) {
    begin_sodium();
    std::string sealed = file_head();
    const std::string bound = sealed + std::string(name);
    sealed.resize(sealed_size(plain.size()));
    crypto_secretstream_xchacha20poly1305_state state;
    crypto_secretstream_xchacha20poly1305_init_push(&state, bytes_of(sealed) + head, key.data());
    std::size_t done = head + stream_head;
    bool last = false;
    while (!last) {
        const std::string_view part = plain.substr(0, piece);
        plain.remove_prefix(part.size());
        last = plain.empty();
        const auto tag = last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                              : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE;
        crypto_secretstream_xchacha20poly1305_push(&state, bytes_of(sealed) + done, nullptr,
                                                   bytes_of(part), part.size(), bytes_of(bound),
                                                   bound.size(), static_cast<unsigned char>(tag));
        done += part.size() + piece_extra;
    }
    sodium_memzero(&state, sizeof state);
    return sealed;
}

Result<std::string> open_sealed(const Secret &key, std::string_view name, std::string_view bytes,
                                std::size_t max_bytes) {
    begin_sodium();
    if (!are_sealed(bytes))
        return Error{"The file " + std::string(name) +
                     " is not encrypted, but the clinic is. Move it away, or put back a copy from "
                     "a backup of this clinic. It was not changed."};
    if (bytes.size() < head + stream_head)
        return damaged(name);
    if (static_cast<unsigned char>(bytes[magic.size()]) > sealed_version)
        return newer(name);
    if (bytes.substr(0, head) != file_head())
        return damaged(name);
    bytes.remove_prefix(head);
    const auto plain = plain_size(bytes.size() - stream_head);
    if (!plain)
        return damaged(name);
    if (*plain > max_bytes)
        return Error{"The encrypted file " + std::string(name) +
                     " is larger than such files are. Put back a copy from a backup. It was not "
                     "changed."};
    return open_stream(key, name, bytes.substr(0, stream_head), bytes.substr(stream_head), *plain);
}

std::string seal_line(const Secret &key, std::string_view name, std::string_view plain) {
    begin_sodium();
    std::string sealed(nonce_size + plain.size() + tag_size, '\0');
    randombytes_buf(sealed.data(), nonce_size);
    const std::string bound = std::string(line_mark) + std::string(name);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes_of(sealed) + nonce_size, nullptr,
                                               bytes_of(plain), plain.size(), bytes_of(bound),
                                               bound.size(), nullptr, bytes_of(sealed), key.data());
    std::string text(sodium_base64_ENCODED_LEN(sealed.size(), base64), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes_of(sealed), sealed.size(), base64);
    text.pop_back(); // the zero behind its end
    return std::string(line_mark) + text;
}

bool is_sealed_line(std::string_view line) {
    return line.starts_with(line_mark);
}

Result<std::string> open_line(const Secret &key, std::string_view name, std::string_view line) {
    begin_sodium();
    const Error wrong{"A line of the encrypted file " + std::string(name) +
                      " is damaged or belongs to another file. Put back a copy from a backup. It "
                      "was not changed."};
    if (!is_sealed_line(line))
        return wrong;
    const std::string_view text = line.substr(line_mark.size());
    std::string sealed(text.size(), '\0'); // base64 is longer than what it says
    std::size_t size = 0;
    const char *end = nullptr;
    if (sodium_base642bin(bytes_of(sealed), sealed.size(), text.data(), text.size(), nullptr, &size,
                          &end, base64) != 0 ||
        end != text.data() + text.size() || size < nonce_size + tag_size)
        return wrong;
    std::string plain(size - nonce_size - tag_size, '\0');
    const std::string bound = std::string(line_mark) + std::string(name);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            bytes_of(plain), nullptr, nullptr, bytes_of(sealed) + nonce_size, size - nonce_size,
            bytes_of(bound), bound.size(), bytes_of(sealed), key.data()) != 0)
        return wrong;
    return plain;
}

std::string keyed_hash(const Secret &key, std::string_view words) {
    begin_sodium();
    std::array<unsigned char, token_bytes> hash{};
    crypto_generichash(hash.data(), hash.size(), bytes_of(words), words.size(), key.data(),
                       key.size());
    std::array<char, token_bytes * 2 + 1> hex{};
    sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
    return hex.data();
}

} // namespace app
