/// The shader programs that draw the body.
#pragma once

#include "gl/program.hpp"

namespace app {

struct BodyPrograms {
    engine::gl::Program skin, paint, tags, line, shadow, copy;
    static engine::Result<BodyPrograms> load(const std::filesystem::path &folder);
};

} // namespace app
