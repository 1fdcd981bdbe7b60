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
    std::vector<Document> past = sessions_before(document);
    for (const Command &command : as_last_time(document, past))
        if (const auto taken = (*record)->commit(command); !taken)
            return taken.error();
    past_ = std::move(past);
    session_ = std::make_unique<Session>(std::move(*record), *atlas_);
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
    auto record = store_->create(opening);
    if (!record)
        return record.error();
    session_ = std::make_unique<Session>(std::move(*record), *atlas_);
    past_ = std::move(past);
    return refresh();
}

const Document &Workspace::document() const {
    return session_ != nullptr ? session_->document() : nothing_;
}

} // namespace app
