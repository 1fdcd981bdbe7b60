#include "ui/ui_state.hpp"
#include "ui/widget_parts.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace engine::ui {

namespace {

constexpr double blink_s = 0.53;

/// Where the words of a field lie: the text in lines, and the place of the first.
struct Layout {
    std::vector<TextLine> lines;
    Rect inside;
    float line = 0;
    const Face *face = nullptr;
    float scroll_x = 0, scroll_y = 0;
};

std::size_t line_of(const Layout &layout, std::size_t at) {
    std::size_t row = 0;
    while (row + 1 < layout.lines.size() && layout.lines[row + 1].begin <= at)
        ++row;
    return row;
}

float x_of(const Layout &layout, std::string_view text, std::size_t at) {
    const TextLine &row = layout.lines[line_of(layout, at)];
    const std::size_t end = std::min(at, row.end);
    return glyphs_width(*layout.face, layout.face->em, text.substr(row.begin, end - row.begin));
}

/// The character boundary nearest to a distance from the line's start.
std::size_t position_in(const Layout &layout, std::string_view text, std::size_t row, float x) {
    const TextLine &line = layout.lines[row];
    std::size_t at = line.begin;
    float left = 0;
    while (at < line.end) {
        const std::size_t next = next_char(text, at);
        const float width = glyphs_width(*layout.face, layout.face->em, text.substr(at, next - at));
        if (x < left + width / 2)
            return at;
        left += width;
        at = next;
    }
    return line.end;
}

std::size_t position_at(const Layout &layout, std::string_view text, glm::vec2 pixel) {
    const float y = pixel.y - layout.inside.y + layout.scroll_y;
    const float last = static_cast<float>(layout.lines.size() - 1);
    const auto row = static_cast<std::size_t>(std::clamp(std::floor(y / layout.line), 0.0F, last));
    return position_in(layout, text, row, pixel.x - layout.inside.x + layout.scroll_x);
}

/// What stands in a hidden field: as many bytes, so that places in it stay the same.
std::string masked(std::string_view text) {
    constexpr std::array<std::string_view, 5> by_size{"", "*", "\u00B7", "\u2022", "\U0001F512"};
    std::string mask;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t next = next_char(text, at);
        mask += by_size[std::min<std::size_t>(next - at, by_size.size() - 1)];
        at = next;
    }
    mask.resize(text.size(), '*');
    return mask;
}

std::string shown(const TextFieldSpec &spec, const std::string &text) {
    return spec.hidden ? masked(text) : text;
}

Layout lay_out(Ui &ui, const Rect &inside, std::string_view text, bool multiline) {
    Layout layout;
    layout.face = &ui.state().face(Font::body);
    layout.line = layout.face->line;
    layout.inside = inside;
    if (multiline)
        layout.lines = break_lines(*layout.face, text, inside.w, true);
    else
        layout.lines = {{0, text.size()}};
    return layout;
}

/// Keeps the caret in sight.
void scroll_to_caret(Layout &layout, Editing &editing, std::string_view text, bool multiline) {
    const float x = x_of(layout, text, editing.edit.caret());
    if (multiline) {
        const float bottom =
            layout.line * static_cast<float>(line_of(layout, editing.edit.caret()) + 1);
        layout.scroll_y = std::max(0.0F, bottom - layout.inside.h);
        return;
    }
    const float room = layout.inside.w - 2;
    editing.scroll_x = std::clamp(editing.scroll_x, std::max(0.0F, x - room), x);
    layout.scroll_x = editing.scroll_x;
}

// --- keys ------------------------------------------------------------------------------------

class FieldKeys {
  public:
    FieldKeys(const TextFieldSpec &spec, Editing &editing, std::string &text, const Layout &layout)
        : spec_(spec), editing_(editing), text_(text), layout_(layout) {}

    void take(const InputEvent &input) {
        if (const auto *typed = std::get_if<TextEvent>(&input.what))
            insert(typed->utf8);
        else if (const auto *key = std::get_if<KeyEvent>(&input.what))
            press(*key);
    }
    bool changed() const { return changed_; }
    bool entered() const { return entered_; }
    int steps() const { return steps_; }

  private:
    void insert(std::string_view words) {
        changed_ = editing_.edit.insert(text_, words, spec_.max_bytes, spec_.multiline) || changed_;
        editing_.wish_x = -1;
    }

