/// What must hold of the rectangles of every screen: nothing cut off, nothing on top of something
/// else, targets as large as fingers need.
#pragma once

#include "ui/ui.hpp"

#include <string>
#include <vector>

namespace layout {

/// One line for each defect of the last frame.
std::vector<std::string> defects(engine::ui::Ui &ui);

} // namespace layout
