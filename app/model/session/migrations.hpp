/// Session files of older versions. For sources only, as json_object.hpp.
///
/// Each version has a schema in assets/schema and a file that was written by it in tests/model/
/// fixtures; both stay for good.
#pragma once

#include "model/text/json_object.hpp"

namespace app {

/// Brings the tree of a session from its version (1..) to this one, step by step. What a step
/// cannot make sense of it leaves as it is, for the reader to complain about.
void migrate(Json &tree, int version);

} // namespace app
