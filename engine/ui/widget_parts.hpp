/// What the widgets share. For engine/ui only.
#pragma once

#include "ui/paint.hpp"
#include "ui/text_layout.hpp"
#include "ui/widgets.hpp"

namespace engine::ui {

constexpr float outline_width = 1.25F; ///< layout pixels

/// A ring with a gap around a widget that has the keyboard focus.
void focus_ring(Ui &ui, const Rect &rect, float radius);
/// The ground of something that can be tapped: a breath darker under the mouse, more when pressed.
Color reacting(Ui &ui, const Node &node, Color ground, const Interaction &state);
/// Pressed and the pointer still on it.
bool pressed(const Node &node, const Interaction &state);

/// Icon, words and a trailing icon in a row.
struct LabelSpec {
    std::string_view words;
    Icon icon = Icon::none;
    Icon trailing = Icon::none;
    const Face *face = nullptr;
    Color color{};
    float icon_size = 24; ///< window pixels, as the gap
    float gap = 12;
    Align align = Align::center;
};
float label_width(const LabelSpec &spec);
/// Whether label() shows all words, in one line or in as many as the rectangle is high for.
bool label_fits(const Rect &rect, const LabelSpec &spec);
/// Draws the row into the rectangle; false when the words were shortened.
bool label(Ui &ui, const Rect &rect, const LabelSpec &spec);

Node node_of(Role role, std::string_view name, const Rect &rect);

} // namespace engine::ui
