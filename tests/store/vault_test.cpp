// An encrypted clinic: its keys, its container, and that a folder changes without a loss.

#include "base/file.hpp"
#include "catch.hpp"
#include "files_of.hpp"
#include "store/files/clinic_files.hpp"
#include "store/vault/recovery_key.hpp"
#include "store/vault/sealed_bytes.hpp"
#include "temp_folder.hpp"

#include <algorithm>
#include <csignal>
#include <fstream>
#include <map>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace app;
namespace fs = std::filesystem;

using test::bytes_of;
using test::says;

namespace {

constexpr std::string_view passphrase = "four quiet green trees";
constexpr std::string_view other_passphrase = "eleven slow boats";
constexpr std::size_t plenty = std::size_t{1} << 24;

Secret key_of(unsigned char first) {
    Secret key{key_bytes};
    key.data()[0] = first;
    return key;
}

void put_bytes(const fs::path &file, std::string_view bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

/// Every regular file of the folder with its bytes.
std::map<std::string, std::string> files_in(const fs::path &folder) {
    std::map<std::string, std::string> files;
    for (const auto &entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            files[fs::relative(entry.path(), folder)] = bytes_of(entry.path());
    return files;
}

std::string pattern(std::size_t size) {
    std::string text(size, '\0');
    for (std::size_t i = 0; i < size; ++i)
        text[i] = static_cast<char>('a' + (i * i + i / 7) % 26);
    return text;
}

/// A clinic with files of each kind.
void fill_files(const ClinicFiles &files) {
    for (const char *folder : {"sessions", "journal", "audit", "summaries"})
        REQUIRE(files.make_folder(folder).ok());
    REQUIRE(files.write("settings.json", R"({"secret": "Maya Lindqvist settings"})").ok());
    REQUIRE(files.write("sessions/a.json", R"({"client": "Maya Lindqvist"})").ok());
    REQUIRE(files.write("sessions/b.json", pattern(200'000)).ok());
    put_bytes(files.path("journal/a.jsonl"),
              files.to_line("journal/a.jsonl", "Maya Lindqvist 1") +
                  files.to_line("journal/a.jsonl", "Maya Lindqvist 2"));
    put_bytes(files.path("audit/log.jsonl"), files.to_line("audit/log.jsonl", "Maya Lindqvist"));
    put_bytes(files.path("index.sqlite"), "Maya Lindqvist");
    put_bytes(files.path("index.sqlite-wal"), "Maya Lindqvist");
    put_bytes(files.path("sessions/a.json.tmp-99-0"), "Maya Lindqvist");
}

void check_filled(const ClinicFiles &files) {
    CHECK(files.read("settings.json", plenty).value() ==
          R"({"secret": "Maya Lindqvist settings"})");
    CHECK(files.read("sessions/a.json", plenty).value() == R"({"client": "Maya Lindqvist"})");
    CHECK(files.read("sessions/b.json", plenty).value() == pattern(200'000));
    std::istringstream journal(bytes_of(files.path("journal/a.jsonl")));
    for (const char *words : {"Maya Lindqvist 1", "Maya Lindqvist 2"}) {
        std::string line;
        REQUIRE(std::getline(journal, line));
        CHECK(files.from_line("journal/a.jsonl", line).value() == words);
    }
}

/// What can be read there without a key, summaries left out.
bool shows_plain_text(const fs::path &folder) {
    return std::ranges::any_of(files_in(folder), [](const auto &file) {
        return file.second.find("Maya") != std::string::npos ||
               file.second.find(pattern(40)) != std::string::npos;
    });
}

ClinicFiles opened_files(const fs::path &folder) {
    auto files = ClinicFiles::open(folder);
    REQUIRE(files.ok());
    return std::move(*files);
}

/// Encrypts the folder; the recovery key.
std::string encrypt(const fs::path &folder) {
    ClinicFiles files = opened_files(folder);
    const auto recovery = files.begin_encryption(passphrase, quick_passphrase_cost);
    REQUIRE(recovery.ok());
    REQUIRE(files.finish_change().ok());
    return std::string(recovery->text());
}

} // namespace

TEST_CASE("sealed bytes come back, whatever their size, and only up to the size that is asked") {
    const Secret key = key_of(1);
    for (const std::size_t size : {0U, 1U, 65535U, 65536U, 65537U, 131072U, 200000U}) {
        INFO(size);
        const std::string plain = pattern(size);
        const std::string sealed = seal_bytes(key, "a.json", plain);
        CHECK(sealed.size() == sealed_size(size));
        CHECK(sealed != seal_bytes(key, "a.json", plain));
        CHECK(open_sealed(key, "a.json", sealed, size).value() == plain);
        if (size > 0)
            CHECK(says(open_sealed(key, "a.json", sealed, size - 1).error(), "larger"));
        CHECK(says(open_sealed(key, "b.json", sealed, size).error(), "damaged"));
        CHECK(says(open_sealed(key_of(2), "a.json", sealed, size).error(), "damaged"));
    }
}

TEST_CASE("every flipped byte and every truncation of a sealed file is found") {
    const Secret key = key_of(1);
    const std::string sealed = seal_bytes(key, "a.json", pattern(1000));
    for (std::size_t i = 0; i < sealed.size(); ++i)
        for (const int flip : {0x01, 0x80, 0xFF}) {
            std::string changed = sealed;
            changed[i] = static_cast<char>(changed[i] ^ flip);
            if (open_sealed(key, "a.json", changed, plenty).ok())
                FAIL("byte " << i << " changed unseen");
        }
    for (std::size_t size = 0; size < sealed.size(); ++size)
        if (open_sealed(key, "a.json", sealed.substr(0, size), plenty).ok())
            FAIL("cut to " << size << " bytes unseen");
    CHECK_FALSE(open_sealed(key, "a.json", sealed + "x", plenty).ok());
    CHECK_FALSE(open_sealed(key, "a.json", sealed + sealed, plenty).ok());
}

TEST_CASE("pieces of a sealed file that changed places, lack or are there twice are found") {
    constexpr std::size_t head = 33, piece = 65536 + 17; // magic, version and stream head
    const Secret key = key_of(1);
    const std::string sealed = seal_bytes(key, "a.json", pattern(3 * 65536));
    REQUIRE(sealed.size() == head + 3 * piece);
    const auto part = [&](std::size_t n) { return sealed.substr(head + n * piece, piece); };
    const std::string begin = sealed.substr(0, head);
    REQUIRE(open_sealed(key, "a.json", begin + part(0) + part(1) + part(2), plenty).ok());
    CHECK_FALSE(open_sealed(key, "a.json", begin + part(1) + part(0) + part(2), plenty).ok());
    CHECK_FALSE(open_sealed(key, "a.json", begin + part(0) + part(1), plenty).ok());
    CHECK_FALSE(open_sealed(key, "a.json", begin + part(0) + part(2), plenty).ok());
    CHECK_FALSE(
        open_sealed(key, "a.json", begin + part(0) + part(1) + part(1) + part(2), plenty).ok());
    CHECK_FALSE(
        open_sealed(key, "a.json", begin + part(0) + part(1) + part(2) + part(2), plenty).ok());
    CHECK_FALSE(open_sealed(key, "a.json", begin, plenty).ok());
}

TEST_CASE("a container of a newer Palpate and a file that is not encrypted are told apart") {
    const Secret key = key_of(1);
    std::string sealed = seal_bytes(key, "a.json", "words");
    sealed[8] = 2;
    CHECK(says(open_sealed(key, "a.json", sealed, plenty).error(), "newer Palpate"));
    CHECK(says(open_sealed(key, "a.json", "{}", plenty).error(), "not encrypted"));
    CHECK(says(open_sealed(key, "a.json", "", plenty).error(), "not encrypted"));
}

TEST_CASE("a sealed line is text of one line, changed or of another file, it is found") {
    const Secret key = key_of(1);
    const std::string line = seal_line(key, "journal/a.jsonl", "{\"revision\": 17}");
    CHECK(line.find_first_of("\n\r {\"") == line.npos);
    CHECK(open_line(key, "journal/a.jsonl", line).value() == "{\"revision\": 17}");
    CHECK(open_line(key, "x", seal_line(key, "x", "")).value().empty());
    CHECK_FALSE(open_line(key, "journal/b.jsonl", line).ok());
    CHECK_FALSE(open_line(key_of(2), "journal/a.jsonl", line).ok());
    for (std::size_t i = 0; i < line.size(); ++i) {
        std::string changed = line;
        changed[i] = changed[i] == 'B' ? 'C' : 'B';
        if (open_line(key, "journal/a.jsonl", changed).ok())
            FAIL("character " << i << " changed unseen");
        if (open_line(key, "journal/a.jsonl", line.substr(0, i)).ok())
            FAIL("cut to " << i << " characters unseen");
    }
}

TEST_CASE("a recovery key is read as people write it, and a typing error is told with its group") {
    const Secret key = new_recovery_key();
    const std::string words{recovery_text(key).text()};
    INFO(words);
    REQUIRE(words.size() == 47);
    CHECK(parse_recovery_key(words).value().text() == key.text());
    std::string small = words;
    for (char &letter : small)
        letter = letter == '-'
                     ? ' '
                     : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    CHECK(parse_recovery_key(small).value().text() == key.text());
    std::string letters = words;
    std::ranges::replace(letters, '0', 'o');
    std::ranges::replace(letters, '1', 'l');
    CHECK(parse_recovery_key(letters).value().text() == key.text());

    constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == '-')
            continue;
        for (const char letter : alphabet) {
            std::string wrong = words;
            wrong[i] = letter;
            const bool same = letter == words[i];
            const auto read = parse_recovery_key(wrong);
            if (read.ok() != same)
                FAIL(wrong);
            if (!same && !says(read.error(), "group " + std::to_string(i / 6 + 1)))
                FAIL(read.error().message);
        }
        if (i + 1 < words.size() && words[i + 1] != '-' && words[i] != words[i + 1]) {
            std::string swapped = words;
            std::swap(swapped[i], swapped[i + 1]);
            if (parse_recovery_key(swapped).ok())
                FAIL(swapped);
        }
    }
    const std::string exchanged = words.substr(6, 5) + "-" + words.substr(0, 5) + words.substr(11);
    if (words.substr(0, 5) != words.substr(6, 5))
        CHECK_FALSE(parse_recovery_key(exchanged).ok());
    CHECK(says(parse_recovery_key(words.substr(0, 46)).error(), "39 characters"));
    CHECK_FALSE(is_like_recovery_key(passphrase));
}

TEST_CASE("a passphrase needs length and nothing else") {
    CHECK(says(check_passphrase("seven77").error(), "too short"));
    CHECK(check_passphrase("eight888").ok());
    CHECK(is_weak_passphrase("eight888"));
    CHECK_FALSE(is_weak_passphrase("bbbbbbbbbbbbbb"));
    CHECK_FALSE(check_passphrase("\xC3\xA9\xC3\xA9\xC3\xA9\xC3\xA9").ok()); // four letters
    CHECK_FALSE(check_passphrase(std::string(1025, 'a')).ok());
}

TEST_CASE("an encrypted clinic shows nothing and opens by passphrase and by recovery key") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    put_bytes(folder.path() / "summaries" / "a.html", "for the doctor");
    REQUIRE(shows_plain_text(folder.path()));
    const std::string recovery = encrypt(folder.path());
    CHECK_FALSE(shows_plain_text(folder.path()));
    CHECK_FALSE(fs::exists(folder.path() / "index.sqlite"));
    CHECK_FALSE(fs::exists(folder.path() / "sessions/a.json.tmp-99-0"));
    CHECK(bytes_of(folder.path() / "summaries" / "a.html") == "for the doctor");
    struct stat vault{};
    REQUIRE(::stat((folder.path() / "vault.json").c_str(), &vault) == 0);
    CHECK((vault.st_mode & 07777U) == 0600U);

    for (const std::string &secret : {std::string(passphrase), recovery}) {
        ClinicFiles files = opened_files(folder.path());
        CHECK(files.is_locked());
        CHECK(says(files.read("settings.json", plenty).error(), "locked"));
        CHECK(says(files.write("settings.json", "{}").error(), "locked"));
        REQUIRE(files.unlock(secret).ok());
        CHECK_FALSE(files.is_locked());
        check_filled(files);
        CHECK(files.left_readable() == std::vector{folder.path() / "summaries"});
    }
}

TEST_CASE("wrong, mistyped, damaged, newer and missing are told apart") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    std::string recovery = encrypt(folder.path());
    ClinicFiles files = opened_files(folder.path());
    CHECK(says(files.unlock("four quiet green tree").error(), "not the passphrase"));
    CHECK(says(files.unlock("").error(), "not the passphrase"));
    recovery[7] = recovery[7] == '0' ? '1' : '0';
    CHECK(says(files.unlock(recovery).error(), "typing error in group 2"));
    CHECK(says(files.unlock(recovery_text(new_recovery_key()).text()).error(), "another clinic"));
    CHECK(files.is_locked());

    const fs::path vault = folder.path() / "vault.json";
    const std::string good = bytes_of(vault);
    for (std::size_t i = 0; i < good.size(); ++i) {
        std::string bad = good;
        bad[i] = static_cast<char>(bad[i] ^ 0x01);
        put_bytes(vault, bad);
        auto read = ClinicFiles::open(folder.path());
        if (read.ok() && !read->unlock(passphrase).ok())
            FAIL("byte " << i << " of vault.json looks like a wrong passphrase");
        if (!read.ok() && read.error().message.find("passphrase opens") == std::string::npos &&
            read.error().message.find("newer") == std::string::npos)
            FAIL(read.error().message);
    }
    put_bytes(vault, good.substr(0, good.size() / 2));
    CHECK(says(ClinicFiles::open(folder.path()).error(), "vault.json"));
    fs::remove(vault);
    CHECK(says(opened_files(folder.path()).read("settings.json", plenty).error(), "vault.json"));
    put_bytes(vault, good);

    REQUIRE(files.unlock(passphrase).ok());
    put_bytes(files.path("sessions/c.json"), "{}");
    CHECK(says(files.read("sessions/c.json", plenty).error(), "not encrypted"));
    fs::copy_file(files.path("sessions/a.json"), files.path("sessions/d.json"));
    CHECK(says(files.read("sessions/d.json", plenty).error(), "renamed"));
}

TEST_CASE("a new passphrase changes vault.json and nothing else") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    const std::string recovery = encrypt(folder.path());
    const auto before = files_in(folder.path());
    std::map<std::string, fs::file_time_type> times;
    for (const auto &[name, bytes] : before)
        times[name] = fs::last_write_time(folder.path() / name);
    {
        ClinicFiles files = opened_files(folder.path());
        CHECK(says(files.change_passphrase(other_passphrase, quick_passphrase_cost).error(),
                   "locked"));
        REQUIRE(files.unlock(passphrase).ok());
        CHECK_FALSE(files.change_passphrase("short", quick_passphrase_cost).ok());
        REQUIRE(files.change_passphrase(other_passphrase, quick_passphrase_cost).ok());
    }
    auto after = files_in(folder.path());
    CHECK(after.at("vault.json") != before.at("vault.json"));
    CHECK(after.size() == before.size());
    for (const auto &[name, bytes] : before)
        if (name != "vault.json") {
            INFO(name);
            CHECK(after.at(name) == bytes);
            CHECK(fs::last_write_time(folder.path() / name) == times.at(name));
        }
    ClinicFiles files = opened_files(folder.path());
    CHECK_FALSE(files.unlock(passphrase).ok());
    REQUIRE(files.unlock(other_passphrase).ok());
    check_filled(files);
    CHECK(opened_files(folder.path()).unlock(recovery).ok());

    const std::string renewed{files.renew_recovery_key().value().text()};
    CHECK_FALSE(files.recovery_told());
    REQUIRE(files.note_recovery_told().ok());
    CHECK(opened_files(folder.path()).unlock(renewed).ok());
    CHECK(opened_files(folder.path()).recovery_told());
    CHECK(says(opened_files(folder.path()).unlock(recovery).error(), "newer one"));
}

TEST_CASE("decrypting gives back every byte") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    put_bytes(folder.path() / "journal/a.jsonl", "{\"a\": 1}\n{\"torn\": tr");
    auto before = files_in(folder.path());
    encrypt(folder.path());
    CHECK_FALSE(bytes_of(folder.path() / "journal/a.jsonl").find("torn") != std::string::npos);
    ClinicFiles files = opened_files(folder.path());
    CHECK(says(files.begin_decryption().error(), "locked"));
    REQUIRE(files.unlock(passphrase).ok());
    REQUIRE(files.begin_decryption().ok());
    REQUIRE(files.finish_change().ok());
    CHECK_FALSE(files.is_encrypted());
    for (const char *gone : {"index.sqlite", "index.sqlite-wal", "sessions/a.json.tmp-99-0"})
        before.erase(gone);
    CHECK(files_in(folder.path()) == before);
    CHECK_FALSE(opened_files(folder.path()).is_encrypted());
}

TEST_CASE("nobody encrypts or decrypts a clinic that another program has open") {
    const test::TempFolder folder;
    ClinicFiles mine = opened_files(folder.path());
    {
        const ClinicFiles theirs = opened_files(folder.path());
        CHECK(says(mine.begin_encryption(passphrase, quick_passphrase_cost).error(), "open in"));
        CHECK_FALSE(fs::exists(folder.path() / "vault.json"));
    }
    REQUIRE(mine.begin_encryption(passphrase, quick_passphrase_cost).ok());
    CHECK(says(ClinicFiles::open(folder.path()).error(), "just being encrypted"));
    REQUIRE(mine.finish_change().ok());
    {
        const ClinicFiles theirs = opened_files(folder.path());
        CHECK(says(mine.begin_decryption().error(), "open in"));
    }
    REQUIRE(mine.begin_decryption().ok());
    CHECK_FALSE(ClinicFiles::open(folder.path()).ok());
    REQUIRE(mine.finish_change().ok());
    CHECK_FALSE(opened_files(folder.path()).is_encrypted());
}

TEST_CASE("a damaged file stops no decryption, and the keys stay until it is mended") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    encrypt(folder.path());
    const fs::path file = folder.path() / "sessions/a.json";
    const std::string good = bytes_of(file);
    put_bytes(file, good.substr(0, good.size() - 1));
    {
        ClinicFiles files = opened_files(folder.path());
        REQUIRE(files.unlock(passphrase).ok());
        REQUIRE(files.begin_decryption().ok());
        CHECK(says(files.finish_change().error(), "sessions/a.json"));
        CHECK(files.is_changing());
        CHECK(bytes_of(folder.path() / "sessions/b.json") == pattern(200'000));
    }
    CHECK(bytes_of(file) == good.substr(0, good.size() - 1));
    put_bytes(file, good);
    ClinicFiles files = opened_files(folder.path());
    REQUIRE(files.unlock(passphrase).ok());
    CHECK_FALSE(files.is_encrypted());
    check_filled(files);
}

TEST_CASE("killed while it encrypts or decrypts, a clinic has all files and goes on") {
    const test::TempFolder folder;
    fill_files(opened_files(folder.path()));
    int changing = 0;
    for (int round = 0; round < 80; ++round) {
        const pid_t child = ::fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto files = ClinicFiles::open(folder.path());
            if (files && files->is_encrypted() && files->unlock(passphrase).ok())
                static_cast<void>(files->begin_decryption());
            else if (files)
                static_cast<void>(files->begin_encryption(passphrase, quick_passphrase_cost));
            if (files)
                static_cast<void>(files->finish_change());
            ::_exit(0);
        }
        ::usleep(static_cast<useconds_t>(500 + 397 * round % 20'000));
        ::kill(child, SIGKILL);
        ::waitpid(child, nullptr, 0);
        ClinicFiles files = opened_files(folder.path());
        changing += files.is_changing() ? 1 : 0;
        INFO(round);
        if (files.is_encrypted())
            REQUIRE(files.unlock(passphrase).ok());
        CHECK_FALSE(files.is_changing()); // unlock() ended it
        check_filled(files);
        CHECK(shows_plain_text(folder.path()) != files.is_encrypted());
    }
    CHECK(changing > 0);
}

TEST_CASE("a value is looked up by a token that only the clinic's own key makes") {
    const test::TempFolder folder, another;
    ClinicFiles plain = opened_files(folder.path());
    CHECK(plain.token("maya") == "maya");
    CHECK(plain.seal_text("index.sqlite", "maya") == "maya");
    encrypt(another.path());
    ClinicFiles files = opened_files(another.path());
    REQUIRE(files.unlock(passphrase).ok());
    const std::string token = files.token("maya");
    CHECK(token.size() == 32);
    CHECK(token == files.token("maya"));
    CHECK(token != files.token("may"));
    const std::string sealed = files.seal_text("index.sqlite", "maya");
    CHECK(sealed.find("maya") == std::string::npos);
    CHECK(files.open_text("index.sqlite", sealed).value() == "maya");
    CHECK_FALSE(files.open_text("other", sealed).ok());
    CHECK_FALSE(files.from_line("index.sqlite", sealed).ok()); // another purpose, another key
}
