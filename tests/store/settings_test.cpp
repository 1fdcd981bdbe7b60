// settings.json and tablet.json: what the clinic has set, and what a tablet must not forget.

#include "base/file.hpp"
#include "catch.hpp"
#include "files_of.hpp"
#include "store/files/settings_file.hpp"
#include "store/files/tablet_state.hpp"
#include "store/vault/pin_hash.hpp"
#include "temp_folder.hpp"

#include <sys/stat.h>

using namespace app;
namespace fs = std::filesystem;

using test::bytes_of;
using test::mode_of;
using test::says;

namespace {

constexpr std::string_view session_id = "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d90";

void put(const fs::path &file, std::string_view text) {
    REQUIRE(engine::write_file_durably(file, text).ok());
}

/// Files that nobody may take for settings, nor for the notes of a tablet.
const std::vector<std::string> damaged{"",
                                       "{",
                                       "[]",
                                       "null",
                                       "\"\xff\"",
                                       R"({"format": "palpate-session", "version": 1})",
                                       R"({"format": "palpate-settings"})",
                                       R"({"format": "palpate-tablet", "version": "1"})",
                                       std::string(std::size_t{2} << 20, ' ')};

} // namespace

TEST_CASE("settings are one file for its owner only, and come back with what others wrote in it") {
    const test::TempFolder folder;
    const ClinicFiles files = ClinicFiles::open(folder.path()).value();
    CHECK(load_settings(files).value() == ClinicSettings{});
    ClinicSettings settings;
    settings.pin_hash = hash_pin("0472", quick_pin_limits).value();
    settings.idle_s = 60;
    settings.language = "es";
    settings.consent = {
        {"photo", {{"en", "A photo may be taken."}, {"es", "Se puede hacer una foto."}}, {}}};
    settings.unknown = R"({"logo":{"file":"logo.png"}})";
    REQUIRE(save_settings(files, settings).ok());
    CHECK(mode_of(folder.path() / "settings.json") == 0600u);
    CHECK(load_settings(files).value() == settings);
    CHECK(bytes_of(folder.path() / "settings.json").find("0472") == std::string::npos);
}

TEST_CASE("settings that cannot be read are an error, never settings without a PIN") {
    const test::TempFolder folder;
    const ClinicFiles files = ClinicFiles::open(folder.path()).value();
    const fs::path file = folder.path() / "settings.json";
    for (const std::string &text : damaged) {
        INFO(text.substr(0, 80));
        put(file, text);
        const auto settings = load_settings(files);
        REQUIRE_FALSE(settings.ok());
        CHECK(says(settings.error(), "settings.json"));
        CHECK(bytes_of(file) == text);
    }
    put(file, R"({"format": "palpate-settings", "version": 2, "pin_hash": ""})");
    CHECK(says(load_settings(files).error(), "newer Palpate"));
    const std::string begin = R"({"format": "palpate-settings", "version": 1, )";
    for (const char *field :
         {R"("pin_hash": "1234"})", R"("pin_hash": 7})", R"("idle_seconds": 5})",
          R"("idle_seconds": "long"})", R"("consent": [{"id": "a"}]})",
          R"("consent": [{"id": "a", "words": {"en": 1}}]})", R"("example_pin": 1})"}) {
        INFO(field);
        put(file, begin + field);
        CHECK_FALSE(load_settings(files).ok());
    }
    fs::remove(file);
    fs::create_directory(file);
    CHECK_FALSE(load_settings(files).ok());
}

