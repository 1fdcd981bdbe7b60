#include "model/guidance/health.hpp"

#include "model/session/rules.hpp"
#include "model/text/asset_file.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <vector>

namespace app {

template <>
struct Names<Urgency> {
    static constexpr std::array<std::string_view, 3> all{"now", "today", "days"};
};
template <>
struct Names<HealthKind> {
    static constexpr std::array<std::string_view, 2> all{"stop", "care"};
};

namespace {

constexpr std::size_t max_questions_bytes = 1024 * 1024;

HealthQuestion read_question(ObjectReader &from) {
    HealthQuestion question;
    question.id = from.text("id", Need::required);
    question.kind = from.choice<HealthKind>("kind");
    question.words = from.text("words", Need::required);
    if (question.kind == HealthKind::stop) {
        question.urgency = from.choice<Urgency>("urgency");
        question.zones = from.texts("zones", Need::required);
    } else {
        question.pressure_cap =
            from.number("pressure_cap", rules::pressure, Need::required, rules::pressure.high);
    }
    return question;
}

bool belongs_to(const HealthQuestion &question, const Document &document, const Atlas &atlas) {
    return std::ranges::any_of(document.marks, [&](const Mark &mark) {
        const Area *area = atlas.area(mark.area);
        return question.zones.empty() ||
               (area != nullptr && std::ranges::count(question.zones, area->zone) > 0);
    });
}

} // namespace

engine::Result<HealthQuestions> HealthQuestions::load(const std::string &file) {
    const auto json = read_asset(file, max_questions_bytes, "palpate-health");
    if (!json)
        return json.error();
    Problems found;
    ObjectReader reader{*json, "", found};
    HealthQuestions questions;
    reader.objects("questions", Need::required,
                   [&](ObjectReader &inner) { questions.all_.push_back(read_question(inner)); });
    if (!found.empty())
        return damaged_asset(file, found.front().pointer + ": " + found.front().message);
    return questions;
}

const HealthQuestion *HealthQuestions::find(std::string_view id) const {
    const auto found = std::ranges::find(all_, id, &HealthQuestion::id);
    return found != all_.end() ? &*found : nullptr;
}

std::vector<const HealthQuestion *>
HealthQuestions::asked(const Document &document, const Atlas &atlas,
                       const std::vector<Document> &past) const {
    const bool first = std::ranges::none_of(
        past, [](const Document &session) { return !session.intake.health_asked.empty(); });
    std::vector<const HealthQuestion *> asked;
    for (const HealthQuestion &question : all_) {
        const bool yes_before =
            !past.empty() && past.back().intake.health_yes.contains(question.id);
        const bool here =
            question.kind == HealthKind::stop && belongs_to(question, document, atlas);
        if (first || yes_before || here || document.intake.health_yes.contains(question.id))
            asked.push_back(&question);
    }
    return asked;
}

const HealthQuestion *HealthQuestions::most_urgent(const Intake &intake) const {
    const HealthQuestion *most = nullptr;
    for (const HealthQuestion &question : all_)
        if (question.kind == HealthKind::stop && intake.health_yes.contains(question.id) &&
            (most == nullptr || question.urgency < most->urgency))
            most = &question;
    return most;
}

} // namespace app
