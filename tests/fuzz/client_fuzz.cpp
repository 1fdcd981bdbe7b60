// The reader of client files.

#include "store/files/client_file.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto client = app::client_from_json(fuzz::text_of(data, size));
    if (!fuzz::is_read(client))
        return 0;
    const auto again = app::client_from_json(app::client_to_json(*client));
    fuzz::require(fuzz::must(again, "what was written is read") == *client,
                  "what was written is the same client");
    return 0;
}
