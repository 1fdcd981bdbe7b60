#include "base/share.hpp"
#include "commands.hpp"

#include <cstdio>
#include <string>
#include <string_view>

namespace cli {

engine::Argument json_flag(bool &json, std::string_view help) {
    return {"--json", "", std::string(help), &json};
}

void complain(std::string_view message) {
    std::fprintf(stderr, "palpate-cli: %.*s\n", static_cast<int>(message.size()), message.data());
}

engine::Result<app::Atlas> load_atlas() {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    return app::Atlas::load(*share / "atlas" / "atlas.json");
}

engine::Result<app::Phrases> load_words() {
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    return app::Phrases::load(*share / "words", app::Language::english);
}

} // namespace cli
