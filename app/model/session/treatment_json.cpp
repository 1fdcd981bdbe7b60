#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"

#include <array>
#include <span>

namespace app {

namespace {

constexpr WholeNumberRule place_rule{"place in the order", 0, 10'000};

/// A focus area is named by "area", what is left of a main zone by "zone".
void write_part(Json &object, const FieldKey &zone, const PlanItem &item) {
    write_value(object, is_focus(item) ? FieldKey{"area"} : zone, item.part);
}
void read_part(ObjectReader &from, const FieldKey &zone, PlanItem &item) {
    item.part = from.text(zone.name);
    if (item.part.empty())
        item.part = from.text("area", Need::required);
}
void read_minutes(ObjectReader &from, const FieldKey &key, PlanItem &item) {
    item.minutes =
        from.number(key.name, is_focus(item) ? rules::focus_minutes : rules::zone_minutes, key.need,
                    item.minutes);
}

} // namespace

template <>
std::span<const Field<PlanItem>> fields<PlanItem>() {
    static constexpr std::array table{
        Field<PlanItem>{{"zone"}, write_part, read_part},
        Field<PlanItem>{
            {"minutes", Need::required}, write_member<&PlanItem::minutes>, read_minutes},
        field<&PlanItem::note>("note"),
        field<&PlanItem::regions>("regions").called("structures"),
        field<&PlanItem::locked>("locked"),
        field<&PlanItem::place>("place", &place_rule),
        field<&PlanItem::spent_s>("spent_s", &rules::spent_s).called("seconds spent"),
        field<&PlanItem::outcome>("outcome"),
        field<&PlanItem::pressure>("pressure", &rules::pressure).called("pressure used"),
        field<&PlanItem::techniques>("techniques")};
    return table;
}

template <>
std::span<const Field<Treatment>> fields<Treatment>() {
    static constexpr std::array table{
        required<&Treatment::started>("started"), field<&Treatment::part>("part"),
        field<&Treatment::running_since>("running_since"), field<&Treatment::ended>("ended"),
        field<&Treatment::stopped_by_client>("stopped_by_client")};
    return table;
}

template <>
std::span<const Field<Feedback>> fields<Feedback>() {
    static constexpr std::array table{required<&Feedback::id>("id"), required<&Feedback::at>("at"),
                                      field<&Feedback::part>("part"),
                                      field<&Feedback::said>("said"),
                                      field<&Feedback::comfort>("comfort", &rules::comfort)};
    return table;
}

template <>
std::span<const Field<Finding>> fields<Finding>() {
    static constexpr std::array table{
        required<&Finding::id>("id"),
        required<&Finding::area>("area").called("place"),
        field<&Finding::region>("region"),
        field<&Finding::tight>("tight"),
        field<&Finding::restricted>("restricted"),
        field<&Finding::guarded>("guarded"),
        field<&Finding::tender>("tender", &rules::tender).called("tenderness"),
        field<&Finding::temperature>("temperature"),
        field<&Finding::note>("note"),
        required<&Finding::at>("at")};
    return table;
}

template <>
std::span<const Field<SoapNote>> fields<SoapNote>() {
    static constexpr std::array table{
        field<&SoapNote::subjective>("subjective").called("what the client says"),
        field<&SoapNote::objective>("objective").called("findings"),
        field<&SoapNote::response>("response"),
        field<&SoapNote::plan>("plan").called("next steps")};
    return table;
}

template <>
std::span<const Field<FollowUpAnswer>> fields<FollowUpAnswer>() {
    static constexpr std::array table{required<&FollowUpAnswer::mark>("mark"),
                                      required<&FollowUpAnswer::level>("level", &rules::level),
                                      field<&FollowUpAnswer::better>("better"),
                                      required<&FollowUpAnswer::at>("at")};
    return table;
}

} // namespace app
