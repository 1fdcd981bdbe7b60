#include "host/clock.hpp"

#include <chrono>
#include <cstdint>
#include <ctime>
#include <random>

namespace engine {
namespace {

std::int32_t local_offset_minutes(std::time_t seconds) {
    std::tm local{};
    if (localtime_r(&seconds, &local) == nullptr)
        return 0;
    return static_cast<std::int32_t>(local.tm_gmtoff / 60);
}

} // namespace

Timestamp wall_clock() {
    using namespace std::chrono;
    const auto since_epoch = system_clock::now().time_since_epoch();
    return {duration_cast<milliseconds>(since_epoch).count(),
            local_offset_minutes(duration_cast<seconds>(since_epoch).count())};
}

std::uint64_t random_64() {
    std::random_device device;
    std::uniform_int_distribution<std::uint64_t> all_bits;
    return all_bits(device);
}

} // namespace engine
