#include "screens/frame/consent.hpp"

#include "model/text/language.hpp"

#include <string>
#include <vector>

namespace app {

std::vector<ConsentText> consent_lines(const ScreenContext &c) {
    const ClinicSettings &settings = c.seal.settings();
    std::vector<ConsentText> lines;
    for (const ConsentLine &line : settings.consent) {
        const std::string language(name_of(c.words.language()));
        auto words = line.words.find(language);
        if (words == line.words.end()) // the clinic has not translated it
            words = line.words.find(settings.language);
        if (words == line.words.end())
            words = line.words.begin();
        if (words != line.words.end())
            lines.push_back({line.id, words->second});
    }
    if (lines.empty())
        lines = {{"stop", std::string(c.words("consent.stop"))},
                 {"map", std::string(c.words("consent.map"))}};
    return lines;
}

} // namespace app
