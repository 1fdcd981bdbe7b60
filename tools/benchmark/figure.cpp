#include "figure.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>

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

double ratio(const Figures &figures, const Figure &figure) {
    const auto floor = std::ranges::find(figures, figure.floor, &Figure::name);
    if (floor == figures.end())
        return 0;
    if (measured_by_wall(figure) || measured_by_wall(*floor))
        return figure.time.wall_ms / floor->time.wall_ms;
    return figure.time.cpu_ms / floor->time.cpu_ms;
}

std::string table(const Figures &figures) {
    std::string lines;
    char line[160];
    std::snprintf(line, sizeof line, "%-34s %11s %11s %9s  %s\n", "", "wall ms", "CPU ms",
                  "x floor", "floor");
    lines += line;
    for (const Figure &figure : figures) {
        std::snprintf(line, sizeof line, "%-34s %11.4f %11.4f %9.3g  %s\n", figure.name.c_str(),
                      figure.time.wall_ms, figure.time.cpu_ms, ratio(figures, figure),
                      figure.name == figure.floor ? "(a floor)" : figure.floor.c_str());
        lines += line;
    }
    return lines;
}

std::string json(const Figures &figures) {
    auto list = nlohmann::ordered_json::array();
    for (const Figure &figure : figures)
        list.push_back({{"name", figure.name},
                        {"wall_ms", figure.time.wall_ms},
                        {"cpu_ms", figure.time.cpu_ms},
                        {"floor", figure.floor},
                        {"ratio", ratio(figures, figure)}});
    return list.dump(2) + "\n";
}

} // namespace bench
