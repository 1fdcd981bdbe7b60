#include "model/session/json_parts.hpp"

#include "model/session/rules.hpp"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

/// Paint lies in files in tenths of a millimetre.
double tenths(double value) {
    return std::round(value * 10) / 10;
}
/// Farther than the rules allow, and no trouble for a float.
constexpr double no_place = 1e6;

} // namespace

Json number_json(const std::optional<int> &number) {
    return number ? Json(*number) : Json(nullptr);
}

Json time_json(const std::optional<engine::Timestamp> &time) {
    return time ? Json(engine::to_iso(*time)) : Json(nullptr);
}

Json write(const ClientRef &client) {
    Json json{{"id", client.id},
              {"name", client.name},
              {"born", client.born},
              {"example", client.example}};
    append_unknown(json, client.unknown);
    return json;
}

Json write(const Appointment &appointment) {
    Json json{{"start", engine::to_iso(appointment.start)},
              {"minutes", appointment.minutes},
              {"kind", name_of(appointment.kind)},
              {"room", appointment.room},
              {"setting", choice_json(appointment.setting)}};
    append_unknown(json, appointment.unknown);
    return json;
}

Json write(const Practice &practice) {
    Json json{{"clinic", practice.clinic},
              {"therapist", practice.therapist},
              {"licence", practice.licence}};
    append_unknown(json, practice.unknown);
    return json;
}

Json write(const ClientFigure &figure) {
    Json json{{"variant", figure.variant}, {"build", figure.build}};
    append_unknown(json, figure.unknown);
    return json;
}

Json write(const Dab &dab) {
    // As tenths: a float as it is would be written with its rounding error.
    return Json::array(
        {tenths(dab.point.x), tenths(dab.point.y), tenths(dab.point.z), tenths(dab.radius_mm)});
}

Json write(const Mark &mark) {
    Json qualities = Json::array();
    for (const Quality quality : mark.qualities)
        qualities.push_back(name_of(quality));
    Json json{{"id", mark.id},
              {"channel", name_of(mark.channel)},
              {"area", mark.area},
              {"regions", mark.regions},
              {"level", number_json(mark.level)},
              {"level_after", number_json(mark.level_after)},
              {"qualities", std::move(qualities)},
              {"since", choice_json(mark.since)},
              {"note", mark.note},
              {"paint", write(mark.paint)},
              {"carried_from", mark.carried_from},
              {"level_last", number_json(mark.level_last)},
              {"trend", choice_json(mark.trend)},
              {"author", name_of(mark.author)},
              {"phase", name_of(mark.phase)},
              {"made_at", engine::to_iso(mark.made_at)}};
    append_unknown(json, mark.unknown);
    return json;
}

Json write(const Dose &dose) {
    return {{"sets", dose.sets},
            {"repeats", dose.repeats},
            {"hold_s", dose.hold_s},
            {"rest_s", dose.rest_s},
            {"times_a_day", dose.times_a_day},
            {"days_a_week", dose.days_a_week},
            {"weeks", dose.weeks},
            {"max_pain", dose.max_pain}};
}

Json write(const HomeworkItem &item) {
    Json dose = write(item.dose);
    append_unknown(dose, item.dose_unknown);
    Json json{{"id", item.id},
              {"exercise", item.exercise},
              {"name", item.name},
              {"area", item.area},
              {"dose", std::move(dose)},
              {"note", item.note},
              {"side", choice_json(item.side)},
              {"stop_rule", item.stop_rule},
              {"how", item.how}};
    append_unknown(json, item.unknown);
    return json;
}

template <>
ClientRef read<ClientRef>(ObjectReader &from) {
    ClientRef client;
    client.id = from.text("id", Need::required);
    client.name = from.text("name", Need::required);
    client.born = from.text("born");
    client.example = from.flag("example");
    client.unknown = from.rest();
    return client;
}

