/// The questions about health that a client answers with yes or no: signs that need a doctor first,
/// and reasons for lighter pressure. Read once from assets/guidance/health.json. Never a diagnosis.
#pragma once

#include "model/atlas/atlas.hpp"
#include "model/session/document.hpp"

namespace app {

/// How soon a sign has to be seen: call for help now, a doctor today, within some days.
enum class Urgency : std::uint8_t { now, today, days };
enum class HealthKind : std::uint8_t {
    stop, ///< no massage there until it was seen (rules RFL)
    care, ///< massage goes on, lighter
};

struct HealthQuestion {
    std::string id; ///< "RF6"; never changes
    HealthKind kind = HealthKind::stop;
    Urgency urgency = Urgency::days;
    std::vector<std::string> zones; ///< of stop: where a mark asks it again; empty: anywhere
    int pressure_cap = 5;           ///< of care: 1..5
    std::string words;              ///< key of the question in Phrases
};

class HealthQuestions {
  public:
    static engine::Result<HealthQuestions> load(const std::string &file);

    const std::vector<HealthQuestion> &all() const { return all_; }
    const HealthQuestion *find(std::string_view id) const;

    /// What this session asks (RFL-R1): everything before the first session, later what belongs to
    /// the places that are marked and what was answered with yes last time.
    std::vector<const HealthQuestion *> asked(const Document &document, const Atlas &atlas,
                                              const std::vector<Document> &past) const;
    /// The most urgent sign that was answered with yes; null: none.
    const HealthQuestion *most_urgent(const Intake &intake) const;

  private:
    std::vector<HealthQuestion> all_; ///< the most urgent first
};

} // namespace app
