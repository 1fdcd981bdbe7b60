#include "bake/family.hpp"
#include "bake/obj.hpp"
#include "bake/options.hpp"
#include "bake/survey.hpp"
#include "base/file.hpp"
#include "base/share.hpp"

#include <cstdio>
#include <filesystem>

namespace {

enum ExitCode { success = 0, failure = 1 };

engine::Result<std::filesystem::path> body_file(const bake::Options &options) {
    if (!options.body.empty())
        return options.body;
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    return *share / "body" / "body.json";
}

engine::Result<engine::Done> print_measures(const engine::PartMesh &mesh,
                                            const bake::Options &options,
                                            const std::filesystem::path &survey_file) {
    const auto measures = bake::measure_body(mesh);
    if (!measures)
        return measures.error();
    if (options.measure)
        std::fputs(bake::measures_csv(*measures).c_str(), stdout);
    if (options.compare) {
        const auto survey = bake::read_survey(survey_file, options.variant);
        if (!survey)
            return survey.error();
        const auto rows = bake::compare(*measures, *survey);
        std::fputs(bake::comparison_table(options.variant, rows, bake::body_size(mesh)).c_str(),
                   stdout);
    }
    return engine::Done{};
}

engine::Result<engine::Done> run(const bake::Options &options) {
    const auto file = body_file(options);
    if (!file)
        return file.error();
    const auto data = bake::read_body_data(*file);
    if (!data)
        return data.error();
    if (!options.family.empty()) {
        const auto family = bake::bake_family(*data, {});
        return family ? bake::write_family(*family, options.family) : family.error();
    }
    const auto mesh = bake::bake_figure(*data, options.variant, options.build, options.fast, {});
    if (!mesh)
        return mesh.error();
    if (!options.out.empty())
        if (auto written = engine::write_part_mesh(*mesh, options.out); !written)
            return written;
    if (!options.obj.empty())
        if (auto written = engine::write_file_durably(options.obj, bake::obj_text(*mesh)); !written)
            return written;
    if (options.measure || options.compare)
        return print_measures(*mesh, options, file->parent_path() / "ansur2.csv");
    return engine::Done{};
}

} // namespace

int main(int argc, char **argv) {
    bake::Options options;
    if (const auto exit = engine::answer(bake::command_line(options), argc, argv))
        return *exit;
    const auto done = run(options);
    if (!done) {
        std::fprintf(stderr, "bake: %s\n", done.error().message.c_str());
        return failure;
    }
    return success;
}
