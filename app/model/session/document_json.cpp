#include "model/session/document_json.hpp"

#include "model/session/document_tree.hpp"
#include "model/session/json_parts.hpp"
#include "model/session/migrations.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <optional>
#include <set>
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
std::vector<PlanItem> read_plan(ObjectReader &from) {
    std::vector<PlanItem> plan = read_list<PlanItem>(from, "focus");
    std::ranges::move(read_list<PlanItem>(from, "zones"), std::back_inserter(plan));
    std::ranges::stable_sort(plan, {}, &PlanItem::place);
    return plan;
}

Json plan_part(const Document &document, bool focus) {
    Json items = Json::array();
    for (const PlanItem &item : document.plan)
        if (is_focus(item) == focus)
            items.push_back(write(item));
    return items;
}

Document read_document(ObjectReader &from) {
    Document document;
    (void)from.find("format");
    (void)from.find("version"); // version_of() has read it
    (void)from.find("revision");
    document.id = from.text("id", Need::required);
    from.object("client", Need::required,
                [&](ObjectReader &inner) { document.client = read<ClientRef>(inner); });
    from.object("appointment", Need::required,
                [&](ObjectReader &inner) { document.appointment = read<Appointment>(inner); });
    from.object("practice", Need::optional,
                [&](ObjectReader &inner) { document.practice = read<Practice>(inner); });
    from.object_or_null("figure",
                        [&](ObjectReader &inner) { document.figure = read<ClientFigure>(inner); });
    document.language = from.text("language");
    from.object("intake", Need::optional,
                [&](ObjectReader &inner) { document.intake = read<Intake>(inner); });
    document.stage = from.choice<Stage>("stage");
    document.marks = read_list<Mark>(from, "marks", Need::required);
    document.released = from.texts("released", Need::optional);
    document.plan = read_plan(from);
    from.object_or_null("treatment",
                        [&](ObjectReader &inner) { document.treatment = read<Treatment>(inner); });
    document.feedback = read_list<Feedback>(from, "feedback");
    document.findings = read_list<Finding>(from, "findings");
    from.object("soap", Need::optional,
                [&](ObjectReader &inner) { document.soap = read<SoapNote>(inner); });
    document.note = from.text("note");
    document.question = from.text("question");
    document.homework = read_list<HomeworkItem>(from, "homework");
    document.aftercare = from.texts("aftercare", Need::optional);
    document.next_session = from.time_or_null("next_session");
    document.follow_up_due = from.text("follow_up_due");
    document.follow_up = read_list<FollowUpAnswer>(from, "follow_up");
    document.shared_consent = from.time_or_null("shared_consent");
    from.object_or_null("signature",
                        [&](ObjectReader &inner) { document.signature = read<Signature>(inner); });
    document.amendments = read_list<Amendment>(from, "amendments");
    document.conflicts = read_list<Conflict>(from, "conflicts");
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

Json document_tree(const Document &document) {
    Json json{{"format", format_name},
              {"version", document.version},
              {"id", document.id},
              {"client", write(document.client)},
              {"appointment", write(document.appointment)},
              {"practice", write(document.practice)},
              {"figure", document.figure ? write(*document.figure) : Json(nullptr)},
              {"language", document.language},
              {"intake", write(document.intake)},
              {"stage", name_of(document.stage)},
              {"marks", write(document.marks)},
              {"released", document.released},
              {"focus", plan_part(document, true)},
              {"zones", plan_part(document, false)},
              {"treatment", document.treatment ? write(*document.treatment) : Json(nullptr)},
              {"feedback", write(document.feedback)},
              {"findings", write(document.findings)},
              {"soap", write(document.soap)},
              {"note", document.note},
              {"question", document.question},
              {"homework", write(document.homework)},
              {"aftercare", document.aftercare},
              {"next_session", time_json(document.next_session)},
              {"follow_up_due", document.follow_up_due},
              {"follow_up", write(document.follow_up)},
              {"shared_consent", time_json(document.shared_consent)},
              {"signature", document.signature ? write(*document.signature) : Json(nullptr)},
              {"amendments", write(document.amendments)},
              {"conflicts", write(document.conflicts)}};
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
