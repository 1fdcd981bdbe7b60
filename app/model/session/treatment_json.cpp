#include "model/atlas/main_zones.hpp"
#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"

#include <limits>
#include <string>

namespace app {

namespace {

constexpr WholeNumberRule place_rule{"place in the order", 0, 10'000};

} // namespace

Json write(const PlanItem &item) {
    Json json{{is_focus(item) ? "area" : "zone", item.part},
              {"minutes", item.minutes},
              {"note", item.note},
              {"regions", item.regions},
              {"locked", item.locked},
              {"place", item.place},
              {"spent_s", item.spent_s},
              {"outcome", choice_json(item.outcome)},
              {"pressure", number_json(item.pressure)},
              {"techniques", item.techniques}};
    append_unknown(json, item.unknown);
    return json;
}

Json write(const Treatment &treatment) {
    Json json{{"started", engine::to_iso(treatment.started)},
              {"part", treatment.part},
              {"running_since", time_json(treatment.running_since)},
              {"ended", time_json(treatment.ended)},
              {"stopped_by_client", treatment.stopped_by_client}};
    append_unknown(json, treatment.unknown);
    return json;
}

Json write(const Feedback &feedback) {
    Json json{{"id", feedback.id},
              {"at", engine::to_iso(feedback.at)},
              {"part", feedback.part},
              {"said", choice_json(feedback.said)},
              {"comfort", number_json(feedback.comfort)}};
    append_unknown(json, feedback.unknown);
    return json;
}

Json write(const Finding &finding) {
    Json json{{"id", finding.id},
              {"area", finding.area},
              {"region", finding.region},
              {"tight", finding.tight},
              {"restricted", finding.restricted},
              {"guarded", finding.guarded},
              {"tender", number_json(finding.tender)},
              {"temperature", choice_json(finding.temperature)},
              {"note", finding.note},
              {"at", engine::to_iso(finding.at)}};
    append_unknown(json, finding.unknown);
    return json;
}

Json write(const SoapNote &soap) {
    Json json{{"subjective", soap.subjective},
              {"objective", soap.objective},
              {"response", soap.response},
              {"plan", soap.plan}};
    append_unknown(json, soap.unknown);
    return json;
}

Json write(const FollowUpAnswer &answer) {
    Json json{{"mark", answer.mark},
              {"level", answer.level},
              {"better", answer.better},
              {"at", engine::to_iso(answer.at)}};
    append_unknown(json, answer.unknown);
    return json;
}

template <>
PlanItem read<PlanItem>(ObjectReader &from) {
    PlanItem item;
    const std::string zone = from.text("zone");
    item.part = zone.empty() ? from.text("area", Need::required) : zone;
    item.minutes =
        from.number("minutes", is_focus(item) ? rules::focus_minutes : rules::zone_minutes,
                    Need::required, item.minutes);
    item.note = from.text("note");
    item.regions = from.texts("regions", Need::optional);
    item.locked = from.flag("locked");
    item.place = from.number("place", place_rule, Need::optional, 0);
    item.spent_s = from.number("spent_s", rules::spent_s, Need::optional, 0);
    item.outcome = from.choice_or_null<Outcome>("outcome");
    item.pressure = from.number_or_null("pressure", rules::pressure);
    item.techniques = from.texts("techniques", Need::optional);
    item.unknown = from.rest();
    return item;
}

template <>
Treatment read<Treatment>(ObjectReader &from) {
    Treatment treatment;
    treatment.started = from.time("started");
    treatment.part = from.text("part");
    treatment.running_since = from.time_or_null("running_since");
    treatment.ended = from.time_or_null("ended");
    treatment.stopped_by_client = from.flag("stopped_by_client");
    treatment.unknown = from.rest();
    return treatment;
}

template <>
Feedback read<Feedback>(ObjectReader &from) {
    Feedback feedback;
    feedback.id = from.text("id", Need::required);
    feedback.at = from.time("at");
    feedback.part = from.text("part");
    feedback.said = from.choice_or_null<Said>("said");
    feedback.comfort = from.number_or_null("comfort", rules::comfort);
    feedback.unknown = from.rest();
    return feedback;
}

template <>
Finding read<Finding>(ObjectReader &from) {
    Finding finding;
    finding.id = from.text("id", Need::required);
    finding.area = from.text("area", Need::required);
    finding.region = from.text("region");
    finding.tight = from.flag("tight");
    finding.restricted = from.flag("restricted");
    finding.guarded = from.flag("guarded");
    finding.tender = from.number_or_null("tender", rules::tender);
    finding.temperature = from.choice_or_null<Temperature>("temperature");
    finding.note = from.text("note");
    finding.at = from.time("at");
    finding.unknown = from.rest();
    return finding;
}

template <>
SoapNote read<SoapNote>(ObjectReader &from) {
    SoapNote soap;
    soap.subjective = from.text("subjective");
    soap.objective = from.text("objective");
    soap.response = from.text("response");
    soap.plan = from.text("plan");
    soap.unknown = from.rest();
    return soap;
}

template <>
FollowUpAnswer read<FollowUpAnswer>(ObjectReader &from) {
    FollowUpAnswer answer;
    answer.mark = from.text("mark", Need::required);
    answer.level = from.number("level", rules::level, Need::required, 0);
    answer.better = from.flag("better");
    answer.at = from.time("at");
    answer.unknown = from.rest();
    return answer;
}

} // namespace app
