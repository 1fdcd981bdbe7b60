/// The sheets beside the client's body: one mark, and finding a place by its name.
#pragma once

#include "screens/screen.hpp"

namespace app {

/// Where a sheet lies at this window size.
engine::Rect sheet_rect(const engine::ui::Ui &ui);

/// Chooses the mark and flies there.
void open_mark_sheet(ScreenContext &c, const Mark &mark, const engine::OrbitView &from);

/// Channel, level, quality, since when, side, note, remove. `mark` null: slides out.
void mark_sheet(ScreenContext &c, const Mark *mark);

/// Places by typed words. Returns the area that was chosen.
std::optional<std::string> find_sheet(ScreenContext &c);

} // namespace app
