#include "options.hpp"

#include <charconv>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace portraits {

const char *const help_text =
    R"(palpate-portraits: pictures of a baked body, drawn as the program draws it

  palpate-portraits --mesh FILE --out FOLDER [--size 900x1200] [--theme light|dark]
                    [--lines on|off] [--view NAME]

  --mesh FILE     a body mesh; may be given several times
  --out FOLDER    gets NAME-VIEW.png for each view and NAME-sheet.png with the main
                  six views, NAME being that of the mesh file
  --size WxH      pixels of a picture (900x1200)
  --theme T       light or dark (light)
  --lines L       borders between regions: on or off (on)
  --view NAME     only this view; may be given several times (--view list shows them)
)";

namespace {

bool read_pixels(std::string_view text, int &pixels) {
    constexpr int most = 8000;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), pixels);
    return failed == std::errc{} && end == text.data() + text.size() && pixels > 0 &&
           pixels <= most;
}

bool read_size(std::string_view text, Options &options) {
    const auto cross = text.find('x');
    return cross != std::string_view::npos && read_pixels(text.substr(0, cross), options.width) &&
           read_pixels(text.substr(cross + 1), options.height);
}

bool one_of(std::string_view value, std::string_view off, std::string_view on, bool &flag) {
    flag = value == on;
    return value == off || value == on;
}

bool read_value(std::string_view option, const std::string &value, Options &options) {
    if (option == "--mesh")
        options.meshes.emplace_back(value);
    else if (option == "--out")
        options.out = value;
    else if (option == "--view")
        options.views.push_back(value);
    else if (option == "--size")
        return read_size(value, options);
    else if (option == "--theme")
        return one_of(value, "light", "dark", options.dark);
    else if (option == "--lines")
        return one_of(value, "off", "on", options.lines);
    else
        return false;
    return !value.empty();
}

} // namespace

engine::Result<Options> parse_options(std::span<const char *const> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); i += 2) {
        const std::string_view option = arguments[i];
        if (option == "--help" || option == "-h") {
            options.help = true;
            return options;
        }
        if (!read_value(option, i + 1 < arguments.size() ? arguments[i + 1] : "", options))
            return engine::Error{"palpate-portraits does not understand \"" + std::string(option) +
                                 "\" or the value after it. See palpate-portraits --help."};
    }
    const bool listing = options.views == std::vector<std::string>{"list"};
    if (!listing && (options.meshes.empty() || options.out.empty()))
        return engine::Error{"Say what to draw and where to: --mesh FILE --out FOLDER."};
    return options;
}

} // namespace portraits
