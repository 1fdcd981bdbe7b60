#include "model/session/command_json.hpp"

#include "model/session/json_parts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

template <class Type, std::size_t count>
struct Row {
    std::string_view name;
    std::array<Field<Type>, count> fields;
};

template <class Type, class... Fields>
constexpr Row<Type, 1 + sizeof...(Fields)> row(std::string_view name, Field<Type> first,
                                               Fields... others) {
    return {name, {first, others...}};
}

/// Which numbers make sense is update()'s to say.
constexpr WholeNumberRule any_number{"number", -1'000'000, 1'000'000};

/// The one table of all commands, in the order of the variant. A new command needs one row here.
constexpr std::tuple table{
    row("open_session", required<&OpenSession::id>("id"), required<&OpenSession::client>("client"),
        required<&OpenSession::appointment>("appointment"),
        required<&OpenSession::practice>("practice"), field<&OpenSession::figure>("figure"),
        required<&OpenSession::language>("language")),
    row("set_language", required<&SetLanguage::language>("language")),
    row("set_figure", required<&SetFigure::variant>("variant"),
        required<&SetFigure::build>("build")),
    row("add_mark", required<&AddMark::id>("id"), required<&AddMark::area>("area"),
        required<&AddMark::regions>("regions"), required<&AddMark::channel>("channel"),
        required<&AddMark::author>("author"), required<&AddMark::phase>("phase"),
        required<&AddMark::at>("at"), field<&AddMark::paint>("paint")),
    row("carry_mark", required<&CarryMark::id>("id"), required<&CarryMark::from>("from"),
        required<&CarryMark::trend>("trend"), required<&CarryMark::at>("at")),
    row("set_mark_paint", required<&SetMarkPaint::id>("id"), required<&SetMarkPaint::area>("area"),
        required<&SetMarkPaint::regions>("regions"), field<&SetMarkPaint::paint>("paint")),
    row("set_mark_regions", required<&SetMarkRegions::id>("id"),
        required<&SetMarkRegions::regions>("regions")),
    row("set_mark_channel", required<&SetMarkChannel::id>("id"),
        required<&SetMarkChannel::channel>("channel")),
    row("set_mark_level", required<&SetMarkLevel::id>("id"),
        required<&SetMarkLevel::level>("level", &any_number)),
    row("set_mark_level_after", required<&SetMarkLevelAfter::id>("id"),
        required<&SetMarkLevelAfter::level>("level", &any_number)),
    row("set_mark_quality", required<&SetMarkQuality::id>("id"),
        required<&SetMarkQuality::quality>("quality"), field<&SetMarkQuality::on>("on")),
    row("set_mark_since", required<&SetMarkSince::id>("id"), field<&SetMarkSince::since>("since")),
    row("set_mark_note", required<&SetMarkNote::id>("id"), required<&SetMarkNote::note>("note")),
    row("mirror_mark", required<&MirrorMark::id>("id")),
    row("copy_mark_to_other_side", required<&CopyMarkToOtherSide::id>("id"),
        required<&CopyMarkToOtherSide::new_id>("new_id"), required<&CopyMarkToOtherSide::at>("at")),
    row("copy_mark_to", required<&CopyMarkTo::id>("id"), required<&CopyMarkTo::new_id>("new_id"),
        required<&CopyMarkTo::area>("area"), required<&CopyMarkTo::at>("at")),
    row("remove_mark", required<&RemoveMark::id>("id")),
    row("set_goal", field<&SetGoal::goal>("goal")),
    row("set_run_soon", field<&SetRunSoon::run_soon>("run_soon"),
        field<&SetRunSoon::event>("event")),
    row("set_next_training", field<&SetNextTraining::next_training>("next_training")),
    row("set_experience", field<&SetExperience::experience>("experience")),
    row("set_health_answer", required<&SetHealthAnswer::question>("question"),
        field<&SetHealthAnswer::asked>("asked"), field<&SetHealthAnswer::yes>("yes")),
    row("set_diagnosis", required<&SetDiagnosis::diagnosis>("diagnosis")),
    row("set_pressure", field<&SetPressure::pressure>("pressure", &any_number)),
    row("set_agreement", required<&SetAgreement::id>("id"), required<&SetAgreement::text>("text"),
        field<&SetAgreement::at>("at")),
    row("finish_marking", field<&FinishMarking::finished>("finished")),
    row("set_appointment", required<&SetAppointment::kind>("kind"),
        field<&SetAppointment::setting>("setting")),
    row("add_focus", required<&AddFocus::area>("area"),
        required<&AddFocus::minutes>("minutes", &any_number)),
    // Its name and key are older than the zones of the plan; journals have them.
    row("set_focus_minutes", required<&SetMinutes::part>("area"),
        required<&SetMinutes::minutes>("minutes", &any_number)),
    row("lock_minutes", required<&LockMinutes::part>("part"),
        field<&LockMinutes::locked>("locked")),
    row("move_item", required<&MoveItem::part>("part"), required<&MoveItem::to>("to", &any_number)),
    row("set_plan", field<&SetPlan::items>("items")),
    row("set_focus_regions", required<&SetFocusRegions::area>("area"),
        required<&SetFocusRegions::regions>("regions")),
    row("set_focus_note", required<&SetFocusNote::area>("area"),
        required<&SetFocusNote::note>("note")),
    row("remove_focus", required<&RemoveFocus::area>("area")),
    row("work_on", required<&WorkOn::part>("part"), required<&WorkOn::at>("at")),
    row("pause_treatment", required<&PauseTreatment::at>("at")),
    row("finish_item", required<&FinishItem::part>("part"),
        required<&FinishItem::outcome>("outcome"), required<&FinishItem::next>("next"),
        required<&FinishItem::at>("at")),
    row("end_treatment", field<&EndTreatment::stopped_by_client>("stopped_by_client"),
        required<&EndTreatment::at>("at")),
    row("set_pressure_used", required<&SetPressureUsed::part>("part"),
        field<&SetPressureUsed::pressure>("pressure", &any_number)),
    row("set_technique", required<&SetTechnique::part>("part"),
        required<&SetTechnique::technique>("technique"), field<&SetTechnique::on>("on")),
    row("add_feedback", required<&AddFeedback::feedback>("feedback")),
    row("set_finding", required<&SetFinding::finding>("finding")),
    row("remove_finding", required<&RemoveFinding::id>("id")),
    row("set_soap", required<&SetSoap::soap>("soap")),
    row("set_homework_side", required<&SetHomeworkSide::id>("id"),
        field<&SetHomeworkSide::side>("side")),
    row("set_homework_stop", required<&SetHomeworkStop::id>("id"),
        required<&SetHomeworkStop::stop_rule>("stop_rule")),
    row("set_aftercare", required<&SetAftercare::texts>("texts")),
    row("set_next_session", field<&SetNextSession::at>("at")),
    row("plan_follow_up", required<&PlanFollowUp::due>("due")),
    row("answer_follow_up", required<&AnswerFollowUp::answer>("answer")),
    row("set_note", required<&SetNote::note>("note")),
    row("set_question", required<&SetQuestion::question>("question")),
    row("add_homework", required<&AddHomework::id>("id"),
        required<&AddHomework::exercise>("exercise"), required<&AddHomework::name>("name"),
        required<&AddHomework::area>("area"), required<&AddHomework::dose>("dose"),
        required<&AddHomework::how>("how")),
    row("set_dose", required<&SetDose::id>("id"), required<&SetDose::dose>("dose")),
    row("set_homework_note", required<&SetHomeworkNote::id>("id"),
        required<&SetHomeworkNote::note>("note")),
    row("remove_homework", required<&RemoveHomework::id>("id")),
    row("set_consent", field<&SetConsent::at>("at")),
    row("sign", required<&Sign::by>("by"), required<&Sign::licence>("licence"),
        required<&Sign::at>("at")),
    row("amend", required<&Amend::id>("id"), required<&Amend::by>("by"),
        required<&Amend::licence>("licence"), required<&Amend::text>("text"),
        required<&Amend::at>("at")),
    row("restore", field<&Restore::changes>("changes")),
    row("record_conflict", required<&RecordConflict::number>("number", &any_number),
        field<&RecordConflict::changes>("changes")),
    row("settle_conflict", required<&SettleConflict::number>("number", &any_number),
        required<&SettleConflict::take>("take")),
};

