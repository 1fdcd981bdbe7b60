#include "shell/workspace.hpp"

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

using engine::Done;
using engine::Result;

Request<bool> Workspace::refresh(const ShelfQuery &query) {
    return mapped<bool>(store_->shelf(query), [this](Result<Shelf> shelf) -> Result<bool> {
        if (!shelf)
            return shelf.error();
        const bool changed = !std::exchange(knows_shelf_, true) || *shelf != shelf_;
        shelf_ = std::move(*shelf);
        return changed;
    });
}

Request<Done> Workspace::look_at(const std::string &client_id) {
    auto later = Request<Done>::begin();
    const auto answer = std::move(later.second);
    store_->sessions_of(client_id).then(
        [this, answer, client_id](Result<std::vector<Document>> sessions) {
            if (!sessions)
                return answer(sessions.error());
            ClientHistory history;
            for (auto session = sessions->rbegin(); session != sessions->rend(); ++session)
                history.sessions.push_back(row_of(*session));
            if (!history.sessions.empty())
                history.client = history.sessions.front().client;
            store_->client(client_id).then(
                [this, answer, history](Result<std::optional<Client>> known) mutable {
                    if (known && *known)
                        history.client = (*known)->who;
                    client_ = std::move(history);
                    answer(Done{});
                });
        });
    return std::move(later.first);
}

Request<std::vector<Document>> Workspace::sessions_before(const std::string &client_id,
                                                          const std::string &session_id,
                                                          engine::Timestamp start) const {
    return mapped<std::vector<Document>>(
        store_->sessions_of(client_id),
        [session_id, start](Result<std::vector<Document>> sessions) {
            if (sessions)
                std::erase_if(*sessions, [&](const Document &other) {
                    return other.id == session_id ||
                           other.appointment.start.unix_ms >= start.unix_ms;
                });
            return sessions;
        });
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

Request<Done> Workspace::open(const std::string &session_id) {
    auto later = Request<Done>::begin();
    const auto answer = std::move(later.second);
    store_->open(session_id).then([this, answer](Result<std::unique_ptr<Record>> record) {
        if (!record)
            return answer(record.error());
        opening_ = std::make_unique<Session>(std::move(*record), *atlas_, store_->lane());
        const Document &document = opening_->document();
        sessions_before(document.client.id, document.id, document.appointment.start)
            .then([this, answer](Result<std::vector<Document>> past) {
                answer(come_in(std::move(past)));
            });
    });
    return std::move(later.first);
}

Result<Done> Workspace::come_in(Result<std::vector<Document>> past) {
    auto session = std::exchange(opening_, nullptr);
    if (!past)
        return past.error();
    for (const Command &command : as_last_time(session->document(), *past))
        if (const auto taken = session->change_silently(command); !taken)
            return taken;
    session_ = std::move(session);
    past_ = std::move(*past);
    return Done{};
}

Request<Done> Workspace::start(const OpenSession &first) {
    auto later = Request<Done>::begin();
    const auto answer = std::move(later.second);
    sessions_before(first.client.id, first.id, first.appointment.start)
        .then([this, answer, opening = first](Result<std::vector<Document>> past) mutable {
            if (!past)
                return answer(past.error());
            if (!opening.figure)
                opening.figure = last_figure(*past);
            if (opening.language.empty() && !past->empty())
                opening.language = past->back().language;
            store_->create(opening).then([this, answer, past = std::move(*past)](
                                             Result<std::unique_ptr<Record>> record) {
                if (!record)
                    return answer(record.error());
                session_ = std::make_unique<Session>(std::move(*record), *atlas_, store_->lane());
                past_ = past;
                answer(Done{});
            });
        });
    return std::move(later.first);
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