namespace {

constexpr std::string_view someone = "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d91";

/// Every field has another value than usual, and unknown fields lie in every object.
ClinicSettings full_settings() {
    ClinicSettings settings;
    settings.clinic = "Runners' Edge";
    settings.therapists = {
        {.id = std::string(someone),
         .name = "Lea Brunner, LMT",
         .training = "Bern, 1,600 hours",
         .years = 12,
         .runner_years = 0,
         .runners = "Every day",
         .licence = "4711",
         .ties = {{"Ines Kolb", "Sports physician", "+41 31 000 00 00", R"({"fax":null})"}},
         .active = false,
         .unknown = R"({"photo":"lea.png"})"},
        {.id = std::string(session_id), .name = "", .training = ""}};
    settings.default_minutes = 45;
    settings.default_setting = Setting::mobile;
    settings.guidance = {96, 240, 200, 36, 12, 60, 7, false};
    settings.guidance_unknown = R"({"heat":true})";
    settings.techniques = {"Friction"};
    settings.aftercare = {};
    settings.homework = {{.id = std::string(someone),
                          .name = "Calf roll",
                          .kind = "foam_roll",
                          .zones = {"lower_legs"},
                          .dose = {.sets = 2, .weeks = 3},
                          .how_to = "Slowly.",
                          .dose_unknown = R"({"tempo":"slow"})",
                          .unknown = R"({"film":1})"}};
    settings.unknown = R"({"logo":{"file":"logo.png"}})";
    return settings;
}

} // namespace

TEST_CASE("the clinic's people, numbers and texts come back as they were") {
    const test::TempFolder folder;
    const ClinicFiles files = ClinicFiles::open(folder.path()).value();
    const ClinicSettings settings = full_settings();
    REQUIRE(save_settings(files, settings).ok());
    CHECK(load_settings(files).value() == settings);
}

TEST_CASE("settings of an earlier version get the usual values for what they lack") {
    const auto settings = settings_from_json(
        R"({"format": "palpate-settings", "version": 1, "pin_hash": "", "idle_seconds": 60,
            "language": "en", "consent": []})");
    REQUIRE(settings.ok());
    CHECK(settings->idle_s == 60);
    CHECK(settings->default_minutes == 60);
    CHECK(settings->default_setting == Setting::clinic);
    CHECK(settings->guidance == GuidanceSettings{});
    CHECK(settings->techniques == usual_techniques());
    CHECK(settings->aftercare == usual_aftercare());
    CHECK(settings->therapists.empty());
}

TEST_CASE("values that no clinic can have are an error") {
    const std::string begin = R"({"format": "palpate-settings", "version": 1, )";
    const std::string lea = R"({"id": "018f0c3e-7c1a-7b2e-9d51-3a4f6b7c8d91", "name": "Lea")";
    std::string many;
    for (std::size_t i = 0; i <= settings_limits::techniques; ++i)
        many += std::string(i == 0 ? "" : ", ") + "\"Friction\"";
    const std::vector<std::string> fields{
        R"("clinic": 7})",
        R"("clinic": ")" + std::string(500, 'x') + R"("})",
        R"("therapists": {}})",
        R"("therapists": [{"id": "lea", "name": "Lea"}]})",
        R"("therapists": [)" + lea + "}, " + lea + "}]}",
        R"("therapists": [)" + lea + R"(, "years": -1}]})",
        R"("therapists": [)" + lea + R"(, "years": 81}]})",
        R"("therapists": [)" + lea + R"(, "active": "no"}]})",
        R"("therapists": [)" + lea + R"(, "ties": [7]}]})",
        R"("default_minutes": 9})",
        R"("default_minutes": 181})",
        R"("default_setting": "moon"})",
        R"("guidance": 7})",
        R"("guidance": {"new_client_blocked_hours": 337}})",
        R"("guidance": {"new_client_blocked_hours": 96, "new_client_clear_hours": 72}})",
        R"("guidance": {"pre_race_from_hours": 24}})",
        R"("guidance": {"recovery_from_hours": 60}})",
        R"("guidance": {"ease_off_at": 0}})",
        R"("guidance": {"ease_off_at": 11}})",
        R"("guidance": {"strengthening_in_scope": 1}})",
        R"("techniques": [7]})",
        R"("techniques": [)" + many + "]}",
        R"("aftercare": "Rest."})",
        R"("homework": [{"id": "x", "name": "", "kind": "", "dose": {}}]})"};
    for (const std::string &field : fields) {
        INFO(field.substr(0, 120));
        const auto settings = settings_from_json(begin + field);
        REQUIRE_FALSE(settings.ok());
        CHECK(says(settings.error(), "settings.json"));
    }
    CHECK(settings_from_json(begin + R"("therapists": [)" + lea + "}]}").ok());
}

