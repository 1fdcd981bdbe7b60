#include "screens/frame/chrome.hpp"
#include "screens/stage/body_stage.hpp"

#include <imgui.h>

#include <string_view>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

void draw_body_now(const ImDrawList *, const ImDrawCmd *command) {
    const auto *c = static_cast<const ScreenContext *>(command->UserCallbackData);
    (*c->body_hook)(c->out.body);
}

} // namespace

// The figures are drawn by the body renderer in the middle of the interface's own drawing.
void queue_body(ScreenContext &c) {
    if (c.body_hook == nullptr)
        return;
    c.ui.draw()->AddCallback(draw_body_now, &c);
    c.ui.draw()->AddCallback(ImDrawCallback_ResetRenderState, nullptr);
}

void body_picture(ScreenContext &c, const Rect &rect, const engine::OrbitView &view, float radius) {
    const Theme &theme = c.ui.theme();
    fill_gradient(c.ui, rect, theme.stage_top, theme.stage_bottom, radius);
    const float stature = c.places.bounds().height();
    engine::OrbitView scaled = view;
    scaled.target *= stature;
    scaled.height_mm *= stature;
    const Document nobody;
    c.out.body = present(nobody, {}, c.places, {{scaled, rect}}, {&theme, c.ui.scale()});
    queue_body(c);
}

NamedView best_side(const ScreenContext &c) {
    const Rect square{0, 0, 400, 400};
    float balance = 0;
    for (const Mark &mark : c.document.marks) {
        const auto tags = c.places.tags(mark.regions);
        const auto seen = [&](NamedView view) {
            const Figure figure = figures_of(view, square, c.places.bounds()).front();
            return c.places.visible(figure, tags).area_px2;
        };
        balance += seen(NamedView::front) - seen(NamedView::back);
    }
    return balance > 0 ? NamedView::front : NamedView::back;
}

ViewAction fly_to_mark(const ScreenContext &c, const Mark &mark) {
    if (const auto patch = c.paint.patch(mark.paint))
        return FlyTo{c.places.view_of(*patch)};
    return FlyTo{c.places.view_of(c.places.tags(mark.regions))};
}

bool answers_beside_body(ScreenContext &c, Rect &rest, std::string_view button) {
    Ui &ui = c.ui;
    if (ui.large_words())
        return primary_at_foot(c, rest, button);
    const bool narrow = ui.size().x < ui.px(1200);
    Rect side = cut_right(rest, narrow ? rest.w * 0.3F : ui.px(400), ui.px(size::gutter));
    const bool pressed = primary_at_foot(c, side, button);
    StageSpec spec;
    spec.view_row = false;
    spec.after_levels = true;
    spec.only = best_side(c);
    body_stage(c, side, spec);
    return pressed;
}

} // namespace app
