#include "catch.hpp"
#include "shell/detail_chooser.hpp"
#include "shell/options.hpp"

using app::BodyDetail;
using app::DetailChooser;

namespace {

constexpr double smooth = 0.020, slow = 0.050;

void turn(DetailChooser &chooser, int frames, double seconds) {
    for (int i = 0; i < frames; ++i)
        chooser.moving_frame(seconds);
}

std::optional<app::Options> parsed(std::vector<std::string> arguments) {
    app::Options options;
    const auto read = engine::read(app::command_line(options), arguments);
    return read ? std::optional(options) : std::nullopt;
}

} // namespace

TEST_CASE("a body that turns smoothly keeps its detail") {
    DetailChooser chooser(std::nullopt);
    CHECK(chooser.detail() == BodyDetail::high);
    turn(chooser, 500, smooth);
    turn(chooser, 4, slow); // less than half of the frames that count
    turn(chooser, 500, 0.033);
    CHECK(chooser.detail() == BodyDetail::high);
    for (int i = 0; i < 100; ++i) { // every fifth frame stalls for a second
        turn(chooser, 1, 1);
        turn(chooser, 4, smooth);
    }
    CHECK(chooser.detail() == BodyDetail::high);
}

TEST_CASE("a body that turns slowly loses its detail, once and for all") {
    DetailChooser chooser(std::nullopt);
    turn(chooser, 8, slow); // too few to judge by
    CHECK(chooser.detail() == BodyDetail::high);
    turn(chooser, 1, slow);
    CHECK(chooser.detail() == BodyDetail::fast);
    turn(chooser, 1000, 0.001);
    CHECK(chooser.detail() == BodyDetail::fast);
}

TEST_CASE("a machine that becomes slow later is noticed") {
    DetailChooser chooser(std::nullopt);
    turn(chooser, 1000, smooth);
    turn(chooser, 4, slow);
    CHECK(chooser.detail() == BodyDetail::high);
    turn(chooser, 1, slow); // the fifth of nine
    CHECK(chooser.detail() == BodyDetail::fast);
}

TEST_CASE("a detail that was asked for stays") {
    DetailChooser high(BodyDetail::high), fast(BodyDetail::fast);
    turn(high, 1000, slow);
    turn(fast, 1000, 0.001);
    CHECK(high.detail() == BodyDetail::high);
    CHECK(fast.detail() == BodyDetail::fast);
}

TEST_CASE("the command line asks for a detail of the body") {
    CHECK_FALSE(parsed({})->detail);
    CHECK_FALSE(parsed({"--body-detail", "auto"})->detail);
    CHECK(parsed({"--body-detail", "high"})->detail == BodyDetail::high);
    CHECK(parsed({"--body-detail", "fast"})->detail == BodyDetail::fast);
    CHECK_FALSE(parsed({"--body-detail", "low"}));
    CHECK_FALSE(parsed({"--body-detail"}));
    app::Options options;
    CHECK(engine::help(app::command_line(options)).find("--body-detail auto|high|fast") !=
          std::string::npos);
}
