#include "model/session/migrations.hpp"

#include "model/session/document.hpp"

#include <array>

namespace app {

namespace {

using Step = void (*)(Json &tree);

/// Version 1 had no journal and so no revision, and a session was closed without a signature.
void from_1_to_2(Json &tree) {
    tree["revision"] = 0;
}

/// In the order of the versions they begin with.
constexpr std::array<Step, Document::schema_version - 1> steps{from_1_to_2};

} // namespace

void migrate(Json &tree, int version) {
    if (version >= Document::schema_version)
        return;
    for (auto step = steps.begin() + (version - 1); step != steps.end(); ++step)
        (*step)(tree);
    tree["version"] = Document::schema_version;
}

} // namespace app
