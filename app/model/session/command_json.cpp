#include "model/session/command_json.hpp"

#include "model/session/json_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

template <class Owner, class Value>
struct Field {
    std::string_view key;
    Value Owner::*member;
};

template <class Owner, class... Values>
struct Entry {
    using Type = Owner;
    std::string_view name;
    std::tuple<Field<Owner, Values>...> fields;
};

template <class Owner, class... Values>
constexpr Entry<Owner, Values...> entry(std::string_view name, Field<Owner, Values>... fields) {
    return {name, {fields...}};
}
template <class Owner, class Value>
constexpr Field<Owner, Value> field(std::string_view key, Value Owner::*member) {
    return {key, member};
}

/// The one table of all commands, in the order of the variant. A new command needs one row here.
constexpr std::tuple table{
    entry("open_session", field("id", &OpenSession::id), field("client", &OpenSession::client),
          field("appointment", &OpenSession::appointment),
          field("practice", &OpenSession::practice), field("figure", &OpenSession::figure),
          field("language", &OpenSession::language)),
    entry("set_language", field("language", &SetLanguage::language)),
    entry("set_figure", field("variant", &SetFigure::variant), field("build", &SetFigure::build)),
    entry("add_mark", field("id", &AddMark::id), field("area", &AddMark::area),
          field("regions", &AddMark::regions), field("channel", &AddMark::channel),
          field("author", &AddMark::author), field("phase", &AddMark::phase),
          field("at", &AddMark::at), field("paint", &AddMark::paint)),
    entry("carry_mark", field("id", &CarryMark::id), field("from", &CarryMark::from),
          field("trend", &CarryMark::trend), field("at", &CarryMark::at)),
    entry("set_mark_paint", field("id", &SetMarkPaint::id), field("area", &SetMarkPaint::area),
          field("regions", &SetMarkPaint::regions), field("paint", &SetMarkPaint::paint)),
    entry("set_mark_regions", field("id", &SetMarkRegions::id),
          field("regions", &SetMarkRegions::regions)),
    entry("set_mark_channel", field("id", &SetMarkChannel::id),
          field("channel", &SetMarkChannel::channel)),
    entry("set_mark_level", field("id", &SetMarkLevel::id), field("level", &SetMarkLevel::level)),
    entry("set_mark_level_after", field("id", &SetMarkLevelAfter::id),
          field("level", &SetMarkLevelAfter::level)),
    entry("set_mark_quality", field("id", &SetMarkQuality::id),
          field("quality", &SetMarkQuality::quality), field("on", &SetMarkQuality::on)),
    entry("set_mark_since", field("id", &SetMarkSince::id), field("since", &SetMarkSince::since)),
    entry("set_mark_note", field("id", &SetMarkNote::id), field("note", &SetMarkNote::note)),
    entry("mirror_mark", field("id", &MirrorMark::id)),
    entry("copy_mark_to_other_side", field("id", &CopyMarkToOtherSide::id),
          field("new_id", &CopyMarkToOtherSide::new_id), field("at", &CopyMarkToOtherSide::at)),
    entry("copy_mark_to", field("id", &CopyMarkTo::id), field("new_id", &CopyMarkTo::new_id),
          field("area", &CopyMarkTo::area), field("at", &CopyMarkTo::at)),
    entry("remove_mark", field("id", &RemoveMark::id)),
    entry("set_goal", field("goal", &SetGoal::goal)),
    entry("set_run_soon", field("run_soon", &SetRunSoon::run_soon),
          field("event", &SetRunSoon::event)),
    entry("set_next_training", field("next_training", &SetNextTraining::next_training)),
    entry("set_experience", field("experience", &SetExperience::experience)),
    entry("set_health_answer", field("question", &SetHealthAnswer::question),
          field("asked", &SetHealthAnswer::asked), field("yes", &SetHealthAnswer::yes)),
    entry("set_diagnosis", field("diagnosis", &SetDiagnosis::diagnosis)),
    entry("set_pressure", field("pressure", &SetPressure::pressure)),
    entry("set_agreement", field("id", &SetAgreement::id), field("text", &SetAgreement::text),
          field("at", &SetAgreement::at)),
    entry("finish_marking", field("finished", &FinishMarking::finished)),
    entry("set_appointment", field("kind", &SetAppointment::kind),
          field("setting", &SetAppointment::setting)),
    entry("add_focus", field("area", &AddFocus::area), field("minutes", &AddFocus::minutes)),
    // Its name and key are older than the zones of the plan; journals have them.
    entry("set_focus_minutes", field("area", &SetMinutes::part),
          field("minutes", &SetMinutes::minutes)),
    entry("lock_minutes", field("part", &LockMinutes::part), field("locked", &LockMinutes::locked)),
    entry("move_item", field("part", &MoveItem::part), field("to", &MoveItem::to)),
    entry("set_plan", field("items", &SetPlan::items)),
    entry("set_focus_regions", field("area", &SetFocusRegions::area),
          field("regions", &SetFocusRegions::regions)),
    entry("set_focus_note", field("area", &SetFocusNote::area), field("note", &SetFocusNote::note)),
    entry("remove_focus", field("area", &RemoveFocus::area)),
    entry("work_on", field("part", &WorkOn::part), field("at", &WorkOn::at)),
    entry("pause_treatment", field("at", &PauseTreatment::at)),
    entry("finish_item", field("part", &FinishItem::part), field("outcome", &FinishItem::outcome),
          field("next", &FinishItem::next), field("at", &FinishItem::at)),
    entry("end_treatment", field("stopped_by_client", &EndTreatment::stopped_by_client),
          field("at", &EndTreatment::at)),
    entry("set_pressure_used", field("part", &SetPressureUsed::part),
          field("pressure", &SetPressureUsed::pressure)),
    entry("set_technique", field("part", &SetTechnique::part),
          field("technique", &SetTechnique::technique), field("on", &SetTechnique::on)),
    entry("add_feedback", field("feedback", &AddFeedback::feedback)),
    entry("set_finding", field("finding", &SetFinding::finding)),
    entry("remove_finding", field("id", &RemoveFinding::id)),
    entry("set_soap", field("soap", &SetSoap::soap)),
    entry("set_homework_side", field("id", &SetHomeworkSide::id),
          field("side", &SetHomeworkSide::side)),
    entry("set_homework_stop", field("id", &SetHomeworkStop::id),
          field("stop_rule", &SetHomeworkStop::stop_rule)),
    entry("set_aftercare", field("texts", &SetAftercare::texts)),
    entry("set_next_session", field("at", &SetNextSession::at)),
    entry("plan_follow_up", field("due", &PlanFollowUp::due)),
    entry("answer_follow_up", field("answer", &AnswerFollowUp::answer)),
    entry("set_note", field("note", &SetNote::note)),
    entry("set_question", field("question", &SetQuestion::question)),
    entry("add_homework", field("id", &AddHomework::id), field("exercise", &AddHomework::exercise),
          field("name", &AddHomework::name), field("area", &AddHomework::area),
          field("dose", &AddHomework::dose), field("how", &AddHomework::how)),
    entry("set_dose", field("id", &SetDose::id), field("dose", &SetDose::dose)),
    entry("set_homework_note", field("id", &SetHomeworkNote::id),
          field("note", &SetHomeworkNote::note)),
    entry("remove_homework", field("id", &RemoveHomework::id)),
    entry("set_consent", field("at", &SetConsent::at)),
    entry("sign", field("by", &Sign::by), field("licence", &Sign::licence), field("at", &Sign::at)),
    entry("amend", field("id", &Amend::id), field("by", &Amend::by),
          field("licence", &Amend::licence), field("text", &Amend::text), field("at", &Amend::at)),
    entry("restore", field("changes", &Restore::changes)),
    entry("record_conflict", field("number", &RecordConflict::number),
          field("changes", &RecordConflict::changes)),
    entry("settle_conflict", field("number", &SettleConflict::number),
          field("take", &SettleConflict::take)),
};

