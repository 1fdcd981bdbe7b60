#include "tours/tour.hpp"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <random>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Error;
using engine::Result;

engine::Timestamp tour_day() {
    return engine::timestamp({2026, 11, 20, 16, 50, 0, 0}, 60);
}

namespace {

// The same ids in every run, so that pictures and files can be compared.
std::function<std::uint64_t()> fixed_random() {
    return [engine = std::mt19937_64(20261120)]() mutable { return engine(); };
}

Result<Done> make_empty(const std::filesystem::path &clinic) {
    std::error_code error;
    std::filesystem::remove_all(clinic, error);
    if (!error)
        std::filesystem::create_directories(clinic.parent_path(), error);
    if (error)
        return Error{"The folder " + clinic.parent_path().string() +
                     " cannot be used: " + error.message() + ". Choose another folder."};
    return Done{};
}

} // namespace

Result<std::unique_ptr<Tour>> Tour::begin(const Options &options,
                                          const std::filesystem::path &folder, bool demo_clinic) {
    const std::filesystem::path clinic = folder / "clinic";
    const auto empty = make_empty(clinic);
    if (!empty)
        return empty.error();
    ProgramConfig config;
    config.window.width = options.width;
    config.window.height = options.height;
    config.window.offscreen = true;
    config.window.max_frames_per_second = 0;
    config.clinic = clinic;
    config.now.wall = tour_day();
    config.random = fixed_random();
    config.passphrase_cost = quick_passphrase_cost;
    if (demo_clinic)
        config.demo_today = tour_day();
    auto program = make_program(options, config);
    if (!program)
        return program.error();

    std::unique_ptr<Tour> tour(new Tour);
    tour->folder_ = folder;
    tour->size_ = {options.width, options.height};
    tour->program_ = std::move(*program);
    Program &p = *tour->program_;
    tour->driver_ = std::make_unique<Driver>(p, &p.painter, glm::vec2(tour->size_), tour_day());
    return tour;
}

void Tour::keep(const Result<Done> &step) {
    if (!step && !failure_)
        failure_ = step.error();
}

Tour &Tour::tap(std::string_view name) {
    if (!failed())
        keep(driver_->tap(name));
    return *this;
}

Tour &Tour::tap_area(std::string_view area) {
    if (!failed())
        keep(driver_->tap_area(area, program_->resources->body->places()));
    return *this;
}

Tour &Tour::level(std::string_view slider, int level) {
    if (!failed())
        keep(driver_->set_level(slider, level));
    return *this;
}

Tour &Tour::type(std::string_view field, std::string_view words) {
    if (!failed())
        keep(driver_->type(field, words));
    return *this;
}

Tour &Tour::go_to(Screen screen) {
    if (!failed()) {
        program_->shell->go_to(screen);
        driver_->settle();
    }
    return *this;
}

Tour &Tour::enter_pin(std::string_view pin) {
    if (!failed())
        keep(driver_->enter_pin(pin));
    return *this;
}

Tour &Tour::picture(std::string_view name) {
    if (failed())
        return *this;
    driver_->settle();
    const auto number = std::to_string(100 + files_.size()).substr(1);
    const auto file = folder_ / (number + "-" + std::string(name) + ".png");
    const auto written = engine::write_png(read_window(size_.x, size_.y), file);
    keep(written);
    if (written)
        wrote(file);
    return *this;
}

Result<std::vector<std::filesystem::path>> Tour::result() const {
    if (failure_)
        return *failure_;
    return files_;
}

} // namespace app
