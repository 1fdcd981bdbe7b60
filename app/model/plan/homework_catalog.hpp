/// The exercises a therapist can give, from assets/atlas/homework.json.
#pragma once

#include "base/result.hpp"
#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

#include <span>
#include <string_view>

namespace app {

struct Exercise {
    std::string id;
    std::string name;                  ///< "Wall calf stretch, knee straight"
    std::string kind;                  ///< stretch, foam_roll, mobility, strength, heat ...
    std::vector<std::string> base_ids; ///< structures it is for, without side
    Dose dose;                         ///< where to begin
    std::string dose_words;            ///< "2-3 × 30 s each side, 1-2 times a day"
    std::string cautions, contraindications;
    bool strengthening; ///< outside massage scope in some places
};

class HomeworkCatalog {
  public:
    static engine::Result<HomeworkCatalog> load(const std::string &file);
    std::span<const Exercise> exercises() const { return exercises_; }
    const Exercise *find(std::string_view id) const;
    /// Those for any structure of the area, gentlest kind first; no strengthening unless asked.
    std::vector<const Exercise *> for_area(const Atlas &atlas, std::string_view area,
                                           bool strengthening) const;
    /// Those that have every typed word in their name, their kind or the names of the structures
    /// they are for; typing errors are tolerated. Nothing typed: all. The gentlest kind first.
    std::vector<const Exercise *> search(const Atlas &atlas, std::string_view typed) const;

  private:
    std::vector<Exercise> exercises_;
};

/// Whether it is for a structure of the area.
bool is_for(const Exercise &exercise, const Atlas &atlas, const Area &area);
/// What to mind while doing it, as a sentence; may be empty.
std::string how_words(const Exercise &exercise);
/// "2 × 30 s, once a day, 5 days a week, 4 weeks"
std::string dose_words(const Dose &dose);
/// "Stop above pain 3, or if it is worse the next morning."
std::string stop_rule(const Dose &dose);

} // namespace app
