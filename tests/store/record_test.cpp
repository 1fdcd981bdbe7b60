// A session that one or two people work on, through the folder that both share.

#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "model/session/command_json.hpp"
#include "model/session/document_json.hpp"
#include "session/session.hpp"
#include "store/record/journal.hpp"
#include "store/record/recovery.hpp"
#include "temp_folder.hpp"

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;
using test::atlas;
using test::id;

namespace {

struct ClinicOfRecords {
    test::TempFolder folder;
    std::unique_ptr<FolderStore> store = open();

    std::unique_ptr<FolderStore> open() const {
        auto opened = FolderStore::open(folder.path(), atlas());
        REQUIRE(opened.ok());
        return std::make_unique<FolderStore>(std::move(*opened));
    }
    fs::path journal() const { return folder.path() / journal_name(id(1)); }
    std::string journal_text() const {
        return fs::exists(journal()) ? engine::read_file(journal(), 1 << 20).value() : "";
    }
};

std::unique_ptr<Record> created(FolderStore &store) {
    auto record = store.create(test::open_session());
    REQUIRE(record.ok());
    return std::move(*record);
}

std::unique_ptr<Record> opened(FolderStore &store) {
    auto record = store.open(id(1));
    INFO((record.ok() ? std::string() : record.error().message));
    REQUIRE(record.ok());
    return std::move(*record);
}

void commit(Record &record, const Command &command) {
    const auto done = app::commit(record, command, atlas());
    INFO((done.ok() ? std::string() : done.error().message));
    REQUIRE(done.ok());
}

std::string file_note(const FolderStore &store) {
    return store.read_session(id(1)).value().document.note;
}

/// Another process works on the folder and ends without a word to anybody.
template <class Work>
void in_another_process(Work work) {
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        work();
        ::_exit(0); // no destructor: as if it was killed
    }
    int status = 0;
    REQUIRE(::waitpid(child, &status, 0) == child);
    REQUIRE(status == 0);
}

} // namespace

TEST_CASE("a command is in the journal at once, and in the file after a save") {
    const ClinicOfRecords clinic;
    auto record = created(*clinic.store);
    CHECK(record->revision() == 1);
    CHECK(record->is_saved());
    commit(*record, SetNote{"softer now"});
    CHECK(clinic.journal_text() == R"({"revision":2,"command":"set_note","note":"softer now"})"
                                   "\n");
    CHECK(file_note(*clinic.store).empty());
    CHECK(clinic.store->load(id(1))->note == "softer now");
    CHECK_FALSE(record->is_saved());
    REQUIRE(record->save().ok());
    CHECK(record->is_saved());
    CHECK(clinic.journal_text().empty());
    CHECK(file_note(*clinic.store) == "softer now");
    CHECK(clinic.store->read_session(id(1))->revision == 2);
    record.reset();
    CHECK_FALSE(fs::exists(clinic.journal()));
}

TEST_CASE("a session is made once") {
    const ClinicOfRecords clinic;
    const auto record = created(*clinic.store);
    const auto again = clinic.store->create(test::open_session());
    REQUIRE_FALSE(again.ok());
    CHECK(again.error().message.find("already") != std::string::npos);
}

TEST_CASE("what a program leaves in its journal is there again, and is told once") {
    const ClinicOfRecords clinic;
    created(*clinic.store);
    in_another_process([&] {
        auto record = opened(*clinic.store);
        commit(*record, SetNote{"before the power cut"});
        commit(*record, SetQuestion{"Please look at the calf."});
        std::ofstream{clinic.folder.path() / "sessions" /
                      ("x.json.tmp-" + std::to_string(::getpid()) + "-0")}
            << "half a file";
        ::_exit(0);
    });
    CHECK(clinic.store->load(id(1))->note == "before the power cut");
    const auto recovered = recover(*clinic.store);
    REQUIRE(recovered.size() == 1);
    CHECK(recovered[0].session == id(1));
    CHECK(recovered[0].client == "Maya Lindgren (example)");
    CHECK(recovered[0].commands == 2);
    CHECK_FALSE(recovered[0].damaged);
    CHECK(recovered[0].problem.empty());
    CHECK(file_note(*clinic.store) == "before the power cut");
    CHECK(std::distance(fs::directory_iterator{clinic.folder.path() / "sessions"},
                        fs::directory_iterator{}) == 1);
    CHECK(recover(*clinic.store).empty());
}

