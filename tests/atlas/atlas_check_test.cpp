// Plants offences in the shipped atlas and in a shipped body; each one must be found.
#include "atlas_check/check.hpp"
#include "base/file.hpp"
#include "catch.hpp"
#include "temp_folder.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <set>
#include <sys/wait.h>

namespace {

using engine::PartMesh;
using engine::Tag;
using nlohmann::json;

const std::filesystem::path atlas_file = PALPATE_SOURCE_DIR "/assets/atlas/atlas.json";
const std::filesystem::path body_file = PALPATE_SHARE_DIR "/body/neutral-fast.mesh";

/// The shipped atlas after `change`, and where it was written.
class ChangedAtlas {
  public:
    explicit ChangedAtlas(const std::function<void(json &)> &change) {
        const auto text = engine::read_file(atlas_file, 1 << 24);
        REQUIRE(text.ok());
        json atlas = json::parse(*text);
        change(atlas);
        REQUIRE(engine::write_file_durably(file(), atlas.dump()).ok());
    }
    std::filesystem::path file() const { return folder_.path() / "atlas.json"; }
    engine::Result<app::Atlas> load() const { return app::Atlas::load(file()); }

  private:
    test::TempFolder folder_;
};

json &row(json &atlas, const char *list, const std::string &id) {
    for (json &item : atlas[list])
        if (item["id"] == id)
            return item;
    FAIL("the atlas has no " << id);
    return atlas;
}

app::Atlas shipped_atlas() {
    auto atlas = app::Atlas::load(atlas_file);
    REQUIRE(atlas.ok());
    return std::move(atlas).value();
}

PartMesh shipped_body() {
    auto mesh = engine::read_part_mesh(body_file);
    REQUIRE(mesh.ok());
    return std::move(mesh).value();
}

Tag left_tag(const PartMesh &mesh, const std::string &part) {
    const auto found = std::find(mesh.part_name.begin(), mesh.part_name.end(), part);
    REQUIRE(found != mesh.part_name.end());
    return static_cast<Tag>(2 * (found - mesh.part_name.begin()));
}

/// Gives all triangles of a part but the first `keep` to another part.
void give_away(PartMesh &mesh, Tag from, Tag to, std::size_t keep) {
    for (Tag &tag : mesh.tag)
        if (tag == from && keep > 0)
            --keep;
        else if (tag == from)
            tag = to;
}

bool contains(const std::vector<std::string> &sentences, const std::string &expected) {
    for (const std::string &sentence : sentences)
        UNSCOPED_INFO(sentence);
    return std::find(sentences.begin(), sentences.end(), expected) != sentences.end();
}

std::vector<std::string> wrong_with(const PartMesh &mesh) {
    return atlas_check::check_body(shipped_atlas(), mesh, "body").wrong;
}

/// The first sentence that begins so; empty when none does.
std::string beginning(const std::vector<std::string> &sentences, const std::string &start) {
    for (const std::string &sentence : sentences)
        if (sentence.starts_with(start))
            return sentence;
    return {};
}

} // namespace

