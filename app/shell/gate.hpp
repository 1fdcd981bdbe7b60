/// The frames of the program while no clinic is open: a passphrase is asked for, or chosen. Nothing
/// of the records is in memory then but their files' keys, and those only in the end.
#pragma once

#include "records/door.hpp"
#include "records/lane.hpp"
#include "screens/frame/vault_page.hpp"
#include "shell/shell.hpp"

#include <functional>
#include <memory>

namespace app {

class Gate {
  public:
    /// Of a locked clinic it asks for the passphrase; of a plain one for a new one.
    /// `lane`, where the door is asked, lives longer; null: here, once "Unlocking ..." was seen.
    Gate(engine::ui::Ui &ui, const Phrases &words, std::unique_ptr<Door> door,
         const PassphraseCost &cost, Lane *lane);

    /// `painter` may be null: then nothing is drawn, all else is the same.
    FrameResult frame(const FrameInput &input, Painter *painter);
    double wait_s(double now_s) const;

    /// The clinic can be taken: opened, encrypted and opened, or plain as before.
    bool is_done() const { return done_; }
    std::shared_ptr<Door> take_door() { return std::move(door_); }

  private:
    void begin(VaultWish wish, engine::Timestamp now);
    template <class T, class Question, class Take>
    void ask(Question question, Take take);
    void unlock();
    void opened(const engine::Result<engine::Done> &opened);
    void protect(engine::Timestamp now);
    void note_told();
    void show_recovery(Secret words);
    void forget();

    engine::ui::Ui *ui_;
    const Phrases *words_;
    std::shared_ptr<Door> door_; ///< the lane may still ask it when the program ends
    PassphraseCost cost_;
    VaultPage page_;
    Lane *lane_;
    std::function<void()> work_; ///< without a lane: what begins when "Unlocking ..." was seen ...
    int working_frames_ = 0;     ///< ... for so many frames
    bool done_ = false;
};

} // namespace app
