// Encrypting and decrypting a whole clinic, file by file, each one replaced in place at once.
// vault.json says that it goes on, so that files of both kinds may be read until it ends.

#include "base/file.hpp"
#include "store/files/clinic_files.hpp"
#include "store/vault/sealed_bytes.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace app {

namespace fs = std::filesystem;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::array record_folders{"audit", "clients", "journal", "sessions", "tombstones"};
constexpr std::array record_files{"settings.json", "tablet.json"};
constexpr std::string_view index_name = "index.sqlite"; // and its companions, rebuilt by itself
constexpr std::size_t max_file_bytes = std::size_t{2} << 30;

bool is_temporary(const fs::path &file) {
    return file.filename().string().find(".tmp-") != std::string::npos;
}

bool is_index(const fs::path &file) {
    return file.filename().string().starts_with(index_name);
}

bool is_plain_file(const fs::directory_entry &entry) {
    std::error_code failed;
    return entry.symlink_status(failed).type() == fs::file_type::regular;
}

/// The names in a folder of the clinic; a folder that is not there has none.
Result<std::vector<fs::directory_entry>> entries_of(const fs::path &folder) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    if (!fs::exists(folder, failed) && !failed)
        return entries;
    for (fs::directory_iterator at{folder, failed}, end; !failed && at != end; at.increment(failed))
        entries.push_back(*at);
    if (failed)
        return Error{"The folder " + folder.string() + " cannot be listed (" + failed.message() +
                     "). Check the folder, then try again."};
    std::ranges::sort(entries, {}, [](const fs::directory_entry &e) { return e.path(); });
    return entries;
}

/// Of programs that are gone: this one has the folder alone.
void sweep(const std::vector<fs::directory_entry> &entries) {
    for (const fs::directory_entry &entry : entries)
        if (is_plain_file(entry) && (is_temporary(entry.path()) || is_index(entry.path()))) {
            std::error_code failed;
            fs::remove(entry.path(), failed);
        }
}

/// What a change replaces, relative to the folder.
Result<std::vector<fs::path>> files_to_change(const fs::path &folder) {
    std::vector<fs::path> names;
    const auto top = entries_of(folder);
    if (!top)
        return top.error();
    sweep(*top);
    for (const char *name : record_files)
        if (fs::is_regular_file(folder / name))
            names.emplace_back(name);
    for (const char *inner : record_folders) {
        const auto entries = entries_of(folder / inner);
        if (!entries)
            return entries.error();
        sweep(*entries);
        for (const fs::directory_entry &entry : *entries)
            if (is_plain_file(entry) && !is_temporary(entry.path()))
                names.push_back(inner / entry.path().filename());
    }
    return names;
}

/// Those of a crashed index that could not be removed would hold names.
Result<Done> check_index_is_gone(const fs::path &folder) {
    const auto top = entries_of(folder);
    if (!top)
        return top.error();
    for (const fs::directory_entry &entry : *top)
        if (is_index(entry.path()))
            return Error{"The file " + entry.path().string() +
                         " cannot be removed. Remove it, then try again; it is made anew."};
    return Done{};
}

Error in_use(const fs::path &folder, std::string_view what) {
    return {
        "The clinic in " + folder.string() +
        " is open in another program, or the folder cannot be written. Close Palpate everywhere "
        "it uses this folder, then " +
        std::string(what) + " again. Nothing was changed."};
}

} // namespace

Result<Secret> ClinicFiles::begin_encryption(std::string_view passphrase,
                                             const PassphraseCost &cost) {
    if (vault_)
        return Error{"This clinic is encrypted already. To change its passphrase, use rekey."};
    if (const auto good = check_passphrase(passphrase); !good)
        return good.error();
    auto vault = Vault::make(passphrase, cost);
    if (!vault)
        return vault.error();
    Secret recovery = vault->renew_recovery_key();
    if (!lock_.take_alone())
        return in_use(folder_, "encrypt");
    if (const auto saved = vault->save(folder_); !saved) {
        lock_.share_again();
        return saved.error();
    }
    vault_ = std::move(*vault);
    return recovery;
}

Result<Done> ClinicFiles::begin_decryption() {
    if (!vault_)
        return Error{"This clinic is not encrypted. Nothing was changed."};
    if (is_locked())
        return Error{"This clinic is locked. Open it with its passphrase or the recovery key."};
    if (!lock_.take_alone())
        return in_use(folder_, "decrypt");
    vault_->set_state(VaultState::decrypting);
    if (auto saved = vault_->save(folder_); !saved) {
        vault_->set_state(VaultState::on);
        lock_.share_again();
        return saved;
    }
    return Done{};
}

