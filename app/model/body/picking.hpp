/// What a finger on the body means: an area when the body is far, a structure when it is near.
#pragma once

#include "model/body/body_places.hpp"
#include "model/session/document.hpp"

namespace app {

/// A place as it was picked.
struct Place {
    std::string area;   ///< atlas area id; empty: nowhere
    std::string region; ///< atlas region id; empty: the whole area
    bool empty() const { return area.empty(); }
    friend bool operator==(const Place &, const Place &) = default;
};

enum class PickLevel : std::uint8_t { area, structure };
/// Near is where a usual structure is as wide as a fingertip on the screen. A client is asked for
/// plain areas for longer: nearer than the camera flies by itself.
PickLevel pick_level(const Figure &figure, float ui_scale, Reader reader);

/// How exact a finger is, and whose it is.
struct Finger {
    float slop_px = 18; ///< window pixels; a near miss counts as far as that
    float ui_scale = 1;
    Reader reader = Reader::therapist;
};
/// What lies under a pixel of these figures; empty where there is no body.
Place place_at(const BodyPlaces &places, std::span<const Figure> figures, glm::vec2 pixel,
               const Finger &finger);

/// The tags of the place, sorted.
std::vector<engine::Tag> tags_of(const BodyPlaces &places, const Place &place);
/// "Calf, your left"; "Medial head of gastrocnemius muscle, left" for a structure.
std::string title(const Atlas &atlas, const Place &place, Reader reader, const Phrases &words);
/// What a mark covers: its structure when it has exactly one of several, else the area.
Place place_of(const Atlas &atlas, const Mark &mark);

} // namespace app
