#include "base/file.hpp"
#include "model/session/signing.hpp"
#include "store/audit/audit_line.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
#include <ios>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace app {

namespace fs = std::filesystem;
using audit::Head;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

/// More sentences help nobody.
constexpr std::size_t most_problems = 100;

struct RawLine {
    std::uint64_t number = 0; ///< from 1
    std::string text;         ///< without its end; cut where it is longer than any of ours
    bool whole = true;        ///< it has an end
};

/// Reads in pieces: neither the list nor a line of it needs to fit into memory.
Result<Done> each_line(const fs::path &file, const std::function<void(const RawLine &)> &take) {
    std::ifstream in(file, std::ios::binary);
    if (!in)
        return Error{"The audit log " + file.string() + " cannot be read (" + std::strerror(errno) +
                     "). Check the folder, then try again."};
    std::string piece(std::size_t{64} << 10U, '\0');
    RawLine line{.number = 1, .text = {}};
    bool begun = false;
    while (in.read(piece.data(), static_cast<std::streamsize>(piece.size())) || in.gcount() > 0) {
        std::string_view rest(piece.data(), static_cast<std::size_t>(in.gcount()));
        while (!rest.empty()) {
            const std::size_t end = rest.find('\n');
            const std::string_view part = rest.substr(0, end);
            line.text +=
                part.substr(0, std::min(part.size(), audit::max_line_bytes + 1 - line.text.size()));
            begun = end == std::string_view::npos;
            rest.remove_prefix(begun ? rest.size() : end + 1);
            if (begun)
                continue;
            take(line);
            line = RawLine{.number = line.number + 1, .text = {}};
        }
    }
    if (in.bad())
        return Error{"The audit log " + file.string() +
                     " could not be read to its end. Check the disk, then try again."};
    line.whole = false;
    if (begun)
        take(line);
    return Done{};
}

Result<AuditLine> read_line(const ClinicFiles &files, std::string_view raw) {
    if (raw.size() > audit::max_line_bytes)
        return Error{"it is longer than any line of Palpate"};
    const auto text = files.from_line(audit::log_name, raw);
    if (!text)
        return Error{"it is damaged"};
    return audit::line_from_text(*text);
}

std::string entries(std::uint64_t first, std::uint64_t last) {
    return first == last ? "entry " + std::to_string(first) + " is missing"
                         : "the entries " + std::to_string(first) + " to " + std::to_string(last) +
                               " are missing";
}

/// Follows the chain line by line.
class Checker {
  public:
    Checker(const ClinicFiles &files, std::optional<Head> head)
        : files_(&files), head_(std::move(head)) {}

    void take(const RawLine &raw);
    AuditReport finish();
    /// The last "signed" line of each session.
    const std::map<std::string, AuditLine> &signatures() const { return signatures_; }

  private:
    void complain(std::uint64_t number, const std::string &what) {
        complain("Line " + std::to_string(number) + ": " + what);
    }
    void complain(const std::string &sentence);
    void follow(const RawLine &raw, const AuditLine &line);

    const ClinicFiles *files_;
    std::optional<Head> head_;
    AuditReport report_;
    std::uint64_t unsaid_ = 0; ///< problems beyond the most
    std::uint64_t n_ = 0;      ///< of the last line
    std::string hash_;         ///< of the last line
    bool known_ = true;        ///< the last line could be read
    bool met_head_ = false;
    std::map<std::string, AuditLine> signatures_;
};

void Checker::complain(const std::string &sentence) {
    if (report_.problems.size() < most_problems)
        report_.problems.push_back(sentence);
    else
        ++unsaid_;
}

void Checker::take(const RawLine &raw) {
    if (!raw.whole && raw.text.size() <= audit::max_line_bytes) {
        report_.remarks.push_back("Line " + std::to_string(raw.number) +
                                  " was cut off while it was written, by a power cut for example. "
                                  "Nobody was told that it is there; the next entry removes it.");
        return;
    }
    ++report_.entries;
    auto line = read_line(*files_, raw.text);
    if (line) {
        follow(raw, *line);
        return;
    }
    complain(raw.number, line.error().message + ".");
    known_ = false;
    ++n_;
}

