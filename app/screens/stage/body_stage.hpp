/// The stage: the body with its marks, turned and tapped by finger, with side labels, badges and
/// the row of views. Shared by all screens that show the map.
#pragma once

#include "screens/frame/screen.hpp"
#include "screens/stage/present.hpp"

namespace app {

inline constexpr float wheel_zoom = 1.15F; ///< a step of the wheel

/// With a brush one pointer paints; two fingers, or the other buttons of a mouse, turn the body.
struct StageBrush {
    float radius_mm = 12; ///< at full pressure
    bool eraser = false;
    std::string mark;                ///< id of the mark that grows or shrinks; empty: a new one ...
    Channel channel = Channel::pain; ///< ... of that channel
};

/// From finger down to finger up.
struct PaintedStroke {
    std::vector<Dab> dabs; ///< at least one
    bool eraser = false;
};

struct StageSpec {
    std::string title;
    Reader reader = Reader::therapist;
    bool view_row = true; ///< the row of views, with undo and redo
    bool pick = false;    ///< a tap on the body picks a place
    bool look = false;    ///< a long press asks what lies there; else it is a slow tap
    bool names = false;   ///< offers the names of places around the body
    const Document *ghost = nullptr;
    std::optional<StageBrush> brush; ///< instead of tapping and turning by one finger
    std::optional<NamedView> only;   ///< one quiet view that cannot be turned, for narrow stages
    bool after_levels = false; ///< badges and colours show the level after treatment where known
    bool care = false;         ///< lines around what asks for caution or for no contact
    bool compare = false;      ///< client's marks against therapist's findings, without badges
    float title_space = 0;     ///< window pixels kept free at the right of the title
    float foot_space = 0;      ///< window pixels of the body's foot that the caller covers
    std::vector<engine::Rect> covered; ///< by the caller: badges and names keep off
    float bottom_space = 0;            ///< window pixels kept free above the view row
};

struct StageEvents {
    std::optional<Place> tapped_place;      ///< by finger or by keyboard
    std::optional<Place> looked_at;         ///< by a long press
    std::optional<PaintedStroke> stroke;    ///< for one command
    std::optional<std::string> tapped_mark; ///< id of the mark whose badge was tapped
    engine::Rect free_strip;                ///< StageSpec::bottom_space high, above the view row
};

/// Draws the stage into `rect`. The head (title) and the foot (views) take what they need.
StageEvents body_stage(ScreenContext &c, const engine::Rect &rect, const StageSpec &spec);

/// A quiet picture of the body without controls, for cards and welcome pages. Lengths of the view
/// are in statures.
void body_picture(ScreenContext &c, const engine::Rect &rect, const engine::OrbitView &view,
                  float radius);

/// Draws what is in Out::body at this point of the interface's own drawing.
void queue_body(ScreenContext &c);

/// Front or back: the side that shows more of the marks.
NamedView best_side(const ScreenContext &c);

/// The camera action that shows a mark from near.
ViewAction fly_to_mark(const ScreenContext &c, const Mark &mark);

/// Beside a list of sliders: the side of the body that shows most of the marks, as they are after
/// the session, over the one solid button. `rest` becomes the list's; with large words the map
/// gives its room to the sliders. True: the button was pressed.
bool answers_beside_body(ScreenContext &c, engine::Rect &rest, std::string_view button);

} // namespace app
