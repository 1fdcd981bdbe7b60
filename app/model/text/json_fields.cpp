#include "model/text/json_fields.hpp"

#include "base/check.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

const WholeNumberRule &rule_of(const FieldKey &key) {
    engine::check(key.rule != nullptr, "a whole number has its rule in the table");
    return *key.rule;
}

} // namespace

void write_value(Json &object, const FieldKey &key, Json &&value) {
    object[std::string(key.name)] = std::move(value);
}
void write_value(Json &object, const FieldKey &key, const std::string &value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, const std::vector<std::string> &value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, const std::set<std::string> &value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, int value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, double value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, bool value) {
    write_value(object, key, Json(value));
}
void write_value(Json &object, const FieldKey &key, const engine::Timestamp &value) {
    write_value(object, key, Json(engine::to_iso(value)));
}
void write_name(Json &object, const FieldKey &key, std::string_view name) {
    write_value(object, key, Json(name));
}
void write_null(Json &object, const FieldKey &key) {
    write_value(object, key, Json(nullptr));
}

void read_value(ObjectReader &from, const FieldKey &key, std::string &value) {
    value = from.text(key.name, key.need);
}
void read_value(ObjectReader &from, const FieldKey &key, std::vector<std::string> &value) {
    value = from.texts(key.name, key.need);
}
void read_value(ObjectReader &from, const FieldKey &key, std::set<std::string> &value) {
    const std::vector<std::string> texts = from.texts(key.name, key.need);
    value = {texts.begin(), texts.end()};
}
void read_value(ObjectReader &from, const FieldKey &key, int &value) {
    const WholeNumberRule &rule = rule_of(key);
    value = from.number(key.name, rule, key.need, std::clamp(value, rule.low, rule.high));
}
void read_value(ObjectReader &from, const FieldKey &key, std::optional<int> &value) {
    value = from.number_or_null(key.name, rule_of(key));
}
void read_value(ObjectReader &from, const FieldKey &key, double &value) {
    value = from.decimal(key.name, key.need);
}
void read_value(ObjectReader &from, const FieldKey &key, bool &value) {
    value = from.flag(key.name);
}
void read_value(ObjectReader &from, const FieldKey &key, engine::Timestamp &value) {
    value = from.time(key.name);
}
void read_value(ObjectReader &from, const FieldKey &key, std::optional<engine::Timestamp> &value) {
    value = from.time_or_null(key.name);
}

} // namespace app
