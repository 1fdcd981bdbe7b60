/// A JSON value that knows its place, so that a wrong one can be named.
#pragma once

#include <glm/vec3.hpp>
#include <nlohmann/json.hpp>

#include <cmath>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace bake {

/// Thrown by JsonNode; read_body_data() turns it into an Error.
struct FormatError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

class JsonNode {
  public:
    JsonNode(const nlohmann::json &value, std::string place)
        : value_(&value), place_(std::move(place)) {}

    [[noreturn]] void fail(const std::string &what) const {
        throw FormatError((place_.empty() ? "the file" : place_) + " " + what);
    }

    bool is_text() const { return value_->is_string(); }
    bool has(const char *key) const { return value_->is_object() && value_->contains(key); }
    JsonNode at(const char *key) const {
        if (!has(key))
            fail(std::string("has no \"") + key + "\"");
        return {(*value_)[key], place_ + "/" + key};
    }

    std::vector<JsonNode> elements() const {
        if (!value_->is_array())
            fail("must be a list");
        std::vector<JsonNode> result;
        for (const auto &element : *value_)
            result.emplace_back(element, place_ + "/" + std::to_string(result.size()));
        return result;
    }
    std::vector<JsonNode> elements(std::size_t at_least, std::size_t at_most) const {
        auto result = elements();
        if (result.size() < at_least || result.size() > at_most)
            fail("must have " + std::to_string(at_least) +
                 (at_most == at_least ? "" : " to " + std::to_string(at_most)) + " entries");
        return result;
    }
    std::vector<std::pair<std::string, JsonNode>> members() const {
        if (!value_->is_object())
            fail("must be an object");
        std::vector<std::pair<std::string, JsonNode>> result;
        for (const auto &[key, value] : value_->items())
            result.emplace_back(key, JsonNode(value, place_ + "/" + key));
        return result;
    }

    float number() const {
        const float number = value_->is_number() ? value_->get<float>() : NAN;
        if (!std::isfinite(number))
            fail("must be a number");
        return number;
    }
    float positive() const {
        const float result = number();
        if (!(result > 0))
            fail("must be greater than 0");
        return result;
    }
    std::string text() const {
        if (!value_->is_string())
            fail("must be a text");
        return value_->get<std::string>();
    }
    bool flag() const {
        if (!value_->is_boolean())
            fail("must be true or false");
        return value_->get<bool>();
    }
    /// The first three entries.
    glm::vec3 vector() const {
        const auto e = elements(3, 4);
        return {e[0].number(), e[1].number(), e[2].number()};
    }

    float number(const char *key, float otherwise) const {
        return has(key) ? at(key).number() : otherwise;
    }
    bool flag(const char *key, bool otherwise) const {
        return has(key) ? at(key).flag() : otherwise;
    }
    std::string text(const char *key, const char *otherwise) const {
        return has(key) ? at(key).text() : otherwise;
    }

  private:
    const nlohmann::json *value_;
    std::string place_;
};

} // namespace bake
