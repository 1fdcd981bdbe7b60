#include "store/record/folder_door.hpp"

#include "store/record/folder_store.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace app {

using engine::Done;
using engine::Result;

namespace {

class FolderDoor final : public Door {
  public:
    explicit FolderDoor(ClinicFiles files) : files_(std::move(files)) {}

    bool is_locked() const override { return files_.is_locked(); }
    Request<Done> unlock(std::string_view secret) override { return files_.unlock(secret); }
    Request<Protected> protect(std::string_view passphrase, const PassphraseCost &cost,
                               engine::Timestamp now) override;
    bool recovery_told() const override { return files_.recovery_told(); }
    Request<Secret> renew_recovery_key() override { return files_.renew_recovery_key(); }
    Request<Done> note_recovery_told() override { return files_.note_recovery_told(); }
    Result<std::unique_ptr<Store>> open(const Atlas &atlas, Actor actor) override;

  private:
    ClinicFiles files_;
};

Request<Protected> FolderDoor::protect(std::string_view passphrase, const PassphraseCost &cost,
                                       engine::Timestamp now) {
    auto words = files_.begin_encryption(passphrase, cost);
    if (!words)
        return words.error();
    auto changed = files_.finish_change(); // what is left goes on when the clinic is opened next
    if (changed)
        changed = AuditLog(files_, {[] { return std::string("Palpate"); }, [now] { return now; }})
                      .note({.what = Deed::encrypted});
    return Protected{std::move(*words), changed ? std::string() : changed.error().message};
}

Result<std::unique_ptr<Store>> FolderDoor::open(const Atlas &atlas, Actor actor) {
    auto store = FolderStore::open(std::move(files_), atlas, std::move(actor));
    if (!store)
        return store.error();
    return std::unique_ptr<Store>(std::make_unique<FolderStore>(std::move(*store)));
}

} // namespace

Result<std::unique_ptr<Door>> open_folder(const std::filesystem::path &folder) {
    auto files = ClinicFiles::open(folder);
    if (!files)
        return files.error();
    return std::unique_ptr<Door>(std::make_unique<FolderDoor>(std::move(*files)));
}

} // namespace app