TEST_CASE("a session that somebody works on is not recovered under their hands") {
    const ClinicOfRecords clinic;
    const auto record = created(*clinic.store);
    commit(*record, SetNote{"x"});
    CHECK(recover(*clinic.open()).empty());
    CHECK(file_note(*clinic.store).empty());
}

TEST_CASE("a line that was cut short is dropped, a damaged one is kept aside") {
    const ClinicOfRecords clinic;
    {
        auto record = created(*clinic.store);
        commit(*record, SetNote{"good"});
    }
    const std::string good = clinic.journal_text();
    SECTION("cut short") {
        std::ofstream(clinic.journal(), std::ios::app) << R"({"revision":3,"comm)";
        auto record = opened(*clinic.store);
        CHECK(record->document().note == "good");
        commit(*record, SetQuestion{"?"});
        CHECK(clinic.journal_text() ==
              good + "{\"revision\":3,\"command\":\"set_question\",\"question\":\"?\"}\n");
    }
    SECTION("damaged") {
        std::ofstream(clinic.journal(), std::ios::app) << "rubbish\n" << good;
        const auto recovered = recover(*clinic.store);
        REQUIRE(recovered.size() == 1);
        CHECK(recovered[0].damaged);
        CHECK(recovered[0].commands == 1);
        CHECK(file_note(*clinic.store) == "good");
        CHECK(engine::read_file(clinic.folder.path() / "journal" / (id(1) + ".damaged-1"), 1 << 20)
                  .value() == good + "rubbish\n" + good);
    }
    SECTION("a line is missing") {
        std::ofstream(clinic.journal()) << R"({"revision":9,"command":"set_note","note":"x"})"
                                        << "\n";
        const auto record = clinic.store->open(id(1));
        REQUIRE_FALSE(record.ok());
        CHECK(record.error().message.find("does not fit") != std::string::npos);
    }
}

TEST_CASE("a journal that was not emptied after the save is not done twice") {
    const ClinicOfRecords clinic;
    auto record = created(*clinic.store);
    commit(*record, test::mark(10, "lower_leg_calf.l", Channel::pain));
    const std::string lines = clinic.journal_text();
    REQUIRE(record->save().ok());
    record.reset();
    std::ofstream(clinic.journal()) << lines;
    record = opened(*clinic.store);
    CHECK(record->revision() == 2);
    CHECK(record->document().marks.size() == 1);
    commit(*record, SetMarkLevel{id(10), 4});
    CHECK(clinic.store->load(id(1))->marks.at(0).level == 4);
}

TEST_CASE("two programs see each other's changes and lose none") {
    const ClinicOfRecords clinic;
    const auto other_store = clinic.open();
    auto one = created(*clinic.store);
    auto two = opened(*other_store);
    commit(*one, test::mark(10, "lower_leg_calf.l", Channel::pain));
    CHECK(two->document().marks.empty());
    commit(*two, test::mark(11, "knee_knee.r", Channel::tight)); // without having seen it
    CHECK(two->document().marks.size() == 2);
    CHECK(two->revision() == 3);
    CHECK(one->refresh().value());
    CHECK(one->document() == two->document());
    CHECK_FALSE(one->refresh().value());

    REQUIRE(one->save().ok());
    commit(*two, SetNote{"after the other one saved"});
    CHECK(one->refresh().value());
    CHECK(one->document().note == "after the other one saved");
    one.reset();
    commit(*two, SetQuestion{"?"});
    CHECK(clinic.store->load(id(1))->question == "?");
    CHECK(clinic.store->load(id(1))->marks.size() == 2);
}

