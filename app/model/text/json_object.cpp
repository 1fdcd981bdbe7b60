#include "model/text/json_object.hpp"

#include "base/utf8.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

/// A session needs 5. The JSON library walks some trees by recursion, so hostile depth ends here.
constexpr int max_depth = 32;
/// Ordered objects are searched from the front: a hostile million of fields would take hours.
constexpr std::size_t max_fields = 1000;

/// Watches the parser: what it refuses is dropped, and `problem` says why.
class ParseGuard {
  public:
    bool keep(int depth, Json::parse_event_t event, const Json &parsed) {
        if (!problem_.empty())
            return false;
        if (depth > max_depth)
            problem_ = "it is nested deeper than any session";
        else if (event == Json::parse_event_t::object_start)
            fields_.resize(static_cast<std::size_t>(depth) + 1),
                fields_[static_cast<std::size_t>(depth)].clear();
        else if (event == Json::parse_event_t::key)
            note_field(static_cast<std::size_t>(depth), parsed.get_ref<const std::string &>());
        return problem_.empty();
    }
    const std::string &problem() const { return problem_; }

  private:
    void note_field(std::size_t depth, const std::string &key) {
        // The library counts the depth of a key from inside its object.
        auto &fields = fields_[depth - 1];
        if (!fields.insert(key).second)
            problem_ = "the field \"" + key.substr(0, 60) + "\" is there twice in one object";
        else if (fields.size() > max_fields)
            problem_ = "an object in it has more than " + std::to_string(max_fields) + " fields";
    }

    std::vector<std::set<std::string>> fields_;
    std::string problem_;
};

std::string shown(const Json &value) {
    constexpr std::size_t most = 40;
    if (value.is_structured())
        return value.is_array() ? "a list" : "an object";
    const std::string text = one_line(value);
    return text.size() > most ? text.substr(0, most) + "..." : text;
}

std::string escaped(std::string_view key) {
    std::string out;
    for (const char c : key) {
        if (c == '~')
            out += "~0";
        else if (c == '/')
            out += "~1";
        else
            out += c;
    }
    return out;
}

std::string list_of(std::span<const std::string_view> names) {
    std::string out;
    for (const std::string_view name : names)
        out += (out.empty() ? "" : ", ") + std::string(name);
    return out;
}

} // namespace

std::optional<Json> parse_json(std::string_view text, Problems &found) {
    if (!engine::utf8_length(text)) {
        found.push_back({"", "This file is not a session: it has bytes that are not UTF-8 text. "
                             "Open another file."});
        return std::nullopt;
    }
    ParseGuard guard;
    const auto keep = [&guard](int depth, Json::parse_event_t event, Json &parsed) {
        return guard.keep(depth, event, parsed);
    };
    Json json = Json::parse(text, keep, false);
    if (!guard.problem().empty()) {
        found.push_back(
            {"", "This file is not a session: " + guard.problem() + ". Open another file."});
        return std::nullopt;
    }
    if (json.is_discarded()) {
        found.push_back({"", "This file is not a session: it is not JSON, or it was cut short. "
                             "Open another file."});
        return std::nullopt;
    }
    return json;
}

ObjectReader::ObjectReader(const Json &json, std::string pointer, Problems &found)
    : json_(&json), pointer_(std::move(pointer)), found_(&found) {
    if (!json.is_object())
        found.push_back({pointer_, "Here must be an object, not " + shown(json) + "."});
}

std::string ObjectReader::at(std::string_view key) const {
    return pointer_ + "/" + escaped(key);
}

void ObjectReader::report(std::string_view key, std::string message) {
    found_->push_back({at(key), std::move(message)});
}

const Json *ObjectReader::find(std::string_view key, Need need) {
    known_.emplace(key);
    if (!json_->is_object())
        return nullptr;
    const auto field = json_->find(key);
    if (field != json_->end())
        return &*field;
    if (need == Need::required)
        report(key, "The field \"" + std::string(key) + "\" is missing.");
    return nullptr;
}

std::string ObjectReader::text(std::string_view key, Need need) {
    const Json *value = find(key, need);
    if (!value)
        return {};
    if (!value->is_string()) {
        report(key, "Here must be a text, not " + shown(*value) + ".");
        return {};
    }
    return value->get<std::string>();
}

bool ObjectReader::flag(std::string_view key) {
    const Json *value = find(key);
    if (value && !value->is_boolean())
        report(key, "Here must be true or false, not " + shown(*value) + ".");
    return value && value->is_boolean() && value->get<bool>();
}

