#include "base/csv.hpp"
#include "commands.hpp"
#include "model/atlas/snomed.hpp"

#include <cstdio>

namespace cli {

namespace {

constexpr std::string_view usage =
    "Usage: palpate-cli regions --csv [--snomed FILE]\n\n"
    "Prints the atlas as CSV (RFC 4180, UTF-8): a header, then one row per structure and side.\n"
    "Columns: id, base_id, side, zone, area_id, area, area_anatomical, common, anatomical, latin,\n"
    "kind, layer, tier, views, contact, under, depth, fma_id, fma_match, fma_scope, uberon_id,\n"
    "uberon_match, choir_segments, wpi_area, wpi_basis; with --snomed also snomed_code. New "
    "columns\n"
    "will come at the end. A semicolon parts the values of a list. depth is 1 for structures with\n"
    "skin of their own, else how deep they lie under those named in `under`.\n"
    "  --csv          the only format so far\n"
    "  --snomed FILE  codes of a clinic that has a SNOMED CT licence: a CSV file with the columns\n"
    "                 region_id,snomed_code; ids and check digits are checked\n";

std::string list(const std::vector<std::string> &values) {
    std::string joined;
    for (const std::string &value : values)
        joined += (joined.empty() ? "" : ";") + value;
    return joined;
}

std::vector<std::string> header(bool with_snomed) {
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

std::vector<std::string> row(const app::Region &region, const app::Area &area) {
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
            list(region.views),
            std::string(app::name_of(region.contact)),
            list(region.under),
            std::to_string(region.depth),
            region.fma.id,
            region.fma.match,
            region.fma.scope,
            region.uberon.id,
            region.uberon.match,
            list(region.choir),
            region.wpi,
            region.wpi_basis};
}

void print(const app::Atlas &atlas, const app::SnomedCodes *codes) {
    std::string out = engine::csv_line(header(codes != nullptr));
    for (const app::Region &region : atlas.regions()) {
        std::vector<std::string> fields = row(region, *atlas.area(region.area));
        if (codes != nullptr) {
            const auto found = codes->find(region.id);
            fields.push_back(found != codes->end() ? found->second : "");
        }
        out += engine::csv_line(fields);
    }
    std::fwrite(out.data(), 1, out.size(), stdout);
}

} // namespace

int regions_command(Args args) {
    std::vector<std::string> rest;
    std::string snomed_file;
    bool csv = false;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (args[i] == "--csv")
            csv = true;
        else if (args[i] == "--snomed" && i + 1 < args.size())
            snomed_file = args[++i];
        else if (args[i] == "--snomed")
            return complain_usage("--snomed needs a file.", usage);
        else
            rest.push_back(args[i]);
    }
    const auto parsed = parse(rest);
    if (!parsed)
        return complain_usage(parsed.error().message, usage);
    if (parsed->help)
        return show_usage(usage);
    if (!csv || parsed->json || !parsed->files.empty())
        return complain_usage("Say regions --csv.", usage);
    const auto atlas = load_atlas();
    if (!atlas)
        return complain(atlas.error().message, failed);
    if (snomed_file.empty()) {
        print(*atlas, nullptr);
        return done;
    }
    const auto codes = app::read_snomed(snomed_file, *atlas);
    if (!codes)
        return complain(codes.error().message, failed);
    print(*atlas, &*codes);
    return done;
}

} // namespace cli
