/// What the home screen shows: rows of sessions and clients, without what is in them.
#pragma once

#include "model/session/document.hpp"

#include <filesystem>

namespace app {

/// A file that could not be read: shown as a calm card, never touched.
struct Unreadable {
    std::filesystem::path file;
    std::string message;
    friend bool operator==(const Unreadable &, const Unreadable &) = default;
};

/// A call on day 3 that nobody has made yet (S37): what is asked for, the worst place.
struct FollowUpCall {
    std::string due; ///< ISO date
    std::string area;
    Channel channel = Channel::pain;
    int level = 0;  ///< when the session ended
    int others = 0; ///< more places that are asked for
    friend bool operator==(const FollowUpCall &, const FollowUpCall &) = default;
};

struct SessionRow {
    std::string id;
    ClientRef client;
    Appointment appointment;
    Practice practice;
    Stage stage = Stage::before;
    bool is_signed = false;
    std::optional<FollowUpCall> call;
    friend bool operator==(const SessionRow &, const SessionRow &) = default;
};
SessionRow row_of(const Document &document);

/// A session of today.
struct TodayRow {
    SessionRow session;
    std::optional<engine::Timestamp> last_visit; ///< of the client, before it
    friend bool operator==(const TodayRow &, const TodayRow &) = default;
};

struct ClientRow {
    ClientRef client; ///< as new sessions take it
    SessionRow last;  ///< the newest session
    int sessions = 0;
    friend bool operator==(const ClientRow &, const ClientRow &) = default;
};

/// One client with all sessions.
struct ClientHistory {
    ClientRef client;
    std::vector<SessionRow> sessions; ///< newest first
};

struct ShelfQuery {
    engine::Timestamp now;   ///< whose day is today
    std::string filter = {}; ///< of clients' names; empty: everybody
    std::size_t most = 30;   ///< clients
    friend bool operator==(const ShelfQuery &, const ShelfQuery &) = default;
};

struct Shelf {
    std::vector<SessionRow> calls;  ///< that are due, the latest last; of the last two weeks
    std::vector<TodayRow> today;    ///< by time; with a filter only those of its clients
    std::vector<ClientRow> clients; ///< newest visit first
    std::size_t more = 0;           ///< clients that are left out
    std::size_t sessions = 0;       ///< in the whole clinic, that can be read
    std::vector<Unreadable> unreadable;
    friend bool operator==(const Shelf &, const Shelf &) = default;
};

} // namespace app
