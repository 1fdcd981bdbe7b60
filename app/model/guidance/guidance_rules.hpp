/// Inside of the guidance: what a rule can see, and the functions that the table in guidance.cpp
/// calls, one for each rule.
#pragma once

#include "model/guidance/guidance.hpp"
#include "model/guidance/pressure.hpp"
#include "model/guidance/race_times.hpp"

namespace app::guidance_rules {

struct Case {
    const Document &document;
    std::span<const Document> past; ///< oldest first
    const GuidanceSettings &settings;
    engine::Timestamp at; ///< of the massage
    const Atlas &atlas;
    const HealthQuestions &health;
    EventsAround races, long_runs;
    bool is_new; ///< to massage

    const Document *last() const { return past.empty() ? nullptr : &past.back(); }
};

/// Takes the cards of one rule; the number of the rule comes from the table.
class Cards {
  public:
    Cards(std::string_view rule, std::vector<Advice> &all) : rule_(rule), all_(all) {}
    void add(Advice advice) {
        advice.rule = rule_;
        all_.push_back(std::move(advice));
    }

  private:
    std::string_view rule_;
    std::vector<Advice> &all_;
};

// guidance_race.cpp: how the day lies to races, runs and training
void new_client_before_race(const Case &c, Cards &cards);
void soreness_on_race_day(const Case &c, Cards &cards);
void light_after_race(const Case &c, Cards &cards);
void nothing_new_before_race(const Case &c, Cards &cards);
void training_after_massage(const Case &c, Cards &cards);
void recovery_session(const Case &c, Cards &cards);
void recovery_window(const Case &c, Cards &cards);
void window_before_race(const Case &c, Cards &cards);
void slot_after_long_run(const Case &c, Cards &cards);
void regular_plan(const Case &c, Cards &cards);
void two_outputs(const Case &c, Cards &cards);

// guidance_health.cpp: signs, cautions, places that are not to be touched
void signs(const Case &c, Cards &cards);
void injury_without_diagnosis(const Case &c, Cards &cards);
void blood_thinners(const Case &c, Cards &cards);
void care(const Case &c, Cards &cards);
void places_of_contact(const Case &c, Cards &cards);
void places_to_avoid(const Case &c, Cards &cards);
void stated_diagnosis(const Case &c, Cards &cards);
void widespread(const Case &c, Cards &cards);

// guidance_course.cpp: how it went on since last time, and how this session goes
void day_3(const Case &c, Cards &cards);
void one_calf_worse(const Case &c, Cards &cards);
void clearly_worse(const Case &c, Cards &cards);
void ease_off(const Case &c, Cards &cards);
void below_pain(const Case &c, Cards &cards);
void zone_without_minutes(const Case &c, Cards &cards);
void soreness_is_usual(const Case &c, Cards &cards);
void first_session(const Case &c, Cards &cards);
void drink_before(const Case &c, Cards &cards);

/// "left calf"; the words of a sentence.
std::string place_words(const Atlas &atlas, std::string_view area);
/// "left calf, right shin and 3 more"
std::string places_words(const Atlas &atlas, std::span<const std::string> areas);
/// "3 days", "47 hours", "20 minutes": no more than it is.
std::string duration_words(std::int64_t ms);
/// Areas that are marked for work or planned, each once, in the order of the atlas.
std::vector<std::string> areas_in_question(const Case &c);

} // namespace app::guidance_rules
