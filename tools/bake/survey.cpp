#include "bake/survey.hpp"

#include "base/file.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

namespace bake {
namespace {

constexpr std::size_t max_survey_bytes = 1 << 20;

/// Takes everything before `end` off the front of the text; the whole of it without one.
std::string_view take_until(std::string_view &text, char end) {
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

std::optional<float> number(std::string_view text) {
    float value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size() || !(value > 0))
        return std::nullopt;
    return value;
}

std::string row(const Comparison &c) {
    char numbers[120];
    std::snprintf(numbers, sizeof numbers, " | %.0f | %.0f | %+.1f %% | %+.2f | %s | ",
                  double(c.measure.mm), double(c.expected.mean_mm), double(c.error_percent()),
                  double(c.error_in_sd()), c.good() ? "yes" : "no");
    return "| " + std::string(c.measure.name) + numbers + std::string(c.measure.how) + " |\n";
}

std::string totals(const std::vector<Comparison> &rows, const BodySize &size) {
    double errors = 0;
    int good = 0;
    for (const Comparison &comparison : rows) {
        errors += double(std::fabs(comparison.error_percent()));
        good += comparison.good();
    }
    char text[300];
    std::snprintf(text, sizeof text,
                  "\n%d of %zu within 3 %% or 1 SD, mean error %.1f %%. Volume %.1f l, %.1f kg at "
                  "1.01 kg/l. Skin %.3f m2, by Du Bois %.3f m2 (%+.1f %%).\n",
                  good, rows.size(), rows.empty() ? 0 : errors / double(rows.size()), size.litres,
                  size.kilograms, size.skin_m2, size.du_bois_m2, size.skin_error_percent());
    return text;
}

} // namespace

engine::Result<Survey> parse_survey(std::string_view csv, std::string_view variant) {
    constexpr std::string_view header = "measure,sex,mean_mm,sd_mm,n";
    if (take_until(csv, '\n') != header)
        return engine::Error{"Line 1 must be " + std::string(header) + "."};
    const bool one_sex = variant == "male" || variant == "female";
    const float weight = one_sex ? 1 : .5f;
    Survey survey;
    for (int line = 2; !csv.empty(); ++line) {
        std::string_view columns = take_until(csv, '\n');
        const std::string_view measure = take_until(columns, ','), sex = take_until(columns, ',');
        const auto mean = number(take_until(columns, ',')), sd = number(take_until(columns, ','));
        if (measure.empty() || (sex != "male" && sex != "female") || !mean || !sd)
            return engine::Error{"Line " + std::to_string(line) +
                                 " needs a measure, male or female, and two numbers above 0."};
        if (one_sex && sex != variant)
            continue;
        SurveyValue &value = survey[std::string(measure)];
        value.mean_mm += weight * *mean;
        value.sd_mm += weight * *sd;
    }
    return survey;
}

engine::Result<Survey> read_survey(const std::filesystem::path &file, std::string_view variant) {
    const auto csv = engine::read_file(file, max_survey_bytes);
    if (!csv)
        return csv.error();
    auto survey = parse_survey(*csv, variant);
    if (!survey)
        return engine::Error{file.string() + ": " + survey.error().message};
    return survey;
}

bool Comparison::good() const {
    return std::fabs(error_percent()) <= 3 || std::fabs(error_in_sd()) <= 1;
}

std::vector<Comparison> compare(const std::vector<Measure> &measures, const Survey &survey) {
    std::vector<Comparison> rows;
    for (const Measure &measure : measures)
        if (const auto value = survey.find(measure.name); value != survey.end())
            rows.push_back(
                {measure, {value->second.mean_mm + measure.pose_mm, value->second.sd_mm}});
    return rows;
}

BodySize body_size(const engine::PartMesh &mesh) {
    double mm2 = 0, mm3 = 0;
    float low = 1e9f, high = -1e9f;
    for (const auto &t : mesh.triangle) {
        const glm::vec3 a = mesh.position[t[0]], b = mesh.position[t[1]], c = mesh.position[t[2]];
        mm2 += double(glm::length(glm::cross(b - a, c - a))) / 2;
        mm3 += double(glm::dot(a, glm::cross(b, c))) / 6;
        low = std::min({low, a.y, b.y, c.y});
        high = std::max({high, a.y, b.y, c.y});
    }
    constexpr double kilograms_per_litre = 1.01;
    const double litres = mm3 * 1e-6, kilograms = litres * kilograms_per_litre;
    const double stature_cm = double(high - low) / 10;
    const double du_bois = .007184 * std::pow(kilograms, .425) * std::pow(stature_cm, .725);
    return {litres, kilograms, mm2 * 1e-6, du_bois};
}

std::string comparison_table(std::string_view figure, const std::vector<Comparison> &rows,
                             const BodySize &size) {
    std::string text =
        "## " + std::string(figure) +
        "\n\n| measure | model mm | ANSUR II mean mm | error | in SD | within 3 % or "
        "1 SD | how |\n|---|---|---|---|---|---|---|\n";
    for (const Comparison &comparison : rows)
        text += row(comparison);
    return text + totals(rows, size);
}

} // namespace bake
