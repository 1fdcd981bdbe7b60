/// One of the five steps of pressure, as a card with a picture of a hand on skin.
#pragma once

#include "ui/widgets.hpp"

namespace app {

struct PressureCard {
    int level;                ///< 1..5
    std::string_view name{};  ///< "Firm glide"
    std::string_view words{}; ///< what it is, or why it is locked
    bool chosen = false;
    bool locked = false;
};
/// True: was tapped, and is not locked.
bool pressure_card(engine::ui::Ui &ui, const engine::Rect &rect, const PressureCard &spec);
/// Height that the longest of some words needs in a card of that width.
float pressure_card_height(engine::ui::Ui &ui, float width, float words_height);

} // namespace app