    void press(const KeyEvent &key) {
        TextEdit &edit = editing_.edit;
        if (key.key == Key::up || key.key == Key::down) {
            if (spec_.multiline)
                move_line(key);
            else
                steps_ += key.key == Key::down ? 1 : -1;
            return;
        }
        editing_.wish_x = -1;
        if (key.key == Key::enter) {
            if (spec_.multiline)
                insert("\n");
            else
                entered_ = true;
        } else if (key.key == Key::home || key.key == Key::end) {
            const TextLine row = spec_.multiline ? layout_.lines[line_of(layout_, edit.caret())]
                                                 : TextLine{0, text_.size()};
            edit.move_to(key.key == Key::home ? row.begin : row.end, key.shift);
        } else if (key.control && clipboard(key.key)) {
            return;
        } else {
            edit.handle(text_, key, changed_);
        }
    }

    bool clipboard(Key key) {
        TextEdit &edit = editing_.edit;
        switch (key) {
        case Key::a:
            edit.select_all(text_);
            return true;
        case Key::c:
        case Key::x:
            if (edit.has_selection() && !spec_.hidden)
                ImGui::SetClipboardText(std::string(edit.selected(text_)).c_str());
            if (key == Key::x)
                changed_ = edit.erase_selection(text_) || changed_;
            return true;
        case Key::v:
            if (const char *words = ImGui::GetClipboardText())
                insert(words);
            return true;
        default:
            return false;
        }
    }

    void move_line(const KeyEvent &key) {
        TextEdit &edit = editing_.edit;
        const std::size_t row = line_of(layout_, edit.caret());
        const bool up = key.key == Key::up;
        if (editing_.wish_x < 0)
            editing_.wish_x = x_of(layout_, text_, edit.caret());
        if (up && row == 0)
            edit.move_to(0, key.shift);
        else if (!up && row + 1 >= layout_.lines.size())
            edit.move_to(text_.size(), key.shift);
        else
            edit.move_to(position_in(layout_, text_, up ? row - 1 : row + 1, editing_.wish_x),
                         key.shift);
    }

    const TextFieldSpec &spec_;
    Editing &editing_;
    std::string &text_;
    const Layout &layout_;
    bool changed_ = false, entered_ = false;
    int steps_ = 0;
};

TextFieldEvent edit(Ui &ui, const TextFieldSpec &spec, const Interaction &state, const Rect &inside,
                    std::string &text) {
    Ui::State &s = ui.state();
    Editing &editing = s.editing;
    TextFieldEvent event;
    editing.edit.fit(text);
    if (editing.fresh)
        editing.edit.move_to(text.size(), false);
    editing.fresh = false;
    Layout layout = lay_out(ui, inside, text, spec.multiline);
    const std::string seen = shown(spec, text);
    scroll_to_caret(layout, editing, seen, spec.multiline);
    if (state.clicked || state.dragging)
        editing.edit.move_to(position_at(layout, seen, state.pointer), state.dragging);
    else if (state.held)
        editing.edit.move_to(position_at(layout, seen, state.pointer), false);
    for (const InputEvent &input : s.typed) {
        FieldKeys keys(spec, editing, text, layout);
        keys.take(input);
        event.changed = event.changed || keys.changed();
        event.entered = event.entered || keys.entered();
        event.steps += keys.steps();
        layout.lines = lay_out(ui, inside, text, spec.multiline).lines;
    }
    if (!s.typed.empty() || state.held || state.clicked)
        editing.blink_start_s = ui.now_s();
    event.committed = event.entered;
    editing.dirty = editing.dirty || event.changed;
    return event;
}

// --- picture ---------------------------------------------------------------------------------

void draw_selection(Ui &ui, const Layout &layout, const Editing &editing, std::string_view text) {
    const TextEdit &edit = editing.edit;
    for (std::size_t row = 0; row < layout.lines.size(); ++row) {
        const TextLine &line = layout.lines[row];
        const std::size_t from = std::max(edit.first(), line.begin);
        const std::size_t to = std::min(edit.last(), line.end);
        if (from >= to)
            continue;
        const Face &face = *layout.face;
        const float left = glyphs_width(face, face.em, text.substr(line.begin, from - line.begin));
        const float width = glyphs_width(face, face.em, text.substr(from, to - from));
        fill(ui,
             {layout.inside.x - layout.scroll_x + left,
              layout.inside.y - layout.scroll_y + layout.line * static_cast<float>(row), width,
              layout.line},
             ui.theme().primary.with_alpha(0.25F), ui.px(3));
    }
}

void draw_caret(Ui &ui, const Layout &layout, const Editing &editing, std::string_view text) {
    const double age = ui.now_s() - editing.blink_start_s;
    const double half = std::floor(age / blink_s);
    const bool still = ui.config().reduce_motion;
    if (!still)
        ui.wake_at(editing.blink_start_s + (half + 1) * blink_s);
    if (!still && std::fmod(half, 2) >= 1)
        return;
    const std::size_t caret = editing.edit.caret();
    const auto row = static_cast<float>(line_of(layout, caret));
    const float x = layout.inside.x - layout.scroll_x + x_of(layout, text, caret);
    const float y = layout.inside.y - layout.scroll_y + layout.line * row;
    fill(ui, {std::round(x), y + layout.line * 0.08F, ui.px(2), layout.line * 0.84F},
         ui.theme().primary);
}

