/// One way of one person through the program, by real input, with what it costs. After each step
/// that the interface shows as saved it looks whether the marks are in the file.
#pragma once

#include "tours/driver.hpp"

#include <set>

namespace app {

/// What a person needs for one tap or key, on the average.
constexpr double seconds_a_tap = 1.2;

class Walk {
  public:
    Walk(Driver &driver, const Shell &shell, const engine::ui::Ui &ui, const Store &store,
         const BodyPlaces &places)
        : driver_(driver), shell_(shell), ui_(ui), store_(store), places_(places) {}

    // Steps by name; after the first failure the others are skipped.
    Walk &tap(std::string_view name);
    Walk &tap_area(std::string_view area);
    Walk &tap_at(glm::vec2 pixel);
    Walk &level(std::string_view slider, int level);
    Walk &type(std::string_view field, std::string_view words);
    Walk &enter_pin(std::string_view pin);
    Walk &press(engine::Key key, bool control = false);
    // By keyboard alone.
    /// Tab until the widget of that name has the focus.
    Walk &reach(std::string_view name);
    /// Reaches it and presses Enter.
    Walk &enter(std::string_view name);
    Walk &write(std::string_view words);

    /// Taps and keys so far.
    int taps() const { return taps_; }
    /// Marks that the interface has shown as saved.
    int acknowledged() const { return static_cast<int>(acknowledged_.size()); }
    /// Those of them that were in the file each time.
    int found() const { return acknowledged() - static_cast<int>(lost_.size()); }
    const std::string &failure() const { return failure_; }
    bool failed() const { return !failure_.empty(); }
    void fail(std::string why);

    const Shell &shell() const { return shell_; }
    const BodyPlaces &places() const { return places_; }

  private:
    void keep(const engine::Result<engine::Done> &step, int taps);
    void look_at_the_file();

    Driver &driver_;
    const Shell &shell_;
    const engine::ui::Ui &ui_;
    const Store &store_;
    const BodyPlaces &places_;
    int taps_ = 0;
    std::set<std::string> acknowledged_, lost_; ///< ids of marks
    std::string failure_;
};

} // namespace app
