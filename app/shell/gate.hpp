/// The frames of the program while no clinic is open: a passphrase is asked for, or chosen. Nothing
/// of the records is in memory then but their files' keys, and those only in the end.
#pragma once

#include "screens/frame/vault_page.hpp"
#include "shell/shell.hpp"
#include "store/files/clinic_files.hpp"

namespace app {

class Gate {
  public:
    /// With locked files it asks for their passphrase; with plain ones for a new one.
    Gate(engine::ui::Ui &ui, const Phrases &words, ClinicFiles files, const PassphraseCost &cost);

    /// `painter` may be null: then nothing is drawn, all else is the same.
    FrameResult frame(const FrameInput &input, Painter *painter);
    double wait_s(double now_s) const;

    /// The files can be taken: opened, encrypted and opened, or plain as before.
    bool is_done() const { return done_; }
    ClinicFiles take_files() { return std::move(files_); }

  private:
    void begin(VaultWish wish);
    void work(engine::Timestamp now);
    void unlock();
    void protect(engine::Timestamp now);
    void show_recovery(Secret words);
    void forget();

    engine::ui::Ui *ui_;
    const Phrases *words_;
    ClinicFiles files_;
    PassphraseCost cost_;
    VaultPage page_;
    int working_frames_ = 0; ///< since "Unlocking ..." is shown: it is seen before the work begins
    bool done_ = false;
};

} // namespace app
