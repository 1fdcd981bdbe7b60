#include "screens/frame/stop_card.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

std::optional<Message> stop_message(const ScreenContext &c) {
    const HealthQuestion *sign = c.health.most_urgent(c.document.intake);
    if (sign == nullptr)
        return {};
    constexpr std::array<std::string_view, 3> what_to_do{"stop.now", "stop.today", "stop.days"};
    return Message{.tone = Tone::bad,
                   .icon = Icon::stop,
                   .title = c.words("stop.title"),
                   .words = c.words(what_to_do[static_cast<std::size_t>(sign->urgency)]),
                   .reason = c.words(sign->words)};
}

} // namespace

float stop_card_height(ScreenContext &c, float width) {
    const auto shown = stop_message(c);
    return shown ? message_card(c.ui, {0, 0, width, 0}, *shown, false) : 0;
}

void stop_card(ScreenContext &c, Rect &list) {
    if (const auto shown = stop_message(c))
        message_card(c.ui, cut_top(list, stop_card_height(c, list.w), c.ui.px(12)), *shown);
}

} // namespace app
