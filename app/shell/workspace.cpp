#include "shell/workspace.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

Result<bool> Workspace::refresh(const ShelfQuery &query) {
    auto shelf = store_->shelf(query);
    if (!shelf)
        return shelf.error();
    const bool changed = *shelf != shelf_;
    shelf_ = std::move(*shelf);
    return changed;
}

Result<Done> Workspace::look_at(const std::string &client_id) {
    const auto sessions = store_->sessions_of(client_id);
    if (!sessions)
        return sessions.error();
    ClientHistory history;
    for (auto session = sessions->rbegin(); session != sessions->rend(); ++session)
        history.sessions.push_back(row_of(*session));
    if (!history.sessions.empty())
        history.client = history.sessions.front().client;
    if (const auto known = store_->client(client_id); known && *known)
        history.client = (*known)->who;
    client_ = std::move(history);
    return Done{};
}

Result<std::vector<Document>> Workspace::sessions_before(const std::string &client_id,
                                                         const std::string &session_id,
                                                         engine::Timestamp start) const {
    auto sessions = store_->sessions_of(client_id);
    if (sessions)
        std::erase_if(*sessions, [&](const Document &other) {
            return other.id == session_id || other.appointment.start.unix_ms >= start.unix_ms;
        });
    return sessions;
}

namespace {

std::optional<ClientFigure> last_figure(const std::vector<Document> &past) {
    for (auto session = past.rbegin(); session != past.rend(); ++session)
        if (session->figure)
            return session->figure;
    return {};
}

/// A session that was planned begins with the figure and the language of the one before.
std::vector<Command> as_last_time(const Document &document, const std::vector<Document> &past) {
    std::vector<Command> commands;
    if (document.stage != Stage::before || is_from_future(document))
        return commands;
    if (const auto figure = last_figure(past); figure && !document.figure)
        commands.emplace_back(SetFigure{figure->variant, figure->build});
    if (document.language.empty() && !past.empty() && !past.back().language.empty())
        commands.emplace_back(SetLanguage{past.back().language});
    return commands;
}

} // namespace

Result<Done> Workspace::open(const std::string &session_id) {
    auto record = store_->open(session_id);
    if (!record)
        return record.error();
    const Document &document = (*record)->document();
    auto past = sessions_before(document.client.id, document.id, document.appointment.start);
    if (!past)
        return past.error();
    for (const Command &command : as_last_time(document, *past))
        if (const auto taken = (*record)->commit(command); !taken)
            return taken.error();
    past_ = std::move(*past);
    session_ = std::make_unique<Session>(std::move(*record), *atlas_);
    return Done{};
}

Result<Done> Workspace::start(const OpenSession &first) {
    auto past = sessions_before(first.client.id, first.id, first.appointment.start);
    if (!past)
        return past.error();
    OpenSession opening = first;
    if (!opening.figure)
        opening.figure = last_figure(*past);
    if (opening.language.empty() && !past->empty())
        opening.language = past->back().language;
    auto record = store_->create(opening);
    if (!record)
        return record.error();
    session_ = std::make_unique<Session>(std::move(*record), *atlas_);
    past_ = std::move(*past);
    return Done{};
}

void Workspace::let_go(const std::string &client_id) {
    client_ = {};
    if (document().client.id != client_id)
        return;
    session_.reset();
    past_.clear();
}

const Document &Workspace::document() const {
    return session_ != nullptr ? session_->document() : nothing_;
}

} // namespace app
