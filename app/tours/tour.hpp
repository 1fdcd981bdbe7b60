/// What both tours use: a program on a fixed day in an offscreen window, and its pictures.
#pragma once

#include "shell/program.hpp"
#include "tours/driver.hpp"

namespace app {

/// The day on which demos and pictures take place.
engine::Timestamp tour_day();

/// Steps by name; after the first failure the others are skipped and the failure is kept.
class Tour {
  public:
    /// Uses `folder` for pictures and `folder`/clinic for a fresh demo clinic.
    static engine::Result<std::unique_ptr<Tour>>
    begin(const Options &options, const std::filesystem::path &folder, bool demo_clinic);

    Tour &tap(std::string_view name);
    Tour &tap_area(std::string_view area);
    Tour &level(std::string_view slider, int level);
    Tour &type(std::string_view field, std::string_view words);
    Tour &go_to(Screen screen);
    Tour &enter_pin(std::string_view pin);
    /// Writes the window as "NN-name.png".
    Tour &picture(std::string_view name);

    Driver &driver() { return *driver_; }
    Program &program() { return *program_; }
    /// The files that were written, or the first failure.
    engine::Result<std::vector<std::filesystem::path>> result() const;
    void wrote(std::filesystem::path file) { files_.push_back(std::move(file)); }
    void keep(const engine::Result<engine::Done> &step);
    bool failed() const { return failure_.has_value(); }

  private:
    Tour() = default;

    std::filesystem::path folder_;
    glm::ivec2 size_{1280, 800};
    std::unique_ptr<Program> program_;
    std::unique_ptr<Driver> driver_;
    std::vector<std::filesystem::path> files_;
    std::optional<engine::Error> failure_;
};

} // namespace app
