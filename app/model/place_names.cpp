#include "model/place_names.hpp"

#include "model/words.hpp"

namespace app {

namespace {

std::string in_language(const std::string &name, const Phrases &words) {
    return words.language() == Language::pseudo ? pseudo(name) : name;
}

} // namespace

std::string plain_name(const Area &area, const Phrases &words) {
    return in_language(area.name, words);
}

std::string plain_name(const Region &region, const Phrases &words) {
    return in_language(region.common, words);
}

std::string anatomical_name(const Region &region, const Phrases &words) {
    return in_language(region.anatomical, words);
}

std::string zone_name(const Area &area, const Phrases &words) {
    return in_language(area.zone, words);
}

std::string with_side(std::string_view name, Side side, Reader reader, const Phrases &words) {
    const std::string place = capital(name);
    if (side == Side::mid)
        return place;
    const bool client = reader == Reader::client;
    if (side == Side::left)
        return words(client ? "place.your_left" : "place.left", {{"place", place}});
    return words(client ? "place.your_right" : "place.right", {{"place", place}});
}

} // namespace app