TEST_CASE("two texts that were written at once are both kept") {
    const ClinicOfRecords clinic;
    const auto other_store = clinic.open();
    auto one = created(*clinic.store);
    auto two = opened(*other_store);
    commit(*one, SetNote{"softer after ten minutes"});
    commit(*two, SetNote{"guarded at first"});
    CHECK(two->document().note == "softer after ten minutes");
    REQUIRE(two->document().conflicts.size() == 1);
    CHECK(one->refresh().value());
    CHECK(one->document().conflicts == two->document().conflicts);
    commit(*one, SettleConflict{one->document().conflicts[0].number, Version::both});
    CHECK(two->refresh().value());
    CHECK(two->document().note == "softer after ten minutes\nguarded at first");
    CHECK(two->document().conflicts.empty());
}

TEST_CASE("undo and redo are on the disk, and leave alone what others have done") {
    const ClinicOfRecords clinic;
    const auto other_store = clinic.open();
    Session session{created(*clinic.store), atlas()};
    for (const Command &command : test::example_log())
        if (!std::holds_alternative<OpenSession>(command))
            REQUIRE(session.dispatch(command).ok());
    CHECK(session.document() == test::example());
    CHECK(clinic.store->load(id(1)).value() == test::example());

    REQUIRE(session.dispatch(SetMarkLevel{id(10), 7}, "level").ok());
    REQUIRE(session.dispatch(SetMarkLevel{id(10), 8}, "level").ok());
    session.end_gesture();
    auto other = opened(*other_store);
    commit(*other, SetNote{"from the other room"});
    REQUIRE(session.undo().ok());
    CHECK(find_mark(session.document(), id(10))->level == 6);
    CHECK(session.document().note == "from the other room");
    CHECK(clinic.store->load(id(1)).value() == session.document());
    REQUIRE(session.redo().ok());
    CHECK(find_mark(*clinic.store->load(id(1)), id(10))->level == 8);
    CHECK_FALSE(session.dispatch(SetMarkLevel{id(11), 11}).ok());
    CHECK(session.needs_save());
    session.save();
    CHECK_FALSE(session.needs_save());
    CHECK(clinic.store->read_session(id(1))->document == session.document());
    while (session.can_undo())
        REQUIRE(session.undo().ok());
    CHECK(session.document().marks.empty());
    CHECK(session.document().note == "from the other room"); // not this one's to take back
}

TEST_CASE("undo of a drag leaves alone what others wrote while the finger was down") {
    const ClinicOfRecords clinic;
    const auto other_store = clinic.open();
    Session session{created(*clinic.store), atlas()};
    REQUIRE(session.dispatch(test::mark(10, "lower_leg_calf.l", Channel::pain)).ok());
    REQUIRE(session.dispatch(SetMarkLevel{id(10), 7}, "level").ok());
    auto other = opened(*other_store);
    commit(*other, SetNote{"from the other room"});
    CHECK(session.refresh());
    REQUIRE(session.dispatch(SetMarkLevel{id(10), 8}, "level").ok());
    session.end_gesture();
    while (session.can_undo())
        REQUIRE(session.undo().ok());
    CHECK(session.document().marks.empty());
    CHECK(session.document().note == "from the other room");
    CHECK(session.document().conflicts.empty());
}

TEST_CASE("a session that was deleted cannot be written again") {
    const ClinicOfRecords clinic;
    auto record = created(*clinic.store);
    fs::remove(clinic.store->session_file(id(1)));
    const auto refused = commit(*record, SetNote{"x"}, atlas());
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().message.find("not there any more") != std::string::npos);
    CHECK_FALSE(fs::exists(clinic.store->session_file(id(1))));
}
