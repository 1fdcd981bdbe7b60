/// What the ANSUR II survey says about grown people, and how near a baked figure comes to it.
#pragma once

#include "bake/measure.hpp"

#include <filesystem>
#include <map>

namespace bake {

struct SurveyValue {
    float mean_mm = 0, sd_mm = 0;
};
using Survey = std::map<std::string, SurveyValue, std::less<>>; ///< by measure

/// Rows `measure,sex,mean_mm,sd_mm,n` for "male" or "female"; any other variant gets the average of
/// both. An Error names the line.
engine::Result<Survey> read_survey(const std::filesystem::path &file, std::string_view variant);
engine::Result<Survey> parse_survey(std::string_view csv, std::string_view variant);

struct Comparison {
    Measure measure;
    SurveyValue expected; ///< with the model's pose taken into account

    float error_percent() const { return (measure.mm / expected.mean_mm - 1) * 100; }
    float error_in_sd() const { return (measure.mm - expected.mean_mm) / expected.sd_mm; }
    bool good() const; ///< within 3 % or 1 SD
};
/// Of all measures that the survey has.
std::vector<Comparison> compare(const std::vector<Measure> &measures, const Survey &survey);

/// How large a figure is, and what skin the formula of Du Bois gives a person of that size.
struct BodySize {
    double litres, kilograms, skin_m2, du_bois_m2;

    double skin_error_percent() const { return (skin_m2 / du_bois_m2 - 1) * 100; }
};
BodySize body_size(const engine::PartMesh &mesh);

/// A Markdown table with a last line about the size.
std::string comparison_table(std::string_view figure, const std::vector<Comparison> &rows,
                             const BodySize &size);

} // namespace bake
