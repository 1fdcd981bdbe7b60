/// How finely the body is drawn: as finely as this machine turns it smoothly.
#pragma once

#include "model/body/body_model.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace app {

/// Starts with the high detail and gives it up, once and for all of this run, when the body turns
/// too slowly. It never goes back: a body that changes while it is looked at is worse than either.
class DetailChooser {
  public:
    /// `wanted`: this and no other.
    explicit DetailChooser(std::optional<BodyDetail> wanted)
        : detail_(wanted.value_or(BodyDetail::high)), decided_(wanted.has_value()) {}

    /// A frame in which the body moved has taken so long, until it was on the screen.
    void moving_frame(double seconds);

    BodyDetail detail() const { return detail_; }

  private:
    static constexpr std::size_t judged = 9; ///< frames: soon enough where each is slow
    BodyDetail detail_;
    bool decided_;
    std::array<double, judged> last_{};
    std::size_t count_ = 0;
};

} // namespace app
