#include "shell/options.hpp"

#include "model/text/language.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace app {

engine::CommandLine command_line(Options &options) {
    constexpr auto &codes = Names<Language>::all;
    const std::vector<std::string> languages(codes.begin(), codes.end());
    const auto take_language = [&options](std::size_t word) {
        options.language = static_cast<Language>(word);
    };
    const auto take_detail = [&options](std::size_t word) {
        options.detail.reset();
        if (word > 0)
            options.detail = word == 1 ? BodyDetail::high : BodyDetail::fast;
    };
    return {
        .program = "palpate",
        .about = "A body map for sports-massage sessions. Without options it opens a window with "
                 "the user's own sessions.",
        .arguments =
            {
                {"--demo", "", "open a fresh demo clinic with invented clients", &options.demo},
                {"--data", "DIR", "where the sessions are (the user's data folder when left out)",
                 &options.data},
                {"--headless", "DIR",
                 "play a recorded client and therapist without a window and leave the session, the "
                 "summary and pictures in DIR",
                 &options.headless},
                {"--screens", "DIR", "write pictures of all screens into DIR", &options.screens},
                {"--walks", "FILE",
                 "play the scripted walks of clients without a window, print what they cost, and "
                 "write the figures to FILE (-: nowhere)",
                 &options.walks},
                {"--size", "WxH", "size of the window or the pictures, in pixels (1280x800)",
                 engine::PixelSize{{&options.width, 640, 7680}, {&options.height, 480, 4320}}},
                {"--text-scale", "N", "size of the text, 100 to 200 percent (100)",
                 engine::Number<int>{&options.text_scale, 100, 200}},
                {"--theme", "", "colours (light)",
                 engine::OneOf{{"light", "dark"},
                               [&options](std::size_t word) { options.dark = word == 1; }}},
                {"--lang", "", "pictures of one language only; en-XA: English made longer",
                 engine::OneOf{languages, take_language}},
                {"--body-detail", "",
                 "how finely the body is drawn; auto: as this machine can (auto)",
                 engine::OneOf{{"auto", "high", "fast"}, take_detail}},
                {"--fullscreen", "", "use the whole screen", &options.fullscreen},
                {"--stats", "FILE", "write counters of the run to FILE at the end", &options.stats},
                {"--first-frame", "", "leave after the first frame and print its time",
                 &options.first_frame},
            },
    };
}

} // namespace app