Result<std::string> ClinicFiles::converted_lines(const fs::path &name, std::string_view bytes,
                                                 bool seal) const {
    const Secret &key = vault_->lines_key();
    const std::string bound = name.generic_string();
    std::string lines;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const bool whole = end != bytes.npos;
        const std::string_view line = bytes.substr(0, end);
        bytes.remove_prefix(whole ? end + 1 : bytes.size());
        const auto text = is_sealed_line(line) ? open_line(key, bound, line) : Error{};
        if (seal)
            lines += text.ok() ? std::string(line) : seal_line(key, bound, line);
        else if (text.ok())
            lines += *text;
        else if (!is_sealed_line(line) || !whole)
            lines += line; // plain already; or cut short while it was written, as before
        else
            return text.error();
        if (whole)
            lines += '\n';
    }
    return lines;
}

Result<Done> ClinicFiles::convert(const fs::path &name, bool seal) const {
    auto bytes = engine::read_file(path(name), max_file_bytes);
    if (!bytes)
        return bytes.error();
    if (name.extension() == ".jsonl") {
        const auto lines = converted_lines(name, *bytes, seal);
        if (!lines)
            return lines.error();
        return *lines == *bytes ? Done{} : engine::write_file_durably(path(name), *lines);
    }
    if (are_sealed(*bytes) == seal)
        return Done{};
    const Secret &key = vault_->files_key();
    if (seal)
        return engine::write_file_durably(path(name),
                                          seal_bytes(key, name.generic_string(), *bytes));
    const auto plain = open_sealed(key, name.generic_string(), *bytes, max_file_bytes);
    return plain ? engine::write_file_durably(path(name), *plain) : plain.error();
}

Result<Done> ClinicFiles::finish_change(const Progress &progress) {
    if (!is_changing())
        return Done{};
    engine::check(!is_locked(), "a clinic that changes is open");
    if (!lock_.take_alone())
        return in_use(folder_, "try");
    const bool seal = vault_->state() == VaultState::encrypting;
    const auto names = files_to_change(folder_);
    Result<Done> first = names ? check_index_is_gone(folder_) : names.error();
    for (std::size_t i = 0; names && i < names->size(); ++i) {
        const auto converted = convert((*names)[i], seal);
        if (!converted && first)
            first = converted.error();
        if (progress)
            progress(i + 1, names->size());
    }
    if (first && seal) {
        vault_->set_state(VaultState::on);
        first = vault_->save(folder_);
        if (!first)
            vault_->set_state(VaultState::encrypting);
    } else if (first) {
        first = remove(vault_name);
        if (first)
            vault_.reset();
    }
    lock_.share_again();
    return first;
}

std::vector<fs::path> ClinicFiles::left_readable() const {
    constexpr std::array ours{"clinic.lock", "vault.json"};
    std::vector<fs::path> left;
    const auto top = entries_of(folder_);
    if (!top)
        return left;
    for (const fs::directory_entry &entry : *top) {
        const std::string name = entry.path().filename();
        const auto is_name = [&](const char *known) { return name == known; };
        std::error_code failed;
        const bool empty = entry.is_directory(failed) && fs::is_empty(entry.path(), failed);
        if (!empty && !std::ranges::any_of(ours, is_name) &&
            !std::ranges::any_of(record_files, is_name) &&
            !std::ranges::any_of(record_folders, is_name) && !is_index(name))
            left.push_back(entry.path());
    }
    return left;
}

Result<Done> ClinicFiles::change_passphrase(std::string_view passphrase,
                                            const PassphraseCost &cost) {
    if (!vault_)
        return Error{"This clinic is not encrypted, so it has no passphrase. Use encrypt first."};
    if (is_locked())
        return Error{"This clinic is locked. Open it with its passphrase or the recovery key."};
    if (auto set = vault_->set_passphrase(passphrase, cost); !set)
        return set;
    return vault_->save(folder_);
}

Result<Secret> ClinicFiles::renew_recovery_key() {
    engine::check(vault_ && vault_->is_open(), "a clinic that gets a recovery key is open");
    Secret recovery = vault_->renew_recovery_key();
    if (const auto saved = vault_->save(folder_); !saved)
        return saved.error();
    return recovery;
}

Result<Done> ClinicFiles::note_recovery_told() {
    if (recovery_told())
        return Done{};
    vault_->set_recovery_told();
    return vault_->save(folder_);
}

} // namespace app
