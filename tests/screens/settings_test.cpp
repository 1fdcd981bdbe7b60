// The clinic's settings, and what they do on other screens.

#include "base/file.hpp"
#include "base/uuid.hpp"
#include "clinic.hpp"
#include "layout_rules.hpp"
#include "store/files/settings_file.hpp"
#include "store/vault/pin_hash.hpp"

#include <fstream>
#include <unistd.h>

using test::Clinic;

namespace {

/// As they lie on the disk.
app::ClinicSettings saved(const Clinic &clinic) {
    auto settings = app::load_settings(clinic.store->files());
    REQUIRE(settings.ok());
    return std::move(*settings);
}

void add_therapist(Clinic &clinic, std::string_view name, std::string_view licence) {
    clinic.tap("Therapists");
    clinic.tap("Add a therapist");
    clinic.type("Name and title", name);
    if (!licence.empty())
        clinic.type("Licence", licence);
    clinic.tap("All therapists");
}

} // namespace

TEST_CASE("what is set is on the disk at once and after a restart") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.type("Name of the clinic", "Runners' Edge");
    CHECK(saved(clinic).clinic == "Runners' Edge");
    clinic.tap("Espa\u00F1ol");
    clinic.tap("Session");
    clinic.tap("Booked time more");
    clinic.tap("Telehealth");
    clinic.type("New technique", "Cupping");
    clinic.tap("Add");
    CHECK(saved(clinic).default_minutes == 65);
    CHECK(saved(clinic).default_setting == app::Setting::telehealth);
    CHECK(saved(clinic).techniques.back() == "Cupping");
    clinic.tap("Delete Technique 1");
    CHECK(saved(clinic).techniques.front() == "Petrissage");
    clinic.tap("Back to the usual list");
    CHECK(saved(clinic).techniques == app::usual_techniques());
    CHECK_FALSE(clinic.shows("Back to the usual list"));
    clinic.tap("Tablet");
    clinic.tap("Cover after more");
    CHECK(saved(clinic).idle_s == 180);
    CHECK(saved(clinic).language == "es");
    clinic.start(10);
    clinic.tap("Settings");
    CHECK(clinic.node("Name of the clinic")->name == "Name of the clinic");
    CHECK(clinic.shows("Runners' Edge"));
    clinic.tap("Back");
    CHECK(clinic.shell->ui_state().screen == app::Screen::home);
}

TEST_CASE("the numbers of the rules stay in order and go back to the proposals") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Guidance");
    CHECK_FALSE(clinic.shows("Reset to the proposals"));
    clinic.tap("Pre-race window closes more");
    CHECK(saved(clinic).guidance.pre_race_until_h == 60);
    clinic.tap("Ease off at comfort level less");
    CHECK(saved(clinic).guidance.ease_off_at == 4);
    clinic.tap("Strengthening as homework");
    CHECK_FALSE(saved(clinic).guidance.strengthening_in_scope);
    for (int i = 0; i < 2; ++i)
        clinic.tap("Recovery window closes less"); // 24 h, where the window opens
    CHECK(saved(clinic).guidance.recovery_until_h == 24);
    CHECK_FALSE(clinic.node("Recovery window closes less")->enabled);
    clinic.tap("Reset to the proposals");
    CHECK(saved(clinic).guidance == app::GuidanceSettings{});
}

TEST_CASE("a therapist's card answers what clients ask, and shows no title without a licence") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Therapists");
    clinic.tap("Add a therapist");
    clinic.type("Name and title", "Lea Brunner, LMT");
    CHECK(clinic.shows("Without a licence clients read"));
    clinic.tap("Show the card");
    CHECK(clinic.shows("No licence entered"));
    CHECK(clinic.node("Lea Brunner") != nullptr);
    clinic.tap("Close");
    clinic.type("Licence", "4711, Bern");
    clinic.type("Training", "Massage school Bern, 1,600 hours");
    clinic.tap("Years in practice more");
    clinic.type("How often with runners", "Every day");
    clinic.tap("Add a contact");
    clinic.type("Name 1", "Ines Kolb");
    clinic.type("Profession 1", "Sports physician");
    clinic.tap("Show the card");
    CHECK(clinic.node("Lea Brunner, LMT") != nullptr);
    CHECK(clinic.node("4711, Bern") != nullptr);
    CHECK(clinic.node("Massage school Bern, 1,600 hours") != nullptr);
    CHECK(clinic.node("1 year") != nullptr);
    CHECK(clinic.node("Every day") != nullptr);
    CHECK(clinic.node("Ines Kolb, Sports physician") != nullptr);
    clinic.tap("Close");
    const app::TherapistProfile profile = saved(clinic).therapists.at(0);
    CHECK(engine::is_uuid(profile.id));
    CHECK(profile.licence == "4711, Bern");
    CHECK(profile.years == 1);
    CHECK_FALSE(profile.runner_years.has_value());
    CHECK(profile.ties.at(0).profession == "Sports physician");
    clinic.tap("Delete contact 1");
    CHECK(saved(clinic).therapists.at(0).ties.empty());
    clinic.tap("Delete this therapist");
    CHECK(saved(clinic).therapists.size() == 1);
    clinic.tap("Delete this therapist for good");
    CHECK(saved(clinic).therapists.empty());
}

