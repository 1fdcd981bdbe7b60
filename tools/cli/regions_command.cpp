#include "base/csv.hpp"
#include "commands.hpp"
#include "model/atlas/snomed.hpp"

#include <cstdio>
#include <string>
#include <vector>

namespace cli {

namespace {

std::string with_semicolons(const std::vector<std::string> &values) {
    std::string joined;
    for (const std::string &value : values)
        joined += (joined.empty() ? "" : ";") + value;
    return joined;
}

std::vector<std::string> atlas_columns(bool with_snomed) {
    std::vector<std::string> columns{
        "id",        "base_id",         "side",           "zone",       "area_id",
        "area",      "area_anatomical", "common",         "anatomical", "latin",
        "kind",      "layer",           "tier",           "views",      "contact",
        "under",     "depth",           "fma_id",         "fma_match",  "fma_scope",
        "uberon_id", "uberon_match",    "choir_segments", "wpi_area",   "wpi_basis"};
    if (with_snomed)
        columns.emplace_back("snomed_code");
    return columns;
}

std::vector<std::string> atlas_row(const app::Region &region, const app::Area &area) {
    return {region.id,
            region.base_id,
            std::string(app::name_of(region.side)),
            region.zone,
            area.id,
            area.name,
            area.anatomical,
            region.common,
            region.anatomical,
            region.latin,
            region.kind,
            region.layer,
            region.tier,
            with_semicolons(region.views),
            std::string(app::name_of(region.contact)),
            with_semicolons(region.under),
            std::to_string(region.depth),
            region.fma.id,
            region.fma.match,
            region.fma.scope,
            region.uberon.id,
            region.uberon.match,
            with_semicolons(region.choir),
            region.wpi,
            region.wpi_basis};
}

void print_atlas(const app::Atlas &atlas, const app::SnomedCodes *codes) {
    std::string out = engine::csv_line(atlas_columns(codes != nullptr));
    for (const app::Region &region : atlas.regions()) {
        std::vector<std::string> fields = atlas_row(region, *atlas.area(region.area));
        if (codes != nullptr) {
            const auto found = codes->find(region.id);
            fields.push_back(found != codes->end() ? found->second : "");
        }
        out += engine::csv_line(fields);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
}

} // namespace

Outcome regions_command(Args args) {
    std::string snomed_file;
    bool csv = false;
    const engine::CommandLine line{
        .program = "palpate-cli regions",
        .about =
            "Prints the atlas as CSV (RFC 4180, UTF-8): a header, then one row per structure "
            "and side.\n\n"
            "Columns: id, base_id, side, zone, area_id, area, area_anatomical, common, "
            "anatomical, latin, kind, layer, tier, views, contact, under, depth, fma_id, "
            "fma_match, fma_scope, uberon_id, uberon_match, choir_segments, wpi_area, "
            "wpi_basis; with --snomed also snomed_code. New columns will come at the end. A "
            "semicolon parts the values of a list. depth is 1 for structures with skin of their "
            "own, else how deep they lie under those named in \"under\".",
        .arguments =
            {{"--csv", "", "the only format so far", &csv, "Say regions --csv."},
             {"--snomed", "FILE",
              "codes of a clinic that has a SNOMED CT licence: a CSV file with the columns "
              "region_id,snomed_code; ids and check digits are checked",
              &snomed_file}},
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    if (snomed_file.empty()) {
        print_atlas(*atlas, nullptr);
        return done;
    }
    const auto codes = app::read_snomed(snomed_file, *atlas);
    if (!codes)
        return codes.error();
    print_atlas(*atlas, &*codes);
    return done;
}

} // namespace cli
