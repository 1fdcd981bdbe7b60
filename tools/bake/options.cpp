#include "bake/options.hpp"

#include <cstddef>
#include <string>

namespace bake {

engine::CommandLine command_line(Options &options) {
    return {
        .program = "bake",
        .about =
            "Makes the mesh of the body from body.json. At least one of --out, --obj, "
            "--measure, --compare and --family is needed. The same input gives the same bytes.",
        .arguments =
            {
                {"--variant", "neutral|female|male", "which figure (neutral)", &options.variant},
                {"--build", "B", "from -1 (slim) to 1 (heavy) (0)",
                 engine::Number<float>{&options.build, -1, 1}},
                {"--quality", "", "high: 120,000 triangles, fast: 50,000 (high)",
                 engine::OneOf{{"high", "fast"},
                               [&options](std::size_t word) { options.fast = word == 1; }}},
                {"--body", "FILE",
                 "the description of the body (../share/palpate/body/body.json beside this "
                 "program)",
                 &options.body},
                {"--out", "FILE", "write the mesh for Palpate", &options.out},
                {"--obj", "FILE",
                 "write the mesh as Wavefront OBJ: millimetres, a group per region", &options.obj},
                {"--family", "DIR",
                 "write all figures that Palpate ships, in both qualities: meshes of the neutral "
                 "one "
                 "and shapes of the others",
                 &options.family},
                {"--measure", "", "print the figure's dimensions as CSV: measure,mm",
                 &options.measure},
                {"--compare", "",
                 "print them beside those of the ANSUR II survey (ansur2.csv, in the folder of "
                 "body.json) as a Markdown table",
                 &options.compare},
            },
        .check =
            [&options] {
                const bool wanted = !options.out.empty() || !options.obj.empty() ||
                                    !options.family.empty() || options.measure || options.compare;
                return std::string(
                    wanted ? ""
                           : "Say where the mesh goes: --out FILE, --obj FILE or --family DIR. "
                             "Or ask for --measure or --compare.");
            },
    };
}

} // namespace bake
