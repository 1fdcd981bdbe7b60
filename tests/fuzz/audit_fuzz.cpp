// The reader of lines of the audit log, and of its head.

#include "store/audit/audit_line.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    if (const auto line = app::audit::line_from_text(text); fuzz::is_read(line)) {
        app::AuditLine again = *line;
        fuzz::must(app::audit::line_from_text(app::audit::to_text(again)),
                   "what was written is read");
    }
    if (const auto head = app::audit::head_from_text(text); fuzz::is_read(head)) {
        const auto again = app::audit::head_from_text(app::audit::to_text(*head));
        fuzz::require(fuzz::must(again, "what was written is read") == *head,
                      "what was written is the same head");
    }
    return 0;
}
