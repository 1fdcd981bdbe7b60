#include "store/audit/audit_log.hpp"

#include "base/file.hpp"
#include "store/audit/audit_line.hpp"
#include "store/disk/shared_file.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

namespace app {

namespace fs = std::filesystem;
using audit::Head;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

/// What stands at the end of the file.
struct End {
    std::uint64_t size = 0;        ///< of whole lines; what is torn lies behind it
    bool needs_line_end = false;   ///< somebody has put more there than we ever write
    bool empty = true;             ///< no line at all
    std::optional<AuditLine> last; ///< none: there is none, or it is damaged
};

/// One read, however long the list is.
Result<End> read_end(const ClinicFiles &files, const SharedFile &log) {
    const auto size = log.size();
    if (!size)
        return size.error();
    const std::uint64_t from =
        *size > 2 * audit::max_line_bytes ? *size - 2 * audit::max_line_bytes : 0;
    const auto tail = log.read(from, 3 * audit::max_line_bytes);
    if (!tail)
        return tail.error();
    End end{.size = *size, .empty = *size == 0};
    const auto line_end = tail->rfind('\n');
    if (line_end == std::string::npos) {
        // A line that long is not of ours: it stays, and the check of the list finds it.
        end.needs_line_end = *size > audit::max_line_bytes;
        return end.needs_line_end ? end : End{};
    }
    end.needs_line_end = tail->size() - line_end - 1 > audit::max_line_bytes;
    if (!end.needs_line_end)
        end.size = from + line_end + 1;
    const auto line_begin = line_end == 0 ? std::string::npos : tail->rfind('\n', line_end - 1);
    const std::size_t begin = line_begin == std::string::npos ? 0 : line_begin + 1;
    const auto text =
        files.from_line(audit::log_name, std::string_view(*tail).substr(begin, line_end - begin));
    if (text)
        if (auto line = audit::line_from_text(*text))
            end.last = std::move(*line);
    return end;
}

/// None: it is not there, or it is damaged. An Error: the disk does not give it away now.
Result<std::optional<Head>> read_head(const ClinicFiles &files) {
    const fs::path name = audit::head_name;
    if (!files.has(name))
        return std::optional<Head>{};
    const auto bytes = engine::read_file(files.path(name), audit::max_head_bytes);
    if (!bytes)
        return bytes.error();
    auto text = files.read(name, audit::max_head_bytes);
    if (!text)
        text = files.read(name, audit::max_head_bytes); // a disk that failed once is no damage
    if (!text)
        return std::optional<Head>{};
    const auto head = audit::head_from_text(*text);
    return head ? std::optional<Head>{*head} : std::optional<Head>{};
}

std::size_t sessions_in(const ClinicFiles &files) {
    std::error_code failed;
    std::size_t count = 0;
    fs::directory_iterator names{files.path("sessions"), failed};
    for (; !failed && names != fs::directory_iterator{}; names.increment(failed))
        count += names->path().extension() == ".json" ? 1 : 0;
    return count;
}

/// The list while this process has it for itself.
class Pen {
  public:
    Pen(const ClinicFiles &files, const Actor &actor, SharedFile &log)
        : files_(&files), actor_(&actor), log_(&log) {}

    /// Finds the place for the next line, and brings the head there.
    Result<Done> begin();
    Result<Done> write(const AuditEntry &entry);

  private:
    Result<Done> write_head(Head head);

    const ClinicFiles *files_;
    const Actor *actor_;
    SharedFile *log_;
    Head head_;
    std::uint64_t size_ = 0;
    bool needs_line_end_ = false;
};

Result<Done> Pen::begin() {
    const auto end = read_end(*files_, *log_);
    if (!end)
        return end.error();
    size_ = end->size;
    needs_line_end_ = end->needs_line_end;
    const auto head = read_head(*files_);
    if (!head)
        return head.error();
    if (!*head && end->empty) {
        // The head comes first: so a line without a head is always a loss.
        if (const auto written = write_head({}); !written)
            return written;
        return write({.what = Deed::began,
                      .detail = std::to_string(sessions_in(*files_)) + " sessions were there"});
    }
    if (!*head) {
        if (end->last)
            head_ = {end->last->n, end->last->hash};
        return write({.what = Deed::lost, .detail = "the head was not there"});
    }
    head_ = **head;
    // A line whose head was not written any more: nobody has it acknowledged, and it is whole.
    if (end->last && end->last->n == head_.n + 1 && end->last->previous == head_.hash)
        return write_head({end->last->n, end->last->hash});
    return Done{};
}

Result<Done> Pen::write(const AuditEntry &entry) {
    const std::string who = actor_->who ? actor_->who() : std::string{};
    AuditLine line{.n = head_.n + 1,
                   .at = actor_->clock(),
                   .who = who.empty() ? entry.therapist : who,
                   .entry = entry,
                   .previous = head_.hash,
                   .hash = {}};
    const std::string text = (std::exchange(needs_line_end_, false) ? "\n" : "") +
                             files_->to_line(audit::log_name, audit::to_text(line));
    if (const auto appended = log_->append(size_, text); !appended)
        return appended;
    size_ += text.size();
    // The line is durable: whoever writes the next one brings the head there, or says why not.
    (void)write_head({line.n, line.hash});
    return Done{};
}

Result<Done> Pen::write_head(Head head) {
    head_ = std::move(head);
    return files_->write(audit::head_name, audit::to_text(head_));
}

} // namespace

Result<Done> AuditLog::begin() {
    if (!is_on() || files_->has(audit::head_name) || files_->has(audit::log_name))
        return Done{};
    return write(nullptr);
}

Result<Done> AuditLog::note(const AuditEntry &entry) {
    return is_on() ? write(&entry) : Done{};
}

Result<Done> AuditLog::write(const AuditEntry *entry) {
    const auto write = [&]() -> Result<Done> {
        if (const auto made = files_->make_folder("audit"); !made)
            return made;
        auto log = SharedFile::open(files_->path(audit::log_name));
        if (!log)
            return log.error();
        const auto lock = FileLock::take(*log);
        if (!lock)
            return lock.error();
        Pen pen(*files_, actor_, *log);
        if (const auto ready = pen.begin(); !ready)
            return ready;
        return entry != nullptr ? pen.write(*entry) : Result<Done>{Done{}};
    };
    const auto written = write();
    if (!written)
        return Error{"The audit log could not be written. " + written.error().message};
    return written;
}

} // namespace app