TEST_CASE("the shipped atlas fits the shipped body") {
    const app::Atlas atlas = shipped_atlas();
    CHECK(atlas_check::check_atlas(atlas).empty());
    const auto report = atlas_check::check_body(atlas, shipped_body(), "body");
    for (const std::string &sentence : report.wrong)
        UNSCOPED_INFO(sentence);
    CHECK(report.wrong.empty());
    CHECK(report.smallest_px2 > 1800); // a fingertip is a circle of 48 px
    CHECK(report.smallest == "coccyx");
    CHECK(report.smallest_px2 < 12'000);
    CHECK(report.uneven_percent < .01); // the bake mirrors one half
}

TEST_CASE("an id that does not say its side is found") {
    const ChangedAtlas changed(
        [](json &atlas) { row(atlas, "regions", "patella.l")["base_id"] = "kneecap"; });
    const auto atlas = changed.load();
    REQUIRE(atlas.ok());
    const auto wrong = atlas_check::check_atlas(*atlas);
    CHECK(contains(wrong, "patella.l: its base_id and side make it kneecap.l."));
}

TEST_CASE("a missing side is found") {
    const ChangedAtlas changed([](json &atlas) {
        std::erase_if(atlas["regions"].get_ref<json::array_t &>(),
                      [](const json &region) { return region["id"] == "patella.r"; });
        for (json &area : atlas["areas"])
            std::erase_if(area["regions"].get_ref<json::array_t &>(),
                          [](const json &id) { return id == "patella.r"; });
    });
    const auto atlas = changed.load();
    REQUIRE(atlas.ok());
    CHECK(contains(atlas_check::check_atlas(*atlas),
                   "patella.l: the same place on the other side is missing."));
    CHECK(contains(atlas_check::check_body(*atlas, shipped_body(), "body").wrong,
                   "body: patella on the right: the atlas does not have this part."));
}

TEST_CASE("a region in no area, and one twice in an area, are found") {
    const ChangedAtlas changed([](json &atlas) {
        for (json &area : atlas["areas"]) {
            auto &regions = area["regions"].get_ref<json::array_t &>();
            const bool twice = std::erase(regions, "patella.l") > 0;
            if (std::find(regions.begin(), regions.end(), "patella.r") != regions.end() && !twice)
                regions.emplace_back("patella.r");
        }
    });
    const auto atlas = changed.load();
    REQUIRE(atlas.ok());
    const auto wrong = atlas_check::check_atlas(*atlas);
    CHECK(contains(wrong, "patella.l: no area lists it."));
    CHECK(contains(wrong, "patella.r: areas list it 2 times."));
}

TEST_CASE("a double id and a deep region without cover are refused with the atlas") {
    const ChangedAtlas doubled(
        [](json &atlas) { atlas["regions"].push_back(row(atlas, "regions", "patella.l")); });
    REQUIRE_FALSE(doubled.load().ok());
    CHECK(doubled.load().error().message.find("patella.l") != std::string::npos);
    const ChangedAtlas uncovered(
        [](json &atlas) { row(atlas, "regions", "popliteus.l").erase("under"); });
    REQUIRE_FALSE(uncovered.load().ok());
    CHECK(uncovered.load().error().message.find("popliteus.l") != std::string::npos);
}

TEST_CASE("a region without skin is found") {
    PartMesh mesh = shipped_body();
    give_away(mesh, left_tag(mesh, "patella"), left_tag(mesh, "knee_medial"), 0);
    CHECK(contains(wrong_with(mesh), "body: patella.l: it has no skin and is not deep."));
}

TEST_CASE("a part that the atlas does not have is found, and one that should be deep") {
    PartMesh mesh = shipped_body();
    mesh.part_name[left_tag(mesh, "patella") / 2] = "kneecap";
    CHECK(contains(wrong_with(mesh), "body: kneecap: the atlas does not have this part."));
    mesh.part_name[left_tag(mesh, "kneecap") / 2] = "popliteus";
    CHECK(contains(wrong_with(mesh),
                   "body: popliteus.l: the atlas says that it is deep, but it has skin."));
}

TEST_CASE("a right half of the midline is found, and a double part") {
    PartMesh mesh = shipped_body();
    const Tag sternum = left_tag(mesh, "sternum");
    give_away(mesh, sternum, static_cast<Tag>(sternum + 1), 20);
    CHECK(contains(wrong_with(mesh),
                   "body: sternum on the right: the atlas does not have this part."));
    mesh.part_name[left_tag(mesh, "patella") / 2] = "sternum";
    CHECK(contains(wrong_with(mesh), "body: sternum: two parts have this name."));
}

TEST_CASE("a region that is smaller than a fingertip is found") {
    PartMesh mesh = shipped_body();
    give_away(mesh, left_tag(mesh, "patella"), left_tag(mesh, "knee_medial"), 1);
    CHECK(beginning(wrong_with(mesh),
                    "body: patella.l: even from nearest it is smaller than a fingertip, ")
              .ends_with(" instead of 1809.6 px^2."));
}

TEST_CASE("sides that differ by more than 2 % are found, smaller differences are not") {
    // The left calf's skin, stretched about its middle.
    const auto stretched = [](float factor) {
        PartMesh mesh = shipped_body();
        const Tag tag = left_tag(mesh, "gastrocnemius_medial");
        std::set<std::uint32_t> skin;
        for (std::size_t i = 0; i < mesh.triangle.size(); ++i)
            if (mesh.tag[i] == tag)
                skin.insert(mesh.triangle[i].begin(), mesh.triangle[i].end());
        glm::vec3 middle{0};
        for (const std::uint32_t v : skin)
            middle += mesh.position[v] / static_cast<float>(skin.size());
        for (const std::uint32_t v : skin)
            mesh.position[v] = middle + factor * (mesh.position[v] - middle);
        return atlas_check::check_body(shipped_atlas(), mesh, "body");
    };
    CHECK(stretched(1.008f).wrong.empty()); // 1.6 % more skin

    const auto report = stretched(1.015f);
    CHECK(report.most_uneven == "gastrocnemius_medial");
    CHECK(report.uneven_percent == Approx(2.9).margin(.3));
    CHECK(beginning(report.wrong, "body: gastrocnemius_medial: left and right differ by ")
              .ends_with(" %, more than 2 %."));
}

TEST_CASE("the program ends with 1 when something is wrong, with 2 when it is asked wrongly") {
    const auto run = [](const std::string &arguments) {
        const int status = std::system(
            ("\"" PALPATE_BIN_DIR "/atlas-check\" " + arguments + " >/dev/null 2>&1").c_str());
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    };
    const std::string body = " '" + body_file.string() + "'";
    CHECK(run("'" + atlas_file.string() + "'" + body) == 0);
    const ChangedAtlas changed(
        [](json &atlas) { row(atlas, "regions", "patella.l")["base_id"] = "kneecap"; });
    CHECK(run("'" + changed.file().string() + "'" + body) == 1);
    CHECK(run("'" + atlas_file.string() + "' /no/such.mesh") == 1);
    CHECK(run("'" + atlas_file.string() + "'") == 2);
    CHECK(run("--help") == 0);
}
