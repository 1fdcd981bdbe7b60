#include "records/clinic_settings.hpp"

#include <string>
#include <vector>

namespace app {

std::vector<std::string> usual_techniques() {
    return {"Effleurage",      "Petrissage",    "Friction",
            "Stripping",       "Compression",   "Trigger-point pressure",
            "Myofascial work", "Muscle energy", "Assisted stretching",
            "Tapotement",      "Vibration",     "Gentle joint movement"};
}

std::vector<std::string> usual_aftercare() {
    return {"Drink as you normally would.",
            "No workout for the rest of today; train again tomorrow at the earliest.",
            "A warm bath and rest are fine.",
            "Some soreness can come and takes up to a few days to pass.",
            "Tell us on day 3 how it went: if a place is not clearly better, we say who can "
            "look at it."};
}

} // namespace app
