#include "model/session/document_json.hpp"

#include "model/session/document_tree.hpp"
#include "model/session/json_parts.hpp"
#include "model/session/migrations.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr std::string_view format_name = "palpate-session";

/// The version that the tree says; nothing and a Problem when this is no session.
std::optional<int> version_of(const Json &tree, Problems &found) {
    constexpr WholeNumberRule version{"version", 1, 1'000'000};
    if (!tree.is_object() || !tree.contains("format") || tree["format"] != format_name) {
        found.push_back({"", "This file is not a session: it is JSON of another kind. Open "
                             "another file."});
        return std::nullopt;
    }
    Problems unclear;
    const int number =
        ObjectReader{tree, "", unclear}.number("version", version, Need::required, 1);
    found.insert(found.end(), unclear.begin(), unclear.end());
    return unclear.empty() ? std::optional(number) : std::nullopt;
}

/// Files keep focus areas and the zones around them in lists of their own.
template <bool focus>
void write_plan(Json &object, const FieldKey &key, const Document &document) {
    Json items = Json::array();
    for (const PlanItem &item : document.plan)
        if (is_focus(item) == focus)
            items.push_back(write(item));
    write_value(object, key, std::move(items));
}
void read_plan(ObjectReader &from, const FieldKey &key, Document &document) {
    read_value(from, key, document.plan); // behind what is there
    std::ranges::stable_sort(document.plan, {}, &PlanItem::place);
}

Document read_document(ObjectReader &from) {
    for (const char *of_file : {"format", "version", "revision"})
        (void)from.find(of_file);
    Document document;
    read_fields(from, document, fields<Document>());
    document.unknown = from.rest();
    return document;
}

/// True when something was already said about the place, a place in it, or what it lies in.
bool is_told(const std::set<std::string> &told, const std::string &pointer) {
    for (std::size_t end = pointer.size(); end != std::string::npos && end > 0;
         end = pointer.rfind('/', end - 1))
        if (told.contains(pointer.substr(0, end)))
            return true;
    const auto inside = told.lower_bound(pointer + "/");
    return inside != told.end() && inside->starts_with(pointer + "/");
}

/// A value that could not be read was replaced; the rules must not complain about it once more.
void append_new(Problems &found, const Problems &more) {
    std::set<std::string> told;
    for (const Problem &problem : found)
        told.insert(problem.pointer);
    for (const Problem &problem : more)
        if (!is_told(told, problem.pointer))
            found.push_back(problem);
}

/// A file from the future whose parts this version cannot make sense of.
void say_future(int version, Problems &found) {
    found.assign(1, {"/version", "This session was made by a newer Palpate (version " +
                                     std::to_string(version) +
                                     ") and cannot be shown by this one. Update Palpate to open "
                                     "it. The file was not changed."});
}

SessionFile read_session(std::string_view text, const Atlas &atlas, Problems &found) {
    constexpr WholeNumberRule revision{"revision", 0, std::numeric_limits<int>::max()};
    if (text.size() > max_session_bytes) {
        found.push_back({"", "This file is too large to be a session: more than 16 MB. Open "
                             "another file; it was not read."});
        return {};
    }
    auto tree = parse_json(text, found);
    const auto version = tree ? version_of(*tree, found) : std::nullopt;
    if (!version)
        return {};
    migrate(*tree, *version);
    SessionFile file;
    file.document = document_of(*tree, atlas, found);
    file.revision = static_cast<std::uint64_t>(
        ObjectReader{*tree, "", found}.number("revision", revision, Need::required, 0));
    if (*version > Document::schema_version) {
        file.document.version = *version;
        if (!found.empty())
            say_future(*version, found);
    }
    return file;
}

engine::Error error_of(const Problems &found) {
    const Problem &first = found.front();
    if (first.pointer.empty() || first.pointer == "/version")
        return {first.message};
    const std::string others =
        found.size() == 1 ? "" : ", and " + std::to_string(found.size() - 1) + " more";
    return {"This session cannot be opened. " + first.message + " (" + first.pointer + others +
            ".) Open another copy of it. The file was not changed."};
}

} // namespace

template <>
std::span<const Field<Document>> fields<Document>() {
    static constexpr std::array table{
        required<&Document::id>("id"),
        required<&Document::client>("client"),
        required<&Document::appointment>("appointment"),
        field<&Document::practice>("practice"),
        field<&Document::figure>("figure"),
        field<&Document::language>("language"),
        field<&Document::intake>("intake"),
        required<&Document::stage>("stage"),
        required<&Document::marks>("marks"),
        field<&Document::released>("released"),
        Field<Document>{{"focus"}, write_plan<true>, read_plan},
        Field<Document>{{"zones"}, write_plan<false>, read_plan},
        field<&Document::treatment>("treatment"),
        field<&Document::feedback>("feedback"),
        field<&Document::findings>("findings"),
        field<&Document::soap>("soap"),
        field<&Document::note>("note"),
        field<&Document::question>("question"),
        field<&Document::homework>("homework"),
        field<&Document::aftercare>("aftercare"),
        field<&Document::next_session>("next_session"),
        field<&Document::follow_up_due>("follow_up_due"),
        field<&Document::follow_up>("follow_up"),
        field<&Document::shared_consent>("shared_consent").called("agreed to share"),
        field<&Document::signature>("signature"),
        field<&Document::amendments>("amendments"),
        field<&Document::conflicts>("conflicts")};
    return table;
}

Json document_tree(const Document &document) {
    Json json{{"format", format_name}, {"version", document.version}};
    write_fields(json, document, fields<Document>());
    append_unknown(json, document.unknown);
    return json;
}

Document document_of(const Json &tree, const Atlas &atlas, Problems &found) {
    ObjectReader reader{tree, "", found};
    Document document = read_document(reader);
    Problems broken_rules;
    rules::check(document, atlas, broken_rules);
    append_new(found, broken_rules);
    return document;
}

std::string to_json(const Document &document, std::uint64_t revision) {
    const Json tree = document_tree(document);
    Json json = Json::object();
    for (const auto &[key, value] : tree.items()) {
        json[key] = value;
        if (key == "version")
            json["revision"] = revision;
    }
    return pretty(json);
}

engine::Result<SessionFile> session_from_json(std::string_view text, const Atlas &atlas) {
    Problems found;
    SessionFile file = read_session(text, atlas, found);
    if (!found.empty())
        return error_of(found);
    return file;
}

engine::Result<Document> from_json(std::string_view text, const Atlas &atlas) {
    auto file = session_from_json(text, atlas);
    if (!file)
        return file.error();
    return std::move(file->document);
}

Problems problems(std::string_view text, const Atlas &atlas) {
    Problems found;
    (void)read_session(text, atlas, found);
    return found;
}

} // namespace app
