#include "model/atlas/place_names.hpp"

#include "model/text/capital.hpp"

#include <string>
#include <string_view>

namespace app {

namespace {

/// The name in another language when there is one, else the English one.
std::string in_language(const std::string &english, const std::string *other,
                        const Phrases &words) {
    if (words.language() == Language::pseudo)
        return pseudo(english);
    return other != nullptr && !other->empty() ? *other : english;
}

const std::string *name_in(const Phrases &words, std::string_view unsided_id) {
    const PlaceName *place = words.places().place(unsided_id);
    return place != nullptr ? &place->name : nullptr;
}

} // namespace

std::string plain_name(const Area &area, const Phrases &words) {
    return in_language(area.name, name_in(words, without_side(area.id)), words);
}

std::string plain_name(const Region &region, const Phrases &words) {
    return in_language(region.common, name_in(words, region.base_id), words);
}

std::string anatomical_name(const Region &region, const Phrases &words) {
    const PlaceName *place = words.places().place(region.base_id);
    return in_language(region.anatomical, place != nullptr ? &place->anatomical : nullptr, words);
}

std::string zone_name(const Area &area, const Phrases &words) {
    return in_language(area.zone, words.places().zone(area.zone), words);
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
