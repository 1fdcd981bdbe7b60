#include "model/atlas.hpp"

#include "model/asset_file.hpp"

#include <algorithm>
#include <cctype>

namespace app {

namespace {

constexpr std::size_t max_atlas_bytes = 4 * 1024 * 1024;

Region read_region(ObjectReader &from) {
    Region region;
    region.id = from.text("id", Need::required);
    region.base_id = from.text("base_id", Need::required);
    region.side = from.choice<Side>("side");
    region.area = from.text("area", Need::required);
    region.common = from.text("common", Need::required);
    region.anatomical = from.text("anatomical", Need::required);
    region.latin = from.text("latin", Need::required);
    region.contact = from.choice<Contact>("contact");
    region.deep = from.flag("deep");
    return region;
}

Area read_area(ObjectReader &from) {
    Area area;
    area.id = from.text("id", Need::required);
    area.zone = from.text("zone", Need::required);
    area.name = from.text("name", Need::required);
    area.side = from.choice<Side>("side");
    area.phrase = from.text("phrase", Need::required);
    area.regions = from.texts("regions", Need::required);
    return area;
}

template <class Item>
bool index_by_id(const std::vector<Item> &items,
                 std::unordered_map<std::string, std::size_t> &index) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!index.emplace(items[i].id, i).second)
            return false;
    return true;
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

std::string with_side(std::string words, Side side, Reader reader) {
    if (!words.empty())
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    if (side == Side::mid)
        return words;
    return words + (reader == Reader::client ? ", your " : ", ") +
           (side == Side::left ? "left" : "right");
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : lower(text)) {
        if (std::isspace(static_cast<unsigned char>(c)) || c == ',')
            words.emplace_back();
        else
            words.back() += c;
    }
    std::erase(words, "");
    return words;
}

/// How well one word of the query fits a name: the smaller the better, `no_fit` for not at all.
constexpr int no_fit = 100;
int fit(const std::string &word, std::string_view name) {
    const std::string text = lower(name);
    const std::size_t at = text.find(word);
    if (at == std::string::npos)
        return no_fit;
    if (at == 0)
        return text.size() == word.size() ? 0 : 1;
    for (std::size_t place = at; place != std::string::npos; place = text.find(word, place + 1))
        if (!std::isalnum(static_cast<unsigned char>(text[place - 1])))
            return 2;
    return 3;
}

/// The names under which a place can be found. A word of the area's own name is worth more than
/// one of a structure in it.
struct Candidate {
    std::string_view name;
    int handicap;
};

int score(const std::vector<std::string> &words, const std::vector<Candidate> &names) {
    int total = 0;
    for (const std::string &word : words) {
        int best = no_fit;
        for (const Candidate &candidate : names)
            if (const int found = fit(word, candidate.name); found != no_fit)
                best = std::min(best, found + candidate.handicap);
        if (best == no_fit)
            return no_fit;
        total += best;
    }
    return total;
}

} // namespace

engine::Result<Atlas> Atlas::load(const std::filesystem::path &file) {
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
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    if (!index_by_id(atlas.regions_, atlas.region_index_) ||
        !index_by_id(atlas.areas_, atlas.area_index_))
        return damaged_asset(file, "an id is there twice.");
    for (const Area &area : atlas.areas_) {
        for (const std::string &id : area.regions)
            if (const Region *region = atlas.region(id); !region || region->area != area.id)
                return damaged_asset(file,
                                     "the region " + id + " of " + area.id + " is not right.");
        if (area.regions.empty() || !atlas.area(other_side(area.id)))
            return damaged_asset(file, "the area " + area.id + " is not whole.");
    }
    return atlas;
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

std::string Atlas::title(const Area &area, Reader reader) const {
    return with_side(area.name, area.side, reader);
}

std::string Atlas::title(const Region &region, Reader reader) const {
    return with_side(reader == Reader::client ? region.common : region.anatomical, region.side,
                     reader);
}

std::vector<const Area *> Atlas::find(std::string_view query, std::size_t limit) const {
    const std::vector<std::string> words = words_of(query);
    if (words.empty())
        return {};
    std::vector<std::pair<int, const Area *>> found;
    for (const Area &area : areas_) {
        constexpr int of_structure = 4, of_zone = 8;
        std::vector<Candidate> names{{area.name, 0}, {name_of(area.side), 0}, {area.zone, of_zone}};
        for (const std::string &id : area.regions) {
            const Region &structure = *region(id);
            names.push_back({structure.common, of_structure});
            names.push_back({structure.anatomical, of_structure});
            names.push_back({structure.latin, of_structure});
        }
        if (const int value = score(words, names); value != no_fit)
            found.emplace_back(value, &area);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<const Area *> out;
    for (std::size_t i = 0; i < std::min(limit, found.size()); ++i)
        out.push_back(found[i].second);
    return out;
}

} // namespace app
