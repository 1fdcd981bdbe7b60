/// Where sessions live, behind one small interface. The embedded store is a folder with one JSON
/// file per session and client, readable without our program.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/document_json.hpp"
#include "store/audit/audit_log.hpp"
#include "store/index/index.hpp"
#include "store/record/record.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace app {

class Store {
  public:
    virtual ~Store() = default;
    /// A new session; `first` is an OpenSession that update() accepts. Durable.
    virtual engine::Result<std::unique_ptr<Record>> create(const OpenSession &first) = 0;
    /// To work on it. The record does not outlive the store.
    virtual engine::Result<std::unique_ptr<Record>> open(std::string_view session_id) = 0;
    /// With all that is durable, also what is not in the session's file yet.
    virtual engine::Result<Document> load(std::string_view session_id) const = 0;
    /// A whole session, as it is: for examples and what comes from elsewhere. Durable.
    virtual engine::Result<engine::Done> save(const Document &document) = 0;
    /// What the home screen shows; as fast with a hundred thousand sessions as with a hundred.
    virtual engine::Result<Shelf> shelf(const ShelfQuery &query) const = 0;
    /// That can be read, oldest first.
    virtual engine::Result<std::vector<Document>> sessions_of(std::string_view client_id) const = 0;
    /// Nothing when no session of the client was saved since there are files of clients.
    virtual engine::Result<std::optional<Client>> client(std::string_view client_id) const = 0;
};

class FolderStore final : public Store {
  public:
    /// Makes the folders that are missing. `actor` is who the audit log names.
    static engine::Result<FolderStore> open(ClinicFiles files, const Atlas &atlas,
                                            Actor actor = {});
    /// Opens the folder's files as well.
    static engine::Result<FolderStore> open(const std::filesystem::path &folder, const Atlas &atlas,
                                            Actor actor = {});

    engine::Result<std::unique_ptr<Record>> create(const OpenSession &first) override;
    engine::Result<std::unique_ptr<Record>> open(std::string_view session_id) override;
    engine::Result<Document> load(std::string_view session_id) const override;
    engine::Result<engine::Done> save(const Document &document) override;
    engine::Result<Shelf> shelf(const ShelfQuery &query) const override;
    engine::Result<std::vector<Document>> sessions_of(std::string_view client_id) const override;
    engine::Result<std::optional<Client>> client(std::string_view client_id) const override;

    /// As load(), with the revision.
    engine::Result<SessionFile> load_session(std::string_view session_id) const;
    /// The session's file alone, without its journal.
    engine::Result<SessionFile> read_session(std::string_view session_id) const;
    /// Durable when it returns Done. For records, which know the revision. Refuses a session of a
    /// client who was deleted.
    engine::Result<engine::Done> write_session(const SessionFile &session);
    /// Into the audit log.
    engine::Result<engine::Done> note(Deed what, const SessionFile &session);

    const ClinicFiles &files() const { return *files_; }
    /// The store notes what records are opened and changed; who exports or deletes notes that.
    AuditLog &audit() { return audit_; }
    const Atlas &atlas() const { return *atlas_; }
    std::filesystem::path session_file(std::string_view session_id) const;

  private:
    FolderStore(ClinicFiles files, const Atlas &atlas, Actor actor)
        : files_(std::make_unique<ClinicFiles>(std::move(files))),
          audit_(*files_, std::move(actor)),
          atlas_(&atlas),
          index_(make_index(*files_, atlas)) {}
    static std::unique_ptr<Index> make_index(const ClinicFiles &files, const Atlas &atlas);
    engine::Result<engine::Done> keep_client(const Document &document) const;
    engine::Result<std::unique_ptr<Record>> open_record(std::string_view session_id);

    std::unique_ptr<ClinicFiles> files_; ///< records keep a pointer to it
    AuditLog audit_;
    const Atlas *atlas_;
    std::unique_ptr<Index> index_;
};

} // namespace app
