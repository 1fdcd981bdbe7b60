/// The names of the atlas's places in another language than English.
#pragma once

#include "base/result.hpp"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace app {

struct PlaceName {
    std::string name;              ///< "pantorrilla"
    std::string anatomical;        ///< of structures only
    std::vector<std::string> also; ///< more words under which people look for it
};

class TranslatedPlaces {
  public:
    TranslatedPlaces() = default; ///< none
    static engine::Result<TranslatedPlaces> load(const std::string &file);

    /// An area or structure by its id without the side; null when there is no name.
    const PlaceName *place(std::string_view unsided_id) const;
    /// "lower leg" > "pierna"; null when there is no name.
    const std::string *zone(std::string_view english) const;

  private:
    std::map<std::string, PlaceName, std::less<>> places_;
    std::map<std::string, std::string, std::less<>> zones_;
};

} // namespace app
