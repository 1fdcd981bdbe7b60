#include "args/command_line.hpp"
#include "atlas_check/check.hpp"
#include "mesh/mesh_shape.hpp"

#include <cstdio>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace {

using atlas_check::BodyReport;
using std::filesystem::path;

enum ExitCode { success = 0, failure = 1 };

struct Files {
    std::string atlas;
    std::vector<path> bodies;
};

engine::CommandLine command_line(Files &files) {
    constexpr const char *missing = "Name the atlas and at least one mesh.";
    return {
        .program = "atlas-check",
        .about =
            "Does the atlas fit the baked bodies? Every region must exist once, have skin or "
            "lie under some, be a mesh's part and the other way round, fit a fingertip from "
            "nearest, and be as large on the left as on the right (2 %). Prints a sentence for "
            "each offence.",
        .arguments = {{"ATLAS", "", "atlas.json", &files.atlas, missing},
                      {"BODY", "",
                       "meshes that bake wrote (NAME.mesh), each with other shapes of it behind it "
                       "(NAME.shape)",
                       &files.bodies, missing}},
        .end = "Exit code 1 when there is an offence.",
        .check =
            [&files] {
                const bool good = files.bodies.front().extension() != ".shape";
                return std::string(good ? "" : "The first body has to be a mesh, not a shape.");
            },
    };
}

/// What was found in all bodies so far.
struct Findings {
    int bodies = 0;
    bool good = true;
    BodyReport nearest_to_limits;

    void add(const BodyReport &report) {
        tell(report.wrong);
        BodyReport &all = nearest_to_limits;
        if (bodies++ == 0 || report.smallest_px2 < all.smallest_px2) {
            all.smallest = report.smallest;
            all.smallest_px2 = report.smallest_px2;
        }
        if (report.uneven_percent > all.uneven_percent) {
            all.most_uneven = report.most_uneven;
            all.uneven_percent = report.uneven_percent;
        }
    }
    void tell(const std::vector<std::string> &sentences) {
        for (const std::string &sentence : sentences)
            std::fprintf(stderr, "atlas-check: %s\n", sentence.c_str());
        good = good && sentences.empty();
    }
};

engine::Result<engine::Done> check_files(const app::Atlas &atlas, const std::vector<path> &files,
                                         Findings &findings) {
    engine::PartMesh mesh;
    for (const path &file : files) {
        if (file.extension() == ".shape") {
            const auto shape = engine::read_mesh_shape(file, mesh);
            if (!shape)
                return shape.error();
            engine::set_shape(mesh, *shape, *shape, 0);
        } else {
            auto read = engine::read_part_mesh(file);
            if (!read)
                return read.error();
            mesh = std::move(read).value();
        }
        findings.add(atlas_check::check_body(atlas, mesh, file.filename().string()));
    }
    return engine::Done{};
}

int complain(const engine::Error &error) {
    std::fprintf(stderr, "atlas-check: %s\n", error.message.c_str());
    return failure;
}

} // namespace

int main(int argc, char **argv) {
    Files files;
    if (const auto exit = engine::answer(command_line(files), argc, argv))
        return *exit;
    const auto atlas = app::Atlas::load(files.atlas);
    if (!atlas)
        return complain(atlas.error());
    Findings findings;
    findings.tell(atlas_check::check_atlas(*atlas));
    const auto done = check_files(*atlas, files.bodies, findings);
    if (!done)
        return complain(done.error());
    const BodyReport &limits = findings.nearest_to_limits;
    std::printf(
        "%zu regions in %d bodies. Smallest: %s with %.0f px^2. Left and right differ by at "
        "most %.2f %%%s%s.\n",
        atlas->regions().size(), findings.bodies, limits.smallest.c_str(), limits.smallest_px2,
        limits.uneven_percent, limits.most_uneven.empty() ? "" : ", at ",
        limits.most_uneven.c_str());
    return findings.good ? success : failure;
}