template <>
Appointment read<Appointment>(ObjectReader &from) {
    Appointment appointment;
    appointment.start = from.time("start");
    appointment.minutes =
        from.number("minutes", rules::booked_minutes, Need::required, appointment.minutes);
    appointment.kind = from.choice<SessionKind>("kind");
    appointment.room = from.text("room");
    appointment.setting = from.choice_or_null<Setting>("setting");
    appointment.unknown = from.rest();
    return appointment;
}

template <>
Practice read<Practice>(ObjectReader &from) {
    Practice practice;
    practice.clinic = from.text("clinic");
    practice.therapist = from.text("therapist");
    practice.licence = from.text("licence");
    practice.unknown = from.rest();
    return practice;
}

template <>
ClientFigure read<ClientFigure>(ObjectReader &from) {
    ClientFigure figure;
    figure.variant = from.text("variant", Need::required);
    figure.build = from.decimal("build", Need::required);
    figure.unknown = from.rest();
    return figure;
}

template <>
Mark read<Mark>(ObjectReader &from) {
    Mark mark;
    mark.id = from.text("id", Need::required);
    mark.channel = from.choice<Channel>("channel");
    mark.area = from.text("area", Need::required);
    mark.regions = from.texts("regions", Need::required);
    mark.level = from.number_or_null("level", rules::level);
    mark.level_after = from.number_or_null("level_after", rules::level);
    mark.qualities = from.choices<Quality>("qualities");
    mark.since = from.choice_or_null<Since>("since");
    mark.note = from.text("note");
    read_value(from, {"paint"}, mark.paint);
    mark.carried_from = from.text("carried_from");
    mark.level_last = from.number_or_null("level_last", rules::level);
    mark.trend = from.choice_or_null<Trend>("trend");
    mark.author = from.choice<Author>("author");
    mark.phase = from.choice<Phase>("phase");
    mark.made_at = from.time("made_at");
    mark.unknown = from.rest();
    return mark;
}

void read_value(ObjectReader &from, const FieldKey &key, std::vector<Dab> &paint) {
    constexpr std::size_t numbers = 4;
    from.each(key.name, [&](const Json &dab, const std::string &at, Problems &found) {
        const bool right = dab.is_array() && dab.size() == numbers &&
                           std::all_of(dab.begin(), dab.end(),
                                       [](const Json &number) { return number.is_number(); });
        // As it will be written: what is read and saved stays the same paint.
        const auto number = [&dab](std::size_t i) {
            return static_cast<float>(
                std::clamp(tenths(dab[i].get<double>()), -no_place, no_place));
        };
        if (right)
            paint.push_back({{number(0), number(1), number(2)}, number(3)});
        else
            found.push_back({at, "Here must be four numbers: x, y, z and radius in mm."});
    });
}

template <>
Dose read<Dose>(ObjectReader &from) {
    const auto number = [&from](std::string_view key, const WholeNumberRule &rule) {
        return from.number(key, rule, Need::required, rule.low);
    };
    Dose dose;
    dose.sets = number("sets", rules::sets);
    dose.repeats = number("repeats", rules::repeats);
    dose.hold_s = number("hold_s", rules::hold_s);
    dose.rest_s = from.number("rest_s", rules::rest_s, Need::optional, 0);
    dose.times_a_day = number("times_a_day", rules::times_a_day);
    dose.days_a_week = number("days_a_week", rules::days_a_week);
    dose.weeks = number("weeks", rules::weeks);
    dose.max_pain = number("max_pain", rules::max_pain);
    return dose;
}

template <>
HomeworkItem read<HomeworkItem>(ObjectReader &from) {
    HomeworkItem item;
    item.id = from.text("id", Need::required);
    item.exercise = from.text("exercise", Need::required);
    item.name = from.text("name", Need::required);
    item.area = from.text("area");
    from.object("dose", Need::required, [&item](ObjectReader &dose) {
        item.dose = read<Dose>(dose);
        item.dose_unknown = dose.rest();
    });
    item.note = from.text("note");
    item.side = from.choice_or_null<HomeworkSide>("side");
    item.stop_rule = from.text("stop_rule");
    item.how = from.text("how");
    item.unknown = from.rest();
    return item;
}

} // namespace app
