#include "base/time.hpp"
#include "model/atlas/main_zones.hpp"
#include "model/session/rule_checks.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace app::rules {

namespace {

void check_texts(const std::vector<std::string> &texts, const std::string &at, Problems &found) {
    for (std::size_t i = 0; i < texts.size(); ++i)
        check_text(texts[i], note_characters, at + "/" + std::to_string(i), found);
}

void check_item(const PlanItem &item, const Atlas &atlas, const std::string &at, Problems &found) {
    if (is_focus(item)) {
        check_area(item.part, atlas, at + "/area", found);
        check_regions(item.regions, item.part, atlas, at + "/regions", found);
    } else if (!item.regions.empty())
        found.push_back({at + "/regions", "Only a focus area has structures of its own."});
    check_number(item.minutes, is_focus(item) ? focus_minutes : zone_minutes, at + "/minutes",
                 found);
    check_number(item.spent_s, rules::spent_s, at + "/spent_s", found);
    if (item.pressure)
        check_number(*item.pressure, pressure, at + "/pressure", found);
    check_text(item.note, note_characters, at + "/note", found);
    check_texts(item.techniques, at + "/techniques", found);
}

void check_plan(const Document &document, const Atlas &atlas, Problems &found) {
    std::set<std::string_view> parts;
    int focus = 0, zones = 0;
    for (const PlanItem &item : document.plan) {
        const std::string at = is_focus(item) ? "/focus/" + std::to_string(focus++)
                                              : "/zones/" + std::to_string(zones++);
        check_item(item, atlas, at, found);
        if (!parts.insert(item.part).second)
            found.push_back({at + (is_focus(item) ? "/area" : "/zone"),
                             is_focus(item) ? "This place already is a focus area. Change its "
                                              "minutes instead."
                                            : "This part of the body is in the plan twice."});
    }
}

void check_feedback(const Document &document, Problems &found) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < document.feedback.size(); ++i) {
        const Feedback &feedback = document.feedback[i];
        const std::string at = "/feedback/" + std::to_string(i);
        check_uuid(feedback.id, at + "/id", found);
        if (!ids.insert(feedback.id).second)
            found.push_back({at + "/id", "Two things that the client said have the same id."});
        check_text(feedback.part, name_characters, at + "/part", found);
        if (feedback.comfort)
            check_number(*feedback.comfort, comfort, at + "/comfort", found);
    }
}

void check_findings(const Document &document, const Atlas &atlas, Problems &found) {
    std::set<std::string_view> ids;
    for (std::size_t i = 0; i < document.findings.size(); ++i) {
        const Finding &finding = document.findings[i];
        const std::string at = "/findings/" + std::to_string(i);
        check_uuid(finding.id, at + "/id", found);
        if (!ids.insert(finding.id).second)
            found.push_back({at + "/id", "Two findings have the same id."});
        check_area(finding.area, atlas, at + "/area", found);
        if (!finding.region.empty())
            check_regions({finding.region}, finding.area, atlas, at + "/region", found);
        if (finding.tender)
            check_number(*finding.tender, tender, at + "/tender", found);
        check_text(finding.note, note_characters, at + "/note", found);
    }
}

void check_soap(const SoapNote &soap, Problems &found) {
    check_text(soap.subjective, note_characters, "/soap/subjective", found);
    check_text(soap.objective, note_characters, "/soap/objective", found);
    check_text(soap.response, note_characters, "/soap/response", found);
    check_text(soap.plan, note_characters, "/soap/plan", found);
}

void check_follow_up(const Document &document, Problems &found) {
    if (!document.follow_up_due.empty() && !engine::is_iso_date(document.follow_up_due))
        found.push_back({"/follow_up_due", in_quotes(document.follow_up_due) +
                                               " is not a date. Write it like 2026-11-23."});
    std::set<std::string_view> marks;
    for (std::size_t i = 0; i < document.follow_up.size(); ++i) {
        const FollowUpAnswer &answer = document.follow_up[i];
        const std::string at = "/follow_up/" + std::to_string(i);
        check_number(answer.level, level, at + "/level", found);
        if (find_mark(document, answer.mark) == nullptr)
            found.push_back({at + "/mark", "This answer belongs to a mark that is not there."});
        if (!marks.insert(answer.mark).second)
            found.push_back({at + "/mark", "This mark has two answers."});
    }
}

} // namespace

void check_treatment(const Document &document, const Atlas &atlas, Problems &found) {
    check_plan(document, atlas, found);
    if (document.treatment)
        check_text(document.treatment->part, name_characters, "/treatment/part", found);
    check_feedback(document, found);
    check_findings(document, atlas, found);
    check_soap(document.soap, found);
    check_texts(document.aftercare, "/aftercare", found);
    check_follow_up(document, found);
}

} // namespace app::rules
