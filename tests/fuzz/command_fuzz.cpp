// The reader of commands, and what they do to a session.

#include "model/session/command_json.hpp"
#include "model/session/document_json.hpp"
#include "model/session/update.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto log = app::commands_from_json_lines(fuzz::text_of(data, size));
    if (!fuzz::is_read(log))
        return 0;
    const std::string written = app::to_json_lines(*log);
    const auto again = app::commands_from_json_lines(written);
    fuzz::require(app::to_json_lines(fuzz::must(again, "what was written is read")) == written,
                  "what was written are the same commands");
    app::Document document;
    for (const app::Command &command : *log) {
        auto changed = app::update(document, command, fuzz::atlas());
        if (!fuzz::is_read(changed))
            continue;
        document = std::move(*changed);
        const std::string saved = app::to_json(document);
        fuzz::require(fuzz::must(app::from_json(saved, fuzz::atlas()), "it can be opened again") ==
                          document,
                      "what a command leaves is the same after it was saved");
    }
    return 0;
}
