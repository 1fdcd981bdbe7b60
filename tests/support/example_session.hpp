/// A small session of an invented client, made by commands: what many tests start from.
#pragma once

#include "base/uuid.hpp"
#include "model/session/update.hpp"

#include <string>
#include <vector>

namespace test {

inline const app::Atlas &atlas() {
    static const app::Atlas loaded = [] {
        auto result = app::Atlas::load(PALPATE_SHARE_DIR "/atlas/atlas.json");
        engine::check(result.ok(), "the atlas loads");
        return std::move(*result);
    }();
    return loaded;
}

inline std::string id(std::uint64_t number) {
    return engine::uuid7(1'795'190'400'000, number, number);
}

inline engine::Timestamp at(int minute) {
    return {.unix_ms = 1'795'190'400'000 + minute * std::int64_t{60'000}, .offset_minutes = 60};
}

inline app::OpenSession open_session() {
    app::OpenSession open;
    open.id = id(1);
    open.client.id = id(2);
    open.client.name = "Maya Lindgren (example)";
    open.client.born = "1992-03-14";
    open.client.example = true;
    open.appointment.start = at(0);
    open.appointment.room = "2";
    open.practice.clinic = "Runners' Clinic";
    open.practice.therapist = "Tom Reyes, LMT";
    open.practice.licence = "204417";
    return open;
}

inline app::AddMark mark(std::uint64_t number, std::string area, app::Channel channel) {
    return {.id = id(number),
            .area = std::move(area),
            .regions = {},
            .channel = channel,
            .author = app::Author::client,
            .phase = app::Phase::before,
            .at = at(1)};
}

/// Pain 6 in the left calf, tight right hamstrings 5, right shin not to be touched, a plan and one
/// exercise.
inline std::vector<app::Command> example_log() {
    using namespace app;
    return {open_session(),
            mark(10, "lower_leg_calf.l", Channel::pain),
            SetMarkLevel{id(10), 6},
            SetMarkQuality{id(10), Quality::ache, true},
            SetMarkSince{id(10), Since::this_week},
            SetMarkNote{id(10), "worse uphill"},
            mark(11, "thigh_hamstrings.r", Channel::tight),
            SetMarkLevel{id(11), 5},
            mark(12, "lower_leg_shin.r", Channel::avoid),
            FinishMarking{true},
            AddFocus{"lower_leg_calf.l", 12},
            SetFocusNote{"lower_leg_calf.l", "slow, along the muscle"},
            AddFocus{"thigh_hamstrings.r", 14},
            SetNote{"Calf warm and guarded at first, softer after ten minutes."},
            AddHomework{id(20), "stretch_calf_straight", "Wall calf stretch, knee straight",
                        "lower_leg_calf.l",
                        Dose{.sets = 1, .repeats = 3, .hold_s = 30, .days_a_week = 5}},
            SetMarkLevelAfter{id(10), 3},
            SetConsent{at(64)}};
}

inline app::Document example() {
    auto document = app::replay({}, example_log(), atlas());
    engine::check(document.ok(), "the example is right");
    return std::move(*document);
}

} // namespace test
