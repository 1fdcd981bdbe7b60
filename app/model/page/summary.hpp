/// What a physical therapist needs on one page: what, where, how bad, what changed, what was done,
/// what to do next. Pure words and figures; app/export turns them into files.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

namespace app {

struct SummaryRow {
    int number = 0;                   ///< 1.. as on the picture
    std::string area;                 ///< "Calf, left"
    std::string structures;           ///< anatomical words, short
    std::vector<std::string> regions; ///< region ids, for the picture ...
    std::vector<Dab> paint;           ///< ... where nothing is painted
    Channel channel = Channel::pain;
    std::string client_says;                ///< "pain, ache, this week"
    std::optional<int> last, before, after; ///< levels: last session, today before and after
    std::string therapist;                  ///< focus minutes and note; "not treated" for avoid
};

struct Summary {
    std::string title;     ///< "Massage session summary"
    std::string from;      ///< "for the physical therapist, from Runners' Clinic"
    std::string client;    ///< "Maya Lindgren, born 14 March 1992"
    std::string when;      ///< "20 November 2026, 17:00 to 18:00"
    bool example = false;  ///< print "Example, not a real person"
    std::string headline;  ///< one or two sentences: what changed most
    std::string last_date; ///< "6 Nov", empty for a first session
    std::vector<SummaryRow> rows;
    std::string done_title; ///< "What was planned, 60 min"
    std::vector<std::string> done;
    std::vector<std::string> homework; ///< one line an item
    std::string stop_rule;             ///< strictest stop rule; empty without homework
    std::string note;                  ///< the therapist's note
    std::string question;              ///< to the physical therapist
    std::string signature;             ///< "Tom Reyes, LMT, licence 204417"
    std::string disclaimer; ///< "Findings by hand and the client's own words. Not a diagnosis."
    std::string consent;    ///< "Shared with consent" or "Not yet agreed to share"
    std::string session_id;
};

/// What a change of a level means (numeric rating scale 0..10); a rise is judged by the same steps.
enum class Change : std::uint8_t { clearly_better, about_the_same, clearly_worse };
Change judge_change(int start, int now);

/// `past`: the client's earlier sessions, oldest first; the newest one is "last time". `words` are
/// English, as all of the page.
Summary summary(const Document &document, const std::vector<Document> &past, const Atlas &atlas,
                const Phrases &words);

} // namespace app
