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
    std::string floor;        ///< name of the figure it is compared with; its own for a floor
    std::string second_floor; ///< another one, or empty
};
using Figures = std::vector<Figure>;

/// What something takes in memory.
struct Amount {
    std::string name;
    double bytes;
};
using Amounts = std::vector<Amount>;

/// Medians of `rounds` runs, after one run that is not counted. `repeats`: runs in a round, for
/// what is too short to be timed once.
Time measure(int rounds, int repeats, const std::function<void()> &work);

Time median(std::vector<Time> times);
/// Of each of `count` things that were done in that time.
Time each(Time all, std::size_t count);

/// CPU time by that of the floor: steadier than wall time on a busy machine. Wall time where a
/// figure spends its time in other processes or on the disk. 0 for a floor that was not measured.
double ratio(const Figures &figures, const Figure &figure, std::string_view floor);

std::string table(const Figures &figures);
std::string table(const Amounts &amounts);
std::string json(const Figures &figures, const Amounts &amounts);

} // namespace bench
