#include "records/background_store.hpp"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

BackgroundStore::BackgroundStore(std::unique_ptr<Store> store, Lane &lane)
    : store_(std::move(store)), lane_(&lane), encrypted_(store_->is_encrypted()) {}

BackgroundStore::~BackgroundStore() {
    lane_->close();
}

template <class T, class Ask>
Request<T> BackgroundStore::ask(Ask ask) const {
    return beside<T>(
        lane_, [ask = std::move(ask), store = store_.get()] { return Result<T>(ask(*store)); });
}

Request<std::unique_ptr<Record>> BackgroundStore::create(const OpenSession &first) {
    return ask<std::unique_ptr<Record>>([first](Store &store) { return store.create(first); });
}

Request<bool> BackgroundStore::has(const std::string &session_id) const {
    return ask<bool>([session_id](const Store &store) { return store.has(session_id); });
}

Request<std::unique_ptr<Record>> BackgroundStore::open(const std::string &session_id) {
    return ask<std::unique_ptr<Record>>(
        [session_id](Store &store) { return store.open(session_id); });
}

Request<Document> BackgroundStore::load(const std::string &session_id) const {
    return ask<Document>([session_id](const Store &store) { return store.load(session_id); });
}

Request<Done> BackgroundStore::save(const Document &document) {
    return ask<Done>([document](Store &store) { return store.save(document); });
}

Request<std::vector<Recovered>> BackgroundStore::recover() {
    return ask<std::vector<Recovered>>([](Store &store) { return store.recover(); });
}

Request<Shelf> BackgroundStore::shelf(const ShelfQuery &query) const {
    return ask<Shelf>([query](const Store &store) { return store.shelf(query); });
}

Request<std::vector<Document>> BackgroundStore::sessions_of(const std::string &client_id) const {
    return ask<std::vector<Document>>(
        [client_id](const Store &store) { return store.sessions_of(client_id); });
}

Request<std::optional<Client>> BackgroundStore::client(const std::string &client_id) const {
    return ask<std::optional<Client>>(
        [client_id](const Store &store) { return store.client(client_id); });
}

Request<ClientCopies> BackgroundStore::copies_of(const std::string &client_id) const {
    return ask<ClientCopies>(
        [client_id](const Store &store) { return store.copies_of(client_id); });
}

Request<std::size_t> BackgroundStore::erase(const Erasure &what) {
    return ask<std::size_t>([what](Store &store) { return store.erase(what); });
}

Request<Done> BackgroundStore::forget_examples() {
    return ask<Done>([](Store &store) { return store.forget_examples(); });
}

Request<Done> BackgroundStore::note(const AuditEntry &entry) {
    return ask<Done>([entry](Store &store) { return store.note(entry); });
}

Request<ClinicSettings> BackgroundStore::settings() const {
    return ask<ClinicSettings>([](const Store &store) { return store.settings(); });
}

Request<SettingsChange> BackgroundStore::change_settings(const ChangeOfSettings &change) {
    return ask<SettingsChange>([change](Store &store) { return store.change_settings(change); });
}

Request<ClinicSettings> BackgroundStore::choose_pin(const std::string &pin, const PinLimits &limits,
                                                    bool example) {
    return ask<ClinicSettings>(
        [=](Store &store) { return store.choose_pin(pin, limits, example); });
}

Request<TabletState> BackgroundStore::tablet() const {
    return ask<TabletState>([](const Store &store) { return store.tablet(); });
}

Request<Done> BackgroundStore::keep_tablet(const TabletState &state) {
    return ask<Done>([state](Store &store) { return store.keep_tablet(state); });
}

Request<bool> BackgroundStore::try_pin(const std::string &pin, const TabletState &tried) {
    return ask<bool>([=](Store &store) { return store.try_pin(pin, tried); });
}

} // namespace app
