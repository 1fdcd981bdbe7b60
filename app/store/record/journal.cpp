#include "store/record/journal.hpp"

#include "model/session/command_json.hpp"
#include "model/text/json_object.hpp"

#include <cstdint>
#include <filesystem>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using engine::Error;
using engine::Result;

std::filesystem::path journal_name(std::string_view session_id) {
    return std::filesystem::path("journal") / (std::string(session_id) + ".jsonl");
}

std::string journal_line(const ClinicFiles &files, std::string_view session_id,
                         const JournalEntry &entry) {
    const std::string command = to_json_line(entry.command);
    return files.to_line(journal_name(session_id),
                         "{\"revision\":" + std::to_string(entry.revision) + "," +
                             command.substr(1));
}

Result<JournalEntry> journal_entry_from_json(std::string_view text) {
    constexpr WholeNumberRule revision{"revision", 1, std::numeric_limits<int>::max()};
    Problems found;
    const auto json = parse_json(text, found);
    if (!json || !json->is_object())
        return Error{"This is not a line of a journal: it is no JSON object."};
    const int number =
        ObjectReader{*json, "", found}.number("revision", revision, Need::required, 0);
    if (!found.empty())
        return Error{"This is not a line of a journal: " + found.front().message};
    auto command = command_from_json(text);
    if (!command)
        return command.error();
    return JournalEntry{static_cast<std::uint64_t>(number), std::move(*command)};
}

JournalContent read_journal(const ClinicFiles &files, std::string_view session_id,
                            std::string_view bytes) {
    const auto name = journal_name(session_id);
    JournalContent content;
    for (;;) {
        const std::string_view rest = bytes.substr(content.good_bytes);
        const auto end = rest.find('\n');
        if (end == rest.npos)
            return content;
        const auto text = files.from_line(name, rest.substr(0, end));
        auto entry = text ? journal_entry_from_json(*text) : Result<JournalEntry>(text.error());
        if (!entry) {
            content.damaged = true;
            return content;
        }
        content.entries.push_back(std::move(*entry));
        content.good_bytes += end + 1;
    }
}

} // namespace app
