/// Finding a place by its name, for the client and the therapist.
#pragma once

#include "model/picking.hpp"
#include "screens/screen.hpp"

namespace app {

/// The sheet beside the body while UiState::find_open. Returns the place that was chosen. A
/// therapist's results have the anatomical words as well.
std::optional<Place> find_sheet(ScreenContext &c, Reader reader);

} // namespace app
