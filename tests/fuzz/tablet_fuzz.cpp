// The reader of what a tablet must not forget.

#include "store/files/tablet_state.hpp"
#include "support.hpp"

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const auto state = app::tablet_from_json(fuzz::text_of(data, size));
    if (!fuzz::is_read(state))
        return 0;
    const auto again = app::tablet_from_json(app::to_json(*state));
    fuzz::require(fuzz::must(again, "what was written is read") == *state,
                  "what was written is the same state");
    return 0;
}
