// encrypt, decrypt and rekey: the passphrase of a whole clinic.

#include "host/clock.hpp"
#include "open_store.hpp"
#include "store/audit/audit_log.hpp"

#include <cstdio>
#include <optional>
#include <unistd.h>

namespace cli {

using app::ClinicFiles;
using app::Secret;
using engine::Done;
using engine::Error;
using engine::Result;

namespace {

constexpr std::string_view encrypt_usage =
    "Usage: palpate-cli encrypt STORE_DIR [--passphrase-file FILE]\n\n"
    "Encrypts all records of a clinic's folder, and prints the recovery key once: it opens the\n"
    "clinic when the passphrase is lost. Without both, nobody can. When it was cut short, call it\n"
    "again. Close Palpate first.\n"
    "  --passphrase-file FILE   its first line is the passphrase; left out, it is taken from\n"
    "                           PALPATE_PASSPHRASE, or asked for\n";
constexpr std::string_view decrypt_usage =
    "Usage: palpate-cli decrypt STORE_DIR [--passphrase-file FILE]\n\n"
    "Makes all records of a clinic's folder readable without a passphrase again. Close Palpate\n"
    "first.\n";
constexpr std::string_view rekey_usage =
    "Usage: palpate-cli rekey STORE_DIR [--passphrase-file FILE] [--new-passphrase-file FILE]\n"
    "       palpate-cli rekey STORE_DIR --recovery-key [--passphrase-file FILE]\n\n"
    "Gives an encrypted clinic a new passphrase, and rewrites no record. The recovery key is good\n"
    "as the old passphrase, and stays. Whoever had the old passphrase and a copy of vault.json "
    "can\n"
    "still open copies of the records: decrypt and encrypt anew against that.\n"
    "  --new-passphrase-file FILE   its first line is the new passphrase; left out, it is taken\n"
    "                               from PALPATE_NEW_PASSPHRASE, or asked for\n"
    "  --recovery-key               leave the passphrase, and print a new recovery key: the old "
    "one\n"
    "                               opens nothing any more\n";

/// What the three have in common.
struct Request {
    StoreArgs store;
    std::filesystem::path folder, new_passphrase_file;
    bool recovery_key = false;
};

/// Takes the options of rekey out of the arguments.
Result<Request> parse_request(Args args, bool rekey) {
    Request request;
    std::vector<std::string> rest;
    for (std::size_t i = 0; i < args.size(); ++i) {
        if (rekey && args[i] == "--recovery-key")
            request.recovery_key = true;
        else if (rekey && args[i] == "--new-passphrase-file" && i + 1 < args.size())
            request.new_passphrase_file = args[++i];
        else
            rest.push_back(args[i]);
    }
    auto store = take_store_args(rest);
    if (!store)
        return store.error();
    request.store = std::move(*store);
    return request;
}

/// Nothing: `exit` is the exit code, and what there is to say was said.
std::optional<Request> take_request(Args args, std::string_view usage, bool rekey, int &exit) {
    auto request = parse_request(args, rekey);
    const auto parsed = request ? parse(request->store.rest) : Result<Parsed>(request.error());
    if (!parsed)
        exit = complain_usage(parsed.error().message, usage);
    else if (parsed->help)
        exit = show_usage(usage == decrypt_usage ? std::string(usage) + std::string(passphrase_help)
                                                 : std::string(usage));
    else if (parsed->files.size() != 1)
        exit = complain_usage("Name one folder of a clinic.", usage);
    else {
        request->folder = parsed->files.front();
        return std::move(*request);
    }
    return std::nullopt;
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
Result<Done> encrypt(ClinicFiles &files, std::string_view passphrase) {
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

Result<Done> note_in_audit_log(const ClinicFiles &files, app::Deed deed) {
    app::AuditLog log(files, {[] { return std::string("palpate-cli"); }, engine::wall_clock});
    return log.note({.what = deed});
}

int finish(const Result<Done> &result) {
    return result ? done : complain(result.error().message, failed);
}

// The files of an encrypted clinic, unlocked; `when_plain` says that it is not encrypted.
Result<ClinicFiles> open_encrypted(const Request &request, const char *when_plain) {
    if (const auto there = check_clinic(request.folder); !there)
        return there.error();
    auto files = ClinicFiles::open(request.folder);
    if (files && !files->is_encrypted())
        return Error{when_plain};
    if (files)
        files = unlocked(std::move(*files), request.store);
    return files;
}

Result<Done> rekey(const Request &request, ClinicFiles &files) {
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

int encrypt_command(Args args) {
    int exit = done;
    const auto request = take_request(args, encrypt_usage, false, exit);
    if (!request)
        return exit;
    if (const auto there = check_clinic(request->folder); !there)
        return complain(there.error().message, failed);
    auto files = ClinicFiles::open(request->folder);
    if (!files)
        return complain(files.error().message, failed);
    if (files->is_encrypted() && !files->is_changing())
        return complain("This clinic is encrypted already. rekey changes its passphrase.", failed);
    const auto passphrase = read_passphrase({.question = "Passphrase for this clinic: ",
                                             .variable = "PALPATE_PASSPHRASE",
                                             .file = request->store.passphrase_file,
                                             .twice = !files->is_encrypted()});
    if (!passphrase)
        return complain(passphrase.error().message, failed);
    if (const auto encrypted = encrypt(*files, passphrase->text()); !encrypted)
        return complain(encrypted.error().message, failed);
    warn_when_weak(passphrase->text());
    tell_what_stays_readable(*files);
    return finish(note_in_audit_log(*files, app::Deed::encrypted));
}

int decrypt_command(Args args) {
    int exit = done;
    const auto request = take_request(args, decrypt_usage, false, exit);
    if (!request)
        return exit;
    auto files = open_encrypted(*request, "This clinic is not encrypted. Nothing was changed.");
    if (!files)
        return complain(files.error().message, failed);
    // A decryption that was cut short may have ended just now.
    if (files->is_encrypted()) {
        if (const auto begun = files->begin_decryption(); !begun)
            return complain(begun.error().message, failed);
        if (const auto ended = files->finish_change(progress()); !ended)
            return complain(ended.error().message, failed);
    }
    std::fputs("The records can be read without a passphrase again.\n", stdout);
    return finish(note_in_audit_log(*files, app::Deed::decrypted));
}

int rekey_command(Args args) {
    int exit = done;
    const auto request = take_request(args, rekey_usage, true, exit);
    if (!request)
        return exit;
    auto files = open_encrypted(
        *request, "This clinic is not encrypted, so it has no passphrase. Use encrypt.");
    if (!files)
        return complain(files.error().message, failed);
    if (const auto rekeyed = rekey(*request, *files); !rekeyed)
        return complain(rekeyed.error().message, failed);
    return finish(note_in_audit_log(*files, app::Deed::rekeyed));
}

} // namespace cli
