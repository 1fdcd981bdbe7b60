#include "model/atlas/atlas.hpp"

#include "model/atlas/place_names.hpp"
#include "model/text/asset_file.hpp"

#include <cstddef>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace app {

namespace {

constexpr std::size_t max_atlas_bytes = 4 * 1024 * 1024;

/// The ontologies' fields are "fma", "fma_match", "fma_scope".
Concept read_concept(ObjectReader &from, const std::string &key) {
    Concept concept_of;
    concept_of.id = from.text(key);
    concept_of.match = from.text(key + "_match");
    concept_of.scope = from.text(key + "_scope");
    return concept_of;
}

Region read_region(ObjectReader &from) {
    constexpr WholeNumberRule depths{"depth", Region::surface_depth, Region::deepest};
    Region region;
    region.id = from.text("id", Need::required);
    region.base_id = from.text("base_id", Need::required);
    region.side = from.choice<Side>("side");
    region.zone = from.text("zone", Need::required);
    region.area = from.text("area", Need::required);
    region.common = from.text("common", Need::required);
    region.anatomical = from.text("anatomical", Need::required);
    region.latin = from.text("latin", Need::required);
    region.kind = from.text("kind", Need::required);
    region.layer = from.text("layer", Need::required);
    region.tier = from.text("tier", Need::required);
    region.views = from.texts("views", Need::required);
    region.contact = from.choice<Contact>("contact");
    region.deep = from.flag("deep");
    region.under = from.texts("under", Need::optional);
    region.depth = from.number("depth", depths, Need::optional, Region::surface_depth);
    region.fma = read_concept(from, "fma");
    region.uberon = read_concept(from, "uberon");
    region.choir = from.texts("choir", Need::required);
    region.wpi = from.text("wpi");
    region.wpi_basis = from.text("wpi_basis");
    return region;
}

Area read_area(ObjectReader &from) {
    Area area;
    area.id = from.text("id", Need::required);
    area.zone = from.text("zone", Need::required);
    area.name = from.text("name", Need::required);
    area.anatomical = from.text("anatomical", Need::required);
    area.side = from.choice<Side>("side");
    area.phrase = from.text("phrase", Need::required);
    area.choir = from.texts("choir", Need::required);
    area.wpi = from.texts("wpi", Need::required);
    area.regions = from.texts("regions", Need::required);
    return area;
}

Alias read_alias(ObjectReader &from) {
    Alias alias;
    alias.of = from.text("of", Need::required);
    alias.words = from.texts("words", Need::required);
    return alias;
}

/// The first id that is there twice; null when none is.
template <class Item>
const std::string *index_by_id(const std::vector<Item> &items,
                               std::unordered_map<std::string, std::size_t> &index) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!index.emplace(items[i].id, i).second)
            return &items[i].id;
    return nullptr;
}

template <class Item>
const Item *look_up(const std::vector<Item> &items,
                    const std::unordered_map<std::string, std::size_t> &index,
                    std::string_view id) {
    const auto found = index.find(std::string(id));
    return found == index.end() ? nullptr : &items[found->second];
}

/// "calf.l" <-> "calf.r"; ids of the midline stay.
std::string other_side(std::string id) {
    if (id.ends_with(".l"))
        id.back() = 'r';
    else if (id.ends_with(".r"))
        id.back() = 'l';
    return id;
}

/// What a region's row may not say; empty when it is right.
std::string fault_of(const Region &region, const std::set<std::string_view> &surface) {
    if (!region.deep)
        return region.under.empty() && region.depth == Region::surface_depth
                   ? ""
                   : "has skin and lies beneath something";
    if (region.depth <= Region::surface_depth || region.depth > Region::deepest)
        return "has no depth from 2 to 5";
    if (region.under.empty())
        return "lies beneath nothing";
    for (const std::string &base_id : region.under)
        if (!surface.contains(base_id))
            return "lies beneath \"" + base_id + "\", which has no skin";
    return {};
}

} // namespace

engine::Result<Atlas> Atlas::load(const std::string &file) {
    const auto json = read_asset(file, max_atlas_bytes, "palpate-atlas");
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    Atlas atlas;
    reader.objects("regions", Need::required,
                   [&](ObjectReader &from) { atlas.regions_.push_back(read_region(from)); });
    reader.objects("areas", Need::required,
                   [&](ObjectReader &from) { atlas.areas_.push_back(read_area(from)); });
    reader.objects("aliases", Need::required,
                   [&](ObjectReader &from) { atlas.aliases_.push_back(read_alias(from)); });
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    for (const std::string *twice : {index_by_id(atlas.regions_, atlas.region_index_),
                                     index_by_id(atlas.areas_, atlas.area_index_)})
        if (twice != nullptr)
            return damaged_asset(file, "the id " + *twice + " is there twice.");
    if (const std::string fault = atlas.fault(); !fault.empty())
        return damaged_asset(file, fault);
    return atlas;
}

std::string Atlas::fault() const {
    std::set<std::string_view> surface, bases;
    for (const Region &region : regions_) {
        bases.insert(region.base_id);
        if (!region.deep)
            surface.insert(region.base_id);
    }
    for (const Region &region : regions_)
        if (const std::string what = fault_of(region, surface); !what.empty())
            return "the region " + region.id + " " + what + ".";
    for (const Area &place : areas_) {
        bases.insert(without_side(place.id));
        for (const std::string &id : place.regions)
            if (const Region *inside = region(id); !inside || inside->area != place.id)
                return "the region " + id + " of " + place.id + " is not right.";
        if (place.regions.empty() || !area(other_side(place.id)))
            return "the area " + place.id + " is not whole.";
    }
    for (const Alias &alias : aliases_)
        if (!bases.contains(alias.of))
            return "there are words for \"" + alias.of + "\", which is no place.";
    return {};
}

std::string_view without_side(std::string_view id) {
    return id.ends_with(".l") || id.ends_with(".r") ? id.substr(0, id.size() - 2) : id;
}

const Region *Atlas::region(std::string_view id) const {
    return look_up(regions_, region_index_, id);
}

const Area *Atlas::area(std::string_view id) const {
    return look_up(areas_, area_index_, id);
}

const Area *Atlas::area_of_part(std::string_view base_id, bool right) const {
    const Region *found = region(std::string(base_id) + (right ? ".r" : ".l"));
    if (!found)
        found = region(base_id);
    return found ? area(found->area) : nullptr;
}

const Area &Atlas::mirrored(const Area &area) const {
    return *look_up(areas_, area_index_, other_side(area.id));
}

std::vector<std::string> Atlas::mirrored(std::span<const std::string> regions) const {
    std::vector<std::string> out;
    for (const std::string &id : regions)
        out.push_back(other_side(id));
    return out;
}

std::string Atlas::title(const Area &area, Reader reader, const Phrases &words) const {
    return with_side(plain_name(area, words), area.side, reader, words);
}

std::string Atlas::title(const Region &region, Reader reader, const Phrases &words) const {
    const std::string name =
        reader == Reader::client ? plain_name(region, words) : anatomical_name(region, words);
    return with_side(name, region.side, reader, words);
}

} // namespace app
