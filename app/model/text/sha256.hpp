/// Fingerprints of bytes: SHA-256 (FIPS 180-4) in small hex letters.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace app {

std::string sha256_hex(std::string_view bytes);

/// Piece by piece, for what is larger than memory should be.
class Sha256 {
  public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256 &) = delete;
    Sha256 &operator=(const Sha256 &) = delete;
    void add(std::string_view bytes);
    /// Of all that was added; nothing can be added afterwards.
    std::string hex();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace app
