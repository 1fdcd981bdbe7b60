// A client's tap in a real window gets to the disk, and a quiet program stays quiet.

#include "real_window.hpp"

using namespace std::chrono_literals;
using namespace test;

namespace {

/// Marks of the session that was changed, once it has some.
nlohmann::json marks_on_disk(const std::filesystem::path &data) {
    for (const auto &file : std::filesystem::directory_iterator(data / "sessions")) {
        const auto text = engine::read_file(file.path(), 1 << 20);
        if (!text)
            continue;
        const auto json = nlohmann::json::parse(*text, nullptr, false);
        if (json.value("stage", "") == "before" && !json["marks"].empty() &&
            json["marks"][0].value("level", nlohmann::json()).is_number())
            return json["marks"];
    }
    return {};
}

} // namespace

TEST_CASE("in a real window: tap a calf, set level 6, and the file on the disk holds it") {
    const Display display;
    const TempFolder folder;
    const std::filesystem::path data = folder.path() / "window";
    Window window(data, folder.path() / "stats.json", {"--demo"});
    Clinic guide;

    window.click(middle_of(guide.shell->tree(), "Hand over to Maya"));
    guide.tap("Hand over to Maya");
    window.click(middle_of(guide.shell->tree(), "Start"));
    guide.tap("Start");
    window.click(area_pixel(*guide.shell, "lower_leg_calf.l"));
    guide.tap_area("lower_leg_calf.l");
    window.click(level_pixel(guide.shell->tree(), "Pain level", 6));

    nlohmann::json marks;
    CHECK(comes_true([&] {
        marks = marks_on_disk(data);
        return !marks.empty();
    }));
    REQUIRE(marks.size() == 1);
    CHECK(marks[0]["area"] == "lower_leg_calf.l");
    CHECK(marks[0]["level"] == 6);
    CHECK(marks[0]["channel"] == "pain");
}

TEST_CASE("nothing is drawn while nothing changes") {
    const Display display;
    const TempFolder folder;
    Window window(folder.path() / "window", folder.path() / "stats.json", {"--demo"});
    std::this_thread::sleep_for(5s);
    const nlohmann::json stats = window.stats_after_close();
    CHECK(stats["frames"].get<int>() >= 1);
    CHECK(stats["frames"].get<int>() < 30);
    // The last frame but the closing one was drawn before the program came to rest, not in the 5 s
    // after it.
    CHECK(stats["quiet_s"].get<double>() > 4);
    CHECK(stats["body_detail"] == "fast"); // as it was asked for
}
