#include "shell/detail_chooser.hpp"

#include <algorithm>
#include <array>

namespace app {

namespace {

constexpr double smooth_s = 0.033; ///< 30 pictures a second

} // namespace

/// By the median, since a single frame may be slow for reasons that are not the body's.
void DetailChooser::moving_frame(double seconds) {
    if (decided_)
        return;
    last_[count_++ % judged] = seconds;
    if (count_ < judged)
        return;
    std::array<double, judged> sorted = last_;
    std::ranges::sort(sorted);
    if (sorted[judged / 2] > smooth_s) {
        detail_ = BodyDetail::fast;
        decided_ = true;
    }
}

} // namespace app
