#include "store/audit/audit_line.hpp"

#include "model/text/json_object.hpp"
#include "model/text/sha256.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace app::audit {

using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view head_format = "palpate-audit-head";
constexpr int head_version = 1;
constexpr std::size_t hash_digits = 64;
constexpr std::string_view before_hash = ",\"hash\":\"", after_hash = "\"}";
/// Of the words that people and programs put into a line.
constexpr std::size_t most_text_bytes = 1000;

std::string compact(const Json &json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

/// Cut where a line would become longer than any; never in the middle of a character.
std::string bounded(std::string text) {
    std::size_t end = std::min(text.size(), most_text_bytes);
    while (end < text.size() && end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        --end;
    text.resize(end);
    return text;
}

std::string without_hash(const AuditLine &line) {
    Json json{{"n", line.n},
              {"at", engine::to_iso(line.at)},
              {"who", bounded(line.who)},
              {"what", Names<Deed>::all[static_cast<std::size_t>(line.entry.what)]}};
    const auto add = [&json](const char *key, const std::string &value) {
        if (!value.empty())
            json[key] = bounded(value);
    };
    add("session", line.entry.session);
    add("client", line.entry.client);
    add("content", line.entry.content);
    add("detail", line.entry.detail);
    json["previous"] = line.previous;
    return compact(json);
}

/// Whole numbers from 0 up, larger than those of sessions.
std::optional<std::uint64_t> count(const Json &json, const char *key) {
    const auto value = json.find(key);
    if (value == json.end() || !value->is_number_unsigned())
        return {};
    return value->get<std::uint64_t>();
}

} // namespace

std::string to_text(AuditLine &line) {
    std::string text = without_hash(line);
    line.hash = sha256_hex(text);
    text.pop_back(); // the closing brace
    return text.append(before_hash).append(line.hash).append(after_hash);
}

Result<AuditLine> line_from_text(std::string_view text) {
    constexpr std::size_t tail = before_hash.size() + hash_digits + after_hash.size();
    if (text.size() <= tail || text.size() > max_line_bytes || !text.ends_with(after_hash) ||
        text.substr(text.size() - tail, before_hash.size()) != before_hash)
        return Error{"it is damaged"};
    const std::string body = std::string(text.substr(0, text.size() - tail)) + "}";
    AuditLine line;
    line.hash = text.substr(text.size() - tail + before_hash.size(), hash_digits);
    if (sha256_hex(body) != line.hash)
        return Error{"it was changed after it was written"};
    Problems found;
    const auto json = parse_json(body, found);
    if (!json || !json->is_object())
        return Error{"it is damaged"};
    ObjectReader fields{*json, "", found};
    const auto n = count(*json, "n");
    line.n = n.value_or(0);
    line.at = fields.time("at");
    line.who = fields.text("who");
    line.entry.what = fields.choice<Deed>("what");
    line.entry.session = fields.text("session");
    line.entry.client = fields.text("client");
    line.entry.content = fields.text("content");
    line.entry.detail = fields.text("detail");
    line.previous = fields.text("previous");
    if (!n || !found.empty())
        return Error{"this version of Palpate does not know what it says"};
    return line;
}

std::string to_text(const Head &head) {
    return pretty(Json{
        {"format", head_format}, {"version", head_version}, {"n", head.n}, {"hash", head.hash}});
}

Result<Head> head_from_text(std::string_view text) {
    Problems found;
    const auto json = parse_json(text, found);
    if (!json || !json->is_object())
        return Error{"it is damaged"};
    ObjectReader fields{*json, "", found};
    const auto n = count(*json, "n");
    Head head{n.value_or(0), fields.text("hash")};
    if (!n || !found.empty() || fields.text("format") != head_format)
        return Error{"it is damaged"};
    return head;
}

} // namespace app::audit
