// A tablet in a client's hands: whatever they try, they reach nothing but their own session.

#include "base/file.hpp"
#include "clinic.hpp"
#include "input/synthetic.hpp"
#include "store/files/client_file.hpp"
#include "store/record/journal.hpp"

#include <fstream>
#include <map>
#include <set>

using engine::Key;
using test::Clinic;
namespace fs = std::filesystem;

namespace {

const std::string pin = "5090"; // not what a walk over the keys types by chance
constexpr glm::vec2 window{1280, 800};

std::map<fs::path, std::string> files_of(const Clinic &clinic) {
    std::map<fs::path, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(clinic.folder.path()))
        if (entry.is_regular_file())
            files[entry.path()] = engine::read_file(entry.path(), 1 << 24).value();
    return files;
}

/// A clinic whose tablet Maya has, and what she must not see or change.
class Sealed {
  public:
    Sealed() {
        REQUIRE(clinic.seal->choose_pin(pin).ok());
        clinic.tap("Hand over to Maya");
        own_ = clinic.shell->document();
        for (const app::Document &other : clinic.all_sessions()) {
            if (other.id != own_.id)
                forbidden_.insert(other.id);
            if (other.client.id != own_.client.id)
                forbidden_.insert({other.client.name, other.client.born, other.client.id,
                                   other.client.name.substr(0, other.client.name.find(' '))});
        }
        REQUIRE(forbidden_.size() >= 17 + 2 * 4);
        REQUIRE_FALSE(forbidden_.contains("Maya"));
        files_ = others_files();
    }

    /// Fails when anything but Maya's own session can be seen.
    void see(const std::string &after) const {
        INFO("after " << after);
        REQUIRE(clinic.seal->sealed());
        REQUIRE(app::for_client(clinic.shell->ui_state().screen));
        REQUIRE(clinic.shell->document().id == own_.id);
        for (const std::string &words : forbidden_) {
            INFO(words << " in\n" << clinic.shell->tree().dump());
            REQUIRE_FALSE(clinic.shows(words));
        }
    }
    void see_files() const { REQUIRE(others_files() == files_); }

    Clinic clinic;

  private:
    std::map<fs::path, std::string> others_files() const {
        auto files = files_of(clinic);
        files.erase(clinic.store->session_file(own_.id));
        files.erase(clinic.store->files().path(app::journal_name(own_.id)));
        files.erase(clinic.store->files().path(app::name_of_client(own_.client.id)));
        for (const char *name :
             {"tablet.json", "index.sqlite", "audit/log.jsonl", "audit/head.json"})
            files.erase(clinic.data() / name);
        return files;
    }

    app::Document own_;
    std::set<std::string> forbidden_;
    std::map<fs::path, std::string> files_;
};

using Steps = std::vector<std::string_view>; ///< taps; "@" before an area of the body

const std::map<std::string, Steps> &places_to_be() {
    static const std::map<std::string, Steps> places{
        {"welcome", {}},
        {"mark", {"Start"}},
        {"mark sheet", {"Start", "@lower_leg_calf.l"}},
        {"find", {"Start", "Find"}},
        {"figure", {"Start", "Your figure"}},
        {"questions", {"Start", "Next: the rest is the same"}},
        {"comfort", {"Start", "Next: the rest is the same", "Next: comfort"}},
        {"check", {"Start", "Next: the rest is the same", "Next: comfort", "Next: check"}},
        {"thank you",
         {"Start", "Next: the rest is the same", "Next: comfort", "Next: check",
          "Yes, hand it back"}},
        {"pad", {"Start", "Back to the therapist"}},
    };
    return places;
}

void go(Clinic &clinic, const Steps &steps) {
    for (const std::string_view step : steps)
        if (step.starts_with('@'))
            clinic.tap_area(step.substr(1));
        else
            clinic.tap(step);
}

