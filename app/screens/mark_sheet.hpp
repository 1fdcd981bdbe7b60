/// The sheet beside the client's body that says all about one mark.
#pragma once

#include "screens/screen.hpp"

namespace app {

/// Where a sheet lies at this window size.
engine::Rect sheet_rect(const engine::ui::Ui &ui);

/// Chooses the mark and flies there.
void open_mark_sheet(ScreenContext &c, const Mark &mark);

/// Channel, level, quality, since when, side, note, remove. `mark` null: slides out.
void mark_sheet(ScreenContext &c, const Mark *mark);

} // namespace app
