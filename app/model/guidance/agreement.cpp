#include "model/guidance/agreement.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace app {

namespace {

void add_area(std::vector<std::string> &areas, const std::string &area) {
    if (std::ranges::count(areas, area) == 0)
        areas.push_back(area);
}

} // namespace

bool says_something(const Finding &finding) {
    return finding.tight || finding.restricted || finding.guarded ||
           finding.tender.value_or(0) > 0 || finding.temperature || !finding.note.empty();
}

std::vector<ComparedPlace> compared_places(const Document &document) {
    std::vector<std::string> client, therapist;
    for (const Mark &mark : document.marks)
        if (mark.channel != Channel::avoid)
            add_area(mark.author == Author::client ? client : therapist, mark.area);
    for (const Finding &finding : document.findings)
        if (says_something(finding))
            add_area(therapist, finding.area);
    std::vector<ComparedPlace> places;
    for (const std::string &area : client)
        places.push_back(
            {area, std::ranges::count(therapist, area) > 0 ? Party::both : Party::client_only});
    for (const std::string &area : therapist)
        if (std::ranges::count(client, area) == 0)
            places.push_back({area, Party::therapist_only});
    std::ranges::stable_sort(places, {}, &ComparedPlace::who);
    return places;
}

} // namespace app
