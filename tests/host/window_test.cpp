#include "catch.hpp"
#include "host/window.hpp"

#include <SDL.h>
#include <glad/gl.h>

#include <thread>

using namespace engine;

namespace {

std::unique_ptr<Window> offscreen_window() {
    WindowConfig config;
    config.width = 320;
    config.height = 200;
    config.offscreen = true;
    config.max_frames_per_second = 0;
    auto window = Window::create(config);
    if (!window)
        FAIL(window.error().message);
    std::vector<InputEvent> of_opening;
    (*window)->poll(of_opening);
    return std::move(window).value();
}

SDL_Event finger(Uint32 type, float x, float y) {
    SDL_Event event{};
    event.type = type;
    event.tfinger.touchId = 3;
    event.tfinger.fingerId = 0;
    event.tfinger.x = x;
    event.tfinger.y = y;
    event.tfinger.pressure = 1;
    return event;
}

} // namespace

TEST_CASE("an offscreen window has OpenGL 3.3 core and says that nobody sees it") {
    const auto window = offscreen_window();
    GLint major = 0, minor = 0, profile = 0;
    glGetIntegerv(GL_MAJOR_VERSION, &major);
    glGetIntegerv(GL_MINOR_VERSION, &minor);
    glGetIntegerv(GL_CONTEXT_PROFILE_MASK, &profile);
    CHECK(10 * major + minor >= 33);
    CHECK((profile & GL_CONTEXT_CORE_PROFILE_BIT) != 0);
    CHECK(window->size() == glm::ivec2(320, 200));
    CHECK_FALSE(window->has_display());
    CHECK(window->driver() == "offscreen");
}

TEST_CASE("a window draws and can be made again after another") {
    for (int round = 0; round < 2; ++round) {
        const auto window = offscreen_window();
        glClearColor(1, 0.5F, 0, 1);
        glClear(GL_COLOR_BUFFER_BIT);
        unsigned char pixel[4] = {};
        glReadPixels(10, 10, 1, 1, GL_RGBA, GL_UNSIGNED_BYTE, pixel);
        CHECK(pixel[0] == 255);
        CHECK(std::abs(pixel[1] - 128) <= 1);
        CHECK(pixel[2] == 0);
        window->swap();
        CHECK(glGetError() == GL_NO_ERROR);
    }
}

TEST_CASE("a touch comes as one pointer and not as a mouse too") {
    const auto window = offscreen_window();
    SDL_Event down = finger(SDL_FINGERDOWN, 0.5F, 0.5F), up = finger(SDL_FINGERUP, 0.5F, 0.5F);
    SDL_PushEvent(&down);
    SDL_PushEvent(&up);
    std::vector<InputEvent> events;
    window->poll(events);
    REQUIRE(events.size() == 2);
    const auto first = std::get<PointerEvent>(events[0].what);
    CHECK(first.kind == PointerKind::touch);
    CHECK(first.action == PointerAction::down);
    CHECK(first.position == glm::vec2(160, 100));
    CHECK(std::get<PointerEvent>(events[1].what).action == PointerAction::up);
    CHECK(events[0].time_s > 0);
    CHECK(events[0].time_s <= events[1].time_s);
}

TEST_CASE("waiting ends with an event and is woken from another thread") {
    const auto window = offscreen_window();
    std::vector<InputEvent> events;
    SECTION("an event") {
        SDL_Event quit{};
        quit.type = SDL_QUIT;
        SDL_PushEvent(&quit);
        window->wait_events(-1, events);
        REQUIRE(events.size() == 1);
        CHECK(std::holds_alternative<CloseEvent>(events[0].what));
    }
    SECTION("another thread: nothing has happened") {
        std::thread other([&] { window->wake(); });
        window->wait_events(-1, events); // hangs when it is not woken
        other.join();
        CHECK(events.empty());
    }
    SECTION("the time is over") {
        window->wait_events(0.001, events);
        CHECK(events.empty());
    }
}

TEST_CASE("typing counts only while a text field has the focus") {
    const auto window = offscreen_window();
    CHECK(SDL_IsTextInputActive() == SDL_FALSE);
    window->set_text_input(Rect{10, 20, 100, 40});
    CHECK(SDL_IsTextInputActive() == SDL_TRUE);
    window->set_text_input(Rect{10, 80, 100, 40});
    CHECK(SDL_IsTextInputActive() == SDL_TRUE);
    window->set_text_input({});
    CHECK(SDL_IsTextInputActive() == SDL_FALSE);
}

TEST_CASE("without OpenGL the Error says what to install") {
    const std::string before = SDL_getenv("SDL_VIDEODRIVER") ? SDL_getenv("SDL_VIDEODRIVER") : "";
    SDL_setenv("SDL_VIDEODRIVER", "dummy", 1); // SDL's driver that draws nothing
    const auto window = Window::create({});
    SDL_setenv("SDL_VIDEODRIVER", before.c_str(), 1);
    REQUIRE_FALSE(window);
    CHECK(window.error().message.find("OpenGL") != std::string::npos);
    CHECK(window.error().message.find("Install the graphics drivers") != std::string::npos);
}

TEST_CASE("frames that nobody can see in time are held back") {
    WindowConfig config;
    config.offscreen = true;
    config.max_frames_per_second = 100;
    auto window = Window::create(config);
    REQUIRE(window);
    const Clock clock;
    for (int frame = 0; frame < 6; ++frame)
        (*window)->swap();
    CHECK(clock.now_s() >= 0.045); // the first is at once, five follow 10 ms apart
}