void draw_words(Ui &ui, const Layout &layout, std::string_view text) {
    const Face &face = *layout.face;
    const float height = (face.ascent + face.descent) * face.em;
    float y = layout.inside.y - layout.scroll_y + (face.line - height) / 2 + face.ascent * face.em;
    for (const TextLine &line : layout.lines) {
        glyphs(ui, face, face.em, {layout.inside.x - layout.scroll_x, y},
               text.substr(line.begin, line.end - line.begin), ui.theme().ink);
        y += face.line;
    }
}

void draw_dots(Ui &ui, const Layout &layout, std::string_view mask) {
    float x = layout.inside.x - layout.scroll_x;
    for (std::size_t at = 0; at < mask.size();) {
        const std::size_t next = next_char(mask, at);
        const float width = glyphs_width(*layout.face, layout.face->em, mask.substr(at, next - at));
        circle(ui, {x + width / 2, layout.inside.center().y}, layout.line * 0.13F, ui.theme().ink);
        x += width;
        at = next;
    }
}

void draw_error(Ui &ui, const Rect &rect, std::string_view words) {
    Rect row{rect.x, rect.bottom() + ui.px(6), rect.w, ui.line_height(Font::caption)};
    const Rect sign = cut_left(row, ui.text_px(20), ui.px(8));
    icon(ui, Icon::warn, sign.center(), ui.text_px(20), ui.theme().danger);
    text(ui, row, words, {.font = Font::caption, .color = ui.theme().danger, .role = Role::status});
}

Rect draw_frame(Ui &ui, const Rect &rect, const TextFieldSpec &spec, bool active, bool focused) {
    const Theme &t = ui.theme();
    const float radius = ui.px(size::radius_control);
    fill(ui, rect, t.surface, radius);
    const Color outline = !spec.error.empty() ? t.danger : (active ? t.primary : t.outline);
    stroke(ui, rect, outline, radius, ui.px(active || !spec.error.empty() ? 2.5F : outline_width));
    if (focused && active)
        focus_ring(ui, rect, radius);
    Rect inside = rect.inset(ui.px(18), 0);
    if (spec.icon != Icon::none) {
        const Rect sign = cut_left(inside, ui.text_px(24), ui.px(12));
        icon(ui, spec.icon, sign.center(), ui.text_px(24), t.ink2);
    }
    const float line = ui.line_height(Font::body);
    if (spec.multiline)
        return inside.inset(0, ui.px(14));
    return {inside.x, inside.center().y - line / 2, inside.w, line};
}

} // namespace

TextFieldEvent text_field(Ui &ui, const Rect &rect, const TextFieldSpec &spec, std::string &text) {
    Ui::State &s = ui.state();
    const Id id = ui.id(spec.name);
    Node node = node_of(Role::text_field, spec.name, rect);
    node.value = spec.hidden ? std::string() : text;
    if (spec.begin && std::ranges::count(ui.tree().nodes(), id, &Node::id) == 0) {
        ui.focus(id);
        edit_field(s, id);
    }
    node.selected = s.editing.id == id;
    const Interaction state = ui.widget(node);
    const bool active = s.editing.id == id;
    const Rect inside = draw_frame(ui, rect, spec, active, state.focused);

    TextFieldEvent event;
    event.committed = s.left_fields.erase(id) > 0;
    if (active) {
        const TextFieldEvent edited = edit(ui, spec, state, inside, text);
        event.changed = edited.changed;
        event.entered = edited.entered;
        event.steps = edited.steps;
        event.committed = event.committed || edited.committed;
        s.editing.rect = rect;
    }
    const std::string seen = shown(spec, text);
    Layout layout = lay_out(ui, inside, seen, spec.multiline);
    if (active)
        scroll_to_caret(layout, s.editing, seen, spec.multiline);
    ui.push_clip(inside.inset(-ui.px(2), spec.multiline ? 0 : -ui.px(6)));
    if (active)
        draw_selection(ui, layout, s.editing, seen);
    if (text.empty())
        draw_text(ui, inside, spec.placeholder,
                  {.font = Font::body, .color = ui.theme().ink2, .wrap = spec.multiline});
    if (spec.hidden)
        draw_dots(ui, layout, seen);
    else
        draw_words(ui, layout, seen);
    if (active)
        draw_caret(ui, layout, s.editing, seen);
    ui.pop_clip();
    if (!spec.error.empty())
        draw_error(ui, rect, spec.error);
    if (event.committed && active) {
        s.editing.dirty = false; // reported once
        edit_field(s, 0);
    }
    return event;
}

} // namespace engine::ui
