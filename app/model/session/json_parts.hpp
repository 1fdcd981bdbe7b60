/// How the parts of a session are written as JSON, for session files and logs of commands alike.
/// For sources only, as json_object.hpp.
#pragma once

#include "model/session/document_names.hpp"
#include "model/text/json_fields.hpp"

namespace app {

Json write(const ClientRef &client);
Json write(const Appointment &appointment);
Json write(const Practice &practice);
Json write(const ClientFigure &figure);
Json write(const Dab &dab); ///< [x, y, z, radius_mm]
Json write(const Mark &mark);
Json write(const Event &event);
Json write(const StatedDiagnosis &diagnosis);
Json write(const Agreement &agreement);
Json write(const Intake &intake);
Json write(const PlanItem &item); ///< with "area" or "zone", by what it is
Json write(const Treatment &treatment);
Json write(const Feedback &feedback);
Json write(const Finding &finding);
Json write(const SoapNote &soap);
Json write(const FollowUpAnswer &answer);
Json write(const Dose &dose);
Json write(const HomeworkItem &item);
Json write(const Signature &signature);
Json write(const Amendment &amendment);
Json write(const PartChange &change);
Json write(const Conflict &conflict);

template <class Enum>
Json choice_json(const std::optional<Enum> &choice) {
    return choice ? Json(name_of(*choice)) : Json(nullptr);
}
Json number_json(const std::optional<int> &number);
Json time_json(const std::optional<engine::Timestamp> &time);
template <class Item>
Json write(const std::vector<Item> &items) {
    Json list = Json::array();
    for (const Item &item : items)
        list.push_back(write(item));
    return list;
}

template <>
ClientRef read(ObjectReader &from);
template <>
Appointment read(ObjectReader &from);
template <>
Practice read(ObjectReader &from);
template <>
ClientFigure read(ObjectReader &from);
template <>
Mark read(ObjectReader &from);
template <>
Event read(ObjectReader &from);
template <>
StatedDiagnosis read(ObjectReader &from);
template <>
Agreement read(ObjectReader &from);
template <>
Intake read(ObjectReader &from);
template <>
PlanItem read(ObjectReader &from);
template <>
Treatment read(ObjectReader &from);
template <>
Feedback read(ObjectReader &from);
template <>
Finding read(ObjectReader &from);
template <>
SoapNote read(ObjectReader &from);
template <>
FollowUpAnswer read(ObjectReader &from);
template <>
Dose read(ObjectReader &from);
template <>
HomeworkItem read(ObjectReader &from);
template <>
Signature read(ObjectReader &from);
template <>
Amendment read(ObjectReader &from);
template <>
PartChange read(ObjectReader &from);
template <>
Conflict read(ObjectReader &from);

template <class Part>
std::vector<Part> read_list(ObjectReader &from, std::string_view key, Need need = Need::optional) {
    std::vector<Part> list;
    from.objects(key, need, [&](ObjectReader &inner) { list.push_back(read<Part>(inner)); });
    return list;
}

/// The dabs in the list of that key; empty without one.
void read_value(ObjectReader &from, const FieldKey &key, std::vector<Dab> &paint);

} // namespace app
