/// How the parts of a session are written as JSON, for session files and logs of commands alike.
/// For sources only, as json_object.hpp.
#pragma once

#include "model/session/document_names.hpp"
#include "model/text/json_fields.hpp"

namespace app {

template <>
std::span<const Field<ClientRef>> fields<ClientRef>();
template <>
std::span<const Field<Appointment>> fields<Appointment>();
template <>
std::span<const Field<Practice>> fields<Practice>();
template <>
std::span<const Field<ClientFigure>> fields<ClientFigure>();
template <>
std::span<const Field<Mark>> fields<Mark>();
template <>
std::span<const Field<Event>> fields<Event>();
template <>
std::span<const Field<StatedDiagnosis>> fields<StatedDiagnosis>();
template <>
std::span<const Field<Agreement>> fields<Agreement>();
template <>
std::span<const Field<Intake>> fields<Intake>();
template <>
std::span<const Field<PlanItem>> fields<PlanItem>();
template <>
std::span<const Field<Treatment>> fields<Treatment>();
template <>
std::span<const Field<Feedback>> fields<Feedback>();
template <>
std::span<const Field<Finding>> fields<Finding>();
template <>
std::span<const Field<SoapNote>> fields<SoapNote>();
template <>
std::span<const Field<FollowUpAnswer>> fields<FollowUpAnswer>();
template <>
std::span<const Field<Dose>> fields<Dose>();
template <>
std::span<const Field<HomeworkItem>> fields<HomeworkItem>();
template <>
std::span<const Field<Signature>> fields<Signature>();
template <>
std::span<const Field<Amendment>> fields<Amendment>();
template <>
std::span<const Field<PartChange>> fields<PartChange>();
template <>
std::span<const Field<Conflict>> fields<Conflict>();
/// Without format, version and revision, which are the file's.
template <>
std::span<const Field<Document>> fields<Document>();

/// [x, y, z, radius_mm], in tenths of a millimetre.
Json write(const Dab &dab);
/// Without the list there is no paint.
void read_value(ObjectReader &from, const FieldKey &key, std::vector<Dab> &paint);

Json number_json(const std::optional<int> &number);
Json time_json(const std::optional<engine::Timestamp> &time);
template <class Item>
Json write(const std::vector<Item> &items) {
    Json list = Json::array();
    for (const Item &item : items)
        list.push_back(write(item));
    return list;
}

} // namespace app
