/// Words that a therapist's note should not have: names of diseases (rule S36) and myths about
/// massage (S17, S29, S31 to S34), with what to write instead. From assets/guidance/wording.json.
#pragma once

#include "base/result.hpp"
#include "model/session/document.hpp"

#include <string_view>

namespace app {

struct WordingFinding {
    std::size_t at = 0, length = 0; ///< bytes of the text
    std::string words;              ///< as they stand there
    std::string rule, why, instead; ///< "S33", a sentence, the words to use
    friend bool operator==(const WordingFinding &, const WordingFinding &) = default;
};

class Wording {
  public:
    static engine::Result<Wording> load(const std::string &file);

    /// In the order of the text. What the client says is left alone: words in quotation marks, and
    /// sentences such as "Client says ..." or "... diagnosed by Dr Lee".
    std::vector<WordingFinding> check(std::string_view text) const;

  private:
    /// Words one after the other; "tendin*", "*itis" and "*" stand for what is left open.
    using Pattern = std::vector<std::string>;
    struct Row {
        std::string rule, why, instead;
        std::vector<Pattern> match, except;
    };
    class Reading;

    std::vector<Row> rows_;
    std::vector<Pattern> report_begins_, report_has_;
};

/// What the therapist has written in a session, by the names of its fields in the file.
struct WrittenText {
    std::string field; ///< "soap/plan"
    std::string text;
};
std::vector<WrittenText> therapist_texts(const Document &document);

} // namespace app
