// The part of the Shell that offers a passphrase for the records.

#include "shell/shell.hpp"

namespace app {

void Shell::protect(const ProtectRecords &answer) {
    await(seal_->note_protection_asked(), [this, now = answer.now] { protect_ = now; });
}

} // namespace app
