/// The shipped catalogues of words.
#pragma once

#include "model/text/phrases.hpp"

#include <array>

namespace test {

inline const app::Phrases &words(app::Language language = app::Language::english) {
    static const auto all = [] {
        std::vector<app::Phrases> loaded;
        for (const app::Language each :
             {app::Language::english, app::Language::spanish, app::Language::pseudo}) {
            auto phrases = app::Phrases::load(PALPATE_SHARE_DIR "/words", each);
            engine::check(phrases.ok(), "the words load");
            loaded.push_back(std::move(*phrases));
        }
        return loaded;
    }();
    return all.at(static_cast<std::size_t>(language));
}

} // namespace test