TEST_CASE("a new session takes its therapist, place and minutes from the settings") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.type("Name of the clinic", "Runners' Edge");
    add_therapist(clinic, "Lea Brunner, LMT", "4711, Bern");
    add_therapist(clinic, "Jon Berg, licensed massage therapist", "");
    clinic.tap("Session");
    clinic.tap("Booked time less");
    clinic.tap("Back");
    clinic.tap("New session");
    CHECK(clinic.node("Lea Brunner, LMT")->selected);
    clinic.tap("Jon Berg");
    clinic.tap("Show the card");
    CHECK(clinic.shows("No licence entered"));
    clinic.tap("Close");
    clinic.tap("Mobile");
    clinic.type("Client's name", "Noor Haddad");
    clinic.tap("Start");
    const app::Document document = clinic.on_disk();
    CHECK(document.practice.clinic == "Runners' Edge");
    CHECK(document.practice.therapist == "Jon Berg");
    CHECK(document.practice.licence.empty());
    CHECK(document.appointment.setting == app::Setting::mobile);
    CHECK(document.appointment.minutes == 55);
}

TEST_CASE("somebody who no longer works here is not offered") {
    Clinic clinic;
    clinic.tap("Settings");
    add_therapist(clinic, "Lea Brunner", "");
    clinic.tap("Lea Brunner");
    clinic.tap("Works here");
    clinic.tap("All therapists");
    CHECK(clinic.shows("Not active"));
    clinic.tap("Back");
    clinic.tap("New session");
    CHECK(clinic.node("Lea Brunner") == nullptr);
    CHECK(clinic.node("Licence") != nullptr); // the name is typed as before
}

TEST_CASE("a typed title needs a licence as well") {
    Clinic clinic(test::ClinicOptions{.demo = false});
    clinic.tap("New session");
    clinic.type("Client's name", "Noor Haddad");
    clinic.type("Therapist", "Jon Berg, LMT");
    CHECK(clinic.shows("Without a licence the session says"));
    clinic.tap("Start");
    CHECK(clinic.on_disk().practice.therapist == "Jon Berg");
}

TEST_CASE("own homework keeps what is entered") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Homework");
    clinic.tap("Add homework");
    clinic.type("Name", "Calf roll on a bottle");
    clinic.type("How to do it", "Roll slowly.");
    clinic.tap("Roller or ball");
    clinic.tap("Lower legs and feet");
    clinic.tap("Sets more");
    const app::OwnExercise item = saved(clinic).homework.at(0);
    CHECK(item.name == "Calf roll on a bottle");
    CHECK(item.how_to == "Roll slowly.");
    CHECK(item.kind == "foam_roll");
    CHECK(item.zones == std::vector<std::string>{"lower_legs"});
    CHECK(item.dose.sets == 2);
    clinic.tap("The whole body");
    CHECK(saved(clinic).homework.at(0).zones.empty());
}

TEST_CASE("clients agree to the clinic's own lines as soon as there is one") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Consent");
    clinic.type("New line in English", "A photo may be taken.");
    clinic.type("Line 1 in Spanish", "Se puede hacer una foto.");
    REQUIRE(saved(clinic).consent.size() == 1);
    CHECK(saved(clinic).consent[0].words ==
          std::map<std::string, std::string>{{"en", "A photo may be taken."},
                                             {"es", "Se puede hacer una foto."}});
    clinic.tap("Delete line 1");
    CHECK(saved(clinic).consent.empty());
}