int ObjectReader::number(std::string_view key, const WholeNumberRule &rule, Need need,
                         int otherwise) {
    const Json *value = find(key, need);
    if (!value)
        return otherwise;
    const bool in_range =
        value->is_number_integer() &&
        (value->is_number_unsigned()
             ? value->get<std::uint64_t>() <= static_cast<std::uint64_t>(rule.high) &&
                   value->get<std::int64_t>() >= rule.low
             : value->get<std::int64_t>() >= rule.low && value->get<std::int64_t>() <= rule.high);
    if (!in_range) {
        report(key, "The " + std::string(rule.what) + " is " + shown(*value) +
                        "; it must be a whole number from " + std::to_string(rule.low) + " to " +
                        std::to_string(rule.high) + ".");
        return otherwise;
    }
    return value->get<int>();
}

double ObjectReader::decimal(std::string_view key, Need need) {
    const Json *value = find(key, need);
    if (!value)
        return 0;
    if (!value->is_number()) {
        report(key, "Here must be a number, not " + shown(*value) + ".");
        return 0;
    }
    return value->get<double>();
}

std::optional<int> ObjectReader::number_or_null(std::string_view key, const WholeNumberRule &rule) {
    const Json *value = find(key);
    if (!value || value->is_null())
        return std::nullopt;
    return number(key, rule, Need::required, rule.low);
}

engine::Timestamp ObjectReader::time(std::string_view key) {
    const Json *value = find(key, Need::required);
    if (!value)
        return {};
    if (!value->is_string()) {
        report(key,
               "Here must be a time like 2026-11-20T17:00:00+01:00, not " + shown(*value) + ".");
        return {};
    }
    const auto parsed = engine::parse_iso(value->get_ref<const std::string &>());
    if (!parsed) {
        report(key, parsed.error().message);
        return {};
    }
    return *parsed;
}

std::optional<engine::Timestamp> ObjectReader::time_or_null(std::string_view key) {
    const Json *value = find(key);
    if (!value || value->is_null())
        return std::nullopt;
    return time(key);
}

const Json *ObjectReader::array(std::string_view key, Need need) {
    const Json *value = find(key, need);
    if (value && !value->is_array()) {
        report(key, "Here must be a list, not " + shown(*value) + ".");
        return nullptr;
    }
    return value;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) {
    std::vector<std::string> out;
    const Json *list = array(key, need);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const Json &value = (*list)[i];
        if (value.is_string())
            out.push_back(value.get<std::string>());
        else
            report(std::string(key) + "/" + std::to_string(i),
                   "Here must be a text, not " + shown(value) + ".");
    }
    return out;
}

std::size_t ObjectReader::choice_index(std::string_view key, Need need, AllNames names) {
    const Json *value = find(key, need);
    if (!value)
        return 0;
    const auto name = value->is_string()
                          ? std::find(names.begin(), names.end(), value->get<std::string>())
                          : names.end();
    if (name != names.end())
        return static_cast<std::size_t>(name - names.begin());
    report(key, "Here must be one of " + list_of(names) + ", not " + shown(*value) + ".");
    return 0;
}

std::vector<std::size_t> ObjectReader::choice_indices(std::string_view key, AllNames names) {
    std::vector<std::size_t> out;
    const Json *list = array(key, Need::optional);
    for (std::size_t i = 0; list && i < list->size(); ++i) {
        const Json &value = (*list)[i];
        const auto name = value.is_string()
                              ? std::find(names.begin(), names.end(), value.get<std::string>())
                              : names.end();
        const auto index = static_cast<std::size_t>(name - names.begin());
        if (name == names.end())
            found_->push_back(
                {at(key) + "/" + std::to_string(i),
                 "Here must be one of " + list_of(names) + ", not " + shown(value) + "."});
        else if (std::find(out.begin(), out.end(), index) != out.end())
            found_->push_back(
                {at(key) + "/" + std::to_string(i), shown(value) + " is there twice."});
        else
            out.push_back(index);
    }
    return out;
}

Unknown ObjectReader::rest() const {
    if (!json_->is_object())
        return {};
    Json rest = Json::object();
    for (const auto &[key, value] : json_->items())
        if (!known_.contains(key))
            rest[key] = value;
    return rest.empty() ? Unknown{} : one_line(rest);
}

void append_unknown(Json &object, const Unknown &unknown) {
    if (unknown.empty())
        return;
    const Json fields = Json::parse(unknown, nullptr, false);
    engine::check(fields.is_object(), "unknown fields are JSON object text");
    for (const auto &[key, value] : fields.items())
        object[key] = value;
}

std::string pretty(const Json &json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string one_line(const Json &json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

} // namespace app
