#include "catch.hpp"
#include "rules.hpp"
#include "temp_folder.hpp"

#include <fstream>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

/// A small tree in a folder of its own, removed at the end.
class PlantedTree {
  public:
    void plant(const fs::path &file, const std::string &text) const {
        fs::create_directories((folder_.path() / file).parent_path());
        std::ofstream(folder_.path() / file) << text;
    }
    arch::Report report() const { return arch::check_tree(folder_.path()); }
    std::vector<std::string> rooms() const { return arch::check_rooms(folder_.path()); }

  private:
    test::TempFolder folder_;
};

/// The only finding that a file with this text gives; "" when there is none.
std::string finding(const fs::path &file, const std::string &text) {
    const PlantedTree tree;
    tree.plant(file, text);
    const auto report = tree.report();
    REQUIRE(report.files == 1);
    REQUIRE(report.findings.size() <= 1);
    return report.findings.empty() ? "" : report.findings[0].what;
}

} // namespace

TEST_CASE("the sources keep the rules") {
    const auto report = arch::check_tree(PALPATE_SOURCE_DIR);
    CHECK(report.files > 50);
    for (const auto &found : report.findings)
        FAIL_CHECK(found.file << ":" << found.line << ": " << found.what);
}

TEST_CASE("the table of rooms is what the includes are, without circles") {
    for (const std::string &wrong : arch::check_rooms(PALPATE_SOURCE_DIR))
        FAIL_CHECK(wrong);
}

TEST_CASE("a room that the map lacks, a use that one of them lacks and a circle are found") {
    const PlantedTree tree;
    tree.plant("ARCHITECTURE.md", "| room | uses | what |\n| --- | --- | --- |\n"
                                  "| model/atlas | | places |\n"
                                  "| model/session | atlas text | the document |\n");
    tree.plant("app/model/atlas/atlas.hpp", "#include \"model/session/document.hpp\"\n");
    tree.plant("app/model/session/document.hpp", "#include \"model/atlas/atlas.hpp\"\n"
                                                 "#include \"model/session/mark.hpp\"\n");
    tree.plant("app/model/text/phrases.hpp", "#include <string>\n");
    CHECK(tree.rooms() ==
          std::vector<std::string>{"ARCHITECTURE.md lacks that model/atlas uses model/session",
                                   "ARCHITECTURE.md lacks the room model/text",
                                   "the code lacks that model/session uses model/text",
                                   "model/atlas uses itself in a circle",
                                   "model/session uses itself in a circle"});
}

TEST_CASE("a finding names the file and the line") {
    const PlantedTree tree;
    tree.plant("engine/base/a.cpp", "#include <vector>\n\nint client;\n");
    tree.plant("engine/base/b.cpp", "int x;\n");
    const auto report = tree.report();
    CHECK(report.files == 2);
    REQUIRE(report.findings.size() == 1);
    CHECK(report.findings[0] ==
          arch::Finding{"engine/base/a.cpp", 3, "engine/ must not know the word \"client\""});
}

TEST_CASE("engine/ cannot include app/") {
    CHECK(finding("engine/base/a.hpp", "#include \"model/document.hpp\"\n") ==
          "engine/ must not include model/document.hpp");
    CHECK(finding("engine/host/a.cpp", "#include \"shell/frame.hpp\"\n") ==
          "engine/host/ must not include shell/frame.hpp");
    CHECK(finding("engine/mesh/a.hpp", "#include \"math/rect.hpp\"\n").empty());
}

TEST_CASE("each folder includes only what its target may know") {
    CHECK(finding("engine/math/a.cpp", "#include <SDL.h>\n") == "engine/ must not include SDL.h");
    CHECK(finding("engine/ui/a.cpp", "#include <glad/gl.h>\n") ==
          "engine/ui/ must not include glad/gl.h");
    CHECK(finding("app/model/a.cpp", "#include \"ui/widgets.hpp\"\n") ==
          "app/model/ must not include ui/widgets.hpp");
    CHECK(finding("app/screens/a.cpp", "#include \"render/body_renderer.hpp\"\n") ==
          "app/screens/ must not include render/body_renderer.hpp");
    CHECK(finding("app/export/a.cpp", "#include <imgui.h>\n") ==
          "app/export/ must not include imgui.h");
    for (const char *folder : {"records", "session", "screens", "export", "shell"})
        CHECK(finding("app/" + std::string(folder) + "/a.cpp",
                      "#include \"store/record/folder_store.hpp\"\n") ==
              "app/" + std::string(folder) + "/ must not include store/record/folder_store.hpp");
    CHECK(finding("tools/cli/a.cpp", "#include \"screens/home.hpp\"\n") ==
          "a tool must not know the screens");

    CHECK(finding("engine/host/a.cpp", "#include <SDL.h>\n").empty());
    CHECK(finding("app/export/a.cpp", "#include <cairo.h>\n#include <cmath>\n").empty());
    CHECK(finding("app/model/a.cpp", "#include <nlohmann/json.hpp>\n").empty());
    CHECK(finding("app/shell/program.cpp", "#include \"store/record/folder_door.hpp\"\n").empty());
    CHECK(finding("app/main.cpp", "#include \"shell/frame.hpp\"\n").empty());
}

TEST_CASE("engine/ has no word of the domain, in code or in comments") {
    CHECK(finding("engine/ui/a.cpp", "// the Session's colour\n") ==
          "engine/ must not know the word \"session\"");
    CHECK(finding("engine/ui/a.cpp", "int openPain_level;\n") ==
          "engine/ must not know the word \"pain\"");
    CHECK(finding("engine/ui/CMakeLists.txt", "# for therapists\n") ==
          "engine/ must not know the word \"therapist\"");
    CHECK(finding("engine/ui/a.cpp", "void paint(); // painted, impatient\n").empty());
    CHECK(finding("engine/gl/a.cpp", "glClientWaitSync(sync, 0, 0);\n").empty());
    CHECK(finding("app/model/a.cpp", "int pain;\n").empty());
}

TEST_CASE("no note for later and no path of one machine stays") {
    CHECK(finding("app/model/a.cpp", "// TODO: later\n") == "a note for later: file it or do it");
    CHECK(finding("cmake/a.cmake", "# FIXME\n") == "a note for later: file it or do it");
    CHECK(finding("tools/lib/a.sh", "cd /home/ada\n") == "a path of one machine");
    CHECK(finding("app/shell/a.cpp", "open(\"/tmp/x\");\n") == "a path of one machine");
    CHECK(finding("tests/core/a.cpp", "open(\"/root/x\");\n") == "a path of one machine");
    CHECK(finding("tests/core/a.cpp", "open(\"/tmp/x\"); // /home/ada\n").empty());
    CHECK(finding("app/shell/a.cpp", "folder / \"home/x\"; a /root_units;\n").empty());
}

TEST_CASE("a test that would never be run is found") {
    const std::string ends = "\") {\n";
    CHECK(finding("tests/core/a.cpp", "TEST_CASE(\"one; two" + ends) ==
          "a test whose name has a semicolon is never run");
    CHECK(finding("tests/core/a.cpp", "TEST_CASE(\n    \"one; two" + ends) != "");
    CHECK(finding("tests/core/a.cpp", "TEST_CASE(\"one, two" + ends).empty());
}

TEST_CASE("words are found within identifiers") {
    using Words = std::vector<std::string>;
    CHECK(arch::words_of("openClient_id(x2);") == Words{"open", "client", "id", "x"});
    CHECK(arch::words_of("SDL_Window glClear GL_LINES").empty());
}
