#include "options.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace portraits {

engine::CommandLine command_line(Options &options) {
    constexpr int most = 8000;
    return {
        .program = "palpate-portraits",
        .about = "Writes pictures of a baked body, drawn as the program draws it.",
        .arguments =
            {
                {"--mesh", "FILE", "a body mesh; may be given several times", &options.meshes},
                {"--out", "DIR",
                 "gets NAME-VIEW.png for each view and NAME-sheet.png with the main six views, "
                 "NAME "
                 "being that of the mesh file",
                 &options.out},
                {"--size", "WxH", "pixels of a picture (900x1200)",
                 engine::PixelSize{{&options.width, 1, most}, {&options.height, 1, most}}},
                {"--theme", "", "colours (light)",
                 engine::OneOf{{"light", "dark"},
                               [&options](std::size_t word) { options.dark = word == 1; }}},
                {"--lines", "", "borders between regions (on)",
                 engine::OneOf{{"off", "on"},
                               [&options](std::size_t word) { options.lines = word == 1; }}},
                {"--view", "NAME",
                 "only this view; may be given several times (--view list shows them)",
                 &options.views},
            },
        .check =
            [&options] {
                const bool all = !options.meshes.empty() && !options.out.empty();
                return std::string(all || is_listing(options)
                                       ? ""
                                       : "Say what to draw and where to: --mesh FILE --out DIR.");
            },
    };
}

bool is_listing(const Options &options) {
    return options.views == std::vector<std::string>{"list"};
}

} // namespace portraits
