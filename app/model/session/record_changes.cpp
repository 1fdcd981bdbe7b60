#include "model/session/record_changes.hpp"

#include "model/session/merge.hpp"
#include "model/session/signing.hpp"
#include "model/text/json_object.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

/// One text below the other; what is no text is taken from the other version.
std::string joined(const PartChange &change) {
    const Json standing = Json::parse(change.before, nullptr, false);
    const Json other = Json::parse(change.after, nullptr, false);
    if (!standing.is_string() || !other.is_string())
        return change.after;
    const auto first = standing.get<std::string>(), second = other.get<std::string>();
    return Json(first.empty() || second.empty() ? first + second : first + "\n" + second).dump();
}

} // namespace

Refusal refuse(std::string why) {
    return engine::Error{std::move(why)};
}

bool is_for_closed(const Command &command) {
    return std::holds_alternative<Sign>(command) || std::holds_alternative<Amend>(command) ||
           std::holds_alternative<RecordConflict>(command) ||
           std::holds_alternative<SettleConflict>(command) ||
           std::holds_alternative<AnswerFollowUp>(command);
}

Refusal sign(Document &document, const Sign &command) {
    if (document.signature)
        return refuse("This session is signed already. Add an amendment instead.");
    if (!document.conflicts.empty())
        return refuse("Two versions of a part are still open. Choose one, then sign.");
    if (command.by.empty())
        return refuse("A signature needs the therapist's name. Fill it in, then sign.");
    document.stage = Stage::closed;
    document.signature = Signature{command.at, command.by, command.licence, {}, {}};
    document.signature->content_hash = content_hash(document);
    return std::nullopt;
}

Refusal amend(Document &document, const Amend &command) {
    if (document.stage != Stage::closed)
        return refuse("This session is still open: write into it. Amendments are for signed ones.");
    if (command.text.empty() || command.by.empty())
        return refuse("An amendment needs words and the therapist's name. Fill in both.");
    document.amendments.push_back(
        {command.id, command.at, command.by, command.licence, command.text, {}});
    return std::nullopt;
}

Refusal record(Document &document, const RecordConflict &command) {
    if (command.changes.empty())
        return std::nullopt; // both wrote the same
    document.conflicts.push_back({command.number, command.changes, {}});
    return std::nullopt;
}

engine::Result<Document> settled(const Document &document, const SettleConflict &command,
                                 const Atlas &atlas) {
    const auto conflict = std::ranges::find(document.conflicts, command.number, &Conflict::number);
    if (conflict == document.conflicts.end())
        return engine::Error{"Somebody has settled this already."};
    if (document.stage == Stage::closed && command.take != Version::standing)
        return engine::Error{"This session is signed. Add the other version as an amendment."};
    std::vector<PartChange> changes = conflict->changes;
    if (command.take == Version::both)
        for (PartChange &change : changes)
            change.after = joined(change);
    auto next = command.take == Version::standing ? engine::Result<Document>(document)
                                                  : with_forced_changes(document, changes, atlas);
    if (next)
        std::erase_if(next->conflicts,
                      [&](const Conflict &other) { return other.number == command.number; });
    return next;
}

} // namespace app
