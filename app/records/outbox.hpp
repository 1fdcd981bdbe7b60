/// The changes of one session on their way into its record. What cannot be written stays, and is
/// tried again; nothing is lost but by the end of the program.
#pragma once

#include "records/record.hpp"

#include <cstddef>
#include <memory>
#include <string>

namespace app {

class Lane;

class Outbox {
  public:
    /// `lane`: where the record is asked, and lives longer; null: here, at once.
    Outbox(std::unique_ptr<Record> record, const Atlas &atlas, Lane *lane);
    /// What waits is still sent, and what readers of the session see is brought up to date.
    ~Outbox();
    Outbox(const Outbox &) = delete;
    Outbox &operator=(const Outbox &) = delete;

    /// With what waits.
    const Document &document() const;
    /// `next` is what update() makes of the command on document(). It is queued; the state says
    /// how it ends.
    void send(const Command &command, Document next);
    /// As send(), for a step of a gesture: it waits for release() or for whatever is sent next, and
    /// where the next step of the same `gesture` makes the same document without it, it is never
    /// sent. So a drag over a slider is written once.
    void hold(const Command &command, Document next, const std::string &gesture);
    /// Sends what is held.
    void release();
    bool is_holding() const;
    /// Commands that the record does not have yet.
    std::size_t waiting() const;
    /// queued while commands wait. not_written: so was the last try.
    const Committed &state() const;

    /// Asks for what others have done, and takes in what is there. True: document() is another one
    /// than at the last call.
    bool refresh();
    /// What others have done is there, and waits for refresh() or for the next answer to a command.
    bool has_news() const;
    /// Sends what waits, and brings up to date what readers of the session see.
    void save();
    /// Whether nothing waits and readers see it all.
    bool is_saved() const;

  private:
    struct Desk;  ///< what the lane has
    struct Front; ///< what is known here
    struct Report;
    template <class Work>
    void ask(Work work);
    /// Sends what waits at this place.
    void pass_on(std::size_t place);

    std::shared_ptr<Desk> desk_;
    std::shared_ptr<Front> front_;
    Lane *lane_;
};

} // namespace app
