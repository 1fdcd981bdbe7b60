#include "base/file.hpp"
#include "base/share.hpp"
#include "commands.hpp"
#include "model/guidance/wording.hpp"
#include "model/session/document_json.hpp"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cli {

using engine::Result;

namespace {

Result<std::string> read_text(const std::string &file) {
    if (file != "-")
        return engine::read_file(file, app::max_session_bytes);
    return std::string(std::istreambuf_iterator<char>(std::cin), {});
}

/// "3:14", both from 1, in characters.
std::string place_of(std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const auto line = std::ranges::count(before, '\n') + 1;
    const std::size_t begin = before.rfind('\n') + 1; // npos + 1 is 0
    const auto column = std::ranges::count_if(before.substr(begin), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
    });
    return std::to_string(line) + ":" + std::to_string(column + 1);
}

/// A session is a JSON object; all else is plain text.
Result<std::vector<app::WrittenText>> texts_of(std::string text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos || text[begin] != '{')
        return std::vector<app::WrittenText>{{"", std::move(text)}};
    const auto atlas = load_atlas();
    if (!atlas)
        return atlas.error();
    const auto document = app::from_json(text, *atlas);
    if (!document)
        return document.error();
    return app::therapist_texts(*document);
}

bool print_findings(const app::Wording &wording, const app::WrittenText &written) {
    const auto findings = wording.check(written.text);
    for (const app::WordingFinding &finding : findings)
        std::printf("%s%s%s: %s: %s Say \"%s\" instead. (%s)\n", written.field.c_str(),
                    written.field.empty() ? "" : ":", place_of(written.text, finding.at).c_str(),
                    finding.words.c_str(), finding.why.c_str(), finding.instead.c_str(),
                    finding.rule.c_str());
    return !findings.empty();
}

} // namespace

Outcome wording_command(Args args) {
    std::string file;
    const engine::CommandLine line{
        .program = "palpate-cli wording",
        .about = "Looks for names of diseases and myths about massage in a text, or in what the "
                 "therapist wrote in a session file. The client's own words may have them: in "
                 "quotation marks, or after \"Client says\".\n\n"
                 "Prints a line for each: line:column: words: why, and what to say instead; of a "
                 "session file with the field before the line.",
        .arguments = {{"FILE", "", "a text or a session file; - reads from standard input", &file,
                       "Name one file, or - for standard input."}},
        .end = "Exit code 1 when something was found, 0 when nothing was.",
    };
    if (const auto exit = engine::answer(line, args))
        return *exit;
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    const auto wording = app::Wording::load(*share / "guidance" / "wording.json");
    if (!wording)
        return wording.error();
    auto text = read_text(file);
    if (!text)
        return text.error();
    const auto texts = texts_of(std::move(*text));
    if (!texts)
        return engine::Error{file + ": " + texts.error().message};
    bool any = false;
    for (const app::WrittenText &written : *texts)
        any = print_findings(*wording, written) || any;
    return any ? failed : done;
}

} // namespace cli
