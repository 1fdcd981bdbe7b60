#include "model/text/asset_file.hpp"

#include "base/file.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace app {

engine::Error damaged_asset(const std::string &file, const std::string &what) {
    return {"The file " + file + " is damaged: " + what + " Install Palpate again."};
}

engine::Result<Json> read_asset(const std::string &file, std::size_t max_bytes,
                                std::string_view format) {
    const auto text = engine::read_file(file, max_bytes);
    if (!text)
        return text.error();
    Problems found;
    auto json = parse_json(*text, found);
    if (!json)
        return damaged_asset(file, "it is not readable.");
    ObjectReader reader{*json, "", found};
    if (reader.text("format", Need::required) != format)
        return damaged_asset(file, "it is another kind of file.");
    return std::move(*json);
}

} // namespace app
