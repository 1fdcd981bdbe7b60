/// The parts of the homework screen. For its sources only.
#pragma once

#include "model/plan/homework_catalog.hpp"
#include "screens/frame/screen.hpp"

namespace app {

/// What was given, one of it open with its dose, side and stop rule.
void given_homework(ScreenContext &c, const engine::Rect &rect);
/// What fits and why, the clinic's own, aftercare, the next session, files to take home.
void homework_offers(ScreenContext &c, engine::Rect panel);
/// The whole catalogue beside the body while UiState::exercises_open, searched by words; what is
/// not for this client says why and cannot be given.
void exercise_sheet(ScreenContext &c);

/// An exercise that can be given.
struct Offer {
    std::string id, name;
    std::string reason = {}; ///< why it is offered; may be empty
    std::string how = {};    ///< what to mind while doing it; may be empty
    std::string area = {};   ///< atlas area id that it is for; may be empty
    Dose dose = {};
    std::string why_not = {}; ///< empty: it can be given
};
/// `area` may be null.
Offer offer_of(const Exercise &exercise, const Area *area, std::string reason);
/// A card at the top of the list, which gets shorter, with the button that gives the exercise.
/// True: it was given.
bool offer_card(ScreenContext &c, engine::Rect &list, const Offer &offer);

} // namespace app
