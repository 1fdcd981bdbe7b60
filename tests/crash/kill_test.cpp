// Whatever was acknowledged outlives the program, at whatever moment it is killed.

#include "catch.hpp"
#include "example_session.hpp"
#include "scratch.hpp"
#include "soak_driver/kills.hpp"

using test::Scratch;

namespace {

/// Each seed is another walk through the same program; tools/soak takes others.
void kill(std::uint64_t seed, int kills, const std::string &passphrase) {
    const Scratch scratch;
    soak::KillPlan plan{.folder = scratch.path() / "clinic", .passphrase = passphrase};
    plan.cli = PALPATE_BIN_DIR "/palpate-cli";
    plan.seed = seed;
    plan.kills = kills;
    const auto tally = soak::kill_and_look(plan, test::atlas());
    INFO((tally ? std::string() : tally.error().message));
    REQUIRE(tally.ok());
    CHECK(tally->kills == kills);
    // The kills strike where something is at stake.
    CHECK(tally->in_calls > kills / 4);
    CHECK(tally->of_programs > kills / 100);
    CHECK(tally->acknowledged > kills);
    CHECK(tally->unacknowledged > kills / 20);
    CHECK(tally->recovered > static_cast<std::uint64_t>(kills));
}

} // namespace

TEST_CASE("five hundred kills lose nothing that was acknowledged") {
    kill(20261123, 500, "");
}

TEST_CASE("five hundred kills lose nothing in an encrypted clinic") {
    kill(20261124, 500, "a long walk home");
}
