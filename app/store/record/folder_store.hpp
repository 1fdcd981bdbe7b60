/// Records in a folder: one JSON file for each session and client, readable without our program.
#pragma once

#include "model/session/document_json.hpp"
#include "records/store.hpp"
#include "store/audit/audit_log.hpp"
#include "store/index/index.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

/// Answers every question at once. Used in one thread only.
class FolderStore final : public Store {
  public:
    /// Makes the folders that are missing. `actor` is who the audit log names.
    static engine::Result<FolderStore> open(ClinicFiles files, const Atlas &atlas,
                                            Actor actor = {});
    /// Opens the folder's files as well.
    static engine::Result<FolderStore> open(const std::filesystem::path &folder, const Atlas &atlas,
                                            Actor actor = {});

    Request<std::unique_ptr<Record>> create(const OpenSession &first) override;
    Request<bool> has(const std::string &session_id) const override;
    Request<std::unique_ptr<Record>> open(const std::string &session_id) override;
    Request<Document> load(const std::string &session_id) const override;
    Request<engine::Done> save(const Document &document) override;
    Request<std::vector<Recovered>> recover() override;

    // folder_shelf.cpp
    Request<Shelf> shelf(const ShelfQuery &query) const override;
    Request<std::vector<Document>> sessions_of(const std::string &client_id) const override;
    Request<std::optional<Client>> client(const std::string &client_id) const override;
    Request<ClientCopies> copies_of(const std::string &client_id) const override;
    Request<std::size_t> erase(const Erasure &what) override;
    Request<engine::Done> forget_examples() override;

    // folder_settings.cpp
    Request<engine::Done> note(const AuditEntry &entry) override;
    Request<ClinicSettings> settings() const override;
    Request<SettingsChange> change_settings(const ChangeOfSettings &change) override;
    Request<ClinicSettings> choose_pin(const std::string &pin, const PinLimits &limits,
                                       bool example) override;
    Request<TabletState> tablet() const override;
    Request<engine::Done> keep_tablet(const TabletState &state) override;
    Request<bool> try_pin(const std::string &pin, const TabletState &tried) override;

    bool is_encrypted() const override { return files_->is_encrypted(); }
    const Atlas &atlas() const override { return *atlas_; }

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
    AuditLog &audit() { return audit_; }
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
