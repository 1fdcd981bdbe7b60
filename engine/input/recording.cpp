#include "input/recording.hpp"

#include "base/overloaded.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <variant>
#include <vector>

namespace engine {
namespace {

constexpr std::string_view header = "input-recording 1";

template <class T>
struct Word {
    std::string_view word;
    T value;
};

constexpr std::array<Word<PointerAction>, 4> actions{{{"down", PointerAction::down},
                                                      {"move", PointerAction::move},
                                                      {"up", PointerAction::up},
                                                      {"cancel", PointerAction::cancel}}};
constexpr std::array<Word<PointerKind>, 3> kinds{
    {{"mouse", PointerKind::mouse}, {"touch", PointerKind::touch}, {"pen", PointerKind::pen}}};
constexpr std::array<Word<PointerButton>, 3> buttons{{{"primary", PointerButton::primary},
                                                      {"secondary", PointerButton::secondary},
                                                      {"middle", PointerButton::middle}}};
constexpr std::array<Word<bool>, 2> key_ways{{{"down", true}, {"up", false}}};
constexpr std::array<Word<Key>, 33> keys{{{"none", Key::none},
                                          {"enter", Key::enter},
                                          {"escape", Key::escape},
                                          {"space", Key::space},
                                          {"tab", Key::tab},
                                          {"backspace", Key::backspace},
                                          {"delete", Key::del},
                                          {"left", Key::left},
                                          {"right", Key::right},
                                          {"up", Key::up},
                                          {"down", Key::down},
                                          {"home", Key::home},
                                          {"end", Key::end},
                                          {"page_up", Key::page_up},
                                          {"page_down", Key::page_down},
                                          {"a", Key::a},
                                          {"c", Key::c},
                                          {"v", Key::v},
                                          {"x", Key::x},
                                          {"y", Key::y},
                                          {"z", Key::z},
                                          {"plus", Key::plus},
                                          {"minus", Key::minus},
                                          {"0", Key::digit_0},
                                          {"1", Key::digit_1},
                                          {"2", Key::digit_2},
                                          {"3", Key::digit_3},
                                          {"4", Key::digit_4},
                                          {"5", Key::digit_5},
                                          {"6", Key::digit_6},
                                          {"7", Key::digit_7},
                                          {"8", Key::digit_8},
                                          {"9", Key::digit_9}}};

template <class T, std::size_t n>
std::string_view word_of(const std::array<Word<T>, n> &words, T value) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const auto &entry) { return entry.value == value; });
    check(found != words.end(), "every value of an input event has a word");
    return found->word;
}

// --- writing --------------------------------------------------------------------------------

/// A line under construction: words with one space between them.
class Line {
  public:
    Line &word(std::string_view word) {
        if (!text_.empty())
            text_ += ' ';
        text_ += word;
        return *this;
    }
    /// The shortest digits that read as the same number.
    template <class T>
    Line &number(T value) {
        std::array<char, 64> digits{};
        const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
        return word({digits.data(), static_cast<std::size_t>(end - digits.data())});
    }
    Line &point(glm::vec2 point) { return number(point.x).number(point.y); }
    std::string take() { return std::move(text_); }

  private:
    std::string text_;
};

std::string escaped(std::string_view text) {
    std::string result;
    for (const char character : text) {
        if (character == '\n')
            result += "\\n";
        else if (character == '\r')
            result += "\\r";
        else if (character == '\\')
            result += "\\\\";
        else
            result += character;
    }
    return result;
}

void write_key(Line &line, const KeyEvent &key) {
    line.word("key").word(word_of(key_ways, key.down)).word(word_of(keys, key.key));
    if (key.shift)
        line.word("shift");
    if (key.control)
        line.word("control");
    if (key.alt)
        line.word("alt");
}

std::string line_of(const InputEvent &event) {
    Line line;
    line.number(event.time_s);
    std::visit(
        Overloaded{[&](const PointerEvent &pointer) {
                       line.word(word_of(actions, pointer.action))
                           .word(word_of(kinds, pointer.kind))
                           .word(word_of(buttons, pointer.button))
                           .number(pointer.id)
                           .point(pointer.position)
                           .number(pointer.pressure);
                   },
                   [&](const WheelEvent &wheel) {
                       line.word("wheel").point(wheel.position).point(wheel.steps);
                   },
                   [&](const KeyEvent &key) { write_key(line, key); },
                   [&](const TextEvent &text) { line.word("text").word(escaped(text.utf8)); },
                   [&](const ResizeEvent &size) {
                       line.word("resize").number(size.width).number(size.height);
                   },
                   [&](const CloseEvent &) { line.word("close"); }},
        event.what);
    return line.take();
}

// --- reading --------------------------------------------------------------------------------

/// Takes words off a line. The first mistake is kept, all after it reads as defaults.
class LineReader {
  public:
    explicit LineReader(std::string_view line) : rest_(line) {}