TEST_CASE("nobody is listed as licensed without a licence") {
    CHECK(listed_name("Lea Brunner, LMT", "4711") == "Lea Brunner, LMT");
    CHECK(listed_name("Lea Brunner, LMT", "") == "Lea Brunner");
    CHECK(listed_name("Lea Brunner (L.M.T.)", "") == "Lea Brunner");
    CHECK(listed_name("Lea Brunner, Licensed Massage Therapist, BSc", "") == "Lea Brunner, BSc");
    CHECK(listed_name("LMT Lea Brunner", "") == "Lea Brunner");
    CHECK(listed_name("Almtraud Unlicensed", "") == "Almtraud Unlicensed");
    CHECK(listed_name("lmt", "").empty());
    CHECK(claims_licence("licensed massage therapist"));
    CHECK_FALSE(claims_licence("massage therapist"));
    CHECK(practice_of("Edge", {.id = "", .name = "Jon Berg, LMT", .training = ""}).therapist ==
          "Jon Berg");
}

TEST_CASE("settings that could not be read back are not written") {
    ClinicSettings settings;
    CHECK(can_be_read_back(settings));
    settings.guidance.new_client_clear_h = 24;
    CHECK_FALSE(can_be_read_back(settings));
    settings = full_settings();
    CHECK(can_be_read_back(settings));
    for (int i = 0; i < 150; ++i)
        settings.consent.push_back({"a", {{"en", std::string(8000, 'x')}}, {}});
    CHECK_FALSE(can_be_read_back(settings));
}

TEST_CASE("a tablet's notes come back, and are an error when they cannot be read") {
    const test::TempFolder folder;
    const ClinicFiles files = ClinicFiles::open(folder.path()).value();
    CHECK(load_tablet_state(files).value() == TabletState{});
    const TabletState state{std::string(session_id), 6, engine::Timestamp{1'760'000'000'000, 60}};
    REQUIRE(save_tablet_state(files, state).ok());
    const fs::path file = folder.path() / "tablet.json";
    CHECK(mode_of(file) == 0600u);
    CHECK(load_tablet_state(files).value() == state);
    for (const std::string &text : damaged) {
        INFO(text.substr(0, 80));
        put(file, text);
        CHECK_FALSE(load_tablet_state(files).ok());
    }
    const std::string begin = R"({"format": "palpate-tablet", "version": 1, )";
    for (const char *fields : {R"("wrong_tries": 0})", R"("sealed_session": null})",
                               R"("sealed_session": "../x", "wrong_tries": 0})",
                               R"("sealed_session": null, "wrong_tries": -1})",
                               R"("sealed_session": null, "wrong_tries": 0, "wait_until": 3})"}) {
        INFO(fields);
        put(file, begin + fields);
        CHECK_FALSE(load_tablet_state(files).ok());
    }
    put(file, R"({"format": "palpate-tablet", "version": 9, "sealed_session": null})");
    CHECK(says(load_tablet_state(files).error(), "newer Palpate"));
}

TEST_CASE("a PIN has four digits, and its hash tells right from wrong") {
    for (const char *no : {"", "123", "12345", "12a4", "1 34", "-123"}) {
        INFO(no);
        CHECK_FALSE(is_pin(no));
    }
    REQUIRE(is_pin("0000"));
    const std::string hash = hash_pin("0000", quick_pin_limits).value();
    CHECK(hash != hash_pin("0000", quick_pin_limits).value()); // each with its own salt
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(is_right_pin(hash, "0000"));
    CHECK_FALSE(is_right_pin(hash, "0001"));
    CHECK_FALSE(is_right_pin("", "0000"));
    CHECK_FALSE(is_right_pin("0000", "0000"));
    CHECK(hash_pin("1234", PinLimits{}).value().find("m=65536,t=3") != std::string::npos);
}
