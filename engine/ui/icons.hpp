/// The icons: our own strokes on a 24 x 24 grid, 2 wide, round ends; one style only.
#pragma once

#include "ui/ui.hpp"

namespace engine::ui {

enum class Icon : std::uint8_t {
    none,
    home,
    people,
    search,
    tablet,
    lock,
    back,
    next,
    chevron,
    down,
    close,
    check,
    undo,
    redo,
    tap,
    brush,
    expand,
    zoom_in,
    swap_sides,
    both_sides,
    trash,
    note,
    calendar,
    clock,
    plus,
    minus,
    warn,
    stop,
    info,
    shield,
    share,
    file,
    print,
    sign,
    arrow_down,
    arrow_up,
    equal,
    history,
    clipboard_check,
    clipboard_list,
    list_checks,
    hand,
    person,
    layers,
    settings,
    circle_check,
    loader,
    ban,
    flag,
    phone,
    backspace,
    pencil,
    help,
    link,
    gauge,
    globe,
    folder,
    pause,
    play,
    skip,
    grip,
    unlock,
};

/// Draws the icon into the square around `center`; `size` is its side in window pixels (24 and up).
void icon(Ui &ui, Icon icon, glm::vec2 center, float size, Color color);

/// A calm face for a level 0..10: flat mouth at 0, brows and mouth change; no smile, no tears.
void face(Ui &ui, int level, glm::vec2 center, float size, Color color);

} // namespace engine::ui
