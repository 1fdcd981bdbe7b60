/// What was measured, and the clocks it is measured by.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace bench {

struct Time {
    double wall_ms = 0;
    double cpu_ms = 0; ///< of all threads: software GL draws with several
};

struct Figure {
    std::string name;
    Time time;
    std::string floor; ///< name of the figure it is compared with; its own for a floor
};
using Figures = std::vector<Figure>;

/// Medians of `rounds` runs, after one run that is not counted. `repeats`: runs in a round, for
/// what is too short to be timed once.
Time measure(int rounds, int repeats, const std::function<void()> &work);

Time median(std::vector<Time> times);

/// CPU time by that of the floor: steadier than wall time on a busy machine. Wall time where a
/// figure spends its time in other processes or on the disk.
double ratio(const Figures &figures, const Figure &figure);

std::string table(const Figures &figures);
std::string json(const Figures &figures);

} // namespace bench
