/// The note in four parts as it stands on the close screen and as it is signed.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// What the therapist wrote; where nothing was written, what was recorded, in words.
SoapNote shown_note(const ScreenContext &c);

/// Before the signature: what is shown becomes part of the record, with the call on day 3 and the
/// clinic's aftercare where nobody has decided otherwise.
void complete_record(ScreenContext &c);

/// Whether a call on day 3 is planned, or will be by the signature.
bool plans_day_three(const ScreenContext &c);

/// The four fields with what the wording check says of them, cut off the top of `list`.
void note_fields(ScreenContext &c, engine::Rect &list);

} // namespace app
