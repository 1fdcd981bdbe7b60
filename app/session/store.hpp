/// Where sessions live. The embedded store is a folder with one JSON file per session and client,
/// readable without our program.
#pragma once

#include "base/result.hpp"
#include "model/atlas.hpp"
#include "model/document.hpp"

#include <filesystem>
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
    /// Durable when it returns Done: written beside, synced, renamed, folder synced.
    virtual engine::Result<engine::Done> save(const Document &document) = 0;
    virtual engine::Result<Document> load(std::string_view session_id) const = 0;
    virtual engine::Result<Shelf> all() const = 0;
};

class FolderStore final : public Store {
  public:
    /// Makes the folder (0700) when it is missing.
    static engine::Result<FolderStore> open(const std::filesystem::path &folder,
                                            const Atlas &atlas);

    engine::Result<engine::Done> save(const Document &document) override;
    engine::Result<Document> load(std::string_view session_id) const override;
    engine::Result<Shelf> all() const override;
    std::filesystem::path session_file(std::string_view session_id) const;

  private:
    FolderStore(std::filesystem::path folder, const Atlas &atlas)
        : folder_(std::move(folder)), atlas_(&atlas) {}
    std::filesystem::path folder_;
    const Atlas *atlas_;
};

} // namespace app
