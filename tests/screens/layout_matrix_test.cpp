// Every screen of the client in every window, at every size of words, in every language: nothing is
// cut off or covered, and fingers can hit it. Themes change no rectangle.
#include "base/uuid.hpp"
#include "clinic.hpp"
#include "layout_rules.hpp"
#include "model/text/language.hpp"

#include <set>

using namespace app;
using engine::ui::Ui;

namespace {

struct Setting {
    glm::vec2 size;
    int text_percent;
};

constexpr std::string_view client_name = "Maya Lindgren (example)", clinic_name = "Runners' Clinic";

/// Words outside the brackets that the pseudo language puts around all of its phrases.
bool untranslated(const std::string &name) {
    int depth = 0;
    int letters = 0;
    for (const char c : name) {
        depth += c == '[' ? 1 : c == ']' ? -1 : 0;
        letters = depth == 0 && std::isalpha(static_cast<unsigned char>(c)) ? letters + 1 : 0;
        if (letters > 1)
            return true;
    }
    return false;
}

/// Names of people, clinics and languages, and what the parts of a stepper are called.
bool is_given(const std::string &name) {
    return name == clinic_name || name == "English" || name == "Español" ||
           name.ends_with(" less") || name.ends_with(" more");
}

/// One client's session on a tablet, walked through by the words on the screen.
class Walk {
  public:
    Walk(Ui &ui, const Setting &setting, Language language)
        : ui_(ui), setting_(setting), language_(language) {
        auto opened = FolderStore::open(data(), test::resources().atlas);
        REQUIRE(opened.ok());
        store_ = std::make_unique<FolderStore>(std::move(*opened));
        REQUIRE(set_example_pin(*store_).ok());
        seal_ = std::make_unique<Seal>(*store_, quick_pin_limits, ClockTimes{0, test::today()});
        workspace_ = std::make_unique<Workspace>(*store_, test::resources().atlas);
        shell_ = std::make_unique<Shell>(
            test::resources(), ui, *workspace_, *seal_,
            Shell::Config{folder_.path() / "summaries", [this] { return random_(); }});
        driver_ = std::make_unique<Driver>(*shell_, ui, nullptr, setting.size, test::today());
    }

    /// A session of the client, `days` from today.
    void open_session(int days) {
        engine::Timestamp start = test::today();
        start.unix_ms += days * 86'400'000LL;
        OpenSession open;
        open.id = id();
        open.client = {client_, std::string(client_name), "1992-03-14", true, {}};
        open.appointment = {start, 60, SessionKind::regular, "2", {}};
        open.practice = {std::string(clinic_name), "Tom Reyes, LMT", "204417", {}};
        open.language = std::string(name_of(language_));
        REQUIRE(workspace_->start(open).ok());
    }

    void mark(const char *area, Channel channel, std::optional<int> level) {
        const std::string mark = id();
        dispatch(AddMark{mark, area, {}, channel, Author::client, Phase::before, test::today()});
        if (level)
            dispatch(SetMarkLevel{mark, *level});
    }
    void dispatch(const Command &command) {
        REQUIRE(workspace_->session().dispatch(command, {}).ok());
        driver_->settle();
    }

    void tap(std::string_view key) { tap_name(words()(key)); }
    void tap_name(std::string_view name) {
        if (const auto done = driver_->tap(name); !done.ok())
            tell("a tap", done.error().message);
    }
    /// Where large words have made it a row of a list, or have put it away.
    bool tap_if_there(std::string_view key) { return driver_->tap(words()(key)).ok(); }
    void type(std::string_view key, std::string_view text) {
        if (const auto done = driver_->type(words()(key), text); !done.ok())
            tell("typing", done.error().message);
    }
    void tap_card(std::string_view area) {
        const std::string title = test::resources().atlas.title(*test::resources().atlas.area(area),
                                                                Reader::client, words());
        std::string card;
        for (const engine::ui::Node &node : ui_.tree().nodes())
            if (node.role == engine::ui::Role::card && node.name.find(title) != std::string::npos)
                card = node.name;
        tap_name(card.empty() ? title : card);
    }
    void go_to(Screen screen) {
        shell_->go_to(screen);
        driver_->settle();
    }

    const Phrases &words() const { return test::resources().words(language_); }

    /// Looks at what is on the screen now.
    void look(const std::string &state) {
        driver_->settle();
        ++looks_;
        for (const std::string &defect : layout::defects(ui_))
            tell(state, defect);
        for (const engine::ui::Node &node : ui_.tree().nodes())
            if (language_ == Language::pseudo && node.role != engine::ui::Role::canvas &&
                !is_given(node.name) && untranslated(node.name))
                tell(state, "not in the catalogue: " + node.name);
    }
    int looks() const { return looks_; }

