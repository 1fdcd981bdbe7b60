/// Small helpers that several steps of the bake share.
#pragma once

#include <array>
#include <cstdint>
#include <numeric>
#include <vector>

namespace bake {

using Triangle = std::array<std::uint32_t, 3>;

/// The same for both directions of an edge.
inline std::uint64_t edge_key(std::uint32_t a, std::uint32_t b) {
    return a < b ? std::uint64_t(a) << 32 | b : std::uint64_t(b) << 32 | a;
}

/// Union-find.
class DisjointSets {
  public:
    explicit DisjointSets(std::size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), 0u);
    }
    std::uint32_t find(std::uint32_t a) {
        while (parent_[a] != a)
            a = parent_[a] = parent_[parent_[a]];
        return a;
    }
    void join(std::uint32_t a, std::uint32_t b) { parent_[find(a)] = find(b); }

  private:
    std::vector<std::uint32_t> parent_;
};

} // namespace bake
