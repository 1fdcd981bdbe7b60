#include "screens/client/paint_sheet.hpp"

#include "model/session/words.hpp"
#include "screens/client/mark_sheet.hpp"
#include "screens/frame/chrome.hpp"
#include "screens/frame/sheet_parts.hpp"

#include <array>
#include <cstddef>
#include <utility>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr std::array<float, 3> radius_mm{8, 16, 30};

void put_paint(ScreenContext &c, const Mark &mark, std::vector<Dab> paint) {
    Covered covered = c.paint.covered(paint);
    if (!covered.area.empty())
        c.out.emit(SetMarkPaint{mark.id, covered.area, covered.regions, std::move(paint)});
}

void rub_out(ScreenContext &c, const Mark &mark, const std::vector<Dab> &eraser) {
    std::vector<Dab> left = c.paint.erased(mark.paint, eraser);
    if (left.size() == mark.paint.size())
        return;
    if (!left.empty())
        return put_paint(c, mark, std::move(left));
    c.out.emit(RemoveMark{mark.id});
    say(c, c.words("mark.removed", {{"place", place_title(c, mark.area, Reader::client)}}));
}

void empty_page(ScreenContext &c, Rect content) {
    Ui &ui = c.ui;
    const bool close = sheet_head(c, content, c.words("paint.title"));
    const bool done = sheet_foot(c, content, c.words("common.done"));
    if (close || done) {
        c.state.painting = false;
        c.out.view.push_back(ShowView{NamedView::pair});
    }
    ScrollArea area(ui, "paint", content.inset(-ui.px(4), 0));
    Rect rest = area.content().inset(ui.px(4), 0);
    const float top = rest.y;
    if (const auto channel = channel_choice(c, rest, c.state.last_channel))
        c.state.last_channel = *channel;
    brush_choice(c, rest);
    cut_top(rest, text(ui, rest, c.words("paint.how"), {.color = ui.theme().ink2, .wrap = true}),
            ui.px(12));
    area.used(rest.y - top);
}

} // namespace

StageBrush stage_brush(const ScreenContext &c, const Mark *mark) {
    StageBrush brush;
    brush.radius_mm = radius_mm.at(static_cast<std::size_t>(c.state.brush_size));
    brush.eraser = c.state.eraser;
    brush.channel = c.state.last_channel;
    if (mark != nullptr && !mark->paint.empty())
        brush.mark = mark->id;
    return brush;
}

void apply_stroke(ScreenContext &c, const PaintedStroke &stroke, const Mark *mark) {
    const bool grows = mark != nullptr && !mark->paint.empty();
    if (stroke.eraser) {
        for (const Mark &painted : c.document.marks)
            if (!painted.paint.empty() && (!grows || painted.id == mark->id))
                rub_out(c, painted, stroke.dabs);
        return;
    }
    std::vector<Dab> paint = grows ? mark->paint : std::vector<Dab>{};
    paint.insert(paint.end(), stroke.dabs.begin(), stroke.dabs.end());
    if (grows)
        return put_paint(c, *mark, std::move(paint));
    Covered covered = c.paint.covered(paint);
    if (covered.area.empty())
        return;
    const std::string id = c.new_id();
    c.out.emit(AddMark{id, covered.area, covered.regions, c.state.last_channel, Author::client,
                       Phase::before, c.now, std::move(paint)});
    c.out.view.push_back(SelectMark{id}); // the camera stays: the hand is still there
    c.state.note_open = false;
}

void brush_choice(ScreenContext &c, Rect &rest) {
    Ui &ui = c.ui;
    const std::array<Segment, 4> segments{{{c.words("paint.fine")},
                                           {c.words("paint.medium")},
                                           {c.words("paint.broad")},
                                           {c.words("paint.erase")}}};
    constexpr int eraser = 3;
    if (const auto tapped = segmented_rows(c, rest, c.words("paint.brush"), segments,
                                           c.state.eraser ? eraser : c.state.brush_size)) {
        c.state.eraser = *tapped == eraser;
        if (*tapped != eraser)
            c.state.brush_size = *tapped;
    }
    cut_top(rest, 0, ui.px(16));
}

void paint_sheet(ScreenContext &c, const Mark *mark) {
    if (mark != nullptr) {
        mark_sheet(c, mark);
        return;
    }
    const Sheet sheet(c.ui, c.words("paint.title"), c.state.painting, sheet_rect(c.ui));
    if (sheet.visible())
        empty_page(c, sheet.content());
}

} // namespace app
