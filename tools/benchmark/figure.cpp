#include "figure.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <functional>
#include <ratio>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bench {
namespace {

double cpu_now_ms() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

Time time_once(int repeats, const std::function<void()> &work) {
    const double cpu = cpu_now_ms();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < repeats; ++i)
        work();
    const std::chrono::duration<double, std::milli> wall = std::chrono::steady_clock::now() - start;
    return {wall.count() / repeats, (cpu_now_ms() - cpu) / repeats};
}

double median_of(std::vector<Time> &times, double Time::*member) {
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::ranges::nth_element(times, middle, {}, member);
    return (*middle).*member;
}

bool measured_by_wall(const Figure &figure) {
    return figure.time.cpu_ms <= 0;
}

/// With the unit that suits it: "12.3 ms", "412 ns".
std::string with_unit(double ms) {
    char text[32];
    if (ms >= 1)
        std::snprintf(text, sizeof text, "%.1f ms", ms);
    else if (ms >= 1e-3)
        std::snprintf(text, sizeof text, "%.1f us", ms * 1e3);
    else
        std::snprintf(text, sizeof text, "%.0f ns", ms * 1e6);
    return text;
}

/// "   12.3 x frame: clear only"
std::string compared(const Figures &figures, const Figure &figure, const std::string &floor) {
    if (floor.empty())
        return "";
    if (floor == figure.name)
        return "  (a floor)";
    char text[120];
    std::snprintf(text, sizeof text, "  %6.3g x %s", ratio(figures, figure, floor), floor.c_str());
    return text;
}

} // namespace

Time median(std::vector<Time> times) {
    return {median_of(times, &Time::wall_ms), median_of(times, &Time::cpu_ms)};
}

Time measure(int rounds, int repeats, const std::function<void()> &work) {
    work();
    std::vector<Time> times;
    for (int i = 0; i < rounds; ++i)
        times.push_back(time_once(repeats, work));
    return median(std::move(times));
}

Time each(Time all, std::size_t count) {
    const auto n = static_cast<double>(count);
    return {all.wall_ms / n, all.cpu_ms / n};
}

double ratio(const Figures &figures, const Figure &figure, std::string_view floor_name) {
    const auto floor = std::ranges::find(figures, floor_name, &Figure::name);
    if (floor == figures.end())
        return 0;
    if (measured_by_wall(figure) || measured_by_wall(*floor))
        return figure.time.wall_ms / floor->time.wall_ms;
    return figure.time.cpu_ms / floor->time.cpu_ms;
}

std::string table(const Figures &figures) {
    char line[160];
    std::snprintf(line, sizeof line, "%-38s %10s %10s\n", "", "wall", "CPU");
    std::string lines = line;
    for (const Figure &figure : figures) {
        std::snprintf(line, sizeof line, "%-38s %10s %10s", figure.name.c_str(),
                      with_unit(figure.time.wall_ms).c_str(),
                      with_unit(figure.time.cpu_ms).c_str());
        lines += line + compared(figures, figure, figure.floor) +
                 compared(figures, figure, figure.second_floor) + "\n";
    }
    return lines;
}

std::string table(const Amounts &amounts) {
    std::string lines;
    for (const Amount &amount : amounts) {
        char line[100];
        std::snprintf(line, sizeof line, "%-38s %7.1f MiB\n", amount.name.c_str(),
                      amount.bytes / (1024 * 1024));
        lines += line;
    }
    return lines;
}

std::string json(const Figures &figures, const Amounts &amounts) {
    auto list = nlohmann::ordered_json::array();
    for (const Figure &figure : figures) {
        nlohmann::ordered_json row{{"name", figure.name},
                                   {"wall_ms", figure.time.wall_ms},
                                   {"cpu_ms", figure.time.cpu_ms},
                                   {"floor", figure.floor},
                                   {"ratio", ratio(figures, figure, figure.floor)}};
        if (!figure.second_floor.empty()) {
            row["second_floor"] = figure.second_floor;
            row["second_ratio"] = ratio(figures, figure, figure.second_floor);
        }
        list.push_back(row);
    }
    for (const Amount &amount : amounts)
        list.push_back({{"name", amount.name}, {"bytes", amount.bytes}});
    return list.dump(2) + "\n";
}

} // namespace bench