/// What is open, roughly: enough to tell screens and sheets apart.
std::string where(const Clinic &clinic) {
    const app::UiState &state = clinic.shell->ui_state();
    std::string place = std::to_string(static_cast<int>(state.screen));
    place += state.find_open ? " find" : "";
    place += state.figure_open ? " figure" : "";
    place += state.note_open ? " note" : "";
    place += clinic.shell->view().selected_mark.empty() ? "" : " sheet";
    place += state.pin.purpose != app::PinPad::Purpose::closed ? " pad" : "";
    place += clinic.shell->document().stage == app::Stage::before ? "" : " ready";
    return place;
}

/// The middle of some area that can be seen; the middle of the stage when none can.
glm::vec2 a_place(const Clinic &clinic, int number) {
    const app::BodyPlaces &places = test::resources().body->places();
    const auto areas = test::resources().atlas.areas();
    for (std::size_t i = 0; i < areas.size(); ++i) {
        const auto &area = areas[(static_cast<std::size_t>(number) * 7 + i) % areas.size()];
        for (const app::Figure &figure : clinic.shell->body().figures) {
            const auto seen = places.visible(figure, places.tags_of_area(area.id));
            if (seen.area_px2 > 100)
                return pixel_of(figure.view, figure.viewport, seen.point);
        }
    }
    return clinic.node("body")->visible.center();
}

using Events = std::vector<engine::InputEvent>;

/// Swipes over each edge and out of each corner, with one finger and with two, the wheel, a long
/// press, and what the window itself can send.
std::vector<std::pair<std::string, Events>> gestures(double now_s) {
    using namespace engine::synthetic;
    const glm::vec2 middle = window / 2.0F;
    const double at = now_s + 0.1;
    std::vector<std::pair<std::string, Events>> all;
    for (const glm::vec2 from :
         {glm::vec2{0, 0}, {0.5F, 0}, {1, 0}, {0, 0.5F}, {1, 0.5F}, {0, 1}, {0.5F, 1}, {1, 1}}) {
        const glm::vec2 edge = glm::min(from * window, window - 1.0F);
        all.push_back({"a swipe from an edge", drag(edge, middle, at, 0.2)});
        all.push_back({"a swipe to an edge", drag(middle, edge, at, 0.2)});
        all.push_back({"a tap on an edge", tap(edge, at)});
        all.push_back({"a long press on an edge", hold(edge, at, 1.5)});
        all.push_back(
            {"the wheel",
             {{at, engine::WheelEvent{edge, {0, 3}}}, {at, engine::WheelEvent{edge, {0, -3}}}}});
    }
    all.push_back({"a pinch", pinch(middle, 400, 60, at, 0.2)});
    all.push_back({"a spread", pinch(middle, 60, 900, at, 0.2)});
    all.push_back({"a long press", hold(middle, at, 2)});
    all.push_back({"a smaller window", {{at, engine::ResizeEvent{640, 480}}}});
    all.push_back({"the window's cross", {{at, engine::CloseEvent{}}}});
    return all;
}

/// Presses what was pressed least often in each place, the last drawn of them first.
void press_everything(Sealed &sealed, std::map<std::string, std::map<std::string, int>> &pressed) {
    Clinic &clinic = sealed.clinic;
    constexpr int steps = 450;
    for (int step = 0; step < steps; ++step) {
        auto &here = pressed[where(clinic)];
        const engine::ui::Node *least = nullptr;
        for (const engine::ui::Node &node : clinic.shell->tree().nodes())
            if (node.takes_input && node.enabled && !node.visible.empty() &&
                (least == nullptr || here[node.name] <= here[least->name]))
                least = &node;
        REQUIRE(least != nullptr);
        ++here[least->name];
        const std::string name = least->name;
        if (name == "body") // some place of it, each time another one
            clinic.driver->tap_at(a_place(clinic, here[name]));
        else
            clinic.driver->tap_at(least->visible.center());
        sealed.see(where(clinic) + ", " + name);
        if (step % 50 == 0)
            sealed.see_files();
    }
    sealed.see_files();
}

} // namespace

