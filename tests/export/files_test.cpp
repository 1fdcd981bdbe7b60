#include "catch.hpp"
#include "export/write_files.hpp"
#include "model/body/level_colors.hpp"
#include "samples.hpp"
#include "ui/theme.hpp"

namespace {

constexpr app::Format all[] = {app::Format::pdf, app::Format::html, app::Format::png};

} // namespace

TEST_CASE("a summary is written in each format, named by day and client") {
    const samples::Folder folder;
    const auto files = app::write_summary_files(samples::summary(), samples::four_views(3),
                                                folder.path() / "new", all, samples::created);
    REQUIRE(files.ok());
    REQUIRE(files->size() == 3);
    CHECK((*files)[0] == folder.path() / "new/2026-11-20-maya-lindgren-summary.pdf");
    CHECK((*files)[1].extension() == ".html");
    const auto picture = engine::read_png((*files)[2]);
    REQUIRE(picture.ok());
    CHECK(picture->width == 1800);
    CHECK(picture->pixel(0, 0)[0] == 255);
}

TEST_CASE("names of files keep letters of all languages and nothing that means a folder") {
    const samples::Folder folder;
    app::Summary summary = samples::summary();
    const auto name = [&](const std::string &client) {
        summary.client = client;
        const app::Format html[] = {app::Format::html};
        const auto files =
            app::write_summary_files(summary, {}, folder.path(), html, samples::created);
        REQUIRE(files.ok());
        return files->front().filename().string();
    };
    CHECK(name("Zoë O'Neil, born 1990") == "2026-11-20-zoë-o-neil-summary.html");
    CHECK(name("../../etc") == "2026-11-20-etc-summary.html");
    CHECK(name("") == "2026-11-20-client-summary.html");
}

TEST_CASE("a folder that cannot be made gives a sentence and no file") {
    const samples::Folder folder;
    const auto in_the_way = folder.write("file", "x");
    const auto files =
        app::write_summary_files(samples::summary(), {}, in_the_way / "out", all, samples::created);
    REQUIRE_FALSE(files.ok());
    CHECK(files.error().message.find("cannot be made") != std::string::npos);
}

TEST_CASE("a time that is none writes nothing") {
    const samples::Folder folder;
    CHECK_FALSE(
        app::write_summary_files(samples::summary(), {}, folder.path(), all, "../../x").ok());
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("paper and screen show a level in the same colours") {
    const auto packed = [](engine::ui::Color c) {
        return static_cast<app::Rgb>(c.r) << 16U | static_cast<app::Rgb>(c.g) << 8U | c.b;
    };
    const auto warm = engine::ui::warm_ramp(engine::ui::light_theme());
    const auto cool = engine::ui::cool_ramp(engine::ui::light_theme());
    for (int level = 0; level <= 10; ++level) {
        const auto index = static_cast<std::size_t>(level);
        const app::LevelColor pain = app::level_color(app::Channel::pain, level);
        const app::LevelColor tight = app::level_color(app::Channel::tight, level);
        INFO("level " << level);
        CHECK(pain.fill == packed(warm[index].fill));
        CHECK(pain.on == packed(warm[index].on));
        CHECK(pain.outline == packed(warm[index].outline));
        CHECK(tight.fill == packed(cool[index].fill));
        CHECK(tight.on == packed(cool[index].on));
        CHECK(tight.outline == packed(cool[index].outline));
    }
    CHECK(app::avoid_color == packed(engine::ui::light_theme().avoid));
}
