#include "shell/workspace.hpp"

namespace app {

using engine::Done;
using engine::Result;

Result<Done> Workspace::refresh() {
    auto shelf = store_->all();
    if (!shelf)
        return shelf.error();
    shelf_ = std::move(*shelf);
    return Done{};
}

Result<Done> Workspace::open(const std::string &session_id) {
    auto document = store_->load(session_id);
    if (!document)
        return document.error();
    past_.clear();
    for (const Document &other : shelf_.sessions)
        if (other.client.id == document->client.id && other.id != document->id &&
            other.appointment.start.unix_ms < document->appointment.start.unix_ms)
            past_.push_back(other);
    session_ = std::make_unique<Session>(std::move(*document), *store_, *atlas_);
    return Done{};
}

Result<Done> Workspace::start(const OpenSession &first) {
    auto session = std::make_unique<Session>(Document{}, *store_, *atlas_);
    auto opened = session->dispatch(first);
    if (!opened)
        return opened;
    session_ = std::move(session);
    past_.clear();
    return refresh();
}

const Document &Workspace::document() const {
    return session_ != nullptr ? session_->document() : nothing_;
}

} // namespace app