TEST_CASE("pressing everything that can be pressed leads to no other client") {
    std::map<std::string, std::map<std::string, int>> pressed;
    for (const char *start : {"welcome", "thank you"}) {
        Sealed sealed;
        go(sealed.clinic, places_to_be().at(start));
        press_everything(sealed, pressed);
    }
    std::string all;
    for (const auto &[place, names] : pressed)
        all += place + "\n";
    for (const char *place :
         {"1", "1 pad", "2", "2 sheet", "2 find", "2 figure", "3", "4", "5", "5 ready"}) {
        INFO(place << " is not among\n" << all);
        CHECK(pressed.contains(place));
    }
}

TEST_CASE("no key, alone or with others held, leads to another client") {
    for (const auto &[place, steps] : places_to_be()) {
        Sealed sealed;
        Clinic &clinic = sealed.clinic;
        go(clinic, steps);
        for (int key = 0; key <= static_cast<int>(Key::digit_9); ++key)
            for (int held = 0; held < 8; ++held) {
                engine::KeyEvent event{static_cast<Key>(key), true, (held & 1) != 0,
                                       (held & 2) != 0, (held & 4) != 0};
                const double at = clinic.driver->now_s() + 0.02;
                const engine::InputEvent down{at, event};
                event.down = false;
                clinic.driver->replay({down, {at + 0.02, event}});
                sealed.see(place + ", key " + std::to_string(key) + " with " +
                           std::to_string(held));
            }
        sealed.see_files();
    }
}

TEST_CASE("no swipe, pinch, wheel or window button leads to another client") {
    for (const auto &[place, steps] : places_to_be()) {
        Sealed sealed;
        Clinic &clinic = sealed.clinic;
        go(clinic, steps);
        for (std::size_t i = 0; i < gestures(0).size(); ++i) {
            const auto [name, events] = gestures(clinic.driver->now_s())[i];
            clinic.driver->replay(events);
            sealed.see(place + ", " + name);
        }
        sealed.see_files();
    }
}

TEST_CASE("the Shell itself refuses what leads away, whatever a screen asks for") {
    Sealed sealed;
    Clinic &clinic = sealed.clinic;
    for (const app::Screen screen :
         {app::Screen::home, app::Screen::brief, app::Screen::plan, app::Screen::after,
          app::Screen::homework, app::Screen::share}) {
        clinic.shell->go_to(screen);
        clinic.driver->settle();
        sealed.see("a jump");
        CHECK(clinic.node("Therapist's PIN") != nullptr);
    }
    clinic.enter_pin(pin); // the last jump is carried out
    CHECK(clinic.shell->ui_state().screen == app::Screen::share);
}

TEST_CASE("closing the window needs the PIN while a client has the tablet") {
    Sealed sealed;
    Clinic &clinic = sealed.clinic;
    const auto close = [&] {
        const engine::InputEvent event{clinic.driver->now_s(), engine::CloseEvent{}};
        return clinic.driver->frame({&event, 1}).closed;
    };
    CHECK_FALSE(close());
    clinic.driver->settle();
    for (const std::string_view digit : {"5", "0", "9"})
        clinic.tap(digit);
    const auto events = engine::synthetic::press(Key::digit_0, clinic.driver->now_s());
    CHECK(clinic.driver->frame({events.data(), 1}).closed);
    CHECK_FALSE(clinic.seal->sealed());
    CHECK(close());
}

TEST_CASE(
    "a program that is started again while a client has the tablet comes up with the client") {
    Sealed sealed;
    Clinic &clinic = sealed.clinic;
    clinic.tap("Start");
    clinic.tap_area("lower_leg_calf.l");
    clinic.start(600);
    sealed.see("the start");
    CHECK(clinic.node("Hello Maya") != nullptr);
    clinic.tap("Start");
    CHECK(clinic.shell->document().marks.size() == 1);
    clinic.tap("Back to the therapist");
    clinic.enter_pin(pin);
    CHECK(clinic.shell->ui_state().screen == app::Screen::brief);
    clinic.start(1200);
    CHECK(clinic.shell->ui_state().screen == app::Screen::home);
    CHECK(clinic.shows("Jonas"));
}

