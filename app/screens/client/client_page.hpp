/// Pages of the client without the map: one column that scrolls, the way back and on below it.
#pragma once

#include "screens/frame/chrome.hpp"

namespace app {

struct ClientPage {
    int step = 1;                ///< as in client_frame()
    std::string_view back, next; ///< names of the buttons
    Screen to_back, to_next;
    float width = 1040; ///< of the column, layout pixels
};
/// Draws the frame, the buttons and a stop card where one is due, and calls `draw` with the column,
/// which it cuts from the top.
void client_page(ScreenContext &c, const ClientPage &page,
                 const std::function<void(engine::Rect &)> &draw);

/// A question on a card with its answers as large chips, as many in a row as their words need.
struct ChoiceCard {
    std::string_view title;
    std::span<const std::string_view> answers;
    int selected = -1;
    float extra_height = 0; ///< kept free below the answers, for the caller
};
struct ChoiceEvent {
    std::optional<int> tapped;
    engine::Rect extra;
};
ChoiceEvent choice_card(ScreenContext &c, engine::Rect &list, const ChoiceCard &spec);

/// A row that can be chosen or not, of any number of lines: a box with a check before the words.
bool check_row(ScreenContext &c, engine::Rect &list, std::string_view words, bool on);
float check_row_height(engine::ui::Ui &ui, float width, std::string_view words);

} // namespace app
