/// Three invented clients, plainly marked as examples, to try the program and to show it.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/plan/homework_catalog.hpp"
#include "records/store.hpp"

namespace app {

/// Saves six sessions of each client, two weeks apart: five closed ones and one on the day of
/// `today`, of which one is marked already. Made by commands as a person would give them; the same
/// `today` gives the same files.
engine::Result<engine::Done> create_demo_clinic(Store &store, const Atlas &atlas,
                                                const HomeworkCatalog &catalog,
                                                engine::Timestamp today);

/// Gives the clinic the usual settings with the PIN that everybody knows, and takes the tablet back
/// from whoever has it.
constexpr std::string_view example_pin = "1234";
engine::Result<engine::Done> set_example_pin(Store &store);

} // namespace app