    std::string_view word() {
        const std::size_t length = std::min(rest_.find(' '), rest_.size());
        const std::string_view word = rest_.substr(0, length);
        rest_.remove_prefix(std::min(length + 1, rest_.size()));
        return word;
    }
    template <class T>
    T number() {
        T value{};
        const std::string_view text = word();
        const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (failed != std::errc{} || end != text.data() + text.size() || !is_finite(value))
            fail("\"" + std::string(text) + "\" is not a number that fits here");
        return value;
    }
    glm::vec2 point() {
        const float x = number<float>();
        return {x, number<float>()};
    }
    template <class T, std::size_t n>
    T one_of(const std::array<Word<T>, n> &words, std::string_view word) {
        const auto found = std::find_if(words.begin(), words.end(),
                                        [&](const auto &entry) { return entry.word == word; });
        if (found != words.end())
            return found->value;
        fail("\"" + std::string(word) + "\" is not a word that is known here");
        return words.front().value;
    }
    bool at_end() const { return rest_.empty(); }
    std::string_view rest() { return std::exchange(rest_, {}); }
    void fail(std::string what) {
        if (mistake_.empty())
            mistake_ = std::move(what);
    }
    /// Empty when all was right.
    const std::string &mistake() {
        if (!at_end())
            fail("there is more on the line than belongs there");
        return mistake_;
    }

  private:
    template <class T>
    static bool is_finite(T value) {
        if constexpr (std::is_floating_point_v<T>)
            return std::isfinite(value);
        else
            return true;
    }

    std::string_view rest_;
    std::string mistake_;
};

std::string unescaped(LineReader &line) {
    std::string result;
    const std::string_view text = line.rest();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\') {
            result += text[i];
            continue;
        }
        const char code = ++i < text.size() ? text[i] : ' ';
        if (code == 'n')
            result += '\n';
        else if (code == 'r')
            result += '\r';
        else if (code == '\\')
            result += '\\';
        else
            line.fail("a backslash must be followed by n, r or a backslash");
    }
    return result;
}

KeyEvent read_key(LineReader &line) {
    KeyEvent key;
    key.down = line.one_of(key_ways, line.word());
    key.key = line.one_of(keys, line.word());
    while (!line.at_end()) {
        const std::string_view held = line.word();
        if (held == "shift")
            key.shift = true;
        else if (held == "control")
            key.control = true;
        else if (held == "alt")
            key.alt = true;
        else
            line.fail("\"" + std::string(held) + "\" is none of shift, control, alt");
    }
    return key;
}

PointerEvent read_pointer(LineReader &line, std::string_view action) {
    PointerEvent pointer;
    pointer.action = line.one_of(actions, action);
    pointer.kind = line.one_of(kinds, line.word());
    pointer.button = line.one_of(buttons, line.word());
    pointer.id = line.number<std::int64_t>();
    pointer.position = line.point();
    pointer.pressure = line.number<float>();
    return pointer;
}

InputEvent read_event(LineReader &line) {
    InputEvent event;
    event.time_s = line.number<double>();
    const std::string_view what = line.word();
    if (what == "wheel") {
        const glm::vec2 position = line.point();
        event.what = WheelEvent{position, line.point()};
    } else if (what == "key") {
        event.what = read_key(line);
    } else if (what == "text") {
        event.what = TextEvent{unescaped(line)};
    } else if (what == "resize") {
        const int width = line.number<int>();
        event.what = ResizeEvent{width, line.number<int>()};
    } else if (what == "close") {
        event.what = CloseEvent{};
    } else {
        event.what = read_pointer(line, what);
    }
    return event;
}

Error mistake_in(int line, const std::string &what) {
    return {"The recording cannot be played: line " + std::to_string(line) + ": " + what + "."};
}

} // namespace

std::string write_recording(std::span<const InputEvent> events) {
    std::string text{header};
    text += '\n';
    for (const InputEvent &event : events)
        text += line_of(event) + '\n';
    return text;
}

Result<std::vector<InputEvent>> read_recording(std::string_view text) {
    std::vector<InputEvent> events;
    int number = 0;
    while (!text.empty() || number == 0) {
        const std::size_t length = std::min(text.find('\n'), text.size());
        const std::string_view content = text.substr(0, length);
        text.remove_prefix(std::min(length + 1, text.size()));
        ++number;
        if (number == 1) {
            if (content != header)
                return mistake_in(1, "it must be \"" + std::string(header) + "\"");
            continue;
        }
        if (content.empty() || content.front() == '#')
            continue;
        LineReader line(content);
        InputEvent event = read_event(line);
        if (!line.mistake().empty())
            return mistake_in(number, line.mistake());
        if (!events.empty() && event.time_s < events.back().time_s)
            return mistake_in(number, "the time goes back");
        events.push_back(std::move(event));
    }
    return events;
}

std::span<const InputEvent> InputPlayer::due(double now_s) {
    const std::size_t first = next_;
    while (next_ < events_.size() && events_[next_].time_s <= now_s)
        ++next_;
    return std::span(events_).subspan(first, next_ - first);
}

std::optional<double> InputPlayer::next_time_s() const {
    if (next_ == events_.size())
        return std::nullopt;
    return events_[next_].time_s;
}

} // namespace engine
