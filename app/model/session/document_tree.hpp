/// A session as a tree of JSON, with version and revision. For sources only, as json_object.hpp.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"
#include "model/text/json_object.hpp"

namespace app {

Json document_tree(const Document &document);
/// Every problem is noted, also broken rules.
Document document_of(const Json &tree, const Atlas &atlas, Problems &found);

} // namespace app
