/// The sheet beside the client's body that says all about one mark.
#pragma once

#include "model/body/picking.hpp"
#include "screens/frame/screen.hpp"

namespace app {

/// Chooses the mark and flies there.
void open_mark_sheet(ScreenContext &c, const Mark &mark);

/// A new mark of the client, with the channel used last; its sheet opens.
void add_mark(ScreenContext &c, const Place &place, const std::vector<std::string> &regions);

/// Pain, tight or do not touch, cut off the top of `rest`. Returns the one that was tapped.
std::optional<Channel> channel_choice(ScreenContext &c, engine::Rect &rest, Channel now);

/// Channel, level, quality, since when, side, note, remove. `mark` null: slides out.
void mark_sheet(ScreenContext &c, const Mark *mark);

} // namespace app
