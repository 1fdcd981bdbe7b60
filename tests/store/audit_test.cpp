#include "base/file.hpp"
#include "catch.hpp"
#include "example_session.hpp"
#include "files_of.hpp"
#include "model/session/signing.hpp"
#include "store/audit/audit_log.hpp"
#include "temp_folder.hpp"

#include <fstream>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;
using test::bytes_of;
using test::id;

namespace {

std::vector<std::string> lines_of(const fs::path &file) {
    std::vector<std::string> lines;
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        lines.push_back(line);
    return lines;
}

void write_lines(const fs::path &file, const std::vector<std::string> &lines) {
    std::ofstream out(file, std::ios::trunc);
    for (const std::string &line : lines)
        out << line << "\n";
}

/// An audit log in a folder of its own, one minute between two entries.
class AuditedClinic {
  public:
    AuditedClinic() { REQUIRE(fs::create_directory(folder_.path() / "sessions")); }

    ClinicFiles &files() { return files_; }
    AuditLog log() {
        return {files_,
                Actor{.who = [] { return std::string("Ines Ferreira"); },
                      .clock =
                          [this] {
                              return engine::Timestamp{1'700'000'000'000 + 60'000 * minute_++, 60};
                          }}};
    }
    void note(Deed what, std::string session = id(1), std::string content = {}) {
        const auto noted = log().note({.what = what,
                                       .session = std::move(session),
                                       .client = id(50),
                                       .content = std::move(content)});
        INFO((noted.ok() ? "" : noted.error().message));
        REQUIRE(noted.ok());
    }
    AuditReport verify() {
        const auto report = verify_audit(files_);
        REQUIRE(report.ok());
        return *report;
    }
    fs::path lines() const { return files_.path("audit/log.jsonl"); }
    fs::path head() const { return files_.path("audit/head.json"); }

  private:
    test::TempFolder folder_;
    ClinicFiles files_ = ClinicFiles::open(folder_.path()).value();
    std::int64_t minute_ = 0;
};

/// "began" and four more.
void fill(AuditedClinic &clinic) {
    for (const Deed what : {Deed::created, Deed::changed, Deed::exported, Deed::opened})
        clinic.note(what);
}

bool mentions(const AuditReport &report, std::string_view words) {
    for (const std::string &problem : report.problems)
        if (problem.find(words) != std::string::npos)
            return true;
    return false;
}

} // namespace

TEST_CASE("what is noted is there, in order, and without a client's name") {
    AuditedClinic clinic;
    fill(clinic);
    std::vector<AuditLine> lines;
    REQUIRE(read_audit(clinic.files(), [&](const AuditLine &line) { lines.push_back(line); }).ok());
    REQUIRE(lines.size() == 5);
    CHECK(lines[0].entry.what == Deed::began);
    CHECK(lines[0].entry.detail == "0 sessions were there");
    CHECK(lines[3].n == 4);
    CHECK(lines[3].who == "Ines Ferreira");
    CHECK(lines[3].entry.what == Deed::exported);
    CHECK(lines[3].entry.session == id(1));
    CHECK(lines[3].entry.client == id(50));
    CHECK(lines[3].previous == lines[2].hash);
    const AuditReport report = clinic.verify();
    CHECK(report.problems == std::vector<std::string>{});
    CHECK(report.entries == 5);
    CHECK(report.head == lines[4].hash);
    CHECK(fs::status(clinic.lines()).permissions() ==
          (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a line of the audit log is an object that any program can check") {
    AuditedClinic clinic;
    fill(clinic);
    const std::string second = lines_of(clinic.lines()).at(1);
    CHECK(second.starts_with(R"({"n":2,"at":"2023-11-14T23:14:20+01:00","who":"Ines Ferreira",)"
                             R"("what":"created","session":")"));
    CHECK(second.find(R"(,"hash":")") == second.size() - 64 - 11);
}

TEST_CASE("every changed byte of the audit log is found") {
    AuditedClinic clinic;
    fill(clinic);
    const std::string good = bytes_of(clinic.lines());
    std::vector<std::size_t> unseen;
    for (std::size_t at = 0; at < good.size(); ++at) {
        std::string bad = good;
        bad[at] = static_cast<char>(bad[at] ^ 1);
        std::ofstream(clinic.lines(), std::ios::trunc | std::ios::binary) << bad;
        const auto report = verify_audit(clinic.files());
        if (!report || report->problems.empty())
            unseen.push_back(at);
    }
    CHECK(unseen == std::vector<std::size_t>{});
}

TEST_CASE("a changed line is named") {
    AuditedClinic clinic;
    fill(clinic);
    auto lines = lines_of(clinic.lines());
    lines[2].replace(lines[2].find("changed"), 7, "created");
    write_lines(clinic.lines(), lines);
    CHECK(clinic.verify().problems ==
          std::vector<std::string>{"Line 3: it was changed after it was written."});
}

TEST_CASE("every removed line of the audit log is found") {
    AuditedClinic clinic;
    fill(clinic);
    const auto good = lines_of(clinic.lines());
    for (std::size_t first = 0; first < good.size(); ++first)
        for (std::size_t count = 1; first + count <= good.size(); ++count) {
            INFO("lines " << first + 1 << " to " << first + count);
            auto lines = good;
            const auto begin = lines.begin() + static_cast<std::ptrdiff_t>(first);
            lines.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
            write_lines(clinic.lines(), lines);
            const std::string which = count == 1
                                          ? "entry " + std::to_string(first + 1) + " is missing"
                                          : "the entries " + std::to_string(first + 1) + " to " +
                                                std::to_string(first + count) + " are missing";
            CHECK(mentions(clinic.verify(), which));
        }
}

TEST_CASE("lines that were moved or put in are found") {
    AuditedClinic clinic;
    fill(clinic);
    const auto good = lines_of(clinic.lines());
    for (std::size_t a = 0; a < good.size(); ++a)
        for (std::size_t b = 0; b < good.size(); ++b) {
            INFO("line " << a + 1 << " and line " << b + 1);
            auto lines = good;
            if (a != b) {
                std::swap(lines[a], lines[b]);
                write_lines(clinic.lines(), lines);
                CHECK(!clinic.verify().problems.empty());
            }
            lines = good;
            lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(b), good[a]);
            write_lines(clinic.lines(), lines);
            CHECK(!clinic.verify().problems.empty());
        }
}

TEST_CASE("a line of another list is found") {
    AuditedClinic clinic, other;
    fill(clinic);
    other.note(Deed::amended, id(2));
    other.note(Deed::amended, id(3));
    other.note(Deed::amended, id(4));
    auto lines = lines_of(clinic.lines());
    lines[2] = lines_of(other.lines()).at(2);
    write_lines(clinic.lines(), lines);
    CHECK(mentions(clinic.verify(), "Line 3: it does not follow the line before"));
}

TEST_CASE("a missing audit log is found, and stays found when the work goes on") {
    AuditedClinic clinic;
    fill(clinic);
    fs::remove(clinic.lines());
    CHECK(mentions(clinic.verify(), "the entries 1 to 5 are missing"));
    clinic.note(Deed::opened);
    CHECK(mentions(clinic.verify(), "Line 1: the entries 1 to 5 are missing before it."));
}

TEST_CASE("a missing head is found, and stays found when the work goes on") {
    AuditedClinic clinic;
    fill(clinic);
    auto lines = lines_of(clinic.lines());
    lines.pop_back();
    write_lines(clinic.lines(), lines);
    fs::remove(clinic.head());
    CHECK(mentions(clinic.verify(), "The head of the list (audit/head.json) is missing"));
    clinic.note(Deed::opened);
    CHECK(mentions(clinic.verify(), "Line 5: when this line was written, the head"));
}

TEST_CASE("a cut off end stays found when the work goes on") {
    AuditedClinic clinic;
    fill(clinic);
    auto lines = lines_of(clinic.lines());
    lines.resize(3);
    write_lines(clinic.lines(), lines);
    clinic.note(Deed::opened);
    CHECK(clinic.verify().problems ==
          std::vector<std::string>{"Line 4: the entries 4 to 5 are missing before it."});
}

TEST_CASE("a folder with sessions and without an audit log is told") {
    AuditedClinic clinic;
    CHECK(clinic.verify().problems == std::vector<std::string>{});
    std::ofstream(clinic.files().path("sessions") / (id(1) + ".json")) << "{}";
    CHECK(mentions(clinic.verify(), "There is no audit log"));
    clinic.note(Deed::opened);
    const AuditReport report = clinic.verify();
    CHECK(report.problems == std::vector<std::string>{});
    REQUIRE(report.remarks.size() == 1);
    CHECK(report.remarks[0] ==
          "The list began at 2023-11-14T23:13:20+01:00; 1 sessions were there.");
}

TEST_CASE("a line that a power cut has torn is no tampering, and the next entry mends it") {
    AuditedClinic clinic;
    fill(clinic);
    const std::string good = bytes_of(clinic.lines());
    const std::string good_head = bytes_of(clinic.head());
    clinic.note(Deed::signed_);
    const std::string more = bytes_of(clinic.lines());
    for (std::size_t size = good.size(); size <= more.size(); ++size) {
        INFO(size - good.size() << " bytes of the line");
        // The head of the last line was never written: nobody was told that it is there.
        std::ofstream(clinic.lines(), std::ios::trunc | std::ios::binary) << more.substr(0, size);
        std::ofstream(clinic.head(), std::ios::trunc) << good_head;
        CHECK(clinic.verify().problems == std::vector<std::string>{});
        clinic.note(Deed::opened);
        const AuditReport report = clinic.verify();
        CHECK(report.problems == std::vector<std::string>{});
        CHECK(report.entries == (size == more.size() ? 7u : 6u));
    }
}

TEST_CASE("an entry costs the same in a long list: only its end is read") {
    AuditedClinic clinic;
    fill(clinic);
    // Whoever reads more than the end meets a hole of a terabyte.
    const auto lines = lines_of(clinic.lines());
    {
        std::ofstream out(clinic.lines(), std::ios::trunc | std::ios::binary);
        out.seekp(std::streamoff{1} << 40);
        out << "\n" << lines.back() << "\n";
    }
    clinic.note(Deed::opened);
    CHECK(fs::file_size(clinic.lines()) < (std::uintmax_t{1} << 40) + 2000);
}

TEST_CASE("several processes write one audit log") {
    AuditedClinic clinic;
    constexpr int writers = 4, each = 25;
    std::vector<pid_t> children;
    for (int writer = 0; writer < writers; ++writer) {
        children.push_back(::fork());
        if (children.back() == 0) {
            AuditLog log = clinic.log();
            for (int i = 0; i < each; ++i)
                if (!log.note({.what = Deed::changed, .session = id(writer)}).ok())
                    ::_exit(1);
            ::_exit(0);
        }
    }
    for (const pid_t child : children) {
        int status = 1;
        REQUIRE(::waitpid(child, &status, 0) == child);
        CHECK(status == 0);
    }
    const AuditReport report = clinic.verify();
    CHECK(report.problems == std::vector<std::string>{});
    CHECK(report.entries == 1 + writers * each);
}

TEST_CASE("without a clock nothing is noted") {
    AuditedClinic clinic;
    REQUIRE(AuditLog(clinic.files(), {}).note({.what = Deed::opened}).ok());
    CHECK_FALSE(fs::exists(clinic.lines()));
}

TEST_CASE("an audit log that cannot be written says so") {
    AuditedClinic clinic;
    REQUIRE(fs::create_directories(clinic.lines())); // a folder where the file belongs
    const auto noted = clinic.log().note({.what = Deed::opened});
    REQUIRE_FALSE(noted.ok());
    CHECK(noted.error().message.starts_with("The audit log could not be written. "));
}

TEST_CASE("a signed session must say what was signed") {
    AuditedClinic clinic;
    Document session = test::example();
    const std::string content = content_hash(session);
    session.signature = Signature{.at = {}, .by = "Ines", .licence = "", .content_hash = content};
    clinic.note(Deed::signed_, session.id, content);
    const auto problems = [&](const engine::Result<Document> &now) {
        const auto report =
            verify_audit(clinic.files(), [&](const std::string &asked) -> engine::Result<Document> {
                CHECK(asked == session.id);
                return now;
            });
        REQUIRE(report.ok());
        return *report;
    };
    CHECK(problems(session).problems == std::vector<std::string>{});
    Document changed = session;
    changed.note += "!";
    changed.signature->content_hash = content_hash(changed);
    CHECK(mentions(problems(changed), "and says something else now."));
    Document unsigned_now = session;
    unsigned_now.signature.reset();
    CHECK(mentions(problems(unsigned_now), "and its signature is gone."));
    CHECK(mentions(problems(engine::Error{"It is gone."}), "and cannot be read now: It is gone."));
    // Somebody who may delete the client has left a tombstone.
    REQUIRE(fs::create_directory(clinic.files().path("tombstones")));
    std::ofstream(clinic.files().path("tombstones") / (id(50) + ".json")) << "{}";
    CHECK(problems(engine::Error{"It is gone."}).problems == std::vector<std::string>{});
}