  private:
    void tell(const std::string &state, const std::string &defect) {
        if (told_.insert(defect).second) // once, though it stays through several states
            FAIL_CHECK(name_of(language_)
                       << " " << setting_.size.x << "x" << setting_.size.y << " "
                       << setting_.text_percent << " %, " << state << ": " << defect);
    }
    std::filesystem::path data() const { return folder_.path() / "clinic"; }
    std::string id() {
        const std::uint64_t a = random_();
        return engine::uuid7(test::today().unix_ms, a, random_());
    }

    test::TempFolder folder_;
    Ui &ui_;
    Setting setting_;
    Language language_;
    std::mt19937_64 random_{7};
    std::string client_ = id();
    std::unique_ptr<FolderStore> store_;
    std::unique_ptr<Seal> seal_;
    std::unique_ptr<Workspace> workspace_;
    std::unique_ptr<Shell> shell_;
    std::unique_ptr<Driver> driver_;
    std::set<std::string> told_;
    int looks_ = 0;
};

void look_at_finding(Walk &walk) {
    walk.tap("find.open");
    walk.look("find");
    walk.type("find.field", "a");
    walk.look("find, many");
    walk.type("find.field", "qqqq");
    walk.look("find, nothing");
    walk.tap("common.close");
    walk.tap("figure.yours");
    walk.look("figure");
    walk.tap("common.done");
}

void look_at_marking(Walk &walk, bool large) {
    walk.look("mark, nothing yet");
    if (walk.tap_if_there("stage.names")) {
        walk.look("mark, names");
        walk.tap("stage.names");
    }
    walk.tap("mark.paint");
    walk.look("paint");
    walk.tap("common.done");
    if (large) {
        walk.tap("mark.list");
        walk.look("mark, list with nothing yet");
    }
    look_at_finding(walk);
}

void look_at_marks(Walk &walk) {
    walk.mark("lower_leg_calf.l", Channel::pain, 6);
    walk.mark("upper_mid_back_between_shoulder_blades.r", Channel::tight, 10);
    walk.mark("neck_side_and_front_of_neck.l", Channel::avoid, {});
    walk.look("mark, three marks");
    walk.tap_card("lower_leg_calf.l");
    walk.look("sheet, pain");
    walk.tap("sheet.note");
    walk.look("sheet, note");
    walk.tap("sheet.copy");
    walk.look("sheet, copies");
    walk.tap("common.done");
    walk.tap_card("lower_leg_calf.l");
    walk.tap("channel.tight");
    walk.look("sheet, tight");
    walk.tap("channel.avoid");
    walk.look("sheet, avoid");
    walk.tap("sheet.remove");
    walk.look("mark, removed");
}

void look_at_pages(Walk &walk) {
    walk.go_to(Screen::questions);
    walk.look("questions");
    walk.tap("run.next_week");
    walk.look("questions, event");
    walk.tap("questions.change");
    walk.look("event");
    walk.tap("event.hour_known");
    walk.look("event, hour");
    walk.tap("common.done");
    walk.tap("health.rf1");
    walk.look("questions, health");
    walk.go_to(Screen::comfort);
    walk.look("comfort");
    walk.dispatch(SetPressure{2});
    walk.go_to(Screen::check);
    walk.look("check");
    walk.tap("check.yes");
    walk.look("thank you");
    walk.tap("client.to_therapist");
    walk.look("PIN");
}

/// The first session of somebody, and the next one, when the last map comes back.
void look_at_all(const Setting &setting) {
    auto ui = Ui::create(
        {std::filesystem::path(PALPATE_SHARE_DIR) / "fonts", setting.text_percent, false, true});
    REQUIRE(ui.ok());
    const bool large = setting.text_percent >= 150;
    for (const Language language : {Language::english, Language::spanish, Language::pseudo}) {
        Walk walk(**ui, setting, language);
        walk.open_session(-14);
        walk.mark("lower_leg_calf.r", Channel::pain, 6);
        walk.mark("thigh_hamstrings.l", Channel::avoid, {});
        walk.open_session(0);
        walk.go_to(Screen::welcome);
        walk.look("welcome");
        walk.tap("welcome.start");
        walk.look("mark, last map");
        if (large) {
            walk.tap("mark.list");
            walk.look("mark, list of the last map");
        }
        walk.tap("last.better");
        walk.look("sheet, better");
    }
    for (const Language language : {Language::english, Language::spanish, Language::pseudo}) {
        Walk walk(**ui, setting, language);
        walk.open_session(0);
        walk.go_to(Screen::mark);
        look_at_marking(walk, large);
        look_at_marks(walk);
        look_at_pages(walk);
        CHECK(walk.looks() >= 20);
    }
}

} // namespace

TEST_CASE("On a small tablet every screen of the client fits, at any size of words") {
    for (const int percent : {100, 150, 200})
        look_at_all({{1024, 768}, percent});
}

TEST_CASE("On a tablet every screen of the client fits, at any size of words") {
    for (const int percent : {100, 150, 200})
        look_at_all({{1280, 800}, percent});
}

TEST_CASE("On a large tablet every screen of the client fits, at any size of words") {
    for (const int percent : {100, 150, 200})
        look_at_all({{1920, 1200}, percent});
}
