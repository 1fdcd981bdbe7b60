#include "model/document_json.hpp"

#include "model/json_parts.hpp"

#include <set>

namespace app {

namespace {

constexpr std::string_view format_name = "palpate-session";

Json time_json(const std::optional<engine::Timestamp> &time) {
    return time ? Json(engine::to_iso(*time)) : Json(nullptr);
}

/// Says whether this program can read the rest at all.
bool check_format(ObjectReader &from, Problems &found) {
    const Json *format = from.find("format");
    if (!format || *format != format_name) {
        found.push_back({"", "This file is not a session: it is JSON of another kind. Open "
                             "another file."});
        return false;
    }
    const Json *version = from.find("version", Need::required);
    if (!version)
        return false;
    if (version->is_number_unsigned() && *version > Document::schema_version) {
        found.push_back({"/version", "This session was made by a newer Palpate (version " +
                                         version->dump() +
                                         "). Update Palpate to open it. The file was not "
                                         "changed."});
        return false;
    }
    if (*version != Document::schema_version || !version->is_number_integer()) {
        found.push_back(
            {"/version", "The version must be " + std::to_string(Document::schema_version) + "."});
        return false;
    }
    return true;
}

Document read_document(ObjectReader &from) {
    Document document;
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
    from.objects("marks", Need::required,
                 [&](ObjectReader &inner) { document.marks.push_back(read<Mark>(inner)); });
    document.released = from.texts("released", Need::optional);
    from.objects("focus", Need::optional,
                 [&](ObjectReader &inner) { document.focus.push_back(read<FocusArea>(inner)); });
    document.note = from.text("note");
    document.question = from.text("question");
    from.objects("homework", Need::optional, [&](ObjectReader &inner) {
        document.homework.push_back(read<HomeworkItem>(inner));
    });
    document.shared_consent = from.time_or_null("shared_consent");
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

Document read_session(std::string_view text, const Atlas &atlas, Problems &found) {
    if (text.size() > max_session_bytes) {
        found.push_back({"", "This file is too large to be a session: more than 16 MB. Open "
                             "another file; it was not read."});
        return {};
    }
    const auto json = parse_json(text, found);
    if (!json)
        return {};
    if (!json->is_object()) {
        found.push_back({"", "This file is not a session: it is JSON of another kind. Open "
                             "another file."});
        return {};
    }
    ObjectReader reader{*json, "", found};
    if (!check_format(reader, found))
        return {};
    Document document = read_document(reader);
    Problems broken_rules;
    rules::check(document, atlas, broken_rules);
    append_new(found, broken_rules);
    return document;
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

std::string to_json(const Document &document) {
    Json json{{"format", format_name},
              {"version", Document::schema_version},
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
              {"focus", write(document.focus)},
              {"note", document.note},
              {"question", document.question},
              {"homework", write(document.homework)},
              {"shared_consent", time_json(document.shared_consent)}};
    append_unknown(json, document.unknown);
    return pretty(json);
}

engine::Result<Document> from_json(std::string_view text, const Atlas &atlas) {
    Problems found;
    Document document = read_session(text, atlas, found);
    if (!found.empty())
        return error_of(found);
    return document;
}

Problems problems(std::string_view text, const Atlas &atlas) {
    Problems found;
    (void)read_session(text, atlas, found);
    return found;
}

} // namespace app
