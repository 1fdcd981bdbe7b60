#include "store/record/recovery.hpp"

#include "base/uuid.hpp"
#include "store/record/folder_record.hpp"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;

namespace {

/// "x.json.tmp-1234-0" was written by the process 1234.
std::optional<pid_t> writer_of(const std::string &name) {
    constexpr std::string_view mark = ".tmp-";
    const auto at = name.rfind(mark);
    if (at == name.npos)
        return {};
    pid_t process = 0;
    const char *begin = name.data() + at + mark.size();
    const auto [end, error] = std::from_chars(begin, name.data() + name.size(), process);
    const bool right = error == std::errc{} && end != begin && *end == '-';
    return right ? std::optional(process) : std::nullopt;
}

void sweep(const fs::path &folder) {
    std::error_code failed;
    for (fs::directory_iterator file{folder, failed}, end; !failed && file != end;
         file.increment(failed)) {
        const auto writer = writer_of(file->path().filename());
        if (writer && ::kill(*writer, 0) != 0 && errno == ESRCH) {
            std::error_code ignored; // it is swept the next time
            fs::remove(file->path(), ignored);
        }
    }
}

std::vector<std::string> sessions_with_journals(const ClinicFiles &files) {
    std::vector<std::string> ids;
    std::error_code failed;
    for (fs::directory_iterator file{files.path("journal"), failed}, end; !failed && file != end;
         file.increment(failed))
        if (file->path().extension() == ".jsonl" && engine::is_uuid(file->path().stem().string()))
            ids.push_back(file->path().stem());
    std::ranges::sort(ids);
    return ids;
}

/// Whether commands lie in the journal and nobody works on them. An empty one is swept.
bool is_left_behind(const ClinicFiles &files, const std::string &id) {
    auto journal = SharedFile::open(files.path(journal_name(id)));
    if (!journal || !journal->is_alone())
        return false;
    const auto lock = FileLock::take(*journal);
    const auto size = journal->size();
    if (!lock || !size || *size > 0)
        return true; // opening it reports what is wrong
    journal->remove();
    return false;
}

/// Nothing: the file held all of it.
std::optional<Recovered> recover_session(FolderStore &store, const std::string &id) {
    const auto before = store.read_session(id);
    if (!before)
        return Recovered{.session = id, .problem = before.error().message};
    Recovered recovered{.session = id, .client = before->document.client.name};
    auto record = FolderRecord::open(store, store.atlas(), id);
    if (!record) {
        recovered.problem = record.error().message;
        return recovered;
    }
    recovered.commands = (*record)->revision() - before->revision;
    recovered.damaged = (*record)->was_damaged();
    if (const auto saved = (*record)->save(); !saved)
        recovered.problem = saved.error().message;
    const bool nothing = recovered.commands == 0 && !recovered.damaged && recovered.problem.empty();
    return nothing ? std::nullopt : std::optional(recovered);
}

} // namespace

std::vector<Recovered> recover(FolderStore &store) {
    for (const char *folder : {"", "sessions", "clients", "journal", "audit", "tombstones"})
        sweep(store.files().path(folder));
    std::vector<Recovered> all;
    for (const std::string &id : sessions_with_journals(store.files()))
        if (is_left_behind(store.files(), id))
            if (auto recovered = recover_session(store, id))
                all.push_back(std::move(*recovered));
    return all;
}

} // namespace app