static_assert(std::tuple_size_v<decltype(table)> == std::variant_size_v<Command>);

template <class Type, std::size_t count>
void write_if(Json &json, const Row<Type, count> &row, const Command &command) {
    const Type *value = std::get_if<Type>(&command);
    if (value == nullptr)
        return;
    write_name(json, {"command"}, row.name);
    write_fields<Type>(json, *value, row.fields);
}

template <class Type, std::size_t count>
void read_if(ObjectReader &from, const Row<Type, count> &row, std::string_view name,
             std::optional<Command> &command) {
    if (row.name != name)
        return;
    Type value{};
    read_fields<Type>(from, value, row.fields);
    command = std::move(value);
}

} // namespace

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    std::apply([&](const auto &...rows) { (names.push_back(rows.name), ...); }, table);
    return names;
}

std::string to_json_line(const Command &command) {
    Json json = Json::object();
    std::apply([&](const auto &...rows) { (write_if(json, rows, command), ...); }, table);
    return one_line(json);
}

engine::Result<Command> command_from_json(std::string_view line) {
    Problems found;
    const auto json = parse_json(line, found);
    if (!json)
        return engine::Error{"This is not a command: it is not JSON."};
    ObjectReader reader{*json, "", found};
    const std::string name = reader.text("command", Need::required);
    std::optional<Command> command;
    std::apply([&](const auto &...rows) { (read_if(reader, rows, name, command), ...); }, table);
    if (!command)
        return engine::Error{"There is no command \"" + name.substr(0, 60) + "\"."};
    if (!found.empty())
        return engine::Error{found.front().pointer + ": " + found.front().message};
    return std::move(*command);
}

std::string to_json_lines(std::span<const Command> log) {
    std::string out;
    for (const Command &command : log)
        out += to_json_line(command) + "\n";
    return out;
}

engine::Result<std::vector<Command>> commands_from_json_lines(std::string_view text) {
    std::vector<Command> log;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0) {
            auto command = command_from_json(text.substr(0, end));
            if (!command)
                return engine::Error{"Line " + std::to_string(line) + ": " +
                                     command.error().message};
            log.push_back(std::move(*command));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return log;
}

} // namespace app