static_assert(std::tuple_size_v<decltype(table)> == std::variant_size_v<Command>);

Json value_json(const std::string &value) {
    return value;
}
Json value_json(const std::vector<std::string> &value) {
    return value;
}
Json value_json(int value) {
    return value;
}
Json value_json(double value) {
    return value;
}
Json value_json(bool value) {
    return value;
}
Json value_json(const engine::Timestamp &value) {
    return engine::to_iso(value);
}
template <class Value>
    requires std::is_enum_v<Value>
Json value_json(Value value) {
    return name_of(value);
}
template <class Part>
    requires requires(const Part &part) { write(part); }
Json value_json(const Part &part) {
    return write(part);
}
template <class Part>
    requires requires(const Part &part) { write(part); }
Json value_json(const std::vector<Part> &value) {
    return write(value);
}
template <class Value>
Json value_json(const std::optional<Value> &value) {
    return value ? value_json(*value) : Json(nullptr);
}

/// Which numbers make sense is update()'s to say.
constexpr WholeNumberRule any_number{"number", -1'000'000, 1'000'000};

void read_value(ObjectReader &from, std::string_view key, std::string &value) {
    value = from.text(key, Need::required);
}
void read_value(ObjectReader &from, std::string_view key, std::vector<std::string> &value) {
    value = from.texts(key, Need::required);
}
void read_value(ObjectReader &from, std::string_view key, int &value) {
    value = from.number(key, any_number, Need::required, 0);
}
void read_value(ObjectReader &from, std::string_view key, double &value) {
    value = from.decimal(key, Need::required);
}
void read_value(ObjectReader &from, std::string_view key, bool &value) {
    value = from.flag(key);
}
void read_value(ObjectReader &from, std::string_view key, engine::Timestamp &value) {
    value = from.time(key);
}
void read_value(ObjectReader &from, std::string_view key, std::optional<engine::Timestamp> &value) {
    value = from.time_or_null(key);
}
void read_value(ObjectReader &from, std::string_view key, std::optional<int> &value) {
    value = from.number_or_null(key, any_number);
}
void read_value(ObjectReader &from, std::string_view key, std::vector<Dab> &value) {
    value = read_paint(from, key);
}
template <class Part>
    requires requires(const Part &part) { write(part); }
