/// The offer to protect the records, once for each clinic.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// A card at the top of the list, which gets shorter; nothing where the clinic has answered.
void protect_offer(ScreenContext &c, engine::Rect &list);

} // namespace app
