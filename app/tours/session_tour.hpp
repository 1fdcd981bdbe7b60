/// A whole session at the therapist's side: brief, plan, 60 minutes of treatment, close, sign. For
/// the pictures of the screens, the recorded demo and the replay test.
#pragma once

#include "tours/tour.hpp"

#include <functional>

namespace app {

using Show = std::function<void(std::string_view name)>;

/// Each picture under its name.
Show pictures_of(Tour &tour);
void no_pictures(std::string_view name);

/// From the brief to the treatment's end: the plan as proposed, feedback, findings, one item after
/// the other, each for its minutes.
void treat_by_plan(Tour &tour, const Show &show);
void levels_and_homework(Tour &tour, const Show &show);
/// Agreed to share, the note as proposed, day 3, the signature.
void note_and_signature(Tour &tour, const Show &show);

/// Pictures of all of it, of a client who says stop, and of day 3, in the folder "session".
engine::Result<std::vector<std::filesystem::path>> session_pictures(const Options &options);

} // namespace app
