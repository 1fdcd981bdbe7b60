// encrypt, decrypt and rekey: the passphrase of a whole clinic.

#include "host/clock.hpp"
#include "open_store.hpp"
#include "store/audit/audit_log.hpp"

#include <cstdio>
#include <filesystem>
#include <unistd.h>
#include <utility>
#include <vector>

namespace cli {

using app::ClinicFiles;
using app::Secret;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

/// What the three have in common.
struct PassphraseRequest {
    StoreArgs store;
    std::filesystem::path folder, new_passphrase_file;
    bool recovery_key = false;
};

std::vector<engine::Argument> vault_arguments(PassphraseRequest &request) {
    return {store_folder(request.folder, "Name one folder of a clinic."),
            passphrase_option(request.store)};
}

engine::CommandLine encrypt_line(PassphraseRequest &request) {
    auto arguments = vault_arguments(request);
    arguments.back().help = "its first line is the passphrase; left out, it is taken from "
                            "the environment variable PALPATE_PASSPHRASE, or asked for";
    return {
        .program = "palpate-cli encrypt",
        .about = "Encrypts all records of a clinic's folder, and prints the recovery key once: it "
                 "opens the clinic when the passphrase is lost. Without both, nobody can. When it "
                 "was cut short, call it again. Close Palpate first.",
        .arguments = std::move(arguments),
    };
}

engine::CommandLine decrypt_line(PassphraseRequest &request) {
    return {
        .program = "palpate-cli decrypt",
        .about =
            "Makes all records of a clinic's folder readable without a passphrase again. Close "
            "Palpate first.",
        .arguments = vault_arguments(request),
    };
}

engine::CommandLine rekey_line(PassphraseRequest &request) {
    auto arguments = vault_arguments(request);
    arguments.push_back({"--new-passphrase-file", "FILE",
                         "its first line is the new passphrase; left out, it is taken from "
                         "the environment variable PALPATE_NEW_PASSPHRASE, or asked for",
                         &request.new_passphrase_file});
    arguments.push_back({"--recovery-key", "",
                         "leave the passphrase, and print a new recovery key: the old one opens "
                         "nothing any more",
                         &request.recovery_key});
    return {
        .program = "palpate-cli rekey",
        .about = "Gives an encrypted clinic a new passphrase, and rewrites no record. The recovery "
                 "key is good as the old passphrase, and stays. Whoever had the old passphrase and "
                 "a copy of vault.json can still open copies of the records: decrypt and encrypt "
                 "anew against that.",
        .arguments = std::move(arguments),
    };
}

void warn_when_weak(std::string_view passphrase) {
    if (app::is_weak_passphrase(passphrase))
        std::fputs("palpate-cli: This passphrase is short and may be guessed. Four or more words "
                   "make a good one; rekey changes it at any time.\n",
                   stderr);
}

void show_recovery_key(const Secret &words) {
    std::fputs("Recovery key, shown only now: write it down and keep it away from this computer, "
               "it opens the clinic when the passphrase is lost.\n",
               stdout);
    std::fwrite(words.data(), 1, words.size(), stdout);
    std::fputc('\n', stdout);
    std::fflush(stdout);
}

ClinicFiles::Progress progress() {
    if (::isatty(STDERR_FILENO) != 1)
        return {};
    return [](std::size_t ready, std::size_t all) {
        constexpr std::size_t step = 100;
        if (ready % step == 0 || ready == all)
            std::fprintf(stderr, "\r%zu of %zu files%s", ready, all, ready == all ? "\n" : "");
    };
}

void tell_what_stays_readable(const ClinicFiles &files) {
    std::fputs("The records are encrypted. Not encrypted, and readable as before:\n"
               "  backups and copies that were made earlier: delete them, and make new ones\n",
               stdout);
    for (const auto &left : files.left_readable())
        std::printf("  %s\n", left.c_str());
    std::fputs("A disk may keep traces of deleted files; only encrypting the whole disk hides "
               "them.\n",
               stdout);
}

/// The keys, printed before any file is changed; then the files.
Result<Done> encrypt_files(ClinicFiles &files, std::string_view passphrase) {
    if (files.is_encrypted()) { // it was cut short: nobody may have read the first one
        if (const auto opened = files.unlock(passphrase); !opened)
            return opened;
    }
    const auto recovery = files.is_encrypted()
                              ? files.renew_recovery_key()
                              : files.begin_encryption(passphrase, app::PassphraseCost{});
    if (!recovery)
        return recovery.error();
    show_recovery_key(*recovery);
    if (const auto noted = files.note_recovery_told(); !noted)
        return noted;
    return files.finish_change(progress());
}

Outcome note_and_leave(const ClinicFiles &files, app::Deed deed) {
    const auto noted = app::AuditLog(files, command_line_actor()).note({.what = deed});
    if (!noted)
        return noted.error();
    return done;
}

// The files of an encrypted clinic, unlocked; `when_plain` says that it is not encrypted.
Result<ClinicFiles> open_encrypted(const PassphraseRequest &request, const char *when_plain) {
    if (const auto there = check_clinic(request.folder); !there)
        return there.error();
    auto files = ClinicFiles::open(request.folder);
    if (files && !files->is_encrypted())
        return Error{when_plain};
    if (files)
        files = unlocked(std::move(*files), request.store);
    return files;
}

Result<Done> change_key(const PassphraseRequest &request, ClinicFiles &files) {
    if (request.recovery_key) {
        const auto words = files.renew_recovery_key();
        if (!words)
            return words.error();
        show_recovery_key(*words);
        return files.note_recovery_told();
    }
    const auto passphrase = read_passphrase({.question = "New passphrase: ",
                                             .variable = "PALPATE_NEW_PASSPHRASE",
                                             .file = request.new_passphrase_file,
                                             .twice = true});
    if (!passphrase)
        return passphrase.error();
    if (const auto set = files.change_passphrase(passphrase->text(), {}); !set)
        return set;
    warn_when_weak(passphrase->text());
    std::fputs("The clinic has its new passphrase. The recovery key is the same as before.\n",
               stdout);
    return Done{};
}

} // namespace

