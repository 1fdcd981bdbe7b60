/// Every change a person can make, as a value. Time and ids are arguments, so that a log of
/// commands replays to the same document.
#pragma once

#include "model/session/treatment_command.hpp"

#include <variant>

namespace app {

struct OpenSession {
    ClientRef client;
    Appointment appointment;
    Practice practice;
    std::string id;
    std::optional<ClientFigure> figure = {}; ///< that of the client's last session, as is ...
    std::string language = {};               ///< ... the language
};

/// The language of the client's screens.
struct SetLanguage {
    std::string language;
};

/// The body that the client marks on; see ClientFigure.
struct SetFigure {
    std::string variant;
    double build;
};

struct AddMark {
    std::string id, area;
    std::vector<std::string> regions; ///< empty: all of the area's
    Channel channel;
    Author author;
    Phase phase;
    engine::Timestamp at;
    std::vector<Dab> paint = {}; ///< see Mark::paint
};
/// The client says what became of a mark of the last session; says so anew for one that was carried
/// over already. An avoid mark that is gone is released.
struct CarryMark {
    std::string id;
    Mark from; ///< as it stood when that session ended
    Trend trend;
    engine::Timestamp at;
};
/// After a stroke or the eraser: what is painted now, where most of it lies, all that it touches.
struct SetMarkPaint {
    std::string id, area;
    std::vector<std::string> regions;
    std::vector<Dab> paint;
};
/// What exactly the mark is about; `regions` empty: all of the area's again.
struct SetMarkRegions {
    std::string id;
    std::vector<std::string> regions;
};
struct SetMarkChannel {
    std::string id;
    Channel channel;
};
struct SetMarkLevel {
    std::string id;
    int level;
};
struct SetMarkLevelAfter {
    std::string id;
    int level;
};
struct SetMarkQuality {
    std::string id;
    Quality quality;
    bool on;
};
struct SetMarkSince {
    std::string id;
    std::optional<Since> since;
};
struct SetMarkNote {
    std::string id, note;
};
/// To the same place on the other side.
struct MirrorMark {
    std::string id;
};
/// A copy on the other side; `new_id` is the copy's.
struct CopyMarkToOtherSide {
    std::string id, new_id;
    engine::Timestamp at;
};
/// What was said of this mark, said of another area too.
struct CopyMarkTo {
    std::string id, new_id, area;
    engine::Timestamp at;
};
struct RemoveMark {
    std::string id;
};

struct SetGoal {
    std::optional<Goal> goal;
};
struct SetRunSoon {
    std::optional<RunSoon> run_soon;
    std::optional<Event> event;
};
struct SetNextTraining {
    std::optional<NextTraining> next_training;
};
struct SetExperience {
    std::optional<Experience> experience;
};
/// One health question: whether it was answered, and whether it fits.
struct SetHealthAnswer {
    std::string question;
    bool asked, yes;
};
struct SetDiagnosis {
    StatedDiagnosis diagnosis;
};
struct SetPressure {
    std::optional<int> pressure;
};
/// `at` empty: not agreed any more.
struct SetAgreement {
    std::string id, text;
    std::optional<engine::Timestamp> at;
};
/// The client is done and hands the tablet back (stage ready), or goes on marking (stage before).
struct FinishMarking {
    bool finished;
};

struct SetNote {
    std::string note;
};
struct SetQuestion {
    std::string question;
};

struct AddHomework {
    std::string id, exercise, name, area;
    Dose dose;
    std::string how = {};
};
struct SetDose {
    std::string id;
    Dose dose;
};
struct SetHomeworkNote {
    std::string id, note;
};
struct RemoveHomework {
    std::string id;
};

struct SetConsent {
    std::optional<engine::Timestamp> at;
};
/// Closes the session for good and freezes its content; also one that was closed without it.
struct Sign {
    std::string by, licence;
    engine::Timestamp at;
};
/// Words after the signature.
struct Amend {
    std::string id, by, licence, text;
    engine::Timestamp at;
};
/// Puts parts back as they were, where nobody else has changed them since: undo and redo.
struct Restore {
    std::vector<PartChange> changes;
};
/// Keeps a version that came second; see Conflict.
struct RecordConflict {
    int number;
    std::vector<PartChange> changes;
};
struct SettleConflict {
    int number;
    Version take;
};

using Command =
    std::variant<OpenSession, SetLanguage, SetFigure, AddMark, CarryMark, SetMarkPaint,
                 SetMarkRegions, SetMarkChannel, SetMarkLevel, SetMarkLevelAfter, SetMarkQuality,
                 SetMarkSince, SetMarkNote, MirrorMark, CopyMarkToOtherSide, CopyMarkTo, RemoveMark,
                 SetGoal, SetRunSoon, SetNextTraining, SetExperience, SetHealthAnswer, SetDiagnosis,
                 SetPressure, SetAgreement, FinishMarking, SetAppointment, AddFocus, SetMinutes,
                 LockMinutes, MoveItem, SetPlan, SetFocusRegions, SetFocusNote, RemoveFocus, WorkOn,
                 PauseTreatment, FinishItem, EndTreatment, SetPressureUsed, SetTechnique,
                 AddFeedback, SetFinding, RemoveFinding, SetSoap, SetHomeworkSide, SetHomeworkStop,
                 SetAftercare, SetNextSession, PlanFollowUp, AnswerFollowUp, SetNote, SetQuestion,
                 AddHomework, SetDose, SetHomeworkNote, RemoveHomework, SetConsent, Sign, Amend,
                 Restore, RecordConflict, SettleConflict>;

} // namespace app
