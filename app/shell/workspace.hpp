/// The clinic's folder and the session that is open in it.
#pragma once

#include "session/session.hpp"
#include "store/record/store.hpp"

#include <memory>

namespace app {

class Workspace {
  public:
    Workspace(FolderStore &store, const Atlas &atlas) : store_(&store), atlas_(&atlas) {}

    /// Looks at the folder again. True: the shelf is another one. An unreadable folder is an Error;
    /// unreadable files are on the shelf.
    engine::Result<bool> refresh(const ShelfQuery &query);
    const Shelf &shelf() const { return shelf_; }

    /// Reads the sessions of one client.
    engine::Result<engine::Done> look_at(const std::string &client_id);
    const ClientHistory &client() const { return client_; }

    engine::Result<engine::Done> open(const std::string &session_id);
    /// A new session, opened and saved. As open(), it begins with the figure and the language
    /// that the client chose last.
    engine::Result<engine::Done> start(const OpenSession &first);

    FolderStore &store() { return *store_; }
    /// Nothing is open any more when it was a session of this client.
    void let_go(const std::string &client_id);

    bool is_open() const { return session_ != nullptr; }
    Session &session() { return *session_; }
    /// The open document; an empty one when none is open.
    const Document &document() const;
    /// Earlier sessions of the open client, oldest first.
    const std::vector<Document> &past() const { return past_; }

  private:
    engine::Result<std::vector<Document>> sessions_before(const std::string &client_id,
                                                          const std::string &session_id,
                                                          engine::Timestamp start) const;

    FolderStore *store_;
    const Atlas *atlas_;
    Shelf shelf_;
    ClientHistory client_;
    std::unique_ptr<Session> session_;
    std::vector<Document> past_;
    Document nothing_;
};

} // namespace app
