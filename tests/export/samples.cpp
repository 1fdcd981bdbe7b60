#include "samples.hpp"

#include "catch.hpp"

#include <cstdio>
#include <fstream>
#include <stdlib.h>

namespace samples {

using app::Channel;

app::Summary summary() {
    app::Summary s{};
    s.title = "Massage session summary";
    s.from = "for the physical therapist, from Runners' Clinic";
    s.client = "Maya Lindgren, born 14 March 1992";
    s.when = "20 November 2026, 17:00 to 18:00";
    s.headline = "Pain in the left calf rose from 4 to 6 and was 3 after the session.";
    s.last_date = "6 Nov";
    s.rows = {
        {1, "Calf, left", "gastrocnemius", {}, {}, Channel::pain, "pain, ache", 4, 6, 3, "12 min"},
        {2, "Back of thigh, right", "hamstrings", {}, {}, Channel::tight, "tight", {}, 5, 2, "-"},
        {3,
         "Shin, right",
         "tibialis anterior",
         {},
         {},
         Channel::avoid,
         "bruise",
         {},
         {},
         {},
         "not treated"}};
    s.done_title = "What was done, 60 min";
    s.done = {"Whole body 48 min", "Calf, left 12 min"};
    s.homework = {"Wall calf stretch: 3 x 30 s, once a day"};
    s.stop_rule = "Stop above pain 3.";
    s.question = "Please assess the left calf.";
    s.signature = "Tom Reyes, LMT, licence 204417";
    s.disclaimer = "Findings by hand and the client's own words. Not a diagnosis.";
    s.consent = "Shared with consent";
    return s;
}

app::Summary huge(int rows) {
    app::Summary s = summary();
    s.rows.clear();
    const std::string long_word(300, 'w');
    for (int i = 1; i <= rows; ++i)
        s.rows.push_back({i,
                          "Area number " + std::to_string(i),
                          long_word,
                          {},
                          {},
                          Channel::pain,
                          "боль, 疼痛, ألم, दर्द and " + long_word,
                          10,
                          9,
                          8,
                          long_word});
    for (int i = 0; i < 30; ++i) {
        s.done.push_back("done " + std::to_string(i) + " " + long_word);
        s.homework.push_back("homework " + std::to_string(i) + " " + long_word);
    }
    for (int i = 0; i < 60; ++i)
        for (std::string *text : {&s.note, &s.question, &s.headline})
            *text += "A long sentence that says little. ";
    s.title += long_word;
    s.client = long_word + s.client;
    s.signature += long_word;
    return s;
}

app::SummaryView view(std::string_view caption, int rows) {
    constexpr int width = 120, height = 240;
    app::SummaryView view{caption, {width, height, {}}, {}, "right", "left"};
    view.image.rgba.resize(4 * width * height);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const bool arms = y > 60 && y < 80, trunk = x > 45 && x < 75;
            if (!arms && !trunk)
                continue;
            std::uint8_t *p = view.image.pixel(x, y);
            p[0] = p[1] = p[2] = 200;
            p[3] = 255;
        }
    for (int i = 0; i < rows; ++i)
        view.badges.push_back({i + 1, 50.0F + static_cast<float>(i * 7 % 20),
                               10.0F + static_cast<float>(i * 37 % 220)});
    return view;
}

std::vector<app::SummaryView> four_views(int rows) {
    std::vector<app::SummaryView> views;
    for (const char *caption : {"Front", "Back", "Left", "Right"})
        views.push_back(view(caption, rows));
    return views;
}

std::filesystem::path Folder::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string output_of(const std::string &command) {
    std::FILE *pipe = popen((command + " 2>&1").c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::string text;
    char buffer[4096];
    for (std::size_t n; (n = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;)
        text.append(buffer, n);
    INFO(command << "\n" << text);
    REQUIRE(pclose(pipe) == 0);
    return text;
}

} // namespace samples
