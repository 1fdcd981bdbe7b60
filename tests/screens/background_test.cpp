// The program as it runs: the records are asked beside the thread that draws, and answer later.

#include "input/synthetic.hpp"
#include "protected_clinic.hpp"

#include <algorithm>
#include <future>

using namespace app;
using test::passphrase;

namespace {

/// settle() waits for answers; press() does not.
struct BusyClinic : test::ProtectedClinic {
    explicit BusyClinic(bool sealed = false) : ProtectedClinic(sealed) {
        program.lane = std::make_unique<Lane>();
    }
    /// Without a passphrase.
    void begin() {
        start();
        tap("Not now");
    }
    /// Presses without waiting for what comes of it.
    void press(std::string_view name) {
        const engine::ui::Node *node = program.ui->tree().find(name);
        REQUIRE(node != nullptr);
        for (const engine::InputEvent &event :
             engine::synthetic::tap(node->rect.center(), driver->now_s() + 0.02))
            driver->frame({&event, 1});
    }
    Document on_disk(const std::string &id) const {
        auto store = FolderStore::open(folder.path(), test::resources().atlas);
        REQUIRE(store.ok());
        const auto loaded = store->load(id);
        REQUIRE(loaded.ok());
        return *loaded;
    }
    Shell &shell() { return *program.shell; }
    void mark_calf() {
        REQUIRE(driver->tap_area("lower_leg_calf.l", program.resources->body->places()).ok());
    }
    void enter_pin(std::string_view pin) { REQUIRE(driver->enter_pin(pin).ok()); }
};

} // namespace

TEST_CASE("background: a session goes from the passphrase to the disk and through the PIN") {
    BusyClinic clinic;
    clinic.encrypt();
    clinic.start();
    clinic.type("Passphrase", "four quiet green");
    clinic.tap("Unlock");
    CHECK(clinic.shows("not the passphrase"));
    clinic.type("Passphrase", passphrase);
    clinic.tap("Unlock");
    REQUIRE(clinic.program.shell != nullptr);
    clinic.tap("Hand over to Maya");
    CHECK(clinic.program.seal->sealed());
    clinic.tap("Start");
    clinic.mark_calf();
    REQUIRE(clinic.driver->set_level("Pain level", 6).ok());
    const std::string session = clinic.shell().document().id;
    const Document seen = clinic.shell().document();
    clinic.shell().go_to(Screen::home);
    clinic.driver->settle();
    clinic.enter_pin("0000");
    CHECK(clinic.program.seal->sealed());
    CHECK(clinic.program.seal->tries_left() == 4);
    clinic.enter_pin(example_pin);
    CHECK_FALSE(clinic.program.seal->sealed());
    CHECK(clinic.shell().ui_state().screen == Screen::home);
    CHECK(clinic.program.workspace->session().save_state().saved);

    REQUIRE(close_clinic(clinic.program).ok());
    clinic.driver->settle();
    clinic.type("Passphrase", passphrase);
    clinic.tap("Unlock");
    const auto kept = clinic.program.store->load(session);
    clinic.program.store->finish();
    REQUIRE(kept.ok());
    CHECK(*kept == seen);
    CHECK(std::ranges::any_of(kept->marks, [](const Mark &mark) { return mark.level == 6; }));
}

TEST_CASE("background: what was touched last is on the disk though the program ends at once") {
    BusyClinic clinic;
    clinic.begin();
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    const std::string session = clinic.shell().document().id;
    const std::size_t marks = clinic.shell().document().marks.size();
    clinic.mark_calf();
    const engine::ui::Node *slider = clinic.program.ui->tree().find("Pain level");
    REQUIRE(slider != nullptr);
    clinic.press("Pain level"); // its middle
    const Document last = clinic.shell().document();
    CHECK(last.marks.size() == marks + 1);
    CHECK(last.marks.back().level == 5);
    REQUIRE(close_clinic(clinic.program).ok()); // no frame in between
    CHECK(clinic.on_disk(session) == last);
}

