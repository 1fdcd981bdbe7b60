/// What this tablet must not forget when it is switched off, in tablet.json of the clinic's folder:
/// the session that is handed over, and the wrong tries of the PIN.
#pragma once

#include "base/result.hpp"
#include "records/tablet.hpp"
#include "store/files/clinic_files.hpp"

#include <optional>

namespace app {

std::string to_json(const TabletState &state);
/// An Error says what is wrong with the text and what to do.
engine::Result<TabletState> tablet_from_json(std::string_view text);

/// No file: nothing is sealed. Damaged, too large, from a newer Palpate: an Error, and whoever
/// reads it must take the tablet for sealed.
engine::Result<TabletState> load_tablet_state(const ClinicFiles &files);
/// Durable when it returns Done.
engine::Result<engine::Done> save_tablet_state(const ClinicFiles &files, const TabletState &state);

} // namespace app
