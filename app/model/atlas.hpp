/// The atlas: zone > area > structure, with lay, anatomical and Latin names. Read once from
/// assets/atlas/atlas.json; ids are those of the region table and never change.
#pragma once

#include "base/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace app {

enum class Side : std::uint8_t { left, right, mid };
enum class Contact : std::uint8_t { ok, caution, no_contact };
/// Who reads the words: the client sees "Calf, your left", the therapist "Calf, left".
enum class Reader : std::uint8_t { client, therapist };

struct Region {          ///< a structure, one side
    std::string id;      ///< "gastrocnemius_medial.l"
    std::string base_id; ///< "gastrocnemius_medial": the part name in the body mesh
    Side side;
    std::string area;       ///< id of its area
    std::string common;     ///< "inner calf"
    std::string anatomical; ///< "medial head of gastrocnemius muscle"
    std::string latin;
    Contact contact;
    bool deep; ///< has no skin of its own: reached through the area above it
};

struct Area {       ///< what a client picks: "calf", one side
    std::string id; ///< "lower_leg_calf.l"
    std::string zone;
    std::string name; ///< "calf"
    Side side;
    std::string phrase; ///< inside a sentence: "in the left calf"
    std::vector<std::string> regions;
};

class Atlas {
  public:
    static engine::Result<Atlas> load(const std::filesystem::path &file);

    std::span<const Region> regions() const { return regions_; }
    std::span<const Area> areas() const { return areas_; }
    const Region *region(std::string_view id) const;
    const Area *area(std::string_view id) const;
    /// The area of a mesh part: part name and side (right half or not).
    const Area *area_of_part(std::string_view base_id, bool right) const;
    /// The same place on the other side; itself on the midline.
    const Area &mirrored(const Area &area) const;
    std::vector<std::string> mirrored(std::span<const std::string> regions) const;

    /// "Calf, your left" or "Calf, left"; midline areas have no side.
    std::string title(const Area &area, Reader reader) const;
    std::string title(const Region &region, Reader reader) const;
    /// Areas and structures whose words begin with or contain the query, best first, at most
    /// `limit`.
    std::vector<const Area *> find(std::string_view query, std::size_t limit) const;

  private:
    std::vector<Region> regions_;
    std::vector<Area> areas_;
    std::unordered_map<std::string, std::size_t> region_index_, area_index_;
};

} // namespace app
