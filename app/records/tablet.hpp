/// What a tablet must not forget when it is switched off.
#pragma once

#include "base/time.hpp"

#include <optional>
#include <string>

namespace app {

struct TabletState {
    std::string sealed_session; ///< empty: no client has the tablet
    int wrong_tries = 0;        ///< of the PIN, in a row
    std::optional<engine::Timestamp> wait_until;
    friend bool operator==(const TabletState &, const TabletState &) = default;
};

} // namespace app
