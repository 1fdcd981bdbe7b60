/// Whether a client has the tablet, and the PIN that gives it back. Fails closed: what cannot be
/// read counts as sealed, and a try that cannot be noted is not answered.
///
/// The wait after wrong tries runs on the monotonic clock while the program runs, so that setting
/// the wall clock changes nothing. After a restart what is left is worked out from the wall clock,
/// but never more than the whole wait: a clock that was set back costs the wait once more at most,
/// and one that was set forward ends it.
#pragma once

#include "records/store.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace app {

/// One moment on both clocks.
struct ClockTimes {
    double now_s = 0; ///< monotonic
    engine::Timestamp wall;
};

class Seal {
  public:
    /// Sealed, and without settings, until the store has answered. `store` lives longer, and
    /// answers nothing once this is gone.
    Seal(Store &store, const PinLimits &limits, const ClockTimes &now);
    Seal(const Seal &) = delete;
    Seal &operator=(const Seal &) = delete;

    bool sealed() const { return sealed_; }
    /// The session that is handed over; empty when its name was lost.
    const std::string &session() const { return state_.sealed_session; }
    /// Why no PIN can be checked, in plain words; empty when all is well.
    const std::string &problem() const { return problem_; }
    const ClinicSettings &settings() const { return settings_; }
    bool has_pin() const { return !settings_.pin_hash.empty(); }

    bool is_encrypted() const { return store_->is_encrypted(); }

    /// Changes what is kept now, all but the PIN; settings() have the change at once. What cannot
    /// be written stays in settings(), so that nothing typed is lost, and the next change tries to
    /// save it again; on any other Error the change is gone.
    Request<engine::Done> change_settings(const ChangeOfSettings &change);
    bool settings_saved() const { return settings_saved_; }

    /// Whether the clinic is yet to be offered a passphrase for its records.
    bool may_offer_protection() const;
    Request<engine::Done> note_protection_asked();

    /// For the first hand-over. Never replaces settings that cannot be read.
    Request<engine::Done> choose_pin(const std::string &pin);
    /// Durable when it is done; on an Error nothing is sealed.
    Request<engine::Done> hand_over(const std::string &session_id);
    /// True: right, and the tablet is open again. The try is noted before it is answered. An Error
    /// when it could not be noted, when there is a wait(), or when there is a problem().
    Request<bool> try_pin(const std::string &pin, const ClockTimes &now);
    /// A try has no answer yet: the pad takes no other.
    bool is_checking() const { return checking_; }

    /// Wrong tries before the next wait.
    int tries_left() const;
    /// Seconds until the next try; 0: now.
    double wait_s(double now_s) const;
    bool last_try_was_wrong() const { return state_.wrong_tries > 0; }

  private:
    /// That the store does not have yet.
    struct Change {
        std::uint64_t number;
        ChangeOfSettings change;
        bool asked; ///< the store was asked, and has not answered
    };
    void come_up(engine::Result<TabletState> tablet, const ClockTimes &now);
    void come_up(engine::Result<ClinicSettings> settings);
    void take(ClinicSettings kept);
    void drop(std::uint64_t number);
    engine::Result<engine::Done> changed(std::uint64_t number,
                                         engine::Result<SettingsChange> answer);
    engine::Result<bool> tried(const TabletState &state, double free_at_s,
                               engine::Result<bool> answer);

    Store *store_;
    PinLimits limits_;
    ClinicSettings kept_;     ///< as the store has them
    ClinicSettings settings_; ///< and with what is unsaved
    std::vector<Change> unsaved_;
    std::uint64_t changes_ = 0; ///< so many were made
    TabletState state_;
    std::string problem_;
    bool sealed_ = true;
    bool settings_saved_ = true;
    bool checking_ = false;
    double free_at_s_ = 0; ///< monotonic; when the wait ends
};

} // namespace app
