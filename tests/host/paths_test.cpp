#include "catch.hpp"
#include "host/clock.hpp"
#include "host/paths.hpp"

#include <cstdlib>
#include <optional>
#include <string>

using namespace engine;

namespace {

/// Sets an environment variable (or removes it) for as long as it lives.
class Environment {
  public:
    Environment(const char *name, const char *value) : name_(name) {
        if (const char *before = std::getenv(name))
            before_ = before;
        set(value);
    }
    ~Environment() { set(before_ ? before_->c_str() : nullptr); }
    Environment(const Environment &) = delete;
    Environment &operator=(const Environment &) = delete;

  private:
    void set(const char *value) {
        if (value != nullptr)
            setenv(name_, value, 1);
        else
            unsetenv(name_);
    }
    const char *name_;
    std::optional<std::string> before_;
};

} // namespace

TEST_CASE("the user's data are where the system says") {
    const Environment home("HOME", "/home/ada");
    SECTION("XDG_DATA_HOME first") {
        const Environment data("XDG_DATA_HOME", "/srv/data");
        CHECK(user_data_folder("thing").value() == "/srv/data/thing");
    }
    SECTION("a relative one is ignored") {
        const Environment data("XDG_DATA_HOME", "data");
        CHECK(user_data_folder("thing").value() == "/home/ada/.local/share/thing");
    }
    SECTION("home otherwise") {
        const Environment data("XDG_DATA_HOME", nullptr);
        CHECK(user_data_folder("thing").value() == "/home/ada/.local/share/thing");
    }
    SECTION("neither: the Error names both") {
        const Environment data("XDG_DATA_HOME", nullptr);
        const Environment no_home("HOME", nullptr);
        const auto folder = user_data_folder("thing");
        REQUIRE_FALSE(folder);
        CHECK(folder.error().message.find("XDG_DATA_HOME") != std::string::npos);
    }
}

TEST_CASE("the wall clock knows the time zone") {
    {
        const Environment zone("TZ", "XXX-05:30");
        CHECK(wall_clock().offset_minutes == 330);
    }
    CHECK(wall_clock().unix_ms > 1'700'000'000'000);
}

TEST_CASE("a copied clock goes on from the same start") {
    const Clock clock;
    const double before = clock.now_s();
    const Clock copy = clock;
    CHECK(copy.now_s() >= before);
}

TEST_CASE("random numbers differ") {
    CHECK(random_64() != random_64());
}
