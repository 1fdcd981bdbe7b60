/// Signing a session, and what comes after: parts of the share screen.
#pragma once

#include "screens/frame/screen.hpp"

namespace app {

/// The button that leads to the sheet, or to an amendment once the session is closed.
void sign_button(ScreenContext &c, const engine::Rect &rect);
/// Opens that sheet.
void open_signing(ScreenContext &c);
/// Who signed when, whether the content still is what was signed, and the amendments.
void signature_part(ScreenContext &c, engine::Rect &list);
/// The sheets of both; drawn last.
void signing_sheets(ScreenContext &c);

} // namespace app
