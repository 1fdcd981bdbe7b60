// The PIN that gives a handed-over tablet back: waits, restarts, clocks, and broken files.

#include "base/file.hpp"
#include "catch.hpp"
#include "files_of.hpp"
#include "session/seal.hpp"
#include "temp_folder.hpp"

using namespace app;
using test::open_store;
namespace fs = std::filesystem;

namespace {

const std::string handed_over = "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d90";
constexpr std::int64_t noon = 1'760'000'000'000;

/// A tablet with the PIN 4711 and a driven clock.
struct Tablet {
    test::TempFolder folder;
    double now_s = 100;
    std::int64_t wall_ms = noon;
    FolderStore store = open_store(folder.path());
    std::optional<Seal> pad{std::in_place, store, quick_pin_limits, clocks()};
    Seal &seal() { return *pad; }

    Tablet() { REQUIRE(seal().choose_pin("4711").ok()); }
    ClockTimes clocks() const { return {now_s, {wall_ms, 60}}; }
    void pass(double seconds) {
        now_s += seconds;
        wall_ms += static_cast<std::int64_t>(seconds * 1000);
    }
    /// The program ends, and is started `away_s` later; `clock_s`: the wall clock is set by that.
    void restart(double away_s = 0, double clock_s = 0) {
        pass(away_s);
        wall_ms += static_cast<std::int64_t>(clock_s * 1000);
        now_s = 0;
        pad.emplace(store, quick_pin_limits, clocks());
    }
    void wrong(int times) {
        for (int i = 0; i < times; ++i) {
            pass(seal().wait_s(now_s));
            REQUIRE_FALSE(seal().try_pin("0000", clocks()).value());
        }
    }
    double wait() const { return pad->wait_s(now_s); }
};

} // namespace

TEST_CASE("a hand-over holds over a restart until the right PIN") {
    Tablet tablet;
    CHECK_FALSE(tablet.seal().sealed());
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    tablet.restart();
    CHECK(tablet.seal().sealed());
    CHECK(tablet.seal().session() == handed_over);
    CHECK_FALSE(tablet.seal().try_pin("1234", tablet.clocks()).value());
    CHECK(tablet.seal().sealed());
    CHECK(tablet.seal().try_pin("4711", tablet.clocks()).value());
    CHECK_FALSE(tablet.seal().sealed());
    tablet.restart();
    CHECK_FALSE(tablet.seal().sealed());
    CHECK(tablet.seal().tries_left() == 5); // a right one forgets the wrong ones
}

TEST_CASE("after five wrong tries the waits grow, and the right PIN has to wait, too") {
    Tablet tablet;
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    tablet.wrong(1);
    CHECK(tablet.seal().tries_left() == 4);
    tablet.wrong(3);
    CHECK(tablet.seal().tries_left() == 1);
    CHECK(tablet.wait() == 0);
    for (const int seconds : {30, 60, 120, 300, 900, 900}) {
        tablet.wrong(1);
        CHECK(tablet.wait() == Approx(seconds));
        CHECK_FALSE(tablet.seal().try_pin("4711", tablet.clocks()).ok());
        tablet.pass(seconds - 1);
        CHECK(tablet.wait() == Approx(1));
        tablet.pass(1);
        CHECK(tablet.wait() == 0);
    }
    CHECK(tablet.seal().try_pin("4711", tablet.clocks()).value());
}

TEST_CASE("a restart forgets neither wrong tries nor the wait") {
    Tablet tablet;
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    tablet.wrong(3);
    tablet.restart();
    CHECK(tablet.seal().tries_left() == 2);
    tablet.wrong(2);
    tablet.restart(10);
    CHECK(tablet.wait() == Approx(20));
    tablet.restart(15);
    CHECK(tablet.wait() == Approx(5));
    tablet.restart(5);
    CHECK(tablet.wait() == 0);
    tablet.wrong(1);
    CHECK(tablet.wait() == Approx(60));
}

TEST_CASE("a clock that is set back costs the wait once more at most, and never locks for ever") {
    Tablet tablet;
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    tablet.wrong(5);
    tablet.wall_ms -= 3'600'000; // while the program runs the wall clock does not count
    tablet.pass(30);
    CHECK(tablet.wait() == 0);
    tablet.wrong(1);
    constexpr double year = 365.0 * 86400;
    tablet.restart(10, -year);
    CHECK(tablet.wait() == Approx(60));
    tablet.pass(60);
    CHECK(tablet.wait() == 0);
    CHECK(tablet.seal().try_pin("4711", tablet.clocks()).value());
}

TEST_CASE("a try that cannot be noted is not answered") {
    Tablet tablet;
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    const fs::path away = tablet.folder.path().string() + "-away";
    fs::rename(tablet.folder.path(), away);
    CHECK_FALSE(tablet.seal().try_pin("4711", tablet.clocks()).ok());
    CHECK(tablet.seal().sealed());
    fs::rename(away, tablet.folder.path());
    CHECK(tablet.seal().try_pin("4711", tablet.clocks()).value());
}

TEST_CASE("a wrong try is on the disk before it is answered") {
    Tablet tablet;
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    tablet.wrong(2);
    CHECK(tablet.store.tablet().value().wrong_tries == 2);
    CHECK(tablet.store.tablet().value().sealed_session == handed_over);
}

TEST_CASE("damaged notes of the tablet count as sealed, and the PIN mends them") {
    Tablet tablet;
    for (const char *text : {"", "{\"format\": \"palp",
                             R"({"format": "palpate-tablet", "version": 2, "wrong_tries": 0})"}) {
        INFO(text);
        REQUIRE(engine::write_file_durably(tablet.folder.path() / "tablet.json", text).ok());
        tablet.restart();
        CHECK(tablet.seal().sealed());
        CHECK(tablet.seal().session().empty());
        CHECK(tablet.seal().tries_left() == 1); // nobody knows how many there were
        CHECK(tablet.seal().try_pin("4711", tablet.clocks()).value());
        tablet.restart();
        CHECK_FALSE(tablet.seal().sealed());
    }
}

TEST_CASE("without settings that can be read nothing opens and nothing is handed over") {
    Tablet tablet;
    const fs::path file = tablet.folder.path() / "settings.json";
    const std::string whole = engine::read_file(file, 1 << 16).value();
    REQUIRE(engine::write_file_durably(file, "{").ok());
    tablet.restart();
    CHECK_FALSE(tablet.seal().problem().empty());
    CHECK_FALSE(tablet.seal().hand_over(handed_over).ok());
    CHECK_FALSE(tablet.seal().choose_pin("0000").ok());
    CHECK(engine::read_file(file, 1 << 16).value() == "{");

    REQUIRE(engine::write_file_durably(file, whole).ok());
    tablet.restart();
    REQUIRE(tablet.seal().hand_over(handed_over).ok());
    for (const bool gone : {false, true}) {
        if (gone)
            fs::remove(file);
        else
            REQUIRE(engine::write_file_durably(file, "[]").ok());
        tablet.restart();
        CHECK(tablet.seal().sealed());
        CHECK_FALSE(tablet.seal().problem().empty());
        CHECK_FALSE(tablet.seal().try_pin("4711", tablet.clocks()).ok());
        CHECK_FALSE(tablet.seal().choose_pin("0000").ok());
        CHECK(tablet.seal().sealed());
    }
}
