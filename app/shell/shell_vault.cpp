// The part of the Shell that offers a passphrase for the records.

#include "shell/shell.hpp"

namespace app {

void Shell::protect(const ProtectRecords &answer) {
    const auto noted = seal_->note_protection_asked();
    tell(noted);
    protect_ = noted.ok() && answer.now;
}

} // namespace app
