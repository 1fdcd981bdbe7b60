/// Loops over several threads. The work of one index must not depend on another's.
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <vector>

namespace bake {

/// Calls work(i) for each i < count. 0 threads: as many as the machine has.
template <class Work>
void parallel_for(std::size_t count, unsigned threads, const Work &work) {
    if (threads == 0)
        threads = std::max(1u, std::thread::hardware_concurrency());
    std::atomic<std::size_t> next{0};
    std::vector<std::jthread> pool;
    for (unsigned t = 0; t < threads; ++t)
        pool.emplace_back([&] {
            for (std::size_t i = next++; i < count; i = next++)
                work(i);
        });
}

/// As parallel_for(), handed out in chunks: for small pieces of work.
template <class Work>
void parallel_chunks(std::size_t count, std::size_t chunk, unsigned threads, const Work &work) {
    parallel_for((count + chunk - 1) / chunk, threads, [&](std::size_t c) {
        for (std::size_t i = c * chunk; i < std::min(count, (c + 1) * chunk); ++i)
            work(i);
    });
}

} // namespace bake
