#include "model/session/json_parts.hpp"

namespace app {

namespace {

constexpr WholeNumberRule conflict_number{"number of the conflict", 1, 1'000'000};

/// The JSON text of an optional field; empty when it is not there.
std::string text_of(ObjectReader &from, std::string_view key) {
    const Json *value = from.find(key);
    return value ? one_line(*value) : std::string();
}

/// The text is what text_of() gave, or was made by dump().
Json value_of(const std::string &text) {
    return Json::parse(text, nullptr, false);
}

} // namespace

Json write(const Signature &signature) {
    Json json{{"at", engine::to_iso(signature.at)},
              {"by", signature.by},
              {"licence", signature.licence},
              {"content_hash", signature.content_hash}};
    append_unknown(json, signature.unknown);
    return json;
}

Json write(const Amendment &amendment) {
    Json json{{"id", amendment.id},
              {"at", engine::to_iso(amendment.at)},
              {"by", amendment.by},
              {"licence", amendment.licence},
              {"text", amendment.text}};
    append_unknown(json, amendment.unknown);
    return json;
}

Json write(const PartChange &change) {
    Json json{{"part", change.part}};
    if (!change.before.empty())
        json["before"] = value_of(change.before);
    if (!change.after.empty())
        json["after"] = value_of(change.after);
    return json;
}

Json write(const Conflict &conflict) {
    Json json{{"number", conflict.number}, {"changes", write(conflict.changes)}};
    append_unknown(json, conflict.unknown);
    return json;
}

template <>
Signature read<Signature>(ObjectReader &from) {
    Signature signature;
    signature.at = from.time("at");
    signature.by = from.text("by", Need::required);
    signature.licence = from.text("licence");
    signature.content_hash = from.text("content_hash", Need::required);
    signature.unknown = from.rest();
    return signature;
}

template <>
Amendment read<Amendment>(ObjectReader &from) {
    Amendment amendment;
    amendment.id = from.text("id", Need::required);
    amendment.at = from.time("at");
    amendment.by = from.text("by", Need::required);
    amendment.licence = from.text("licence");
    amendment.text = from.text("text", Need::required);
    amendment.unknown = from.rest();
    return amendment;
}

template <>
PartChange read<PartChange>(ObjectReader &from) {
    PartChange change;
    change.part = from.text("part", Need::required);
    change.before = text_of(from, "before");
    change.after = text_of(from, "after");
    return change;
}

template <>
Conflict read<Conflict>(ObjectReader &from) {
    Conflict conflict;
    conflict.number = from.number("number", conflict_number, Need::required, conflict_number.low);
    conflict.changes = read_list<PartChange>(from, "changes", Need::required);
    conflict.unknown = from.rest();
    return conflict;
}

} // namespace app
