#include "model/session/part_words.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/session/json_parts.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

template <class Part>
void find_words(std::string_view field, std::string_view &words) {
    for (const Field<Part> &row : fields<Part>())
        if (row.key.name == field && words.empty())
            words = row.key.words;
}

/// Of the field of one of these structs, where it is not called by its name.
template <class... Parts>
std::string_view words_in(std::string_view field) {
    std::string_view words;
    (find_words<Parts>(field, words), ...);
    return words;
}

/// What lies in a part at the top of a session.
struct Place {
    std::string_view part;
    std::string_view (*words_of)(std::string_view field);
    bool has_items; ///< "marks/ID/level"
};
constexpr std::array<Place, 7> places{{{"marks", words_in<Mark>, true},
                                       {"focus", words_in<PlanItem>, true},
                                       {"zones", words_in<PlanItem>, true},
                                       {"findings", words_in<Finding>, true},
                                       {"homework", words_in<HomeworkItem, Dose>, true},
                                       {"intake", words_in<Intake>, false},
                                       {"soap", words_in<SoapNote>, false}}};

std::string words_of_field(std::string_view field, const Place *place) {
    const auto known = place != nullptr ? place->words_of(field) : words_in<Document>(field);
    std::string words(known.empty() ? field : known);
    std::ranges::replace(words, '_', ' ');
    return words;
}

std::vector<std::string> segments_of(std::string_view part) {
    std::vector<std::string> segments;
    while (!part.empty()) {
        const auto end = std::min(part.find('/'), part.size());
        segments.emplace_back(part.substr(0, end));
        part.remove_prefix(std::min(end + 1, part.size()));
    }
    return segments;
}

std::string text_field(const std::string &json, const char *field) {
    const Json value = Json::parse(json, nullptr, false);
    const bool is_there = value.is_object() && value.contains(field) && value[field].is_string();
    return is_there ? value[field].get<std::string>() : std::string();
}

/// The item's own text where it came or went as a whole.
std::string item_text(const PartChange &change, const char *field) {
    const std::string before = text_field(change.before, field);
    return before.empty() ? text_field(change.after, field) : before;
}

std::string scalar_words(const Json &value) {
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return value.get<bool>() ? "yes" : "no";
    return value.is_number() ? value.dump() : std::string();
}

void add(std::string &words, const std::string &more) {
    if (!more.empty())
        words += (words.empty() ? "" : ", ") + more;
}

std::string list_words(const Json &list) {
    const bool plain = std::ranges::none_of(list, [](const Json &i) { return i.is_structured(); });
    if (!plain)
        return std::to_string(list.size()) + (list.size() == 1 ? " touch" : " touches");
    std::string words;
    for (const Json &item : list)
        add(words, scalar_words(item));
    return words;
}

std::string item_words(const Json &item) {
    std::string words;
    for (const char *field : {"channel", "name", "level", "minutes", "note", "words"})
        if (const auto value = item.find(field); value != item.end())
            add(words, scalar_words(*value));
    return words;
}

/// The place of a mark, a finding or an item of the plan; the name of an exercise.
std::string item_title(const PartChange &change, const std::vector<std::string> &part,
                       const Document &document, const Atlas &atlas, const Phrases &words) {
    const std::string &id = part[1];
    if (part[0] == "homework") {
        const auto item = std::ranges::find(document.homework, id, &HomeworkItem::id);
        return item != document.homework.end() ? item->name : item_text(change, "name");
    }
    if (const MainZone *zone = main_zone(id))
        return std::string(zone->title);
    const Mark *mark = find_mark(document, id);
    const auto finding = std::ranges::find(document.findings, id, &Finding::id);
    const std::string area_id = part[0] == "focus"                   ? id
                                : mark != nullptr                    ? mark->area
                                : finding != document.findings.end() ? finding->area
                                                                     : item_text(change, "area");
    const Area *area = atlas.area(area_id);
    return area != nullptr ? atlas.title(*area, Reader::therapist, words) : area_id;
}

} // namespace

std::string part_title(const PartChange &change, const Document &document, const Atlas &atlas,
                       const Phrases &words) {
    const std::vector<std::string> part = segments_of(change.part);
    if (part.size() == 1 && part[0] == "note")
        return "Session note";
    const auto place = std::ranges::find(places, part.empty() ? "" : part[0], &Place::part);
    const Place *in = place != places.end() ? &*place : nullptr;
    const std::string field = part.empty() ? "" : words_of_field(part.back(), in);
    if (part.size() < 2 || in == nullptr || !in->has_items)
        return field;
    const std::string title = item_title(change, part, document, atlas, words);
    return part.size() == 2 ? title : title + ": " + field;
}

std::string version_words(const std::string &text) {
    const Json value = Json::parse(text, nullptr, false);
    std::string words;
    if (value.is_object())
        words = item_words(value);
    else if (value.is_array())
        words = list_words(value);
    else if (!value.is_discarded())
        words = scalar_words(value);
    return words.empty() ? "nothing" : words;
}

} // namespace app
