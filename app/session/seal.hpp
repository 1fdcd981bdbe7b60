/// Whether a client has the tablet, and the PIN that gives it back. Fails closed: what cannot be
/// read counts as sealed, and a try that cannot be noted is not answered.
///
/// The wait after wrong tries runs on the monotonic clock while the program runs, so that setting
/// the wall clock changes nothing. After a restart what is left is worked out from the wall clock,
/// but never more than the whole wait: a clock that was set back costs the wait once more at most,
/// and one that was set forward ends it.
#pragma once

#include "store/files/clinic_settings.hpp"
#include "store/files/tablet_state.hpp"
#include "store/vault/pin.hpp"

#include <functional>

namespace app {

/// One moment on both clocks.
struct ClockTimes {
    double now_s = 0; ///< monotonic
    engine::Timestamp wall;
};

class Seal {
  public:
    /// `files` must live longer.
    Seal(const ClinicFiles &files, const PinLimits &limits, const ClockTimes &now);

    bool sealed() const { return sealed_; }
    /// The session that is handed over; empty when its name was lost.
    const std::string &session() const { return state_.sealed_session; }
    /// Why no PIN can be checked, in plain words; empty when all is well.
    const std::string &problem() const { return problem_; }
    const ClinicSettings &settings() const { return settings_; }
    bool has_pin() const { return !settings_.pin_hash.empty(); }

    bool is_encrypted() const { return files_->is_encrypted(); }

    /// Changes what lies on the disk now, all but the PIN. Durable when it returns Done. On an
    /// Error of the disk settings() have the change all the same, so that nothing typed is lost,
    /// and the next change tries to save it again; on any other Error nothing has changed.
    engine::Result<engine::Done>
    change_settings(const std::function<void(ClinicSettings &)> &change);
    bool settings_saved() const { return settings_saved_; }

    /// Whether the clinic is yet to be offered a passphrase for its records.
    bool may_offer_protection() const;
    engine::Result<engine::Done> note_protection_asked();

    /// For the first hand-over. Never replaces settings that cannot be read.
    engine::Result<engine::Done> choose_pin(std::string_view pin);
    /// Durable when it returns Done; on an Error nothing is sealed.
    engine::Result<engine::Done> hand_over(const std::string &session_id);
    /// True: right, and the tablet is open again. Notes the try on the disk before it answers. An
    /// Error when it could not be noted, when there is a wait(), or when there is a problem().
    engine::Result<bool> try_pin(std::string_view pin, const ClockTimes &now);

    /// Wrong tries before the next wait.
    int tries_left() const;
    /// Seconds until the next try; 0: now.
    double wait_s(double now_s) const;
    bool last_try_was_wrong() const { return state_.wrong_tries > 0; }

  private:
    const ClinicFiles *files_;
    PinLimits limits_;
    ClinicSettings settings_;
    TabletState state_;
    std::string problem_;
    bool sealed_ = false;
    bool settings_saved_ = true;
    double free_at_s_ = 0; ///< monotonic; when the wait ends
};

} // namespace app
