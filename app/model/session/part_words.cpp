#include "model/session/part_words.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/text/json_object.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

struct FieldWords {
    std::string_view field, words;
};
constexpr std::array<FieldWords, 30> field_words{{{"level", "level"},
                                                  {"level_after", "level after"},
                                                  {"note", "note"},
                                                  {"area", "place"},
                                                  {"regions", "structures"},
                                                  {"paint", "painted spot"},
                                                  {"channel", "kind"},
                                                  {"qualities", "quality"},
                                                  {"since", "since when"},
                                                  {"minutes", "minutes"},
                                                  {"dose", "dose"},
                                                  {"sets", "sets"},
                                                  {"repeats", "repeats"},
                                                  {"hold_s", "hold in seconds"},
                                                  {"times_a_day", "times a day"},
                                                  {"days_a_week", "days a week"},
                                                  {"weeks", "weeks"},
                                                  {"max_pain", "stop level"},
                                                  {"pressure", "pressure wish"},
                                                  {"shared_consent", "agreed to share"},
                                                  {"diagnosis", "what others have called it"},
                                                  {"event", "race or long run"},
                                                  {"spent_s", "seconds spent"},
                                                  {"subjective", "what the client says"},
                                                  {"objective", "findings"},
                                                  {"response", "response"},
                                                  {"plan", "next steps"},
                                                  {"tender", "tenderness"},
                                                  {"side", "side"},
                                                  {"stop_rule", "when to stop"}}};

std::string words_of_field(std::string_view field) {
    const auto found = std::ranges::find(field_words, field, &FieldWords::field);
    if (found != field_words.end())
        return std::string(found->words);
    std::string words(field);
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

constexpr std::array<std::string_view, 5> lists{"marks", "focus", "zones", "findings", "homework"};

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
    if (part.size() < 2 || std::ranges::count(lists, part[0]) == 0)
        return part.size() == 1 && part[0] == "note" ? "Session note" : words_of_field(part.back());
    const std::string title = item_title(change, part, document, atlas, words);
    return part.size() == 2 ? title : title + ": " + words_of_field(part.back());
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
