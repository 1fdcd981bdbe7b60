// The tables of fields, against the schema and against lines that were written before there were
// tables.

#include "base/file.hpp"
#include "catch.hpp"
#include "model/session/command_json.hpp"
#include "model/session/json_parts.hpp"

#include <set>
#include <sstream>

using app::Field;
using app::fields;

namespace {

std::string text_in_source(const char *name) {
    const auto text =
        engine::read_file(std::string(PALPATE_SOURCE_DIR "/") + name, std::size_t{1} << 20);
    REQUIRE(text.ok());
    return *text;
}

/// Each line of the file is {"Mark": {...}} with all fields, none of them at its default.
app::Json full_part(const std::string &type) {
    std::istringstream lines{text_in_source("tests/model/fixtures/parts.jsonl")};
    for (std::string line; std::getline(lines, line);)
        if (const app::Json json = app::Json::parse(line); json.contains(type))
            return json[type];
    FAIL("parts.jsonl has no " << type);
    return {};
}

template <class Part>
std::set<std::string> names_of_fields(bool only_required) {
    std::set<std::string> names;
    for (const Field<Part> &field : fields<Part>())
        if (!only_required || field.key.need == app::Need::required)
            names.emplace(field.key.name);
    return names;
}

template <class Part>
void check_round_trip(const std::string &type) {
    INFO(type);
    const app::Json json = full_part(type);
    app::Problems found;
    app::ObjectReader reader{json, "", found};
    const app::Json written = app::write(app::read<Part>(reader));
    CHECK(found.empty());
    CHECK(app::one_line(written) == app::one_line(json));

    const app::Json defaults = app::write(Part{});
    for (std::string name : names_of_fields<Part>(false)) {
        if (name == "zone") // this one is a focus area
            name = "area";
        INFO(name);
        REQUIRE(json.contains(name));
        CHECK((!defaults.contains(name) || defaults[name] != json[name]));
    }
}

/// `besides`: required fields that the table does not have.
template <class Part>
void check_schema(const app::Json &schema, const char *pointer,
                  const std::set<std::string> &besides = {}) {
    INFO(pointer);
    const app::Json &object = schema.at(app::Json::json_pointer(pointer));
    auto all = names_of_fields<Part>(false), needed = names_of_fields<Part>(true);
    all.insert(besides.begin(), besides.end());
    needed.insert(besides.begin(), besides.end());
    std::set<std::string> properties;
    for (const auto &[name, rule] : object["properties"].items())
        properties.insert(name);
    CHECK(properties == all);
    CHECK(object.value("required", std::set<std::string>{}) == needed);
}

} // namespace

TEST_CASE("each struct of a file keeps all its fields, byte for byte as ever") {
    check_round_trip<app::ClientRef>("ClientRef");
    check_round_trip<app::Appointment>("Appointment");
    check_round_trip<app::Practice>("Practice");
    check_round_trip<app::ClientFigure>("ClientFigure");
    check_round_trip<app::Mark>("Mark");
    check_round_trip<app::Event>("Event");
    check_round_trip<app::StatedDiagnosis>("StatedDiagnosis");
    check_round_trip<app::Agreement>("Agreement");
    check_round_trip<app::Intake>("Intake");
    check_round_trip<app::PlanItem>("PlanItem");
    check_round_trip<app::Treatment>("Treatment");
    check_round_trip<app::Feedback>("Feedback");
    check_round_trip<app::Finding>("Finding");
    check_round_trip<app::SoapNote>("SoapNote");
    check_round_trip<app::FollowUpAnswer>("FollowUpAnswer");
    check_round_trip<app::Dose>("Dose");
    check_round_trip<app::HomeworkItem>("HomeworkItem");
    check_round_trip<app::Signature>("Signature");
    check_round_trip<app::Amendment>("Amendment");
    check_round_trip<app::PartChange>("PartChange");
    check_round_trip<app::Conflict>("Conflict");
}

TEST_CASE("each command keeps all its fields, byte for byte as ever") {
    std::istringstream lines{text_in_source("tests/model/fixtures/commands.jsonl")};
    std::vector<std::string_view> names;
    for (std::string line; std::getline(lines, line);) {
        INFO(line);
        const auto command = app::command_from_json(line);
        REQUIRE(command.ok());
        CHECK(app::to_json_line(*command) == line);
        names.push_back(app::command_names().at(command->index()));
    }
    CHECK(names == app::command_names());
}

TEST_CASE("the schema has the fields of the tables, and requires the same") {
    const app::Json schema =
        app::Json::parse(text_in_source("assets/schema/session-2.schema.json"));
    check_schema<app::Document>(schema, "", {"format", "version", "revision"});
    check_schema<app::ClientRef>(schema, "/properties/client");
    check_schema<app::Appointment>(schema, "/properties/appointment");
    check_schema<app::Practice>(schema, "/properties/practice");
    check_schema<app::ClientFigure>(schema, "/properties/figure/oneOf/1");
    check_schema<app::Mark>(schema, "/$defs/mark");
    check_schema<app::Intake>(schema, "/$defs/intake");
    check_schema<app::Event>(schema, "/$defs/intake/properties/event/oneOf/1");
    check_schema<app::StatedDiagnosis>(schema, "/$defs/intake/properties/diagnosis");
    check_schema<app::Agreement>(schema, "/$defs/intake/properties/agreements/items");
    check_schema<app::Treatment>(schema, "/$defs/treatment");
    check_schema<app::Feedback>(schema, "/$defs/feedback");
    check_schema<app::Finding>(schema, "/$defs/finding");
    check_schema<app::SoapNote>(schema, "/$defs/soap");
    check_schema<app::FollowUpAnswer>(schema, "/$defs/follow_up_answer");
    check_schema<app::Dose>(schema, "/$defs/dose");
    check_schema<app::HomeworkItem>(schema, "/$defs/homework");
    check_schema<app::Signature>(schema, "/$defs/signature");
    check_schema<app::Amendment>(schema, "/$defs/amendment");
    check_schema<app::Conflict>(schema, "/$defs/conflict");
}
