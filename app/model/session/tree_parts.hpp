/// The parts of a tree of JSON by name: what differs, and setting one. See merge.hpp for the names.
/// For sources only, as json_object.hpp.
#pragma once

#include "model/session/part_change.hpp"
#include "model/text/json_object.hpp"

namespace app {

std::vector<PartChange> tree_difference(const Json &from, const Json &to);

/// The JSON text of a part; empty when it is not there.
std::string part_text(const Json &tree, std::string_view part);
/// Sets a part, or takes it out when `text` is empty. False: what it would be in is not there.
bool set_part(Json &tree, std::string_view part, const std::string &text);

/// Whether one is the other, or lies in it.
bool touch(std::string_view part, std::string_view other);
/// What the part lies in; empty at the top.
std::string_view parent_of(std::string_view part);
bool is_order(std::string_view part);

} // namespace app
