#include "screens/stop_card.hpp"

namespace app {

using namespace engine::ui;
using engine::Rect;

void stop_card(ScreenContext &c, Rect &list) {
    const HealthQuestion *sign = c.health.most_urgent(c.document.intake);
    if (sign == nullptr)
        return;
    constexpr std::array<std::string_view, 3> what_to_do{"stop.now", "stop.today", "stop.days"};
    const Message message{.tone = Tone::bad,
                          .icon = Icon::stop,
                          .title = c.words("stop.title"),
                          .words = c.words(what_to_do[static_cast<std::size_t>(sign->urgency)]),
                          .reason = c.words(sign->words)};
    const float height = message_card(c.ui, list, message, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(12)), message);
}

} // namespace app
