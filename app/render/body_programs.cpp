#include "render/body_programs.hpp"

#include <filesystem>
#include <utility>

namespace app {

using engine::gl::Program;

engine::Result<BodyPrograms> BodyPrograms::load(const std::filesystem::path &folder) {
    struct Part {
        Program BodyPrograms::*program;
        const char *vertex, *fragment;
        const char *shared = "";
    };
    constexpr Part parts[] = {{&BodyPrograms::skin, "body", "body", "clay"},
                              {&BodyPrograms::paint, "paint", "paint", "clay"},
                              {&BodyPrograms::tags, "body", "tags"},
                              {&BodyPrograms::line, "line", "line"},
                              {&BodyPrograms::shadow, "shadow", "shadow"},
                              {&BodyPrograms::copy, "copy", "copy"}};
    BodyPrograms programs;
    for (const Part &part : parts) {
        auto loaded = Program::load(folder, part.vertex, part.fragment, part.shared);
        if (!loaded)
            return loaded.error();
        programs.*part.program = std::move(*loaded);
    }
    return programs;
}

} // namespace app
