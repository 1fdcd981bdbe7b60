// The reader of session files.

#include "model/session/document_json.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string_view text = fuzz::text_of(data, size);
    const auto document = app::from_json(text, fuzz::atlas());
    fuzz::require(app::problems(text, fuzz::atlas()).empty() == document.ok(),
                  "problems() and from_json() agree");
    if (!fuzz::is_read(document))
        return 0;
    const std::string written = app::to_json(*document);
    fuzz::require(fuzz::must(app::from_json(written, fuzz::atlas()), "what was written is read") ==
                      *document,
                  "what was written is the same session");
    return 0;
}
