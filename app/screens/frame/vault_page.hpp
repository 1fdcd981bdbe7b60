/// The pages around an encrypted clinic, which know nothing of its records: the passphrase that
/// opens it, the choice of one, and the recovery key that is shown once.
#pragma once

#include "model/text/phrases.hpp"
#include "ui/widgets.hpp"

#include <string>

namespace app {

struct VaultPage {
    enum class Kind : std::uint8_t { unlock, choose, recovery };
    Kind kind = Kind::unlock;
    std::string secret, again; ///< while they are typed; wiped by whoever takes them
    bool shown = false;        ///< the letters in place of dots
    bool by_recovery_key = false;
    std::string working; ///< "Unlocking ...": nothing can be pressed
    std::string problem; ///< why the last try failed
    std::string recovery_key;
};

enum class VaultWish : std::uint8_t { none, go_on, back };

/// Draws the page; the caller carries out what the person wishes.
VaultWish vault_page(engine::ui::Ui &ui, const Phrases &words, VaultPage &page);

} // namespace app
