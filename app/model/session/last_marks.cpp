#include "model/session/last_marks.hpp"

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace app {

std::optional<int> last_level(const Mark &mark) {
    return mark.channel == Channel::avoid ? std::nullopt : mark.level;
}

std::optional<int> level_last_time(const Mark &mark, std::span<const Document> past) {
    if (mark.level_last || past.empty())
        return mark.level_last;
    std::optional<int> level;
    for (const Mark &last : past.back().marks)
        if (last.area == mark.area && last.channel == mark.channel && last.phase == Phase::before)
            level = std::max(level, last_level(last));
    return level;
}

std::vector<const Mark *> last_marks(std::span<const Document> past) {
    std::vector<const Mark *> marks;
    if (past.empty())
        return marks;
    for (const Mark &mark : past.back().marks)
        if (mark.channel == Channel::avoid || last_level(mark).value_or(0) > 0)
            marks.push_back(&mark);
    std::ranges::stable_sort(marks, std::ranges::greater{},
                             [](const Mark *mark) { return last_level(*mark).value_or(-1); });
    return marks;
}

const Mark *mark_carried_from(const Document &today, const Mark &last) {
    const auto found = std::ranges::find(today.marks, last.id, &Mark::carried_from);
    return found != today.marks.end() ? &*found : nullptr;
}

bool is_answered(const Document &today, const Mark &last) {
    return mark_carried_from(today, last) != nullptr ||
           std::ranges::count(today.released, last.id) > 0;
}

} // namespace app
