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

std::vector<Document> Workspace::sessions_before(const Document &document) const {
    std::vector<Document> before;
    for (const Document &other : shelf_.sessions)
        if (other.client.id == document.client.id && other.id != document.id &&
            other.appointment.start.unix_ms < document.appointment.start.unix_ms)
            before.push_back(other);
    return before;
}

namespace {

std::optional<ClientFigure> last_figure(const std::vector<Document> &past) {
    for (auto session = past.rbegin(); session != past.rend(); ++session)
        if (session->figure)
            return session->figure;
    return {};
}

} // namespace

Result<Done> Workspace::open(const std::string &session_id) {
    auto document = store_->load(session_id);
    if (!document)
        return document.error();
    past_ = sessions_before(*document);
    if (!document->figure && document->stage == Stage::before)
        document->figure = last_figure(past_);
    if (document->language.empty() && document->stage == Stage::before && !past_.empty())
        document->language = past_.back().language;
    session_ = std::make_unique<Session>(std::move(*document), *store_, *atlas_);
    return Done{};
}

Result<Done> Workspace::start(const OpenSession &first) {
    Document planned;
    planned.id = first.id;
    planned.client = first.client;
    planned.appointment = first.appointment;
    std::vector<Document> past = sessions_before(planned);
    OpenSession opening = first;
    if (!opening.figure)
        opening.figure = last_figure(past);
    if (opening.language.empty() && !past.empty())
        opening.language = past.back().language;
    auto session = std::make_unique<Session>(Document{}, *store_, *atlas_);
    auto opened = session->dispatch(opening);
    if (!opened)
        return opened;
    session_ = std::move(session);
    past_ = std::move(past);
    return refresh();
}

const Document &Workspace::document() const {
    return session_ != nullptr ? session_->document() : nothing_;
}

} // namespace app
