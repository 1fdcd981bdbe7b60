#include "model/guidance/pressure.hpp"

#include "model/guidance/race_times.hpp"

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace app {

namespace {

void lower(PressureCap &cap, int level, PressureCap::Reason reason) {
    if (level < cap.level)
        cap = {level, reason};
}

bool has_contact(const Atlas &atlas, const std::string &id, Contact contact) {
    const Region *region = atlas.region(id);
    return region != nullptr && region->contact == contact;
}

bool none_may_be_touched(const Atlas &atlas, std::span<const std::string> regions) {
    return !regions.empty() && std::ranges::all_of(regions, [&](const std::string &id) {
        return has_contact(atlas, id, Contact::no_contact);
    });
}

/// The structures that have skin of their own.
std::vector<std::string> surface_of(const Atlas &atlas, std::span<const std::string> regions) {
    std::vector<std::string> surface;
    for (const std::string &id : regions)
        if (const Region *region = atlas.region(id); region != nullptr && !region->deep)
            surface.push_back(id);
    return surface;
}

} // namespace

PressureCap pressure_cap(const HealthQuestions &health, const Document &document,
                         std::span<const Document> past, engine::Timestamp at) {
    PressureCap cap;
    const EventsAround races = events_around(EventKind::race, document, past, at);
    if (races.ahead && races.ahead->ms < cap_before_race_h * hour_ms)
        lower(cap, cap_before_race, PressureCap::Reason::race);
    if (races.behind && races.behind->ms < cap_after_race_h * hour_ms)
        lower(cap, cap_after_race, PressureCap::Reason::after_race);
    for (const HealthQuestion &question : health.all())
        if (question.kind == HealthKind::care && document.intake.health_yes.contains(question.id))
            lower(cap, question.pressure_cap, PressureCap::Reason::health);
    return cap;
}

PressureCap pressure_cap(const HealthQuestions &health, const Document &document,
                         std::span<const Document> past) {
    return pressure_cap(health, document, past, document.appointment.start);
}

std::optional<int> pressure_wish(const HealthQuestions &health, const Document &document,
                                 std::span<const Document> past) {
    const auto wish = document.intake.pressure;
    return wish && *wish <= pressure_cap(health, document, past).level ? wish : std::nullopt;
}

Contact contact_of(const Atlas &atlas, const Area &area, std::span<const std::string> regions) {
    const std::span<const std::string> meant = regions.empty() ? area.regions : regions;
    if (none_may_be_touched(atlas, meant) || none_may_be_touched(atlas, surface_of(atlas, meant)) ||
        none_may_be_touched(atlas, surface_of(atlas, area.regions)))
        return Contact::no_contact;
    const bool careful = std::ranges::any_of(
        meant, [&](const std::string &id) { return !has_contact(atlas, id, Contact::ok); });
    return careful ? Contact::caution : Contact::ok;
}

int pressure_cap_at(const PressureCap &cap, Contact contact) {
    constexpr int with_caution = 3;
    if (contact == Contact::no_contact)
        return 0;
    return contact == Contact::caution ? std::min(cap.level, with_caution) : cap.level;
}

} // namespace app
