#include "passphrase.hpp"

#include "base/file.hpp"
#include "records/passphrase.hpp"
#include "records/secret.hpp"

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <termios.h>
#include <unistd.h>

namespace cli {

using app::Secret;
using engine::Error;
using engine::Result;

namespace {

constexpr std::size_t max_line = app::longest_passphrase + 2;
constexpr std::size_t max_file = 16384;

/// A line while it is typed; wiped in the end.
struct Line {
    Secret bytes{max_line};
    std::size_t size = 0;

    void put(unsigned char byte) {
        if (size < max_line)
            bytes.data()[size++] = byte;
    }
    /// The last letter, which may have several bytes.
    void rub_out() {
        bool inside = true;
        while (size > 0 && inside)
            inside = (bytes.data()[--size] & 0xC0U) == 0x80U;
    }
    Secret text() const { return Secret{bytes.text().substr(0, size)}; }
};

/// A terminal that shows nothing and hands over each key, until the end.
class Quiet {
  public:
    Quiet() {
        ok_ = ::tcgetattr(STDIN_FILENO, &before_) == 0;
        termios quiet = before_;
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ICANON | ISIG);
        ok_ = ok_ && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &quiet) == 0;
    }
    Quiet(const Quiet &) = delete;
    Quiet &operator=(const Quiet &) = delete;
    ~Quiet() {
        if (ok_)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        std::fputc('\n', stderr);
    }
    bool ok() const { return ok_; }

  private:
    termios before_{};
    bool ok_ = false;
};

Result<Secret> ask(std::string_view question) {
    constexpr unsigned char cancel = 3, end = 4, backspace = 8, rub_out = 127;
    std::fprintf(stderr, "%.*s", static_cast<int>(question.size()), question.data());
    std::fflush(stderr);
    const Quiet quiet;
    if (!quiet.ok())
        return Error{"The terminal would show the passphrase, so it was not asked for. Use "
                     "--passphrase-file."};
    Line line;
    for (unsigned char key = 0; ::read(STDIN_FILENO, &key, 1) == 1;) {
        if (key == '\n' || key == '\r')
            return line.text();
        if (key == cancel || key == end)
            break;
        if (key == backspace || key == rub_out)
            line.rub_out();
        else
            line.put(key);
    }
    return Error{"Nothing was changed."};
}

/// Byte by byte, so that the next line stays for whoever reads next.
Result<Secret> read_line() {
    Line line;
    bool any = false;
    for (unsigned char byte = 0; ::read(STDIN_FILENO, &byte, 1) == 1; any = true) {
        if (byte == '\n')
            return line.text();
        if (byte != '\r')
            line.put(byte);
    }
    if (any)
        return line.text();
    return Error{"A passphrase is needed: in PALPATE_PASSPHRASE, in a file that is named with "
                 "--passphrase-file, or as a line of standard input."};
}

Result<Secret> first_line(const std::filesystem::path &file) {
    auto text = engine::read_file(file, max_file);
    if (!text)
        return text.error();
    std::string_view line{*text};
    line = line.substr(0, line.find('\n'));
    if (line.ends_with('\r'))
        line.remove_suffix(1);
    Secret secret{line};
    app::wipe(*text);
    return secret;
}

Result<Secret> from_terminal(const PassphraseSource &source) {
    auto first = ask(source.question);
    if (!first || !source.twice)
        return first;
    const auto again = ask("The same once more: ");
    if (!again)
        return again.error();
    if (again->text() != first->text())
        return Error{"The two passphrases differ. Nothing was changed. Try again."};
    return first;
}

} // namespace

Result<Secret> read_passphrase(const PassphraseSource &source) {
    if (!source.file.empty())
        return first_line(source.file);
    // Before other threads begin.
    if (const char *given = std::getenv(source.variable)) // NOLINT(concurrency-mt-unsafe)
        return Secret{std::string_view(given)};
    if (source.input == Input::taken)
        return Error{"This clinic is encrypted, and the command reads its standard input itself. "
                     "Give the passphrase in " +
                     std::string(source.variable) + " or with --passphrase-file."};
    return ::isatty(STDIN_FILENO) == 1 ? from_terminal(source) : read_line();
}

} // namespace cli
