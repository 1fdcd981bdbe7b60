#include "model/atlas/beneath.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

bool same_side(Side a, Side b) {
    return a == b || a == Side::mid || b == Side::mid;
}

bool covers(const Region &skin, const Region &deep) {
    return !skin.deep && same_side(skin.side, deep.side) &&
           std::find(deep.under.begin(), deep.under.end(), skin.base_id) != deep.under.end();
}

/// Deep structures for which `is_below` holds, the shallow first, then in the order of the atlas.
template <class IsBelow>
std::vector<const Region *> deep_ones(const Atlas &atlas, IsBelow is_below) {
    std::vector<const Region *> found;
    for (const Region &region : atlas.regions())
        if (region.deep && is_below(region))
            found.push_back(&region);
    std::stable_sort(found.begin(), found.end(),
                     [](const Region *a, const Region *b) { return a->depth < b->depth; });
    return found;
}

} // namespace

std::vector<const Region *> beneath(const Atlas &atlas, const Area &area) {
    std::vector<const Region *> found;
    for (const std::string &id : area.regions)
        if (const Region *region = atlas.region(id); region != nullptr && !region->deep)
            found.push_back(region);
    const bool has_skin = !found.empty();
    const auto deep = deep_ones(atlas, [&](const Region &region) {
        return has_skin ? lies_beneath(atlas, region, area) : region.area == area.id;
    });
    found.insert(found.end(), deep.begin(), deep.end());
    return found;
}

std::vector<const Region *> beneath(const Atlas &atlas, const Region &region) {
    return deep_ones(atlas, [&](const Region &deep) { return covers(region, deep); });
}

bool lies_beneath(const Atlas &atlas, const Region &region, const Area &area) {
    return std::any_of(area.regions.begin(), area.regions.end(), [&](const std::string &id) {
        const Region *skin = atlas.region(id);
        return skin != nullptr && covers(*skin, region);
    });
}

std::vector<const Region *> skin_above(const Atlas &atlas, const Region &region) {
    if (!region.deep)
        return {&region};
    std::vector<const Region *> best;
    bool in_own_area = false;
    for (const std::string &base_id : region.under) {
        std::vector<const Region *> here;
        for (const char *side : {"", ".l", ".r"})
            if (const Region *skin = atlas.region(base_id + side);
                skin != nullptr && covers(*skin, region))
                here.push_back(skin);
        const bool own = !here.empty() && here.front()->area == region.area;
        if (best.empty() || (own && !in_own_area)) {
            best = std::move(here);
            in_own_area = own;
        }
    }
    return best;
}

const Area &area_above(const Atlas &atlas, const Region &region) {
    return *atlas.area(skin_above(atlas, region).front()->area);
}

} // namespace app
