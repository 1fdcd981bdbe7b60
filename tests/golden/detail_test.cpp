#include "catch.hpp"
#include "shell/program.hpp"
#include "temp_folder.hpp"

#include <glad/gl.h>

using namespace app;

namespace {

constexpr int width = 800, height = 600;

std::unique_ptr<Program> program_in(const std::filesystem::path &folder) {
    ProgramConfig config;
    config.window.width = width;
    config.window.height = height;
    config.window.offscreen = true;
    config.window.max_frames_per_second = 0;
    config.clinic = folder;
    config.random = [number = std::uint64_t{0}]() mutable { return ++number; };
    config.demo_today = engine::Timestamp{1'760'000'000'000, 60};
    auto made = make_program({}, config);
    INFO((made ? std::string() : made.error().message));
    REQUIRE(made.ok());
    return std::move(*made);
}

engine::Image picture(Program &program, double now_s) {
    program.shell->frame({now_s, {1'760'000'000'000, 60}, {width, height}, {}}, &program.painter);
    return read_window(width, height);
}

} // namespace

TEST_CASE("the body changes its detail between two frames and looks the same") {
    const test::TempFolder folder;
    const auto program = program_in(folder.path());
    program->shell->go_to(Screen::plan);
    picture(*program, 1);
    const engine::Image high = picture(*program, 3);
    CHECK(program->resources->body->mesh().triangle.size() > 100'000);
    REQUIRE_FALSE(program->shell->body().figures.empty());

    REQUIRE(change_detail(*program, BodyDetail::fast).ok());
    CHECK(program->resources->body->mesh().triangle.size() < 60'000);
    const engine::Image fast = picture(*program, 4);
    const engine::Difference difference = compare(high, fast);
    CHECK(difference.same_size);
    CHECK(difference.max > 0); // it is another mesh
    CHECK(difference.mean < 1);

    REQUIRE(change_detail(*program, BodyDetail::high).ok());
    CHECK(compare(high, picture(*program, 5)).max == 0);
}
