#include "model/session/treatment_clock.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace app {

namespace {

constexpr int minute_s = 60;

} // namespace

bool is_running(const Document &document) {
    return document.treatment && document.treatment->running_since;
}

const PlanItem *item_now(const Document &document) {
    return document.treatment ? find_item(document, document.treatment->part) : nullptr;
}

int spent_s(const Document &document, const PlanItem &item, engine::Timestamp now) {
    if (!is_running(document) || document.treatment->part != item.part)
        return item.spent_s;
    const std::int64_t since_ms = now.unix_ms - document.treatment->running_since->unix_ms;
    return item.spent_s + static_cast<int>(std::max<std::int64_t>(since_ms, 0) / 1000);
}

int left_s(const Document &document, const PlanItem &item, engine::Timestamp now) {
    return item.minutes * minute_s - spent_s(document, item, now);
}

int left_in_all_s(const Document &document, engine::Timestamp now) {
    int left = document.appointment.minutes * minute_s;
    for (const PlanItem &item : document.plan)
        left -= spent_s(document, item, now);
    return left;
}

const PlanItem *item_after(const Document &document, std::string_view part) {
    const auto &plan = document.plan;
    const auto begin = std::ranges::find(plan, part, &PlanItem::part);
    const auto start = static_cast<std::size_t>(begin - plan.begin());
    for (std::size_t step = 1; step <= plan.size(); ++step) {
        const PlanItem &item = plan[(start + step) % plan.size()];
        if (item.part != part && !item.outcome && item.minutes > 0)
            return &item;
    }
    return nullptr;
}

} // namespace app
