/// The whole program over a clinic that is encrypted, without a window.
#pragma once

#include "clinic.hpp"

namespace test {

inline constexpr std::string_view passphrase = "four quiet green trees";

/// A program whose clinic can be encrypted, with a demo in it; `sealed`: a client has the tablet.
struct ProtectedClinic {
    explicit ProtectedClinic(bool sealed = false, engine::Timestamp at = today()) : wall(at) {
        auto store = app::FolderStore::open(folder.path(), resources().atlas);
        REQUIRE(store.ok());
        REQUIRE(app::create_demo_clinic(*store, resources().atlas, resources().catalog, at).ok());
        REQUIRE(app::set_example_pin(*store).ok());
        if (sealed)
            REQUIRE(store->keep_tablet({.sealed_session = a_session()}).ok());
    }
    std::string a_session() const {
        return std::filesystem::directory_iterator(folder.path() / "sessions")->path().stem();
    }
    void encrypt() {
        app::ClinicFiles files = app::ClinicFiles::open(folder.path()).value();
        const auto words = files.begin_encryption(passphrase, app::quick_passphrase_cost);
        REQUIRE(words.ok());
        recovery = words->text();
        REQUIRE(files.finish_change().ok());
        REQUIRE(files.note_recovery_told().ok());
    }
    void start(engine::ui::UiConfig config = {}, glm::vec2 size = {1280, 800}) {
        config.fonts = std::filesystem::path(PALPATE_SHARE_DIR) / "fonts";
        config.reduce_motion = true;
        auto ui = engine::ui::Ui::create(config);
        REQUIRE(ui.ok());
        program.ui = std::move(*ui);
        auto loaded = app::load_resources(PALPATE_SHARE_DIR, app::BodyDetail::fast);
        REQUIRE(loaded.ok());
        program.resources = std::move(*loaded);
        program.config.clinic = folder.path();
        program.config.passphrase_cost = app::quick_passphrase_cost;
        program.config.random = [engine = std::mt19937_64(7)]() mutable { return engine(); };
        REQUIRE(app::close_clinic(program).ok());
        driver = std::make_unique<app::Driver>(program, nullptr, size, wall);
    }
    void tap(std::string_view name) {
        const auto done = driver->tap(name);
        INFO((done.ok() ? "" : done.error().message));
        REQUIRE(done.ok());
    }
    void type(std::string_view field, std::string_view words) {
        REQUIRE(driver->type(field, words).ok());
    }
    bool shows(std::string_view words) const {
        for (const engine::ui::Node &node : program.ui->tree().nodes())
            if (node.name.find(words) != std::string::npos ||
                node.value.find(words) != std::string::npos)
                return true;
        return false;
    }

    TempFolder folder;
    engine::Timestamp wall;
    std::string recovery;
    app::Program program;
    std::unique_ptr<app::Driver> driver;
};

} // namespace test
