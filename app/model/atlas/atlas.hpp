/// The atlas: zone > area > structure, with lay, anatomical and Latin names. Read once from
/// assets/atlas/atlas.json; ids are those of the region table and never change.
#pragma once

#include "base/result.hpp"
#include "model/text/names.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app {

class Phrases;

enum class Side : std::uint8_t { left, right, mid };
enum class Contact : std::uint8_t { ok, caution, no_contact };
template <>
struct Names<Side> {
    static constexpr std::array<std::string_view, 3> all{"left", "right", "mid"};
};
template <>
struct Names<Contact> {
    static constexpr std::array<std::string_view, 3> all{"ok", "caution", "no_contact"};
};
/// Who reads the words: the client sees "Calf, your left", the therapist "Calf, left".
enum class Reader : std::uint8_t { client, therapist };

/// A concept of an open anatomy ontology, and how well it fits: "exact", "broader", "partial".
struct Concept {
    std::string id;    ///< "FMA:45958"; empty: none was found
    std::string match; ///< empty without an id
    std::string scope; ///< "sided" or "unsided"; only FMA has a concept for each side
};

struct Region {          ///< a structure, one side
    std::string id;      ///< "gastrocnemius_medial.l"
    std::string base_id; ///< "gastrocnemius_medial": the part name in the body mesh
    Side side;
    std::string zone;
    std::string area;       ///< id of its area
    std::string common;     ///< "inner calf"
    std::string anatomical; ///< "medial head of gastrocnemius muscle"
    std::string latin;
    std::string kind;               ///< muscle, joint, region, tendon, fascia
    std::string layer;              ///< superficial, intermediate, deep
    std::string tier;               ///< core, detail
    std::vector<std::string> views; ///< front, back, left, right, inner, sole
    Contact contact;
    bool deep; ///< has no skin of its own: lies beneath that of other structures
    std::vector<std::string> under; ///< base ids of those structures, best first
    int depth = surface_depth;      ///< 2 directly below the surface .. 5
    Concept fma, uberon;
    std::vector<std::string> choir; ///< segments of the CHOIR body map
    std::string wpi, wpi_basis;     ///< area of the Widespread Pain Index; "direct", "nearest"

    static constexpr int surface_depth = 1, deepest = 5;
};

struct Area {       ///< what a client picks: "calf", one side
    std::string id; ///< "lower_leg_calf.l"
    std::string zone;
    std::string name;       ///< "calf"
    std::string anatomical; ///< a group term: "triceps surae (gastrocnemius and soleus)"
    Side side;
    std::string phrase; ///< inside a sentence: "in the left calf"
    std::vector<std::string> choir, wpi;
    std::vector<std::string> regions;
};

/// More words under which people look for a place.
struct Alias {
    std::string of; ///< id of an area or region without its side: all sides are meant
    std::vector<std::string> words;
};

/// "calf.l" > "calf"
std::string_view without_side(std::string_view id);

class Atlas {
  public:
    static engine::Result<Atlas> load(const std::string &file);

    std::span<const Region> regions() const { return regions_; }
    std::span<const Area> areas() const { return areas_; }
    std::span<const Alias> aliases() const { return aliases_; }
    const Region *region(std::string_view id) const;
    const Area *area(std::string_view id) const;
    /// The area of a mesh part: part name and side (right half or not).
    const Area *area_of_part(std::string_view base_id, bool right) const;
    /// The same place on the other side; itself on the midline.
    const Area &mirrored(const Area &area) const;
    std::vector<std::string> mirrored(std::span<const std::string> regions) const;

    /// "Calf, your left" or "Calf, left", in the language of the words; midline areas have no side.
    std::string title(const Area &area, Reader reader, const Phrases &words) const;
    std::string title(const Region &region, Reader reader, const Phrases &words) const;

  private:
    std::string fault() const; ///< what does not fit together; empty when all does
    std::vector<Region> regions_;
    std::vector<Area> areas_;
    std::vector<Alias> aliases_;
    std::unordered_map<std::string, std::size_t> region_index_, area_index_;
};

} // namespace app
