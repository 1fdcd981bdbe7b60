// What the program says when files or folders are not as they should be: calm cards, nothing lost.

#include "base/file.hpp"
#include "clinic.hpp"
#include "model/session/document_json.hpp"

#include <algorithm>

using test::Clinic;

namespace {

bool shows(const Clinic &clinic, std::string_view words) {
    const auto &nodes = clinic.shell->tree().nodes();
    return std::any_of(nodes.begin(), nodes.end(), [&](const engine::ui::Node &node) {
        return node.name.find(words) != std::string::npos ||
               node.value.find(words) != std::string::npos;
    });
}

std::filesystem::path sessions(const Clinic &clinic) {
    return clinic.folder.path() / "clinic" / "sessions";
}

// Everybody can write everywhere as root, so the folder is replaced by a file.
void break_folder(const Clinic &clinic) {
    std::filesystem::rename(sessions(clinic), clinic.folder.path() / "away");
    REQUIRE(engine::write_file_durably(sessions(clinic), "not a folder").ok());
}

void mend_folder(const Clinic &clinic) {
    std::filesystem::remove(sessions(clinic));
    std::filesystem::rename(clinic.folder.path() / "away", sessions(clinic));
}

} // namespace

TEST_CASE("a mark that cannot be saved is told at once, kept, and saved when the folder is back") {
    Clinic clinic;
    clinic.tap("Hand over to Maya");
    clinic.tap("Start");
    break_folder(clinic);
    clinic.tap_area("lower_leg_calf.l");
    CHECK(shows(clinic, "This is not saved yet"));
    CHECK(clinic.shell->document().marks.size() == 1);

    mend_folder(clinic);
    CHECK(clinic.on_disk().marks.empty());
    clinic.tap("Try again");
    CHECK_FALSE(shows(clinic, "This is not saved yet"));
    CHECK(shows(clinic, "Saved"));
    CHECK(clinic.on_disk().marks.size() == 1);
}

TEST_CASE("broken files and files from the future are named on the home screen and left alone") {
    const std::string broken = "{\"format\": \"palpate-session\", ";
    Clinic clinic;
    std::string future = app::to_json(clinic.all_sessions().front());
    const auto version = future.find("\"version\": 2"), stage = future.find("\"closed\"");
    REQUIRE(version != std::string::npos);
    REQUIRE(stage != std::string::npos);
    future.replace(stage, 8, "\"framed\""); // what this version cannot know
    future.replace(version, 12, "\"version\": 7");
    const auto broken_file = sessions(clinic) / "01a00000-0000-7000-8000-000000000001.json";
    const auto future_file = sessions(clinic) / "01a00000-0000-7000-8000-000000000002.json";
    REQUIRE(engine::write_file_durably(broken_file, broken).ok());
    REQUIRE(engine::write_file_durably(future_file, future).ok());

    clinic.shell->go_to(app::Screen::home);
    clinic.driver->settle();
    CHECK(clinic.workspace->shelf().unreadable.size() == 2);
    CHECK(shows(clinic, "A session cannot be opened"));
    CHECK(shows(clinic, "newer Palpate"));
    CHECK(*engine::read_file(broken_file, 1 << 20) == broken);
    CHECK(*engine::read_file(future_file, 1 << 20) == future);
}

TEST_CASE("words that do not fit are never cut on the client's screens at 100 percent") {
    for (const glm::vec2 size : {glm::vec2{1280, 800}, glm::vec2{1024, 768}}) {
        Clinic clinic({.size = size});
        const auto all_fit = [&] {
            for (const engine::ui::Node &node : clinic.shell->tree().nodes()) {
                INFO(node.name << " at " << size.x << "x" << size.y);
                CHECK_FALSE(node.clipped_text);
            }
        };
        clinic.tap("Hand over to Maya");
        all_fit();
        clinic.tap("Start");
        all_fit();
        clinic.tap_area("lower_leg_calf.l");
        clinic.level("Pain level", 6);
        all_fit();
        clinic.tap("Done");
        all_fit();
        clinic.to_check();
        all_fit();
    }
}
