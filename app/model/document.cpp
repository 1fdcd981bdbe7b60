#include "model/document.hpp"

#include "model/names.hpp"

#include <algorithm>

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

int whole_body_minutes(const Document &document) {
    int left = document.appointment.minutes;
    for (const FocusArea &focus : document.focus)
        left -= focus.minutes;
    return left;
}

} // namespace app
