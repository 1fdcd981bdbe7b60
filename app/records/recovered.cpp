#include "records/recovered.hpp"

#include <string>
#include <vector>

namespace app {

std::string recovery_words(const std::vector<Recovered> &all) {
    std::string words;
    for (const Recovered &one : all) {
        words += words.empty() ? "Palpate ended in the middle of its work. " : " ";
        const std::string whose =
            one.client.empty() ? "the session " + one.session : one.client + "'s session";
        const std::string changes =
            one.commands == 1 ? "1 change" : std::to_string(one.commands) + " changes";
        if (one.commands > 0 && one.problem.empty())
            words += changes + " of " + whose + " were not in its file yet and are saved now.";
        if (one.damaged)
            words += (words.back() == ' ' ? "" : " ") + std::string("Part of the journal of ") +
                     whose + " cannot be read; it is kept in the folder journal.";
        if (!one.problem.empty())
            words += "The newest changes of " + whose + " are still in its journal: " + one.problem;
    }
    return words;
}

} // namespace app
