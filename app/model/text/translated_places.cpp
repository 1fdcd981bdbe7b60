#include "model/text/translated_places.hpp"

#include "model/text/asset_file.hpp"

#include <cstddef>

namespace app {

namespace {

constexpr std::size_t max_places_bytes = 1024 * 1024;

PlaceName read_place(ObjectReader &from) {
    PlaceName place;
    place.name = from.text("name", Need::required);
    place.anatomical = from.text("anatomical");
    place.also = from.texts("also", Need::optional);
    return place;
}

template <class Map>
auto *look_up(Map &map, std::string_view key) {
    const auto found = map.find(key);
    return found != map.end() ? &found->second : nullptr;
}

} // namespace

engine::Result<TranslatedPlaces> TranslatedPlaces::load(const std::string &file) {
    const auto json = read_asset(file, max_places_bytes, "palpate-places");
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    TranslatedPlaces places;
    reader.objects("zones", Need::required, [&](ObjectReader &from) {
        const std::string zone = from.text("of", Need::required);
        places.zones_.emplace(zone, from.text("name", Need::required));
    });
    reader.objects("places", Need::required, [&](ObjectReader &from) {
        const std::string place = from.text("of", Need::required);
        places.places_.emplace(place, read_place(from));
    });
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    return places;
}

const PlaceName *TranslatedPlaces::place(std::string_view unsided_id) const {
    return look_up(places_, unsided_id);
}

const std::string *TranslatedPlaces::zone(std::string_view english) const {
    return look_up(zones_, english);
}

} // namespace app
