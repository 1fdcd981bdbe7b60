#include "screens/frame/idle_cover.hpp"

namespace app {

using namespace engine::ui;
using engine::Rect;

void idle_cover(ScreenContext &c) {
    Ui &ui = c.ui;
    const Rect window{0, 0, ui.size().x, ui.size().y};
    fill_gradient(ui, window, ui.theme().stage_top, ui.theme().stage_bottom, 0);
    Node node;
    node.role = Role::button;
    node.name = c.words("cover.go_on");
    node.rect = window;
    ui.widget(node);
    const float size = ui.text_px(64);
    const float middle = window.center().y;
    icon(ui, Icon::tap, {window.center().x, middle - size}, size, ui.theme().primary);
    draw_text(ui, {window.x, middle, window.w, ui.line_height(Font::heading)},
              c.words("cover.go_on"), {.font = Font::heading, .align = Align::center});
}

} // namespace app
