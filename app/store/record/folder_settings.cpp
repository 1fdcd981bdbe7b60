// The part of the folder's store that keeps what the clinic has set, who has the tablet, and the
// list of what was done.

#include "store/files/settings_file.hpp"
#include "store/files/tablet_state.hpp"
#include "store/record/folder_store.hpp"
#include "store/vault/pin_hash.hpp"

#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::Error;

Request<Done> FolderStore::note(const AuditEntry &entry) {
    return audit_.note(entry);
}

Request<ClinicSettings> FolderStore::settings() const {
    return load_settings(*files_);
}

Request<SettingsChange> FolderStore::change_settings(const ChangeOfSettings &change) {
    auto settings = load_settings(*files_);
    if (!settings)
        return settings.error();
    ClinicSettings changed = *settings;
    change(changed);
    changed.pin_hash = settings->pin_hash;
    changed.example_pin = settings->example_pin;
    if (!can_be_read_back(changed))
        return SettingsChange{
            refused({"The settings cannot hold that much. Shorten a text or delete what is no "
                     "longer used, then try again. The last change was not kept."}),
            std::move(*settings)};
    const auto saved = save_settings(*files_, changed);
    return SettingsChange{saved ? Committed{} : not_written(saved.error()), std::move(changed)};
}

Request<ClinicSettings> FolderStore::choose_pin(const std::string &pin, const PinLimits &limits,
                                                bool example) {
    auto settings = load_settings(*files_);
    if (!settings)
        return settings;
    auto hash = hash_pin(pin, limits);
    if (!hash)
        return hash.error();
    settings->pin_hash = std::move(*hash);
    settings->example_pin = example;
    if (const auto saved = save_settings(*files_, *settings); !saved)
        return saved.error();
    return settings;
}

Request<TabletState> FolderStore::tablet() const {
    return load_tablet_state(*files_);
}

Request<Done> FolderStore::keep_tablet(const TabletState &state) {
    return save_tablet_state(*files_, state);
}

Request<bool> FolderStore::try_pin(const std::string &pin, const TabletState &tried) {
    const auto settings = load_settings(*files_);
    if (!settings)
        return settings.error();
    if (const auto noted = save_tablet_state(*files_, tried); !noted)
        return noted.error();
    if (!is_right_pin(settings->pin_hash, pin))
        return false;
    if (const auto freed = save_tablet_state(*files_, {}); !freed)
        return freed.error();
    return true;
}

} // namespace app
