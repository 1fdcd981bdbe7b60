#include "records/shelf.hpp"

#include "model/guidance/follow_up.hpp"

#include <algorithm>
#include <optional>

namespace app {

namespace {

/// The call of a signed session, until every place has its answer.
std::optional<FollowUpCall> call_of(const Document &document) {
    const auto marks = marks_to_ask(document);
    const auto answered = [&](const Mark *mark) { return answer_of(document, *mark) != nullptr; };
    if (!document.signature || document.follow_up_due.empty() ||
        std::ranges::all_of(marks, answered))
        return {};
    const Mark &worst = *marks.front();
    return FollowUpCall{document.follow_up_due, worst.area, worst.channel,
                        worst.level_after.value_or(start_level(worst)),
                        static_cast<int>(marks.size()) - 1};
}

} // namespace

SessionRow row_of(const Document &document) {
    return {document.id,       document.client, document.appointment,
            document.practice, document.stage,  document.signature.has_value(),
            call_of(document)};
}

} // namespace app
