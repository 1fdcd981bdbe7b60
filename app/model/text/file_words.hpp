/// Names as parts of file names.
#pragma once

#include <string>
#include <string_view>

namespace app {

/// "Maya Lindgren (example)" as "maya-lindgren-example": what stands before a comma, in small
/// letters with dashes. Letters beyond ASCII stay as they are.
std::string file_words(std::string_view name);

} // namespace app