void Checker::follow(const RawLine &raw, const AuditLine &line) {
    if (line.n > n_ + 1)
        complain(raw.number, entries(n_ + 1, line.n - 1) + " before it.");
    else if (line.n <= n_)
        complain(raw.number, "entry " + std::to_string(line.n) +
                                 " does not belong here: it was moved, or put in.");
    else if (known_ && line.previous != hash_)
        complain(raw.number, "it does not follow the line before: one of them was put in, or "
                             "written anew.");
    if (line.entry.what == Deed::lost)
        complain(raw.number, "when this line was written, the head of the list was not there: "
                             "whether lines before it are missing cannot be told.");
    if (head_ && line.n == head_->n)
        met_head_ = met_head_ || line.hash == head_->hash;
    if (raw.number == 1 && line.entry.what == Deed::began)
        report_.remarks.push_back("The list began at " + engine::to_iso(line.at) + "; " +
                                  line.entry.detail + ".");
    if (line.entry.what == Deed::signed_)
        signatures_.insert_or_assign(line.entry.session, line);
    n_ = line.n;
    hash_ = line.hash;
    known_ = true;
}

AuditReport Checker::finish() {
    if (!head_ && report_.entries > 0)
        complain("The head of the list (" + std::string(audit::head_name) +
                 ") is missing or damaged: whether the last entries are there cannot be told.");
    else if (head_ && head_->n > n_)
        complain("At the end " + entries(n_ + 1, head_->n) + ".");
    else if (head_ && head_->n > 0 && !met_head_)
        complain("Entry " + std::to_string(head_->n) +
                 " is not the one that the head of the list "
                 "names: lines at the end were replaced.");
    if (unsaid_ > 0)
        report_.problems.push_back("And " + std::to_string(unsaid_) + " more of these.");
    report_.head = hash_;
    return std::move(report_);
}

Result<std::optional<Head>> head_of(const ClinicFiles &files) {
    if (!files.has(audit::head_name))
        return std::optional<Head>{};
    const auto text = files.read(audit::head_name, audit::max_head_bytes);
    const auto head = text ? audit::head_from_text(*text) : Result<Head>{text.error()};
    return head ? std::optional<Head>{*head} : std::optional<Head>{};
}

bool has_sessions(const ClinicFiles &files) {
    std::error_code failed;
    return !fs::is_empty(files.path("sessions"), failed) && !failed;
}

/// What is wrong with a session that was signed; empty: nothing.
std::string problem_of(const AuditLine &signature, const Result<Document> &session) {
    const std::string which = "Session " + signature.entry.session + " was signed at " +
                              engine::to_iso(signature.at) + " by " + signature.who;
    if (!session)
        return which + " and cannot be read now: " + session.error().message;
    if (content_hash(*session) != signature.entry.content)
        return which + ", and says something else now.";
    if (!session->signature)
        return which + ", and its signature is gone.";
    if (session->signature->content_hash != signature.entry.content)
        return which + ", and its signature is another one now.";
    return {};
}

Result<AuditReport> verify(const ClinicFiles &files,
                           const std::function<Result<Document>(const std::string &)> *load) {
    // The head first: what is written from now on follows it.
    const auto head = head_of(files);
    if (!head)
        return head.error();
    Checker checker(files, *head);
    if (files.has(audit::log_name)) {
        const auto read = each_line(files.path(audit::log_name),
                                    [&](const RawLine &line) { checker.take(line); });
        if (!read)
            return read.error();
    }
    AuditReport report = checker.finish();
    if (report.entries == 0 && !*head && has_sessions(files))
        report.problems.emplace_back("There is no audit log, though there are sessions.");
    if (load == nullptr)
        return report;
    for (const auto &[session, line] : checker.signatures()) {
        const bool erased = !line.entry.client.empty() &&
                            files.has(fs::path("tombstones") / (line.entry.client + ".json"));
        if (!erased)
            if (const std::string problem = problem_of(line, (*load)(session)); !problem.empty())
                report.problems.push_back(problem);
    }
    return report;
}

} // namespace

Result<AuditReport> verify_audit(const ClinicFiles &files) {
    return verify(files, nullptr);
}

Result<AuditReport> verify_audit(const ClinicFiles &files,
                                 const std::function<Result<Document>(const std::string &)> &load) {
    return verify(files, &load);
}

Result<Done> read_audit(const ClinicFiles &files,
                        const std::function<void(const AuditLine &)> &each) {
    if (!files.has(audit::log_name))
        return Done{};
    return each_line(files.path(audit::log_name), [&](const RawLine &raw) {
        if (const auto line = read_line(files, raw.text); line && raw.whole)
            each(*line);
    });
}

} // namespace app
