#include "base/check.hpp"

#include <cstdio>
#include <cstdlib>
#include <source_location>

namespace engine {

void fail_check(const char *what, const std::source_location &where) {
    std::fprintf(stderr, "palpate: internal error: %s (%s:%u)\n", what, where.file_name(),
                 static_cast<unsigned>(where.line()));
    std::abort();
}

} // namespace engine
