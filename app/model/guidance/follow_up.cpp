#include "model/guidance/follow_up.hpp"

#include "model/session/event_day.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <vector>

namespace app {

std::string day_three(const Document &document) {
    constexpr int days = 3;
    return iso_day(days_later(document.appointment.start, days));
}

std::vector<const Mark *> marks_to_ask(const Document &document) {
    std::vector<const Mark *> marks;
    for (const Mark &mark : document.marks)
        if (mark.channel != Channel::avoid && start_level(mark) > 0)
            marks.push_back(&mark);
    std::ranges::stable_sort(marks, std::ranges::greater{},
                             [](const Mark *mark) { return start_level(*mark); });
    return marks;
}

int start_level(const Mark &mark) {
    return mark.level.value_or(0);
}

const FollowUpAnswer *answer_of(const Document &document, const Mark &mark) {
    const auto found = std::ranges::find(document.follow_up, mark.id, &FollowUpAnswer::mark);
    return found == document.follow_up.end() ? nullptr : &*found;
}

bool is_clearly_better(const Mark &mark, const FollowUpAnswer &answer) {
    return answer.better && level_change(start_level(mark), answer.level).clearly_better();
}

} // namespace app
