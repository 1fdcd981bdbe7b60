/// What screens have in common: the frame around them, the saved pill, panels, cards of marks.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// Background, progress steps, saved pill and the way back to the therapist. Returns what is left.
/// `step`: 0 Body, 1 Questions, 2 Comfort, 3 Check.
engine::Rect client_frame(ScreenContext &c, int step);

/// Background, rail and head of the therapist's screens. Returns what is left.
engine::Rect therapist_frame(ScreenContext &c, std::string_view title, std::string_view subtitle);

/// The same without a rail: the way back, a name, and a status where there is one.
struct Status {
    std::string_view words{};
    engine::ui::Icon icon = engine::ui::Icon::none;
    engine::ui::Tone tone = engine::ui::Tone::neutral;
};
engine::Rect quiet_frame(ScreenContext &c, std::string_view title, Screen back,
                         const Status &status);

/// Stage on the left, panel on the right, as the window and the text size allow.
struct Split {
    engine::Rect stage, panel;
};
Split stage_and_panel(const engine::ui::Ui &ui, const engine::Rect &rect);

/// A mark as a card at the top of the list, which gets shorter: badge, place, what was said. True:
/// was tapped.
bool mark_card(ScreenContext &c, engine::Rect &list, const Mark &mark, Reader reader);
/// Marks in order of level, avoid marks last.
std::vector<const Mark *> marks_by_level(const Document &document);

/// The title of the mark's place for this reader.
std::string place_title(const ScreenContext &c, std::string_view area, Reader reader);

/// A segmented control in as many rows as its words need, cut off the top of `rest`.
std::optional<int> segmented_rows(ScreenContext &c, engine::Rect &rest, std::string_view name,
                                  std::span<const engine::ui::Segment> segments, int selected);
/// Height that segmented_rows() takes in this width.
float segmented_rows_height(engine::ui::Ui &ui, float width,
                            std::span<const engine::ui::Segment> segments);

/// A heading line within a panel; returns the rest below it.
void panel_heading(ScreenContext &c, engine::Rect &panel, std::string_view words,
                   std::string_view small = {});

/// The one solid button of a screen, at the foot of a panel, which gets shorter.
bool primary_at_foot(ScreenContext &c, engine::Rect &panel, std::string_view name,
                     bool enabled = true);

/// Toast and problem card, above everything else; drawn last.
void overlays(ScreenContext &c);
/// Shows a toast with Undo.
void say(ScreenContext &c, std::string words);

/// A text field that keeps what is typed in UiState and emits when it is committed. `name` must be
/// unique on the screen, `saved` is what the document holds.
std::optional<std::string> committed_text(ScreenContext &c, const engine::Rect &rect,
                                          const engine::ui::TextFieldSpec &spec,
                                          const std::string &key, const std::string &saved);

} // namespace app
