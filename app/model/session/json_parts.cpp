#include "model/session/json_parts.hpp"

#include "model/session/rules.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace app {

namespace {

/// Paint lies in files in tenths of a millimetre.
double tenths(double value) {
    return std::round(value * 10) / 10;
}
/// Farther than the rules allow, and no trouble for a float.
constexpr double no_place = 1e6;

void write_dose(Json &object, const FieldKey &key, const HomeworkItem &item) {
    Json dose = write(item.dose);
    append_unknown(dose, item.dose_unknown);
    write_value(object, key, std::move(dose));
}
void read_dose(ObjectReader &from, const FieldKey &key, HomeworkItem &item) {
    from.object(key.name, key.need, [&item](ObjectReader &dose) {
        item.dose = read<Dose>(dose);
        item.dose_unknown = dose.rest();
    });
}

} // namespace

Json number_json(const std::optional<int> &number) {
    return number ? Json(*number) : Json(nullptr);
}

Json time_json(const std::optional<engine::Timestamp> &time) {
    return time ? Json(engine::to_iso(*time)) : Json(nullptr);
}

template <>
std::span<const Field<ClientRef>> fields<ClientRef>() {
    static constexpr std::array table{
        required<&ClientRef::id>("id"), required<&ClientRef::name>("name"),
        field<&ClientRef::born>("born"), field<&ClientRef::example>("example")};
    return table;
}

template <>
std::span<const Field<Appointment>> fields<Appointment>() {
    static constexpr std::array table{
        required<&Appointment::start>("start"),
        required<&Appointment::minutes>("minutes", &rules::booked_minutes),
        required<&Appointment::kind>("kind"), field<&Appointment::room>("room"),
        field<&Appointment::setting>("setting")};
    return table;
}

template <>
std::span<const Field<Practice>> fields<Practice>() {
    static constexpr std::array table{field<&Practice::clinic>("clinic"),
                                      field<&Practice::therapist>("therapist"),
                                      field<&Practice::licence>("licence")};
    return table;
}

template <>
std::span<const Field<ClientFigure>> fields<ClientFigure>() {
    static constexpr std::array table{required<&ClientFigure::variant>("variant"),
                                      required<&ClientFigure::build>("build")};
    return table;
}

Json write(const Dab &dab) {
    // As tenths: a float as it is would be written with its rounding error.
    return Json::array(
        {tenths(dab.point.x), tenths(dab.point.y), tenths(dab.point.z), tenths(dab.radius_mm)});
}

void read_value(ObjectReader &from, const FieldKey &key, std::vector<Dab> &paint) {
    constexpr std::size_t numbers = 4;
    from.each(key.name, [&](const Json &dab, const std::string &at, Problems &found) {
        const bool right = dab.is_array() && dab.size() == numbers &&
                           std::all_of(dab.begin(), dab.end(),
                                       [](const Json &number) { return number.is_number(); });
        // As it will be written: what is read and saved stays the same paint.
        const auto number = [&dab](std::size_t i) {
            return static_cast<float>(
                std::clamp(tenths(dab[i].get<double>()), -no_place, no_place));
        };
        if (right)
            paint.push_back({{number(0), number(1), number(2)}, number(3)});
        else
            found.push_back({at, "Here must be four numbers: x, y, z and radius in mm."});
    });
}

template <>
std::span<const Field<Mark>> fields<Mark>() {
    static constexpr std::array table{required<&Mark::id>("id"),
                                      required<&Mark::channel>("channel").called("kind"),
                                      required<&Mark::area>("area").called("place"),
                                      required<&Mark::regions>("regions").called("structures"),
                                      field<&Mark::level>("level", &rules::level),
                                      field<&Mark::level_after>("level_after", &rules::level),
                                      field<&Mark::qualities>("qualities").called("quality"),
                                      field<&Mark::since>("since").called("since when"),
                                      field<&Mark::note>("note"),
                                      field<&Mark::paint>("paint").called("painted spot"),
                                      field<&Mark::carried_from>("carried_from"),
                                      field<&Mark::level_last>("level_last", &rules::level),
                                      field<&Mark::trend>("trend"),
                                      required<&Mark::author>("author"),
                                      required<&Mark::phase>("phase"),
                                      required<&Mark::made_at>("made_at")};
    return table;
}

template <>
std::span<const Field<Dose>> fields<Dose>() {
    static constexpr std::array table{
        required<&Dose::sets>("sets", &rules::sets),
        required<&Dose::repeats>("repeats", &rules::repeats),
        required<&Dose::hold_s>("hold_s", &rules::hold_s).called("hold in seconds"),
        field<&Dose::rest_s>("rest_s", &rules::rest_s),
        required<&Dose::times_a_day>("times_a_day", &rules::times_a_day),
        required<&Dose::days_a_week>("days_a_week", &rules::days_a_week),
        required<&Dose::weeks>("weeks", &rules::weeks),
        required<&Dose::max_pain>("max_pain", &rules::max_pain).called("stop level")};
    return table;
}

template <>
std::span<const Field<HomeworkItem>> fields<HomeworkItem>() {
    static constexpr std::array table{
        required<&HomeworkItem::id>("id"),
        required<&HomeworkItem::exercise>("exercise"),
        required<&HomeworkItem::name>("name"),
        field<&HomeworkItem::area>("area").called("place"),
        Field<HomeworkItem>{{"dose", Need::required}, write_dose, read_dose},
        field<&HomeworkItem::note>("note"),
        field<&HomeworkItem::side>("side"),
        field<&HomeworkItem::stop_rule>("stop_rule").called("when to stop"),
        field<&HomeworkItem::how>("how")};
    return table;
}

} // namespace app
