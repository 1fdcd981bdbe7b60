/// Bytes that must not outlive their use: passphrases and keys. Kept out of the swap file where the
/// system allows it, and wiped in the end.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace app {

class Secret {
  public:
    Secret() = default;
    /// Zeros.
    explicit Secret(std::size_t size);
    explicit Secret(std::string_view text);

    bool empty() const { return size_ == 0; }
    std::size_t size() const { return size_; }
    unsigned char *data() { return bytes_.get(); }
    const unsigned char *data() const { return bytes_.get(); }
    std::string_view text() const;

  private:
    struct Wipe {
        void operator()(unsigned char *bytes) const;
    };
    std::unique_ptr<unsigned char[], Wipe> bytes_;
    std::size_t size_ = 0;
};

/// Overwrites a text that held a secret, also what lies behind its end.
void wipe(std::string &text);

/// libsodium, set up on the first call. Before anything else of it.
void begin_sodium();

} // namespace app
