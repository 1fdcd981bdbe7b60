#include "shell/options.hpp"

#include "model/text/language.hpp"

#include <charconv>
#include <optional>

namespace app {

using engine::Error;
using engine::Result;

namespace {

std::optional<int> whole_number(std::string_view text, int low, int high) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size() || value < low || value > high)
        return {};
    return value;
}

bool read_size(std::string_view text, Options &options) {
    const auto cross = text.find('x');
    if (cross == std::string_view::npos)
        return false;
    const auto width = whole_number(text.substr(0, cross), 640, 7680);
    const auto height = whole_number(text.substr(cross + 1), 480, 4320);
    if (!width || !height)
        return false;
    options.width = *width;
    options.height = *height;
    return true;
}

bool one_of(std::string_view value, std::string_view off, std::string_view on, bool &flag) {
    flag = value == on;
    return value == off || value == on;
}

bool read_detail(std::string_view value, Options &options) {
    bool fast = false;
    if (one_of(value, "high", "fast", fast))
        options.detail = fast ? BodyDetail::fast : BodyDetail::high;
    else
        options.detail.reset();
    return options.detail || value == "auto";
}

// Reads the value of an option that needs one; false when it does not fit.
bool read_value(std::string_view option, const std::string &value, Options &options) {
    if (option == "--data")
        options.data = value;
    else if (option == "--headless")
        options.headless = value;
    else if (option == "--screens")
        options.screens = value;
    else if (option == "--walks")
        options.walks = value;
    else if (option == "--stats")
        options.stats = value;
    else if (option == "--size")
        return read_size(value, options);
    else if (option == "--theme")
        return one_of(value, "light", "dark", options.dark);
    else if (option == "--lang")
        return (options.language = parse_name<Language>(value)).has_value();
    else if (option == "--body-detail")
        return read_detail(value, options);
    else if (option == "--text-scale") {
        const auto scale = whole_number(value, 100, 200);
        options.text_scale = scale.value_or(100);
        return scale.has_value();
    } else
        return false;
    return !value.empty();
}

} // namespace

Result<Options> parse_options(std::span<const std::string> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string &argument = arguments[i];
        if (argument == "--help" || argument == "-h")
            options.help = true;
        else if (argument == "--version")
            options.version = true;
        else if (argument == "--demo")
            options.demo = true;
        else if (argument == "--first-frame")
            options.first_frame = true;
        else if (argument == "--fullscreen")
            options.fullscreen = true;
        else if (i + 1 < arguments.size() && read_value(argument, arguments[i + 1], options))
            ++i; // the value
        else
            return Error{"palpate does not understand \"" + argument +
                         "\" or the value after it. See palpate --help."};
    }
    return options;
}

std::string help_text() {
    return "palpate: a body map for sports-massage sessions\n"
           "\n"
           "  --demo              open a fresh demo clinic with invented clients\n"
           "  --data FOLDER       where the sessions are (default: the user's data folder)\n"
           "  --headless FOLDER   play a recorded client and therapist without a window and\n"
           "                      leave the session, the summary and pictures in FOLDER\n"
           "  --screens FOLDER    write pictures of all screens into FOLDER\n"
           "  --walks FILE        play the scripted walks of clients without a window, print\n"
           "                      what they cost, and write the figures to FILE (-: nowhere)\n"
           "  --size 1280x800     size of the window or the pictures\n"
           "  --text-scale 100    100 to 200 percent\n"
           "  --theme light|dark\n"
           "  --lang en|es|en-XA  pictures of one language only; en-XA: English made longer\n"
           "  --body-detail auto|high|fast\n"
           "                      how finely the body is drawn; auto: as this machine can\n"
           "  --fullscreen        use the whole screen\n"
           "  --stats FILE        write counters of the run to FILE at the end\n"
           "  --first-frame       leave after the first frame and print its time\n"
           "  --version           print the version\n"
           "  --help              print this\n";
}

} // namespace app
