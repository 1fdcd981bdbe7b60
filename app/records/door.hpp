/// A clinic whose records nobody can read yet: the way from a passphrase to the Store.
#pragma once

#include "records/deeds.hpp"
#include "records/passphrase.hpp"
#include "records/secret.hpp"
#include "records/store.hpp"

#include <memory>
#include <string>
#include <string_view>

namespace app {

/// A clinic that has just been encrypted.
struct Protected {
    Secret recovery_key; ///< in words: they can not be had again
    std::string problem; ///< what could not be encrypted yet; opening the clinic goes on with it
};

class Door {
  public:
    virtual ~Door() = default;
    virtual bool is_locked() const = 0;
    /// By the passphrase or the recovery key.
    virtual Request<engine::Done> unlock(std::string_view secret) = 0;
    /// Encrypts all records, and notes that.
    virtual Request<Protected> protect(std::string_view passphrase, const PassphraseCost &cost,
                                       engine::Timestamp now) = 0;
    /// Whether somebody was shown the recovery key that is valid.
    virtual bool recovery_told() const = 0;
    virtual Request<Secret> renew_recovery_key() = 0;
    virtual Request<engine::Done> note_recovery_told() = 0;
    /// Once it is not locked; nothing else is asked of it after that. `atlas` outlives the store.
    virtual engine::Result<std::unique_ptr<Store>> open(const Atlas &atlas, Actor actor) = 0;
};

} // namespace app
