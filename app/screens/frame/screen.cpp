#include "screens/frame/screen.hpp"

#include "screens/frame/chrome.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace app {

namespace {

constexpr std::array<void (*)(ScreenContext &), 15> screens{
    home_screen,     welcome_screen, mark_screen,  questions_screen, comfort_screen,
    check_screen,    brief_screen,   plan_screen,  treat_screen,     after_screen,
    homework_screen, close_screen,   share_screen, settings_screen,  day3_screen};

} // namespace

Out::Out() = default;
Out::~Out() = default;

void Out::emit(Command command, std::string coalesce) {
    commands.push_back({std::move(command), std::move(coalesce)});
}

void Out::act(Action action) {
    actions.push_back(std::move(action));
}

bool for_client(Screen screen) {
    return screen >= Screen::welcome && screen <= Screen::check;
}

void draw_screen(ScreenContext &c) {
    screens.at(static_cast<std::size_t>(c.state.screen))(c);
    overlays(c);
}

} // namespace app