TEST_CASE("another PIN is typed twice and opens the tablet from then on") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Tablet");
    clinic.tap("Change PIN");
    clinic.enter_pin("2580");
    clinic.enter_pin("2580");
    CHECK(clinic.node("Change PIN") != nullptr); // back on the settings
    CHECK(app::is_right_pin(saved(clinic).pin_hash, "2580"));
    CHECK_FALSE(saved(clinic).example_pin);
}

TEST_CASE("settings of another computer are not overwritten") {
    Clinic clinic;
    app::ClinicSettings other = saved(clinic);
    other.clinic = "From the other room";
    other.unknown = R"({"logo":"x.png"})";
    REQUIRE(app::save_settings(clinic.store->files(), other).ok());
    clinic.tap("Settings");
    clinic.tap("Session");
    clinic.tap("Booked time more");
    CHECK(saved(clinic).clinic == "From the other room");
    CHECK(saved(clinic).unknown == other.unknown);
    CHECK(saved(clinic).default_minutes == 65);
}

TEST_CASE("settings that cannot be written are told, kept on the screen and saved later") {
    Clinic clinic;
    clinic.tap("Settings");
    clinic.tap("Session");
    const app::ClinicSettings before = saved(clinic);
    // Every name that the new file could have beside the old one is taken.
    std::vector<std::filesystem::path> taken;
    for (int i = 0; i < 100; ++i) {
        taken.push_back(clinic.data() / ("settings.json.tmp-" + std::to_string(::getpid()) + "-" +
                                         std::to_string(i)));
        std::ofstream(taken.back()) << "x";
    }
    clinic.tap("Booked time more");
    CHECK(clinic.shows("Not saved"));
    CHECK(saved(clinic) == before);
    CHECK(clinic.node("Booked time")->value == "65 min");
    clinic.tap("Close");
    clinic.tap("Save again");
    CHECK(saved(clinic) == before);
    clinic.tap("Close");
    for (const auto &file : taken)
        std::filesystem::remove(file);
    clinic.tap("Save again");
    CHECK(saved(clinic).default_minutes == 65);
    CHECK_FALSE(clinic.shows("Not saved"));
}

TEST_CASE("damaged settings can be looked at and are not replaced") {
    Clinic clinic;
    const auto file = clinic.data() / "settings.json";
    REQUIRE(engine::write_file_durably(file, "{").ok());
    clinic.start(10);
    clinic.shell->go_to(app::Screen::settings);
    clinic.driver->settle();
    CHECK(clinic.shows("The settings cannot be changed"));
    CHECK(clinic.node("Name of the clinic") == nullptr);
    CHECK(engine::read_file(file, 100).value() == "{");
}

TEST_CASE("nothing on the settings is cut off or covered, at any size of words") {
    for (const glm::vec2 size : {glm::vec2{1280, 800}, glm::vec2{1024, 768}})
        for (const int scale : {100, 150, 200}) {
            Clinic clinic(test::ClinicOptions{.size = size, .text_scale = scale});
            clinic.tap("Settings");
            add_therapist(clinic, "Maria-Magdalena Oberholzer-Castellanos", "");
            for (const char *page : {"Clinic", "Therapists", "Session", "Guidance", "Aftercare",
                                     "Homework", "Consent", "Tablet", "Records"}) {
                clinic.tap(page);
                INFO(size.x << " " << scale << " % " << page);
                CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
            }
            INFO(size.x << " " << scale);
            clinic.tap("Therapists");
            clinic.tap("Maria-Magdalena Oberholzer-Castellanos");
            CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
            clinic.tap("Show the card");
            CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
            clinic.tap("Close");
            clinic.tap("Back");
            CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
            clinic.tap("New session");
            CHECK(layout::defects(*clinic.ui) == std::vector<std::string>{});
        }
}

TEST_CASE("all of the settings can be reached with the keyboard") {
    Clinic clinic;
    clinic.tap("Settings");
    const auto &ui = *clinic.ui;
    const auto focus = [&](std::string_view name) {
        for (int i = 0; i < 80; ++i) {
            const auto *node = clinic.shell->tree().find(ui.focused());
            if (node != nullptr && node->name == name)
                return true;
            clinic.driver->press(engine::Key::tab);
        }
        return false;
    };
    REQUIRE(focus("Guidance"));
    clinic.driver->press(engine::Key::enter);
    REQUIRE(focus("Strengthening as homework"));
    clinic.driver->press(engine::Key::space);
    CHECK_FALSE(saved(clinic).guidance.strengthening_in_scope);
    REQUIRE(focus("Records"));
    clinic.driver->press(engine::Key::enter);
    CHECK(clinic.shows("Not protected"));
}