TEST_CASE("a lost session or damaged notes of the tablet show the PIN pad and nobody's name") {
    for (const bool lost : {true, false}) {
        Clinic clinic;
        clinic.tap("Hand over to Maya");
        if (lost)
            fs::remove(clinic.store->session_file(clinic.shell->document().id));
        else
            std::ofstream(clinic.data() / "tablet.json") << "{\"format\"";
        clinic.start(60);
        CHECK(clinic.node("to open this tablet again") != nullptr);
        CHECK(clinic.node("Close") == nullptr);
        for (const Key key : {Key::escape, Key::enter, Key::z, Key::home})
            clinic.driver->press(key, key == Key::z);
        CHECK(clinic.node("to open this tablet again") != nullptr);
        for (const app::Document &session : clinic.all_sessions())
            CHECK_FALSE(clinic.shows(session.client.name.substr(0, 4)));
        clinic.enter_pin();
        CHECK(clinic.shell->ui_state().screen == app::Screen::home);
        CHECK_FALSE(clinic.seal->sealed());
    }
}

TEST_CASE("wrong PINs cost time, which a restart does not give back") {
    Sealed sealed;
    Clinic &clinic = sealed.clinic;
    clinic.tap("Not Maya?");
    CHECK(clinic.node("Hand the tablet to your therapist.") != nullptr);
    CHECK_FALSE(clinic.shows("1234"));
    clinic.enter_pin("0000");
    CHECK(clinic.node("Not right. 4 tries left.") != nullptr);
    for (const Key key : {Key::digit_1, Key::digit_2, Key::backspace, Key::digit_3, Key::digit_4,
                          Key::digit_5}) // as typed on a keyboard
        clinic.driver->press(key);
    CHECK(clinic.node("Not right. 3 tries left.") != nullptr);
    for (int i = 0; i < 3; ++i)
        clinic.enter_pin("0000");
    CHECK(clinic.shows("Not right. Try again in 0:30."));
    CHECK_FALSE(clinic.node("5")->enabled);
    CHECK(clinic.shell->wait_s(clinic.driver->now_s()) <= 1.0); // it ticks
    clinic.driver->rest(10);
    CHECK(clinic.shows("Try again in 0:20."));
    const double passed = clinic.driver->now_s();
    clinic.start(passed);
    clinic.tap("Not Maya?");
    CHECK(clinic.shows("Try again in 0:20."));
    clinic.driver->rest(20);
    sealed.see("the wait");
    REQUIRE(clinic.node("5")->enabled);
    clinic.enter_pin(pin);
    CHECK(clinic.shell->ui_state().screen == app::Screen::home);
}

TEST_CASE("the pad of an example clinic tells its PIN and goes back to the client's page") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    clinic.tap("Back to the therapist");
    CHECK(clinic.node("Example clinic: the PIN is 1234") != nullptr);
    CHECK(clinic.node("to leave Maya's session") != nullptr);
    clinic.tap("Close");
    CHECK(clinic.shell->ui_state().screen == app::Screen::mark);
    CHECK(clinic.node("body") != nullptr);
}

TEST_CASE("the first hand-over asks for a PIN, typed twice") {
    Clinic clinic({.demo = false});
    clinic.tap("New session");
    clinic.type("Client's name", "Zoe Okafor");
    clinic.tap("Start");
    clinic.tap("Hand over to Zoe");
    CHECK(clinic.node("Choose a PIN") != nullptr);
    clinic.tap("Close");
    CHECK(clinic.shell->ui_state().screen == app::Screen::brief);
    CHECK_FALSE(clinic.seal->sealed());

    clinic.tap("Hand over to Zoe");
    clinic.enter_pin("1111");
    CHECK(clinic.node("The same PIN once more") != nullptr);
    clinic.enter_pin("2222");
    CHECK(clinic.node("These were not the same. Choose again.") != nullptr);
    CHECK_FALSE(fs::exists(clinic.data() / "settings.json"));
    clinic.enter_pin("3333");
    clinic.enter_pin("3333");
    CHECK(clinic.shell->ui_state().screen == app::Screen::welcome);
    CHECK(clinic.seal->sealed());
    clinic.tap("Not Zoe?");
    clinic.enter_pin("3333");
    CHECK(clinic.shell->ui_state().screen == app::Screen::home);
}

