#include "records/lane.hpp"

#include <functional>
#include <string>
#include <utility>

namespace app {

Lane::Lane(std::function<std::string()> who, std::function<void()> wake)
    : who_(std::move(who)), jobs_(engine::Jobs::Mode::threaded, std::move(wake)) {}

void Lane::submit(engine::Jobs::Work work) {
    jobs_.submit([this, speaker = who_ ? who_() : std::string(), work = std::move(work)] {
        speaker_ = speaker;
        return work();
    });
}

bool Lane::deliver() {
    return jobs_.drain() > 0;
}

bool Lane::finish() {
    bool some = false;
    while (jobs_.busy()) { // what is delivered may ask more
        jobs_.wait();
        some = deliver() || some;
    }
    return some;
}

void Lane::close() {
    jobs_.wait();
    jobs_.discard();
}

} // namespace app
