/// The whole program without a window: demo clinic in a temporary folder, screens, a Driver.
#pragma once

#include "catch.hpp"
#include "session/demo_clinic.hpp"
#include "store/record/folder_store.hpp"
#include "temp_folder.hpp"
#include "tours/driver.hpp"

#include <random>

namespace test {

inline engine::Timestamp today() {
    return engine::timestamp({2026, 11, 20, 16, 50, 0, 0}, 60);
}

/// Read once for all tests of a program. The body takes the shape that the last frame asked for.
inline const app::Resources &resources() {
    static const auto loaded = app::load_resources(PALPATE_SHARE_DIR, app::BodyDetail::fast);
    REQUIRE(loaded.ok());
    return **loaded;
}

struct ClinicOptions {
    glm::vec2 size{1280, 800};
    int text_scale = 100;
    bool demo = true;
    app::Actor actor = {}; ///< without a clock nothing is noted in the audit log
};

class Clinic {
  public:
    explicit Clinic(const ClinicOptions &options = {}) : options_(options) {
        auto opened = app::FolderStore::open(data(), resources().atlas, options.actor);
        REQUIRE(opened.ok());
        store = std::make_unique<app::FolderStore>(std::move(*opened));
        if (options.demo) {
            REQUIRE(app::create_demo_clinic(*store, resources().atlas, resources().catalog, today())
                        .ok());
            REQUIRE(app::set_example_pin(*store).ok());
        }
        start(0);
    }

    /// The program ends and is started again, `later_s` after the first start.
    void start(double later_s) {
        engine::Timestamp wall = today();
        wall.unix_ms += static_cast<std::int64_t>(later_s * 1000);
        auto ui_made = engine::ui::Ui::create(
            {std::filesystem::path(PALPATE_SHARE_DIR) / "fonts", options_.text_scale, false, true});
        REQUIRE(ui_made.ok());
        ui = std::move(*ui_made);
        seal = std::make_unique<app::Seal>(*store, app::quick_pin_limits, app::ClockTimes{0, wall});
        workspace = std::make_unique<app::Workspace>(*store, resources().atlas);
        shell = std::make_unique<app::Shell>(
            resources(), *ui, *workspace, *seal,
            app::Shell::Config{folder.path() / "summaries",
                               [engine = std::mt19937_64(7)]() mutable { return engine(); }});
        driver = std::make_unique<app::Driver>(*shell, *ui, nullptr, options_.size, wall);
    }

    void tap(std::string_view name) { must(driver->tap(name)); }
    void tap_area(std::string_view area) {
        must(driver->tap_area(area, resources().body->places()));
    }
    /// On the pad that is open.
    void enter_pin(std::string_view pin = app::example_pin) { must(driver->enter_pin(pin)); }
    void level(std::string_view slider, int level) { must(driver->set_level(slider, level)); }
    void type(std::string_view field, std::string_view words) { must(driver->type(field, words)); }

    /// Maya, who was here before, or somebody new, at the map.
    void begin_returning() {
        tap("Hand over to Maya");
        tap("Start");
    }
    void begin_new() {
        tap("New session");
        type("Client's name", "Noor Haddad");
        tap("Start");
        tap("Hand over to Noor");
        tap("Start");
    }
    /// From the map to the last page of the client, by the buttons that lead on.
    void to_check() {
        for (int pages = 0; pages < 3 && shell->ui_state().screen != app::Screen::check; ++pages)
            tap(next());
    }
    /// And back to the therapist.
    void hand_back() {
        to_check();
        tap("Yes, hand it back");
        tap("I am the therapist");
        enter_pin();
    }

    /// The open session as it lies on the disk.
    app::Document on_disk() const {
        auto loaded = store->load(shell->document().id);
        REQUIRE(loaded.ok());
        return *loaded;
    }
    /// Of all clients, in the order of the shelf.
    std::vector<app::Document> all_sessions() const {
        const auto shelf = store->shelf({.now = today()});
        REQUIRE(shelf.ok());
        std::vector<app::Document> all;
        for (const app::ClientRow &row : shelf->clients) {
            const auto own = store->sessions_of(row.client.id);
            REQUIRE(own.ok());
            all.insert(all.end(), own->begin(), own->end());
        }
        return all;
    }
    const engine::ui::Node *node(std::string_view name) const { return shell->tree().find(name); }
    /// Whether some of these words can be read anywhere.
    bool shows(std::string_view words) const {
        for (const engine::ui::Node &node : shell->tree().nodes())
            if (node.name.find(words) != std::string::npos ||
                node.value.find(words) != std::string::npos)
                return true;
        return false;
    }
    std::filesystem::path data() const { return folder.path() / "clinic"; }

    TempFolder folder;
    std::unique_ptr<engine::ui::Ui> ui;
    std::unique_ptr<app::FolderStore> store;
    std::unique_ptr<app::Workspace> workspace;
    std::unique_ptr<app::Seal> seal;
    std::unique_ptr<app::Shell> shell;
    std::unique_ptr<app::Driver> driver;

  private:
    ClinicOptions options_;

    std::string next() const {
        for (const engine::ui::Node &node : shell->tree().nodes())
            if (node.takes_input && node.name.starts_with("Next"))
                return node.name;
        return "a button that leads on";
    }

    static void must(const engine::Result<engine::Done> &step) {
        INFO((step.ok() ? std::string() : step.error().message));
        REQUIRE(step.ok());
    }
};

} // namespace test