TEST_CASE("settings that cannot be read are told, and nobody gets the tablet") {
    Clinic clinic;
    std::ofstream(clinic.data() / "settings.json") << "{";
    clinic.start(60);
    CHECK(clinic.shows("settings.json"));
    clinic.tap("Close");
    clinic.tap("Hand over to Maya");
    CHECK(clinic.shows("settings.json"));
    CHECK(clinic.shell->ui_state().screen == app::Screen::home);
    CHECK_FALSE(clinic.seal->sealed());
}

TEST_CASE("a client's undo ends where the therapist's work begins") {
    Clinic clinic;
    clinic.tap("Open brief");
    clinic.tap("Figure of Maya");
    clinic.tap("Female");
    clinic.tap("Male");
    clinic.tap("Done");
    clinic.driver->press(Key::z, true); // the therapist takes "Male" back
    clinic.tap("Hand over to Maya");
    clinic.driver->press(Key::y, true);
    clinic.driver->press(Key::z, true);
    CHECK(clinic.on_disk().figure->variant == "female");
    clinic.tap("Start");
    clinic.tap_area("lower_leg_calf.l");
    REQUIRE(clinic.on_disk().marks.size() == 1);
    for (int i = 0; i < 3; ++i)
        clinic.driver->press(Key::z, true);
    CHECK(clinic.on_disk().marks.empty());
    CHECK(clinic.on_disk().figure->variant == "female");
    clinic.tap("Back to the therapist");
    clinic.enter_pin();
    clinic.driver->press(Key::z, true);
    CHECK_FALSE(clinic.on_disk().figure); // as before the therapist chose one
}

TEST_CASE("a tablet that nobody touches covers the map, and keeps what was half typed") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    clinic.tap_area("thigh_front_of_thigh.l");
    clinic.tap("Do not touch");
    clinic.tap("Note");
    clinic.driver->replay(engine::synthetic::type("Bruise", clinic.driver->now_s()));
    CHECK(clinic.on_disk().marks.back().note.empty());
    clinic.driver->rest(119);
    CHECK(clinic.node("Tap to go on") == nullptr);
    clinic.driver->rest(2);
    REQUIRE(clinic.node("Tap to go on") != nullptr);
    CHECK(clinic.shell->tree().nodes().size() == 1);
    CHECK(clinic.shell->body().figures.empty());
    CHECK(clinic.shell->wait_s(clinic.driver->now_s()) > 3600); // nothing is drawn until midnight
    CHECK(clinic.on_disk().marks.back().note == "Bruise");

    const std::string before =
        engine::read_file(clinic.store->session_file(clinic.shell->document().id), 1 << 20).value();
    clinic.driver->tap_at({400, 400}); // where the body is
    CHECK(clinic.node("Tap to go on") == nullptr);
    CHECK(clinic.node("body") != nullptr);
    CHECK(clinic.shows("Bruise"));
    CHECK(engine::read_file(clinic.store->session_file(clinic.shell->document().id), 1 << 20)
              .value() == before);
    clinic.driver->rest(121);
    CHECK(clinic.node("Tap to go on") != nullptr);
    clinic.driver->press(Key::z, true); // wakes and does nothing else
    CHECK(clinic.node("body") != nullptr);
    CHECK(clinic.on_disk().marks.back().note == "Bruise");
}

TEST_CASE("the therapist's own screens are never covered") {
    Clinic clinic;
    clinic.driver->rest(400);
    CHECK(clinic.node("Tap to go on") == nullptr);
    clinic.tap("Open brief");
    clinic.driver->rest(400);
    CHECK(clinic.shell->ui_state().screen == app::Screen::brief);
    CHECK(clinic.node("Tap to go on") == nullptr);
}