TEST_CASE("background: of two calls that are pressed at once one is opened") {
    BusyClinic clinic;
    clinic.begin();
    clinic.press("Hand over to Maya");
    const bool waits = !clinic.program.seal->sealed();
    const engine::ui::Node *other = clinic.program.ui->tree().find("Hand over to Maya");
    if (waits && other != nullptr)
        clinic.press("Hand over to Maya");
    clinic.driver->settle();
    CHECK(clinic.program.seal->sealed());
    CHECK(clinic.shell().ui_state().screen == Screen::welcome);
    CHECK(clinic.program.seal->session() == clinic.shell().document().id);
}

TEST_CASE("background: a tablet that a client has comes up with the client's page") {
    BusyClinic clinic{true};
    clinic.begin();
    CHECK(clinic.program.seal->sealed());
    CHECK(clinic.program.workspace->is_open());
    CHECK(clinic.shell().ui_state().screen == Screen::welcome);
    CHECK(clinic.shell().ui_state().pin.purpose == PinPad::Purpose::closed);
}

TEST_CASE("background: what is typed quickly into the settings is all kept") {
    BusyClinic clinic;
    clinic.begin();
    clinic.tap("Settings");
    clinic.type("Name of the clinic", "Runners' Edge at the long bridge");
    clinic.tap("Session");
    for (int i = 0; i < 5; ++i)
        clinic.press("Booked time more");
    clinic.driver->settle();
    const auto settings = clinic.program.store->settings();
    clinic.program.store->finish();
    REQUIRE(settings.ok());
    CHECK(settings->clinic == "Runners' Edge at the long bridge");
    CHECK(settings->default_minutes == 60 + 5 * 5);
    CHECK(clinic.program.seal->settings() == *settings);
}

TEST_CASE("background: what others write comes up without a touch, and nothing is lost to it") {
    BusyClinic clinic;
    clinic.begin();
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    clinic.mark_calf();
    const std::string session = clinic.shell().document().id;
    auto other = FolderStore::open(clinic.folder.path(), test::resources().atlas);
    REQUIRE(other.ok());
    {
        auto record = other->open(session);
        REQUIRE(record.ok());
        REQUIRE(commit(**record, SetNote{"from the other room"}, test::resources().atlas).ok());
    }
    REQUIRE(clinic.driver->set_level("Pain level", 7).ok());
    clinic.driver->rest(5);
    CHECK(clinic.shell().document().note == "from the other room");
    CHECK(clinic.shell().document().marks.back().level == 7);
    CHECK(clinic.on_disk(session) == clinic.shell().document());
}

TEST_CASE("background: while the list is read the home screen says so, and stays free") {
    BusyClinic clinic;
    clinic.begin();
    Program &program = clinic.program;
    program.shell.reset();
    program.workspace = std::make_unique<Workspace>(*program.store, test::resources().atlas);
    program.shell = std::make_unique<Shell>(
        *program.resources, *program.ui, *program.workspace, *program.seal,
        Shell::Config{clinic.folder.path() / "summaries", program.config.random, {}});
    std::promise<void> disk;
    program.lane->submit([&]() -> engine::Jobs::Delivery { // it is slow today
        disk.get_future().wait();
        return {};
    });
    for (int i = 0; i < 3; ++i)
        clinic.driver->frame({});
    CHECK(clinic.shows("Reading the records"));
    CHECK_FALSE(clinic.shows("No sessions"));
    CHECK_FALSE(clinic.shows("Clients are listed here after"));
    clinic.press("Settings");
    clinic.driver->frame({});
    CHECK(clinic.shell().ui_state().screen == Screen::settings);
    disk.set_value();
    clinic.shell().go_to(Screen::home);
    clinic.driver->settle();
    CHECK(clinic.shows("Maya"));
    CHECK_FALSE(clinic.shows("Reading the records"));
}
