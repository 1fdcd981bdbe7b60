/// The door to the records: whatever the program asks of them and changes in them goes through it,
/// wherever they are kept. The kinds: a clinic's folder (store/record/folder_store.hpp); any of
/// them beside the drawing thread (records/background_store.hpp).
#pragma once

#include "records/client.hpp"
#include "records/clinic_settings.hpp"
#include "records/copies.hpp"
#include "records/deeds.hpp"
#include "records/pin.hpp"
#include "records/record.hpp"
#include "records/recovered.hpp"
#include "records/request.hpp"
#include "records/shelf.hpp"
#include "records/tablet.hpp"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace app {

class Lane;

using ChangeOfSettings = std::function<void(ClinicSettings &)>;
/// The settings after a change. Where it was not written they hold the change all the same; where
/// it was refused they do not.
struct SettingsChange {
    Committed done;
    ClinicSettings settings;
};

struct Erasure {
    std::string client; ///< id
    std::string who;
    engine::Timestamp at;
    std::string reason = {}; ///< holds no name
};

/// Questions are answered in the order in which they were asked. Ids are UUIDs; there is nothing
/// under any other text.
class Store {
  public:
    virtual ~Store() = default;

    // Sessions.
    /// A new session; `first` is an OpenSession that update() accepts. Durable.
    virtual Request<std::unique_ptr<Record>> create(const OpenSession &first) = 0;
    /// Whether there is one, damaged ones too.
    virtual Request<bool> has(const std::string &session_id) const = 0;
    /// To work on it. The record does not outlive the store.
    virtual Request<std::unique_ptr<Record>> open(const std::string &session_id) = 0;
    /// With all that is durable, also what readers of the session do not see yet.
    virtual Request<Document> load(const std::string &session_id) const = 0;
    /// A whole session, as it is: for examples and what comes from elsewhere. Durable.
    virtual Request<engine::Done> save(const Document &document) = 0;
    /// Brings what a program left behind that ended in the middle of its work into the sessions.
    virtual Request<std::vector<Recovered>> recover() = 0;

    // Clients.
    /// What the home screen shows; as fast with a hundred thousand sessions as with a hundred.
    virtual Request<Shelf> shelf(const ShelfQuery &query) const = 0;
    /// That can be read, oldest first.
    virtual Request<std::vector<Document>> sessions_of(const std::string &client_id) const = 0;
    /// Nothing when no session of the client was saved since there are files of clients.
    virtual Request<std::optional<Client>> client(const std::string &client_id) const = 0;
    /// Found by looking at every session, not by an index. An Error: there is no such client.
    virtual Request<ClientCopies> copies_of(const std::string &client_id) const = 0;
    /// For good; the number of sessions. Killed in the middle, the next open does the rest.
    virtual Request<std::size_t> erase(const Erasure &what) = 0;
    /// A demo starts afresh. An Error, and nothing is changed: there is a session that is no
    /// example.
    virtual Request<engine::Done> forget_examples() = 0;

    // The list of what was done. The store itself notes what records are opened and changed.
    /// Durable: for what leaves the clinic, before it does.
    virtual Request<engine::Done> note(const AuditEntry &entry) = 0;

    // What the clinic has set. The usual ones where nothing is set; an Error: they cannot be read,
    // and whoever asks must not go on as if there were no PIN.
    virtual Request<ClinicSettings> settings() const = 0;
    /// Changes what is kept now, which somebody else may have changed: all but the PIN.
    virtual Request<SettingsChange> change_settings(const ChangeOfSettings &change) = 0;
    /// `example`: everybody knows it.
    virtual Request<ClinicSettings> choose_pin(const std::string &pin, const PinLimits &limits,
                                               bool example) = 0;

    // Who has this tablet. An Error: it cannot be read, and counts as handed over.
    virtual Request<TabletState> tablet() const = 0;
    virtual Request<engine::Done> keep_tablet(const TabletState &state) = 0;
    /// Keeps `tried` first: whoever ends the program before the answer has used up the try. True:
    /// right, and the tablet is free again.
    virtual Request<bool> try_pin(const std::string &pin, const TabletState &tried) = 0;

    virtual bool is_encrypted() const = 0;
    virtual const Atlas &atlas() const = 0;
    /// Where its records have to be asked; null: in the thread that has them.
    virtual Lane *lane() const { return nullptr; }
    /// Waits until every question is answered.
    virtual void finish() {}
};

} // namespace app
