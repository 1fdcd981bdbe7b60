#include "bake/options.hpp"

#include <charconv>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace bake {

const char *const help_text =
    R"(bake: makes the mesh of the body from body.json

  bake [--variant neutral|female|male] [--build B] [--quality high|fast]
       [--body FILE] [--out FILE] [--obj FILE] [--measure] [--compare]
  bake --family FOLDER [--body FILE]

  --variant V   which figure: neutral, female or male (neutral)
  --build B     from -1 (slim) to 1 (heavy) (0)
  --quality Q   high: 120,000 triangles, fast: 50,000 (high)
  --body FILE   the description of the body (../share/palpate/body/body.json
                beside this program)
  --out FILE    writes the mesh for Palpate
  --obj FILE    writes the mesh as Wavefront OBJ: millimetres, a group per region
  --family DIR  writes all figures that Palpate ships, in both qualities:
                meshes of the neutral one and shapes of the others
  --measure     prints the figure's dimensions as CSV: measure,mm
  --compare     prints them beside those of the ANSUR II survey (ansur2.csv, in
                the folder of body.json) as a Markdown table
  --help        this text

At least one of --out, --obj, --measure, --compare and --family is needed. The same
input gives the same bytes.
)";

namespace {

engine::Result<float> parse_build(const std::string &text) {
    float build = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), build);
    if (status != std::errc{} || end != text.data() + text.size() || !(build >= -1 && build <= 1))
        return engine::Error{"--build needs a number from -1 to 1, not \"" + text + "\"."};
    return build;
}

engine::Result<engine::Done> set(Options &options, std::string_view name,
                                 const std::string &value) {
    if (value.empty())
        return engine::Error{std::string(name) + " needs a value."};
    if (name == "--variant") {
        options.variant = value;
    } else if (name == "--build") {
        const auto build = parse_build(value);
        if (!build)
            return build.error();
        options.build = *build;
    } else if (name == "--quality") {
        if (value != "high" && value != "fast")
            return engine::Error{"--quality is high or fast, not \"" + value + "\"."};
        options.fast = value == "fast";
    } else if (name == "--body") {
        options.body = value;
    } else if (name == "--out") {
        options.out = value;
    } else if (name == "--family") {
        options.family = value;
    } else if (name == "--obj") {
        options.obj = value;
    } else {
        return engine::Error{"There is no option \"" + std::string(name) + "\"."};
    }
    return engine::Done{};
}

} // namespace

engine::Result<Options> parse_options(std::span<const char *const> arguments) {
    Options options;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string_view name = arguments[i];
        if (name == "--help" || name == "-h") {
            options.help = true;
            return options;
        }
        if (name == "--measure" || name == "--compare") {
            (name == "--measure" ? options.measure : options.compare) = true;
            continue;
        }
        ++i;
        const auto done = set(options, name, i < arguments.size() ? arguments[i] : "");
        if (!done)
            return done.error();
    }
    if (options.out.empty() && options.obj.empty() && options.family.empty() && !options.measure &&
        !options.compare)
        return engine::Error{"Say where the mesh goes: --out FILE, --obj FILE or --family DIR. Or "
                             "ask for --measure or --compare."};
    return options;
}

} // namespace bake
