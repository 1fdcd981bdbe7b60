/// What the pages of the settings have in common. For their sources only.
#pragma once

#include "screens/frame/chrome.hpp"

namespace app {

// The pages, each cut off the top of its list.
void settings_clinic(ScreenContext &c, engine::Rect &list);
void settings_therapists(ScreenContext &c, engine::Rect &list);
void settings_session(ScreenContext &c, engine::Rect &list);
void settings_guidance(ScreenContext &c, engine::Rect &list);
void settings_texts(ScreenContext &c, engine::Rect &list);
void settings_homework(ScreenContext &c, engine::Rect &list);
void settings_consent(ScreenContext &c, engine::Rect &list);
void settings_tablet(ScreenContext &c, engine::Rect &list);
void settings_records(ScreenContext &c, engine::Rect &list);

/// Changes the clinic's settings after the frame.
void change(ScreenContext &c, std::function<void(ClinicSettings &)> how);

/// A heading with a sentence below it.
void settings_heading(ScreenContext &c, engine::Rect &list, std::string_view title,
                      std::string_view sentence = {});
/// A sentence in quiet ink.
void settings_sentence(ScreenContext &c, engine::Rect &list, std::string_view words);

struct SettingField {
    std::string_view name; ///< also the label above it
    std::string_view hint{};
    std::string key; ///< unique among all fields of the settings
    const std::string &saved;
    std::size_t max_bytes = settings_limits::name_bytes;
    bool long_text = false; ///< grows with its words
    std::string_view error{};
};
/// A labelled text field; returns what was typed when it is done.
std::optional<std::string> setting_field(ScreenContext &c, engine::Rect &list,
                                         const SettingField &field);

/// Words on the left and a control on the right, or below where it does not fit. `draw` gets the
/// control's place.
struct SettingRow {
    std::string_view title, sentence{};
    float control_width; ///< layout pixels at 100 % text
};
void setting_row(ScreenContext &c, engine::Rect &list, const SettingRow &row,
                 const std::function<void(const engine::Rect &)> &draw);
std::optional<int> setting_stepper(ScreenContext &c, engine::Rect &list, const SettingRow &row,
                                   const engine::ui::StepperSpec &spec);
bool setting_toggle(ScreenContext &c, engine::Rect &list, std::string_view title,
                    std::string_view sentence, bool on);

/// Sentences that can be changed, deleted and added to; `at` finds their list in the settings.
struct SettingLines {
    std::string_view what; ///< "Line", read out with its number
    std::string_view add;  ///< name of the field for a new one
    std::string_view hint;
    std::size_t most;
    std::vector<std::string> ClinicSettings::*list;
};
void setting_lines(ScreenContext &c, engine::Rect &list, const SettingLines &spec);

/// A card that leads to the editor of one thing. True: was tapped.
struct SettingCard {
    std::string_view title, line;
    std::string_view pill{};
};
bool setting_card(ScreenContext &c, engine::Rect &list, const SettingCard &spec);
/// A button as wide as its words, cut off the top of the list.
bool setting_button(ScreenContext &c, engine::Rect &list, const engine::ui::ButtonSpec &spec);
/// "Delete", which asks once more in its place. True: it is certain.
bool delete_button(ScreenContext &c, engine::Rect &list, std::string_view what);

} // namespace app
