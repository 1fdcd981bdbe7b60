/// Where sessions live, behind one small interface. The embedded store is a folder with one JSON
/// file per session and client, readable without our program.
#pragma once

#include "base/result.hpp"
#include "model/atlas.hpp"
#include "model/document.hpp"
#include "store/clinic_files.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace app {

/// A session that could not be read: shown as a calm card, never touched.
struct Unreadable {
    std::filesystem::path file;
    std::string message;
};

struct Shelf {
    std::vector<Document> sessions; ///< by start time, oldest first
    std::vector<Unreadable> unreadable;
};

class Store {
  public:
    virtual ~Store() = default;
    /// With all that is durable, also what is not in the session's file yet.
    virtual engine::Result<Document> load(std::string_view session_id) const = 0;
    /// A whole session, as it is: for examples and what comes from elsewhere. Durable.
    virtual engine::Result<engine::Done> save(const Document &document) = 0;
    virtual engine::Result<Shelf> all() const = 0;
};

class FolderStore final : public Store {
  public:
    /// Makes the folders that are missing.
    static engine::Result<FolderStore> open(ClinicFiles files, const Atlas &atlas);
    /// Opens the folder's files as well.
    static engine::Result<FolderStore> open(const std::filesystem::path &folder,
                                            const Atlas &atlas);

    engine::Result<Document> load(std::string_view session_id) const override;
    engine::Result<engine::Done> save(const Document &document) override;
    engine::Result<Shelf> all() const override;

    const ClinicFiles &files() const { return *files_; }
    std::filesystem::path session_file(std::string_view session_id) const;

  private:
    FolderStore(ClinicFiles files, const Atlas &atlas)
        : files_(std::make_unique<ClinicFiles>(std::move(files))), atlas_(&atlas) {}
    std::unique_ptr<ClinicFiles> files_; ///< records keep a pointer to it
    const Atlas *atlas_;
};

} // namespace app