Outcome encrypt_command(Args args) {
    PassphraseRequest request;
    if (const auto exit = engine::answer(encrypt_line(request), args))
        return *exit;
    if (const auto there = check_clinic(request.folder); !there)
        return there.error();
    auto files = ClinicFiles::open(request.folder);
    if (!files)
        return files.error();
    if (files->is_encrypted() && !files->is_changing())
        return Error{"This clinic is encrypted already. rekey changes its passphrase."};
    const auto passphrase = read_passphrase({.question = "Passphrase for this clinic: ",
                                             .variable = "PALPATE_PASSPHRASE",
                                             .file = request.store.passphrase_file,
                                             .twice = !files->is_encrypted()});
    if (!passphrase)
        return passphrase.error();
    if (const auto encrypted = encrypt_files(*files, passphrase->text()); !encrypted)
        return encrypted.error();
    warn_when_weak(passphrase->text());
    tell_what_stays_readable(*files);
    return note_and_leave(*files, app::Deed::encrypted);
}

Outcome decrypt_command(Args args) {
    PassphraseRequest request;
    if (const auto exit = engine::answer(decrypt_line(request), args))
        return *exit;
    auto files = open_encrypted(request, "This clinic is not encrypted. Nothing was changed.");
    if (!files)
        return files.error();
    // A decryption that was cut short may have ended just now.
    if (files->is_encrypted()) {
        if (const auto begun = files->begin_decryption(); !begun)
            return begun.error();
        if (const auto ended = files->finish_change(progress()); !ended)
            return ended.error();
    }
    std::fputs("The records can be read without a passphrase again.\n", stdout);
    return note_and_leave(*files, app::Deed::decrypted);
}

Outcome rekey_command(Args args) {
    PassphraseRequest request;
    if (const auto exit = engine::answer(rekey_line(request), args))
        return *exit;
    auto files = open_encrypted(
        request, "This clinic is not encrypted, so it has no passphrase. Use encrypt.");
    if (!files)
        return files.error();
    if (const auto rekeyed = change_key(request, *files); !rekeyed)
        return rekeyed.error();
    return note_and_leave(*files, app::Deed::rekeyed);
}

} // namespace cli
