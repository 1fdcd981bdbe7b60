/// How bytes are encrypted: pure functions of a key, no disk. A file is the magic word, a version,
/// and a XChaCha20-Poly1305 secret stream of 64 KiB pieces whose last one is marked, so that a
/// changed, exchanged, missing or added byte is found. A value (a line of a journal, a field of the
/// index) is one sealed message as text. Each is bound to its name: exchanged files are found too.
#pragma once

#include "base/result.hpp"
#include "records/secret.hpp"

#include <optional>

namespace app {

constexpr std::size_t key_bytes = 32;

/// The same bytes are sealed to other bytes each time.
std::string seal_bytes(const Secret &key, std::string_view name, std::string_view plain);
/// Damaged, of another name or key, from a newer Palpate, not sealed, more than `max_bytes` when
/// opened: an Error that says which. Memory for what is opened is taken only when its size is well.
engine::Result<std::string> open_sealed(const Secret &key, std::string_view name,
                                        std::string_view bytes, std::size_t max_bytes);
/// By their beginning; they may be damaged.
bool are_sealed(std::string_view bytes);
/// How large `plain` bytes become.
std::size_t sealed_size(std::size_t plain);

/// One line without its end, of letters, digits and ".-_".
std::string seal_line(const Secret &key, std::string_view name, std::string_view plain);
engine::Result<std::string> open_line(const Secret &key, std::string_view name,
                                      std::string_view line);
bool is_sealed_line(std::string_view line);

/// 32 hex digits that only the key's owner can work out from the words.
std::string keyed_hash(const Secret &key, std::string_view words);

} // namespace app
