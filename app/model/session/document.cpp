#include "model/session/document.hpp"

#include "model/atlas/main_zones.hpp"
#include "model/session/document_names.hpp"

#include <algorithm>
#include <string_view>

namespace app {

ShownFigure shown_figure(const Document &document) {
    const ClientFigure figure = document.figure.value_or(ClientFigure{});
    return {parse_name<FigureVariant>(figure.variant).value_or(FigureVariant::neutral),
            static_cast<float>(figure.build)};
}

const Mark *find_mark(const Document &document, std::string_view id) {
    const auto found = std::find_if(document.marks.begin(), document.marks.end(),
                                    [&](const Mark &mark) { return mark.id == id; });
    return found == document.marks.end() ? nullptr : &*found;
}

bool is_focus(const PlanItem &item) {
    return main_zone(item.part) == nullptr;
}

const PlanItem *find_item(const Document &document, std::string_view part) {
    const auto found = std::ranges::find(document.plan, part, &PlanItem::part);
    return found == document.plan.end() ? nullptr : &*found;
}

int whole_body_minutes(const Document &document) {
    int left = document.appointment.minutes;
    for (const PlanItem &item : document.plan)
        left -= is_focus(item) ? item.minutes : 0;
    return left;
}

} // namespace app
