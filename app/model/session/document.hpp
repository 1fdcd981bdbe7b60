/// One session: what is saved as one JSON file. Plain values; changed only by update()
/// (update.hpp).
#pragma once

#include "model/session/homework.hpp"
#include "model/session/intake.hpp"
#include "model/session/mark.hpp"
#include "model/session/part_change.hpp"
#include "model/session/signature.hpp"
#include "model/session/treatment.hpp"

#include <string_view>

namespace app {

/// The bodies that can be shown. Files name them by words, and later versions may have more.
enum class FigureVariant : std::uint8_t { neutral, female, male };
enum class SessionKind : std::uint8_t { regular, recovery, first };
/// Where the session stands. A client can mark only `before`; `closed` takes nothing but
/// amendments.
enum class Stage : std::uint8_t { before, ready, closed };

/// Where the people meet. Telehealth: by video, nothing is treated by hand.
enum class Setting : std::uint8_t { clinic, mobile, telehealth };

struct ClientRef {
    std::string id; ///< UUIDv7
    std::string name;
    std::string born; ///< ISO date or empty
    bool example =
        false; ///< an invented person of the demo clinic: every screen and export says so
    Unknown unknown;
    friend bool operator==(const ClientRef &, const ClientRef &) = default;
};

struct Appointment {
    engine::Timestamp start;
    int minutes = 60; ///< 10..180
    SessionKind kind = SessionKind::regular;
    std::string room;
    std::optional<Setting> setting = {}; ///< none: nobody has said, so in the clinic
    Unknown unknown = {};
    friend bool operator==(const Appointment &, const Appointment &) = default;
};

struct Practice {
    std::string clinic;
    std::string therapist;
    std::string licence; ///< the therapist's licence line, empty when unlicensed
    Unknown unknown;
    friend bool operator==(const Practice &, const Practice &) = default;
};

/// The body that the client chose to mark on.
struct ClientFigure {
    std::string variant = "neutral"; ///< kept as it was read, even when this version lacks it
    double build = 0;                ///< -1 slim .. 1 heavy, in hundredths
    Unknown unknown;
    friend bool operator==(const ClientFigure &, const ClientFigure &) = default;
};

struct Document {
    static constexpr int schema_version = 2;

    int version = schema_version; ///< of the file it was read from, when that is from the future
    std::string id;               ///< UUIDv7; empty: no session opened yet
    ClientRef client;
    Appointment appointment;
    Practice practice;
    std::optional<ClientFigure> figure; ///< none: nobody has chosen one yet
    std::string language; ///< of the client, as in Names<Language>; empty: that of the clinic
    Intake intake;
    Stage stage = Stage::before;
    std::vector<Mark> marks; ///< in the order they were made
    /// Ids of avoid marks of the last session that may be touched again.
    std::vector<std::string> released;
    std::vector<PlanItem> plan; ///< in the order of work
    std::optional<Treatment> treatment;
    std::vector<Feedback> feedback; ///< in the order it was said
    std::vector<Finding> findings;
    SoapNote soap;
    std::string note;     ///< the therapist's note of the session
    std::string question; ///< to the physical therapist
    std::vector<HomeworkItem> homework;
    std::vector<std::string> aftercare;            ///< what the client was told, as it read
    std::optional<engine::Timestamp> next_session; ///< as proposed to the client
    std::string follow_up_due;             ///< ISO date of the call on day 3; empty: not planned
    std::vector<FollowUpAnswer> follow_up; ///< outside the signature, as amendments are
    std::optional<engine::Timestamp> shared_consent; ///< when the client agreed to share
    std::optional<Signature> signature;
    std::vector<Amendment> amendments; ///< in the order they were made
    std::vector<Conflict> conflicts;   ///< that nobody has settled yet
    Unknown unknown;
    friend bool operator==(const Document &, const Document &) = default;
};

/// A session that a newer Palpate wrote: it can be read as far as this version understands it, and
/// not be changed.
inline bool is_from_future(const Document &document) {
    return document.version > Document::schema_version;
}

/// The figure to draw: neutral of middle build when none was chosen, and neutral in place of a
/// variant that this version does not have.
struct ShownFigure {
    FigureVariant variant = FigureVariant::neutral;
    float build = 0;
    friend bool operator==(const ShownFigure &, const ShownFigure &) = default;
};
ShownFigure shown_figure(const Document &document);

const Mark *find_mark(const Document &document, std::string_view id);
/// A focus area, and not the rest of a main zone.
bool is_focus(const PlanItem &item);
const PlanItem *find_item(const Document &document, std::string_view part);
/// Minutes left for the whole body: booked minus focus areas (may be negative: overbooked).
int whole_body_minutes(const Document &document);

} // namespace app