void read_value(ObjectReader &from, std::string_view key, std::vector<Part> &value) {
    value = read_list<Part>(from, key);
}
template <class Value>
    requires std::is_enum_v<Value>
void read_value(ObjectReader &from, std::string_view key, std::optional<Value> &value) {
    value = from.choice_or_null<Value>(key);
}
template <class Part>
    requires requires(const Part &part) { write(part); }
void read_value(ObjectReader &from, std::string_view key, std::optional<Part> &value) {
    from.object_or_null(key, [&](ObjectReader &inner) { value = read<Part>(inner); });
}
template <class Value>
    requires std::is_enum_v<Value>
void read_value(ObjectReader &from, std::string_view key, Value &value) {
    value = from.choice<Value>(key);
}
template <class Part>
    requires requires(const Part &part) { write(part); }
void read_value(ObjectReader &from, std::string_view key, Part &part) {
    from.object(key, Need::required, [&](ObjectReader &inner) { part = read<Part>(inner); });
}

/// Calls `visit(entry)` for every row of the table.
template <class Visit>
void for_each_entry(Visit visit) {
    std::apply([&](const auto &...entries) { (visit(entries), ...); }, table);
}

template <class EntryOf>
Command read_command(ObjectReader &from, const EntryOf &row) {
    typename EntryOf::Type command{};
    std::apply(
        [&](const auto &...fields) { (read_value(from, fields.key, command.*fields.member), ...); },
        row.fields);
    return command;
}

} // namespace

std::vector<std::string_view> command_names() {
    std::vector<std::string_view> names;
    for_each_entry([&](const auto &row) { names.push_back(row.name); });
    return names;
}

std::string to_json_line(const Command &command) {
    Json json;
    for_each_entry([&](const auto &row) {
        using Type = typename std::decay_t<decltype(row)>::Type;
        if (const Type *value = std::get_if<Type>(&command)) {
            json["command"] = row.name;
            std::apply(
                [&](const auto &...fields) {
                    ((json[std::string(fields.key)] = value_json(value->*fields.member)), ...);
                },
                row.fields);
        }
    });
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

engine::Result<Command> command_from_json(std::string_view line) {
    Problems found;
    const auto json = parse_json(line, found);
    if (!json)
        return engine::Error{"This is not a command: it is not JSON."};
    ObjectReader reader{*json, "", found};
    const std::string name = reader.text("command", Need::required);
    std::optional<Command> command;
    for_each_entry([&](const auto &row) {
        if (row.name == name)
            command = read_command(reader, row);
    });
    if (!command)
        return engine::Error{"There is no command \"" + name.substr(0, 60) + "\"."};
    if (!found.empty())
        return engine::Error{found.front().pointer + ": " + found.front().message};
    return *command;
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
