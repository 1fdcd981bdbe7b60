// An encrypted clinic before it is open, and the way to one, through real input events.

#include "protected_clinic.hpp"

using namespace app;
using test::passphrase;
using test::ProtectedClinic;

TEST_CASE("an encrypted clinic opens by its passphrase only, and shows nobody before") {
    ProtectedClinic clinic;
    clinic.encrypt();
    clinic.start();
    CHECK_FALSE(clinic.shows("Maya"));
    CHECK(clinic.program.shell == nullptr);
    clinic.type("Passphrase", "four quiet green");
    CHECK_FALSE(clinic.shows("four quiet"));
    clinic.tap("Unlock");
    CHECK(clinic.shows("not the passphrase"));
    CHECK(clinic.program.shell == nullptr);
    clinic.type("Passphrase", passphrase);
    clinic.tap("Unlock");
    REQUIRE(clinic.program.shell != nullptr);
    CHECK(clinic.shows("Maya"));
}

TEST_CASE("a lost passphrase is replaced by the recovery key, a typing error is told as one") {
    ProtectedClinic clinic;
    clinic.encrypt();
    clinic.start();
    clinic.tap("Use the recovery key");
    std::string wrong = clinic.recovery;
    wrong[0] = wrong[0] == '0' ? '1' : '0';
    clinic.type("Recovery key", wrong);
    clinic.tap("Unlock");
    CHECK(clinic.shows("typing error in group 1"));
    clinic.type("Recovery key", clinic.recovery);
    clinic.tap("Unlock");
    CHECK(clinic.program.shell != nullptr);
}

TEST_CASE("a tablet that a client has stays sealed when its clinic is unlocked") {
    ProtectedClinic clinic{true};
    clinic.encrypt();
    clinic.start();
    clinic.type("Passphrase", passphrase);
    clinic.tap("Unlock");
    REQUIRE(clinic.program.shell != nullptr);
    CHECK(clinic.program.seal->sealed());
    CHECK(for_client(clinic.program.shell->ui_state().screen));
}

TEST_CASE("a clinic is protected on its own wish, and the recovery key is shown once") {
    ProtectedClinic clinic;
    clinic.start();
    clinic.type("Passphrase", "short");
    clinic.type("The same once more", "short");
    clinic.tap("Protect");
    CHECK(clinic.shows("too short"));
    clinic.type("Passphrase", " but longer now");
    clinic.tap("Protect");
    CHECK(clinic.shows("differ"));
    CHECK_FALSE(std::filesystem::exists(clinic.folder.path() / "vault.json"));
    clinic.type("The same once more", " but longer now");
    clinic.tap("Protect");
    CHECK(clinic.shows("Write this recovery key down"));
    CHECK_FALSE(clinic.shows("but longer"));
    clinic.tap("I have written it down");
    REQUIRE(clinic.program.shell != nullptr);
    CHECK(clinic.shows("Maya"));
    ClinicFiles files = ClinicFiles::open(clinic.folder.path()).value();
    REQUIRE(files.unlock("short but longer now").ok());
    int times_noted = 0;
    REQUIRE(read_audit(files, [&](const AuditLine &line) {
                times_noted += line.entry.what == Deed::encrypted;
            }).ok());
    CHECK(times_noted == 1);
    REQUIRE(close_clinic(clinic.program).ok());
    clinic.driver->settle();
    CHECK(clinic.shows("These records are protected"));
    clinic.type("Passphrase", "short but longer now");
    clinic.tap("Unlock");
    CHECK(clinic.program.shell != nullptr);
}

TEST_CASE("all of the passphrase's pages can be reached with large words in a small window") {
    ProtectedClinic clinic;
    engine::ui::UiConfig large;
    large.text_scale_percent = 200;
    clinic.start(large, {1024, 768});
    clinic.type("Passphrase", passphrase);
    clinic.type("The same once more", passphrase);
    clinic.tap("Show what I type");
    clinic.tap("Protect");
    for (const engine::ui::Node &node : clinic.program.ui->tree().nodes())
        if (node.takes_input) {
            INFO(node.name);
            CHECK(node.rect.h >= 48);
            CHECK(node.rect.right() <= 1024);
        }
    clinic.tap("I have written it down");
    CHECK(clinic.program.shell != nullptr);
}

TEST_CASE("the offer to protect the records is made once, and not for examples") {
    test::Clinic examples;
    CHECK_FALSE(examples.shows("Protect these records"));
    test::Clinic clinic{{.demo = false}};
    REQUIRE(clinic.shows("Protect these records"));
    clinic.tap("Not now");
    CHECK_FALSE(clinic.shows("Protect these records"));
    clinic.start(60);
    CHECK_FALSE(clinic.shows("Protect these records"));
}
