#include "model/session/json_parts.hpp"
#include "model/session/rules.hpp"

#include <array>
#include <span>

namespace app {

namespace {

/// Most clients have none: it is left out.
void write_diagnosis(Json &object, const FieldKey &key, const Intake &intake) {
    if (!intake.diagnosis.empty() || !intake.diagnosis.unknown.empty())
        write_value(object, key, intake.diagnosis);
}

} // namespace

template <>
std::span<const Field<Event>> fields<Event>() {
    static constexpr std::array table{
        required<&Event::kind>("kind"), required<&Event::start>("start"),
        field<&Event::hour_known>("hour_known"), field<&Event::name>("name")};
    return table;
}

template <>
std::span<const Field<StatedDiagnosis>> fields<StatedDiagnosis>() {
    static constexpr std::array table{field<&StatedDiagnosis::words>("words"),
                                      field<&StatedDiagnosis::by>("by"),
                                      field<&StatedDiagnosis::when>("when")};
    return table;
}

template <>
std::span<const Field<Agreement>> fields<Agreement>() {
    static constexpr std::array table{required<&Agreement::id>("id"),
                                      required<&Agreement::text>("text"),
                                      required<&Agreement::at>("at")};
    return table;
}

template <>
std::span<const Field<Intake>> fields<Intake>() {
    static constexpr std::array table{
        field<&Intake::goal>("goal"),
        field<&Intake::run_soon>("run_soon"),
        field<&Intake::event>("event").called("race or long run"),
        field<&Intake::next_training>("next_training"),
        field<&Intake::experience>("experience"),
        field<&Intake::health_asked>("health_asked"),
        field<&Intake::health_yes>("health_yes"),
        field<&Intake::pressure>("pressure", &rules::pressure).called("pressure wish"),
        field<&Intake::agreements>("agreements"),
        Field<Intake>{{"diagnosis"}, write_diagnosis, read_member<&Intake::diagnosis>}.called(
            "what others have called it")};
    return table;
}

} // namespace app
