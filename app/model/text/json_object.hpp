/// Reads JSON objects field by field and notes every problem with its place. For sources only: it
/// brings the JSON library in, which no header of the model shows.
#pragma once

#include "base/time.hpp"
#include "model/text/names.hpp"
#include "model/text/problem.hpp"
#include "model/text/unknown.hpp"

#include <nlohmann/json.hpp>

#include <set>
#include <span>

namespace app {

/// Keeps the order of fields, so that a file reads the same after a load and a save.
using Json = nlohmann::ordered_json;

/// The parsed text, or nothing and a Problem: broken JSON, broken UTF-8, hostile nesting, a field
/// twice. Never throws.
std::optional<Json> parse_json(std::string_view text, Problems &found);

enum class Need : std::uint8_t { required, optional };

class ObjectReader {
  public:
    /// `json` outlives the reader. Anything but an object is a problem and reads as empty.
    ObjectReader(const Json &json, std::string pointer, Problems &found);

    std::string text(std::string_view key, Need need = Need::optional);
    bool flag(std::string_view key);
    int number(std::string_view key, const WholeNumberRule &rule, Need need, int otherwise);
    /// A number that need not be whole.
    double decimal(std::string_view key, Need need);
    std::optional<int> number_or_null(std::string_view key, const WholeNumberRule &rule);
    engine::Timestamp time(std::string_view key);
    std::optional<engine::Timestamp> time_or_null(std::string_view key);
    std::vector<std::string> texts(std::string_view key, Need need);

    template <class Enum>
    Enum choice(std::string_view key, Need need = Need::required) {
        return static_cast<Enum>(choice_index(key, need, Names<Enum>::all));
    }
    template <class Enum>
    std::optional<Enum> choice_or_null(std::string_view key) {
        const Json *value = find(key);
        if (!value || value->is_null())
            return std::nullopt;
        return choice<Enum>(key);
    }
    template <class Enum>
    std::set<Enum> choices(std::string_view key) {
        std::set<Enum> values;
        for (const std::size_t index : choice_indices(key, Names<Enum>::all))
            values.insert(static_cast<Enum>(index));
        return values;
    }

    /// Calls `read(ObjectReader &)` for the object in `key` when there is one.
    template <class Read>
    void object(std::string_view key, Need need, Read read) {
        const Json *value = find(key, need);
        if (!value)
            return;
        ObjectReader inner{*value, at(key), *found_};
        read(inner);
    }
    template <class Read>
    void object_or_null(std::string_view key, Read read) {
        if (const Json *value = find(key); value && !value->is_null())
            object(key, Need::optional, read);
    }
    template <class Read>
    void objects(std::string_view key, Need need, Read read) {
        const Json *list = array(key, need);
        for (std::size_t i = 0; list && i < list->size(); ++i) {
            ObjectReader inner{(*list)[i], at(key) + "/" + std::to_string(i), *found_};
            read(inner);
        }
    }

    /// Calls `read(value, pointer, found)` for whatever is in the list of that key.
    template <class Read>
    void each(std::string_view key, Read read) {
        const Json *list = array(key, Need::optional);
        for (std::size_t i = 0; list && i < list->size(); ++i)
            read((*list)[i], at(key) + "/" + std::to_string(i), *found_);
    }

    /// The fields that nobody has asked for, as JSON object text; empty when there are none.
    Unknown rest() const;
    /// The field, which from now on counts as known; null and a problem when a required one lacks.
    const Json *find(std::string_view key, Need need = Need::optional);
    std::string at(std::string_view key) const;

  private:
    using AllNames = std::span<const std::string_view>;
    void report(std::string_view key, std::string message);
    const Json *array(std::string_view key, Need need);
    std::size_t choice_index(std::string_view key, Need need, AllNames names);
    std::vector<std::size_t> choice_indices(std::string_view key, AllNames names);

    const Json *json_;
    std::string pointer_;
    Problems *found_;
    std::set<std::string, std::less<>> known_;
};

/// Puts the fields of an Unknown behind those that are there.
void append_unknown(Json &object, const Unknown &unknown);
/// The text of a JSON value with two spaces of indent, and without any space or line end; broken
/// UTF-8 becomes a replacement sign. Not dump(): every source that calls it compiles for 2 s more.
std::string pretty(const Json &json);
std::string one_line(const Json &json);

} // namespace app
