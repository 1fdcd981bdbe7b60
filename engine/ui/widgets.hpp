/// Touch widgets. Each draws itself into the rectangle it is given, reports itself to the semantic
/// tree, and returns what the person did. They never change what they show: the caller does.
#pragma once

#include "ui/draw.hpp"
#include "ui/icons.hpp"

#include <initializer_list>
#include <optional>
#include <span>
#include <string>

namespace engine::ui {

/// `quiet` is a sunken ground, for closing.
enum class ButtonStyle : std::uint8_t { primary, secondary, soft, text, danger, quiet };
struct ButtonSpec {
    std::string_view name{}; ///< also shown, unless icon_only
    ButtonStyle style = ButtonStyle::secondary;
    Icon icon = Icon::none;
    Icon trailing = Icon::none;
    bool icon_only = false;
    bool enabled = true;
    Align align = Align::center;
};
bool button(Ui &ui, const Rect &rect, const ButtonSpec &spec);
/// Width that the button needs for its words, icons and padding.
float button_width(Ui &ui, const ButtonSpec &spec);

/// A choice that is on or off: soft fill, 2.5 px outline and a check when on. True: was tapped.
bool chip(Ui &ui, const Rect &rect, std::string_view name, bool on, bool enabled = true);
bool toggle(Ui &ui, const Rect &rect, std::string_view name, bool on);

struct Segment {
    std::string_view name{};
    Icon icon = Icon::none;
    std::optional<Pattern> swatch{}; ///< with the two colours below
    Color ground{}, ink{};
};
/// One of several; returns the index that was tapped. `name` is the group's ("View").
std::optional<int> segmented(Ui &ui, const Rect &rect, std::string_view name,
                             std::span<const Segment> segments, int selected);
/// The width below which words would be shortened.
float segmented_width(Ui &ui, std::span<const Segment> segments);

struct LevelSliderSpec {
    std::string_view name{};                  ///< "Loudness"
    const Ramp *ramp = nullptr;               ///< required
    std::optional<int> level{};               ///< empty: "tap a number"
    std::string_view low_word{}, high_word{}; ///< under the ends: "none", "most"
};
/// 11 cells of at least 48 px: tap, drag, arrows, Home, End. Returns the level under the finger
/// when it differs from `level`. The chosen cell stands out above its neighbours.
std::optional<int> level_slider(Ui &ui, const Rect &rect, const LevelSliderSpec &spec);
/// Height with the end words.
float level_slider_height(Ui &ui);

struct SliderSpec {
    std::string_view name{};
    float value = 0, low = 0, high = 1, step = 0.1F;
    std::string_view value_words{};           ///< read out in place of the number
    std::string_view low_word{}, high_word{}; ///< under the ends
};
/// A knob on a line with a notch in the middle, on which it snaps: drag, tap, arrows, Home, End.
/// Returns the value under the finger when it differs from `value`.
std::optional<float> slider(Ui &ui, const Rect &rect, const SliderSpec &spec);
float slider_height(Ui &ui);

struct StepperSpec {
    std::string_view name{};
    int value = 0, low = 0, high = 99, step = 1;
    std::string_view unit{}; ///< " s", " min"
};
/// Minus, value, plus; holding repeats. Returns the new value.
std::optional<int> stepper(Ui &ui, const Rect &rect, const StepperSpec &spec);

struct TextFieldSpec {
    std::string_view name{}; ///< read out; a label is drawn by the caller
    std::string_view placeholder{};
    Icon icon = Icon::none;
    bool multiline = false;
    std::size_t max_bytes = 2000;
    bool begin = false;       ///< typing begins when the field comes up
    bool hidden = false;      ///< a dot for each letter; read out and copied by nobody
    std::string_view error{}; ///< shown in red below the rectangle, when not empty
};
struct TextFieldEvent {
    bool changed = false;   ///< `text` was edited this frame
    bool committed = false; ///< Enter, or the focus left after an edit
    bool entered = false;   ///< Enter, in a field of one line
    int steps = 0;          ///< down minus up arrows, in a field of one line: for a list below it
};
TextFieldEvent text_field(Ui &ui, const Rect &rect, const TextFieldSpec &spec, std::string &text);

struct CardSpec {
    std::string_view name{}; ///< read out for cards that are targets
    bool target = false;     ///< the whole card can be tapped
    bool selected = false;
    bool flat = false;      ///< a line instead of a shadow
    Color fill{0, 0, 0, 0}; ///< alpha 0: the theme's surface
};
/// The background of a card; its content is drawn on top. True: was tapped.
bool card(Ui &ui, const Rect &rect, const CardSpec &spec);

enum class Tone : std::uint8_t { neutral, good, caution, info, bad };
float pill_width(Ui &ui, std::string_view words, Icon icon);
/// A small status, no target; 36 px high (text_px).
void pill(Ui &ui, const Rect &rect, std::string_view words, Icon icon, Tone tone);

/// A message card: icon square, title, sentence. Returns its height; `draw_it` false only measures.
struct Message {
    Tone tone = Tone::info;
    Icon icon = Icon::info;
    std::string_view title{}, words{}, reason{};
};
float message_card(Ui &ui, const Rect &rect, const Message &message, bool draw_it = true);

/// Round = level. `words` is at most two characters; with an icon the words are only read out.
struct BadgeSpec {
    std::string_view name{}; ///< read out: "Level 6, front left"; empty: part of another widget
    std::string_view words{};
    Icon icon = Icon::none;
    Color fill{}, on{};
    bool dashed = false; ///< from an earlier time
    bool target = false;
};
bool badge(Ui &ui, glm::vec2 center, float diameter, const BadgeSpec &spec);

/// Progress: numbered circles, the current one solid, earlier ones with a check.
void steps(Ui &ui, const Rect &rect, std::span<const std::string_view> names, int current);

struct RailItem {
    std::string_view name{};
    Icon icon;
};
/// Navigation on the left edge. Returns the index that was tapped.
std::optional<int> rail(Ui &ui, const Rect &rect, std::string_view name,
                        std::span<const RailItem> items, int selected);

/// Slides in from the right above the screen, in its own layer. While the object lives, all that is
/// drawn belongs to the sheet; nothing should be drawn when visible() is false.
class Sheet {
  public:
    Sheet(Ui &ui, std::string_view name, bool open, const Rect &rect);
    ~Sheet();
    Sheet(const Sheet &) = delete;
    Sheet &operator=(const Sheet &) = delete;
    bool visible() const { return visible_; }
    Rect content() const { return content_; } ///< inside the padding

  private:
    Ui &ui_;
    bool visible_;
    Rect content_;
};

struct ToastSpec {
    std::string_view words{};
    Icon icon = Icon::check;
    std::string_view action{}; ///< empty: none
};
/// Bottom left of `stage`, 5 s from `since_s`; returns true when the action was tapped.
bool toast(Ui &ui, const Rect &stage, double since_s, const ToastSpec &spec);

} // namespace engine::ui
