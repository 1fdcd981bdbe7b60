#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app {

namespace {

std::set<std::string> text_set(ObjectReader &from, std::string_view key) {
    const std::vector<std::string> texts = from.texts(key, Need::optional);
    return {texts.begin(), texts.end()};
}

} // namespace

Json write(const Event &event) {
    Json json{{"kind", name_of(event.kind)},
              {"start", engine::to_iso(event.start)},
              {"hour_known", event.hour_known},
              {"name", event.name}};
    append_unknown(json, event.unknown);
    return json;
}

Json write(const StatedDiagnosis &diagnosis) {
    Json json{{"words", diagnosis.words}, {"by", diagnosis.by}, {"when", diagnosis.when}};
    append_unknown(json, diagnosis.unknown);
    return json;
}

Json write(const Agreement &agreement) {
    Json json{{"id", agreement.id}, {"text", agreement.text}, {"at", engine::to_iso(agreement.at)}};
    append_unknown(json, agreement.unknown);
    return json;
}

Json write(const Intake &intake) {
    Json json{{"goal", choice_json(intake.goal)},
              {"run_soon", choice_json(intake.run_soon)},
              {"event", intake.event ? write(*intake.event) : Json(nullptr)},
              {"next_training", choice_json(intake.next_training)},
              {"experience", choice_json(intake.experience)},
              {"health_asked", intake.health_asked},
              {"health_yes", intake.health_yes},
              {"pressure", intake.pressure ? Json(*intake.pressure) : Json(nullptr)},
              {"agreements", write(intake.agreements)}};
    if (!intake.diagnosis.empty() || !intake.diagnosis.unknown.empty())
        json["diagnosis"] = write(intake.diagnosis);
    append_unknown(json, intake.unknown);
    return json;
}

template <>
Event read<Event>(ObjectReader &from) {
    Event event;
    event.kind = from.choice<EventKind>("kind");
    event.start = from.time("start");
    event.hour_known = from.flag("hour_known");
    event.name = from.text("name");
    event.unknown = from.rest();
    return event;
}

template <>
StatedDiagnosis read<StatedDiagnosis>(ObjectReader &from) {
    StatedDiagnosis diagnosis;
    diagnosis.words = from.text("words");
    diagnosis.by = from.text("by");
    diagnosis.when = from.text("when");
    diagnosis.unknown = from.rest();
    return diagnosis;
}

template <>
Agreement read<Agreement>(ObjectReader &from) {
    Agreement agreement;
    agreement.id = from.text("id", Need::required);
    agreement.text = from.text("text", Need::required);
    agreement.at = from.time("at");
    agreement.unknown = from.rest();
    return agreement;
}

template <>
Intake read<Intake>(ObjectReader &from) {
    Intake intake;
    intake.goal = from.choice_or_null<Goal>("goal");
    intake.run_soon = from.choice_or_null<RunSoon>("run_soon");
    from.object_or_null("event", [&](ObjectReader &inner) { intake.event = read<Event>(inner); });
    intake.next_training = from.choice_or_null<NextTraining>("next_training");
    intake.experience = from.choice_or_null<Experience>("experience");
    intake.health_asked = text_set(from, "health_asked");
    intake.health_yes = text_set(from, "health_yes");
    from.object("diagnosis", Need::optional,
                [&](ObjectReader &inner) { intake.diagnosis = read<StatedDiagnosis>(inner); });
    intake.pressure = from.number_or_null("pressure", rules::pressure);
    from.objects("agreements", Need::optional,
                 [&](ObjectReader &inner) { intake.agreements.push_back(read<Agreement>(inner)); });
    intake.unknown = from.rest();
    return intake;
}

} // namespace app
