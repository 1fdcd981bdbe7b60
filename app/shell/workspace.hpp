/// The clinic's records and the session that is open in it.
#pragma once

#include "records/store.hpp"
#include "session/session.hpp"

#include <memory>

namespace app {

class Workspace {
  public:
    Workspace(Store &store, const Atlas &atlas) : store_(&store), atlas_(&atlas) {}

    /// Looks at the records again. True: the shelf is another one. Unreadable records are an Error;
    /// unreadable files are on the shelf.
    Request<bool> refresh(const ShelfQuery &query);
    const Shelf &shelf() const { return shelf_; }
    /// Whether it was ever read.
    bool knows_shelf() const { return knows_shelf_; }

    /// Reads the sessions of one client.
    Request<engine::Done> look_at(const std::string &client_id);
    const ClientHistory &client() const { return client_; }

    Request<engine::Done> open(const std::string &session_id);
    /// A new session, opened and saved. As open(), it begins with the figure and the language
    /// that the client chose last.
    Request<engine::Done> start(const OpenSession &first);

    Store &store() { return *store_; }
    /// Nothing is open any more when it was a session of this client.
    void let_go(const std::string &client_id);

    bool is_open() const { return session_ != nullptr; }
    Session &session() { return *session_; }
    /// The open document; an empty one when none is open.
    const Document &document() const;
    /// Earlier sessions of the open client, oldest first.
    const std::vector<Document> &past() const { return past_; }

  private:
    Request<std::vector<Document>> sessions_before(const std::string &client_id,
                                                   const std::string &session_id,
                                                   engine::Timestamp start) const;
    engine::Result<engine::Done> come_in(engine::Result<std::vector<Document>> past);

    Store *store_;
    const Atlas *atlas_;
    Shelf shelf_;
    bool knows_shelf_ = false;
    ClientHistory client_;
    std::unique_ptr<Session> session_, opening_;
    std::vector<Document> past_;
    Document nothing_;
};

} // namespace app
