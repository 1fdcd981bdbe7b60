#include "screens/frame/advice_cards.hpp"

#include <string>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

struct Look {
    Tone tone;
    Icon icon;
};

Look look_of(Severity severity) {
    switch (severity) {
    case Severity::stop:
        return {Tone::bad, Icon::stop};
    case Severity::warning:
        return {Tone::caution, Icon::warn};
    case Severity::caution:
        return {Tone::caution, Icon::shield};
    case Severity::note:
        break;
    }
    return {Tone::info, Icon::info};
}

} // namespace

std::vector<Advice> advice_now(const ScreenContext &c) {
    return guidance(c.document, c.past, c.seal.settings().guidance, c.now, c.atlas, c.health);
}

void advice_card(ScreenContext &c, Rect &list, const Advice &advice) {
    const Look look = look_of(advice.severity);
    const std::string why =
        c.words("advice.why", {{"reason", advice.reason}, {"rule", advice.rule}});
    const Message message{.tone = look.tone,
                          .icon = look.icon,
                          .title = advice.title,
                          .words = advice.action,
                          .reason = why};
    const float height = message_card(c.ui, list, message, false);
    message_card(c.ui, cut_top(list, height, c.ui.px(12)), message);
}

} // namespace app
