// The reader of the clinic's settings.

#include "store/files/settings_file.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto settings = app::settings_from_json(fuzz::text_of(data, size));
    if (!fuzz::is_read(settings))
        return 0;
    const auto again = app::settings_from_json(app::to_json(*settings));
    fuzz::require(fuzz::must(again, "what was written is read") == *settings,
                  "what was written are the same settings");
    return 0;
}
