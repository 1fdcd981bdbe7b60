#include "base/csv.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace engine {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    Result<std::vector<CsvRow>> rows() {
        std::vector<CsvRow> rows;
        while (at_ < text_.size()) {
            CsvRow row{line_, {}};
            if (const auto read = fields(row.fields); !read)
                return read.error();
            if (row.fields.size() > 1 || !row.fields.front().empty())
                rows.push_back(std::move(row));
        }
        return rows;
    }

  private:
    Result<Done> fields(std::vector<std::string> &into) {
        for (;;) {
            into.emplace_back();
            const auto read = at('"') ? quoted(into.back()) : plain(into.back());
            if (!read)
                return read;
            if (!skip(','))
                break;
        }
        skip('\r');
        if (at_ < text_.size() && !skip('\n'))
            return Error{"Line " + std::to_string(line_) +
                         ": after a quoted field must come a comma or the end of the line."};
        ++line_;
        return Done{};
    }

    Result<Done> plain(std::string &field) {
        while (at_ < text_.size() && !at(',') && !at('\n') && !at('\r')) {
            if (at('"'))
                return Error{"Line " + std::to_string(line_) +
                             ": a quote stands inside a field that does not begin with one."};
            field += text_[at_++];
        }
        return Done{};
    }

    Result<Done> quoted(std::string &field) {
        const int begun = line_;
        for (++at_; at_ < text_.size(); ++at_) {
            if (at('"') && !(at_ + 1 < text_.size() && text_[at_ + 1] == '"')) {
                ++at_;
                return Done{};
            }
            if (at('"'))
                ++at_; // two quotes stand for one
            if (at('\n'))
                ++line_;
            field += text_[at_];
        }
        return Error{"Line " + std::to_string(begun) + ": a quote is never closed."};
    }

    bool at(char c) const { return at_ < text_.size() && text_[at_] == c; }
    bool skip(char c) {
        const bool there = at(c);
        at_ += there ? 1 : 0;
        return there;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
};

} // namespace

Result<std::vector<CsvRow>> parse_csv(std::string_view text) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark))
        text.remove_prefix(byte_order_mark.size());
    return Reader(text).rows();
}

std::string csv_line(std::span<const std::string> fields) {
    std::string line;
    for (const std::string &field : fields) {
        if (&field != &fields.front())
            line += ',';
        if (field.find_first_of(",\"\r\n") == std::string::npos) {
            line += field;
            continue;
        }
        line += '"';
        for (const char c : field)
            line += c == '"' ? "\"\"" : std::string(1, c);
        line += '"';
    }
    return line + "\r\n";
}

} // namespace engine
