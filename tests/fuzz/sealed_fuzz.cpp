// What is read of an encrypted clinic before anything of it is proved: containers, lines,
// vault.json and recovery keys. The key is known here, so that the corpus holds containers that
// open.

#include "store/vault/recovery_key.hpp"
#include "store/vault/sealed_bytes.hpp"
#include "store/vault/vault_json.hpp"
#include "support.hpp"

namespace {

constexpr std::size_t most = std::size_t{1} << 20;
constexpr std::string_view name = "sessions/a.json";

const app::Secret &key() {
    static const app::Secret zeros{app::key_bytes};
    return zeros;
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view input = fuzz::text_of(data, size);
    if (const auto plain = app::open_sealed(key(), name, input, most); fuzz::is_read(plain))
        fuzz::require(app::sealed_size(plain->size()) == size, "a container has the size it must");
    fuzz::is_read(app::open_sealed(key(), name, input, 16));
    fuzz::is_read(app::open_line(key(), name, input));
    fuzz::is_read(app::VaultJson::read(input));
    if (const auto recovery = app::parse_recovery_key(input); fuzz::is_read(recovery))
        fuzz::require(fuzz::must(app::parse_recovery_key(app::recovery_text(*recovery).text()),
                                 "a recovery key in words is read")
                              .text() == recovery->text(),
                      "it is the same recovery key");
    const std::string sealed = app::seal_bytes(key(), name, input);
    fuzz::require(
        fuzz::must(app::open_sealed(key(), name, sealed, size), "what was sealed opens") == input,
        "what was sealed comes back");
    return 0;
}
