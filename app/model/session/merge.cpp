#include "model/session/merge.hpp"

#include "model/session/document_tree.hpp"
#include "model/session/tree_parts.hpp"
#include "model/session/update.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

/// What can be changed, undone and in conflict.
Json parts_of(const Document &document) {
    Json tree = document_tree(document);
    for (const char *key : {"format", "version", "signature", "amendments", "conflicts"})
        tree.erase(key);
    return tree;
}

engine::Result<Document> changed(const Document &document, std::span<const PartChange> changes,
                                 const Atlas &atlas, bool forced) {
    Json tree = document_tree(document);
    for (const PartChange &change : changes)
        if (forced || is_order(change.part) || part_text(tree, change.part) == change.before)
            set_part(tree, change.part, change.after);
    Problems found;
    Document next = document_of(tree, atlas, found);
    if (!found.empty())
        return engine::Error{found.front().message};
    return next;
}

bool overlap(const std::vector<PartChange> &mine, const std::vector<PartChange> &theirs) {
    return std::ranges::any_of(mine, [&](const PartChange &change) {
        return !is_order(change.part) && std::ranges::any_of(theirs, [&](const PartChange &other) {
            return !is_order(other.part) && touch(change.part, other.part);
        });
    });
}

/// The place of one's new mark is taken: the other mark, which would have to give way.
const Mark *mark_in_the_way(const Document &now, const Document &wanted) {
    for (const Mark &mark : now.marks) {
        if (find_mark(wanted, mark.id) != nullptr || !mark.paint.empty())
            continue;
        const bool same = std::ranges::any_of(wanted.marks, [&](const Mark &other) {
            return find_mark(now, other.id) == nullptr && other.paint.empty() &&
                   other.area == mark.area && other.author == mark.author &&
                   other.phase == mark.phase && other.channel == mark.channel;
        });
        if (same)
            return &mark;
    }
    return nullptr;
}

/// What leads from `now` to my version of the parts that I touched.
std::vector<PartChange> to_mine(const std::vector<PartChange> &mine, const Document &now,
                                const Document &wanted) {
    const Json tree_now = parts_of(now), tree_wanted = parts_of(wanted);
    std::vector<PartChange> changes;
    if (const Mark *other = mark_in_the_way(now, wanted)) {
        const std::string part = "marks/" + other->id;
        changes.push_back({part, part_text(tree_now, part), {}});
    }
    for (const PartChange &change : mine) {
        if (is_order(change.part))
            continue;
        // Where all that it lies in is gone, the whole of it comes back.
        std::string_view part = change.part;
        while (!parent_of(part).empty() && part_text(tree_now, parent_of(part)).empty())
            part = parent_of(part);
        PartChange lead{std::string(part), part_text(tree_now, part), part_text(tree_wanted, part)};
        if (lead.before != lead.after &&
            std::ranges::find(changes, lead.part, &PartChange::part) == changes.end())
            changes.push_back(std::move(lead));
    }
    return changes;
}

} // namespace

std::vector<PartChange> difference(const Document &from, const Document &to) {
    return tree_difference(parts_of(from), parts_of(to));
}

engine::Result<Document> with_changes(const Document &document, std::span<const PartChange> changes,
                                      const Atlas &atlas) {
    return changed(document, changes, atlas, false);
}

engine::Result<Document> with_forced_changes(const Document &document,
                                             std::span<const PartChange> changes,
                                             const Atlas &atlas) {
    return changed(document, changes, atlas, true);
}

Command rebased(const Command &mine, const Document &seen, const Document &now, const Atlas &atlas,
                int number) {
    const auto wanted = update(seen, mine, atlas);
    engine::check(wanted.ok(), "update() accepts the command on what was seen");
    const auto merged = update(now, mine, atlas);
    const auto my_changes = difference(seen, *wanted);
    // Undo leaves what others have changed by itself.
    if (merged &&
        (std::holds_alternative<Restore>(mine) || !overlap(my_changes, difference(seen, now))))
        return mine;
    return RecordConflict{number, to_mine(my_changes, now, *wanted)};
}

} // namespace app
