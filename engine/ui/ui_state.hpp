/// What Ui keeps between frames. For engine/ui only.
#pragma once

#include "ui/fonts.hpp"
#include "ui/text_edit.hpp"
#include "ui/ui.hpp"

#include <deque>
#include <map>
#include <set>
#include <unordered_map>

struct ImGuiContext;

namespace engine::ui {

/// The one pointer that presses the interface.
struct Press {
    bool active = false;
    std::int64_t pointer = 0;
    PointerKind kind = PointerKind::mouse;
    Id target = 0; ///< 0: pressed beside all widgets, or the press was given up
    Id scroll = 0; ///< scroll area under it
    glm::vec2 start{0, 0}, last{0, 0};
    double last_s = 0;
    bool moved = false;     ///< further than a tap
    bool scrolling = false; ///< the scroll area took it
    float velocity = 0;     ///< of the scrolling finger, pixels per second
};

struct ScrollState {
    float offset = 0, range = 0, velocity = 0;
    std::optional<float> target; ///< on its way there, to show a focused widget
    double moved_s = -10;
};

/// A scroll area as the last finished frame had it.
struct ScrollPlace {
    Id id = 0;
    Rect visible;
    Rect view;
    int layer = 0;
};

struct Animation {
    float from = 0, target = 0, value = 0;
    double start_s = 0, seconds = 0;
    int frame = 0;
};

/// A finger or button that went down on a canvas.
struct CanvasGrab {
    Id canvas = 0;
    int buttons = 1;
};

/// The text field that takes the keys.
struct Editing {
    Id id = 0;
    TextEdit edit;
    bool fresh = true; ///< not drawn yet: the caret goes to the end
    bool dirty = false;
    double blink_start_s = 0;
    float scroll_x = 0;
    float wish_x = -1; ///< column that up and down try to keep
    Rect rect;
};

/// A held stepper button.
struct Repeat {
    Id id = 0;
    double start_s = 0;
    int done = 0;
};

struct Frame {
    Tree tree;
    std::vector<ScrollPlace> scrolls;
    std::unordered_map<Id, Id> scroll_of; ///< of the widgets inside one
};

struct Ui::State {
    ~State();

    UiConfig config;
    ImGuiContext *imgui = nullptr;
    ImDrawList *draw = nullptr;
    FontSet fonts;
    float fonts_scale = 0;
    int font_generation = 0;

    double now_s = 0, last_s = 0;
    glm::vec2 size{1280, 800};
    float scale = 1;
    int frame_count = 0;
    bool moving = false; ///< something moves by itself in this frame
    std::optional<double> wake_at_s;

    Frame judged, building;
    std::vector<Id> scopes;
    std::vector<Rect> clips;
    std::vector<int> layers;
    std::vector<Id> scroll_stack;

    // Input.
    std::deque<InputEvent> waiting; ///< events that the next frame has to judge
    Press press;
    std::set<std::int64_t> fingers; ///< touches that are down, wherever they began
    std::optional<glm::vec2> mouse;
    Id hovered = 0;
    Id focused = 0;
    Id focus_wish = 0; ///< asked for by a screen, not drawn since
    bool keyboard_in_use = false;
    std::unordered_map<Id, Interaction> happened;
    std::vector<KeyEvent> free_keys;
    std::map<std::pair<PointerKind, std::int64_t>, CanvasGrab> grabs;
    std::unordered_map<Id, std::vector<InputEvent>> canvas_events;

    Editing editing;
    std::vector<InputEvent> typed; ///< for the text field that is being edited
    std::set<Id> left_fields;      ///< edited fields that lost the focus

    std::unordered_map<Id, ScrollState> scrolls;
    std::unordered_map<Id, Animation> animations;
    Repeat repeat;

    const Face &face(Font font) const { return fonts.faces[static_cast<std::size_t>(font)]; }
    const Face &medium() const { return fonts.faces[medium_face]; }
    const Face &semibold_caption() const { return fonts.faces[semibold_caption_face]; }
};

/// Judges the events against the last finished frame (ui_input.cpp).
void judge_events(Ui::State &state, std::span<const InputEvent> events);
/// Moves what was flung (scroll_area.cpp).
void advance_scrolls(Ui::State &state, double seconds);
/// Scrolls by pixels within the range.
void scroll_by(Ui::State &state, Id id, float pixels);
/// Brings a rectangle into the view of its scroll area.
void reveal_in(Ui::State &state, const ScrollPlace &place, const Rect &rect);
/// Gives the keys to a text field, or with 0 to none.
void edit_field(Ui::State &state, Id id);

} // namespace engine::ui
