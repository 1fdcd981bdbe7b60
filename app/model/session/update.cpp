#include "model/session/update.hpp"

#include "model/session/mark_changes.hpp"
#include "model/session/merge.hpp"
#include "model/session/record_changes.hpp"
#include "model/session/rules.hpp"
#include "model/session/treatment_changes.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace app {

namespace {

template <class Item, class Key>
Item *find(std::vector<Item> &items, Key Item::*key, const Key &value) {
    const auto found = std::find_if(items.begin(), items.end(),
                                    [&](const Item &item) { return item.*key == value; });
    return found == items.end() ? nullptr : &*found;
}

/// Changes a copy of the document, which is dropped when a change is refused or breaks a rule of
/// rules.hpp; here stand only the rules that are about the change itself.
class Updater {
  public:
    Updater(Document &next, const Atlas &atlas) : next_(next), atlas_(atlas) {}

    Refusal operator()(const OpenSession &command) {
        if (!next_.id.empty())
            return refuse("A session is already open. Close it first.");
        next_ = Document{};
        next_.id = command.id;
        next_.client = command.client;
        next_.appointment = command.appointment;
        next_.practice = command.practice;
        next_.figure = command.figure;
        next_.language = command.language;
        return std::nullopt;
    }

    Refusal operator()(const SetLanguage &command) {
        next_.language = command.language;
        return std::nullopt;
    }

    Refusal operator()(const SetFigure &command) {
        ClientFigure figure = next_.figure.value_or(ClientFigure{});
        figure.variant = command.variant;
        figure.build = std::round(command.build * 100) / 100;
        next_.figure = std::move(figure);
        return std::nullopt;
    }

    Refusal operator()(const AddMark &command) {
        if (command.author == Author::client && command.phase == Phase::before &&
            next_.stage != Stage::before)
            return refuse("The client has finished marking. Choose \"go on marking\" first.");
        Mark mark;
        mark.id = command.id;
        mark.channel = command.channel;
        mark.area = command.area;
        mark.regions = regions_or_all(command.area, command.regions);
        mark.paint = in_tenths(command.paint);
        mark.author = command.author;
        mark.phase = command.phase;
        mark.made_at = command.at;
        next_.marks.push_back(std::move(mark));
        return std::nullopt;
    }
    Refusal operator()(const CarryMark &command) {
        const std::string &from = command.from.id;
        Mark *carried = find(next_.marks, &Mark::carried_from, from);
        const std::string id = carried != nullptr ? carried->id : command.id;
        std::erase_if(next_.marks, [&](const Mark &mark) { return mark.id == id; });
        std::erase(next_.released, from);
        if (command.from.channel == Channel::avoid && command.trend == Trend::gone)
            next_.released.push_back(from);
        else
            next_.marks.push_back(carried_over(command, id));
        return std::nullopt;
    }
    Refusal operator()(const SetMarkPaint &command) {
        return with_mark(command.id, [&](Mark &mark) {
            mark.area = command.area;
            mark.regions = command.regions;
            mark.paint = in_tenths(command.paint);
        });
    }
    Refusal operator()(const SetMarkRegions &command) {
        return with_mark(command.id, [&](Mark &mark) {
            mark.regions = regions_or_all(mark.area, command.regions);
        });
    }
    Refusal operator()(const SetMarkChannel &command) {
        return with_mark(command.id, [&](Mark &mark) {
            mark.channel = command.channel;
            if (command.channel != Channel::pain)
                mark.qualities.clear();
            if (command.channel == Channel::avoid)
                mark.level = mark.level_after = mark.level_last = std::nullopt;
        });
    }
    Refusal operator()(const SetMarkLevel &command) {
        return with_mark(command.id, [&](Mark &mark) {
            mark.level = command.level;
            if (mark.level_last)
                mark.trend = trend_of(*mark.level_last, command.level);
        });
    }
    Refusal operator()(const SetMarkLevelAfter &command) {
        return with_mark(command.id, [&](Mark &mark) { mark.level_after = command.level; });
    }
    Refusal operator()(const SetMarkQuality &command) {
        return with_mark(command.id, [&](Mark &mark) {
            if (command.on)
                mark.qualities.insert(command.quality);
            else
                mark.qualities.erase(command.quality);
        });
    }
    Refusal operator()(const SetMarkSince &command) {
        return with_mark(command.id, [&](Mark &mark) { mark.since = command.since; });
    }
    Refusal operator()(const SetMarkNote &command) {
        return with_mark(command.id, [&](Mark &mark) { mark.note = command.note; });
    }
    Refusal operator()(const MirrorMark &command) {
        Mark *mark = find(next_.marks, &Mark::id, command.id);
        return mark ? mirror(*mark) : no_such_mark();
    }
    Refusal operator()(const CopyMarkToOtherSide &command) {
        const Mark *mark = find_mark(next_, command.id);
        if (!mark)
            return no_such_mark();
        Mark copy = *mark;
        copy.id = command.new_id;
        copy.made_at = command.at;
        forget_past(copy);
        const Refusal refusal = mirror(copy);
        next_.marks.push_back(std::move(copy));
        return refusal;
    }
    Refusal operator()(const CopyMarkTo &command) {
        const Mark *mark = find_mark(next_, command.id);
        if (!mark)
            return no_such_mark();
        Mark copy = *mark;
        copy.id = command.new_id;
        copy.area = command.area;
        copy.regions = regions_or_all(command.area, {});
        copy.made_at = command.at;
        forget_past(copy);
        copy.paint.clear();
        next_.marks.push_back(std::move(copy));
        return std::nullopt;
    }
    Refusal operator()(const RemoveMark &command) {
        return std::erase_if(next_.marks, [&](const Mark &mark) { return mark.id == command.id; })
                   ? std::nullopt
                   : no_such_mark();
    }
    Refusal operator()(const SetGoal &command) {
        next_.intake.goal = command.goal;
        return std::nullopt;
    }
    Refusal operator()(const SetRunSoon &command) {
        next_.intake.run_soon = command.run_soon;
        next_.intake.event = command.event;
        return std::nullopt;
    }
    Refusal operator()(const SetNextTraining &command) {
        next_.intake.next_training = command.next_training;
        return std::nullopt;
    }
    Refusal operator()(const SetExperience &command) {
        next_.intake.experience = command.experience;
        return std::nullopt;
    }
    Refusal operator()(const SetHealthAnswer &command) {
        const auto put = [&](std::set<std::string> &questions, bool in) {
            if (in)
                questions.insert(command.question);
            else
                questions.erase(command.question);
        };
        put(next_.intake.health_asked, command.asked);
        put(next_.intake.health_yes, command.asked && command.yes);
        return std::nullopt;
    }
    Refusal operator()(const SetDiagnosis &command) {
        next_.intake.diagnosis = command.diagnosis;
        return std::nullopt;
    }
    Refusal operator()(const SetPressure &command) {
        next_.intake.pressure = command.pressure;
        return std::nullopt;
    }
    Refusal operator()(const SetAgreement &command) {
        std::erase_if(next_.intake.agreements,
                      [&](const Agreement &agreement) { return agreement.id == command.id; });
        if (command.at)
            next_.intake.agreements.push_back({command.id, command.text, *command.at, {}});
        return std::nullopt;
    }

    Refusal operator()(const FinishMarking &command) {
        next_.stage = command.finished ? Stage::ready : Stage::before;
        return std::nullopt;
    }

    /// The commands of treatment_command.hpp.
    template <class Command>
        requires requires(Document &document, const Command &command) { apply(document, command); }
    Refusal operator()(const Command &command) {
        return apply(next_, command);
    }

    Refusal operator()(const SetNote &command) {
        next_.note = command.note;
        return std::nullopt;
    }
    Refusal operator()(const SetQuestion &command) {
        next_.question = command.question;
        return std::nullopt;
    }

    Refusal operator()(const AddHomework &command) {
        HomeworkItem item;
        item.id = command.id;
        item.exercise = command.exercise;
        item.name = command.name;
        item.area = command.area;
        item.dose = command.dose;
        item.how = command.how;
        next_.homework.push_back(std::move(item));
        return std::nullopt;
    }
    Refusal operator()(const SetDose &command) {
        return with_homework(command.id, [&](HomeworkItem &item) { item.dose = command.dose; });
    }
    Refusal operator()(const SetHomeworkNote &command) {
        return with_homework(command.id, [&](HomeworkItem &item) { item.note = command.note; });
    }
    Refusal operator()(const RemoveHomework &command) {
        return std::erase_if(next_.homework, [&](const auto &i) { return i.id == command.id; })
                   ? std::nullopt
                   : no_such_homework();
    }

    Refusal operator()(const SetConsent &command) {
        next_.shared_consent = command.at;
        return std::nullopt;
    }
    Refusal operator()(const Sign &command) { return sign(next_, command); }
    Refusal operator()(const Amend &command) { return amend(next_, command); }
    Refusal operator()(const Restore &command) {
        return replace(with_changes(next_, command.changes, atlas_));
    }
    Refusal operator()(const RecordConflict &command) { return record(next_, command); }
    Refusal operator()(const SettleConflict &command) {
        return replace(settled(next_, command, atlas_));
    }

  private:
    static Refusal no_such_mark() {
        return refuse("This mark is not there any more. Choose another mark.");
    }
    static Refusal no_such_homework() {
        return refuse("This exercise is not there any more. Choose another one.");
    }

    Refusal replace(engine::Result<Document> whole) {
        if (!whole)
            return whole.error();
        next_ = std::move(*whole);
        return std::nullopt;
    }

    template <class Change>
    Refusal with_mark(const std::string &id, Change change) {
        Mark *mark = find(next_.marks, &Mark::id, id);
        if (!mark)
            return no_such_mark();
        change(*mark);
        return std::nullopt;
    }
    template <class Change>
    Refusal with_homework(const std::string &id, Change change) {
        HomeworkItem *item = find(next_.homework, &HomeworkItem::id, id);
        if (!item)
            return no_such_homework();
        change(*item);
        return std::nullopt;
    }

    std::vector<std::string> regions_or_all(const std::string &area_id,
                                            const std::vector<std::string> &regions) const {
        const Area *area = atlas_.area(area_id);
        return regions.empty() && area != nullptr ? area->regions : regions;
    }

    Refusal mirror(Mark &mark) const {
        const Area *area = atlas_.area(mark.area);
        for (Dab &dab : mark.paint) // the body is the same on both sides of x = 0
            dab.point.x = -dab.point.x;
        if (!area || (area->side == Side::mid && mark.paint.empty()))
            return refuse("This place lies in the middle of the body; it has no other side.");
        mark.area = atlas_.mirrored(*area).id;
        mark.regions = atlas_.mirrored(mark.regions);
        return std::nullopt;
    }

    Document &next_;
    const Atlas &atlas_;
};

} // namespace

engine::Result<Document> update(const Document &document, const Command &command,
                                const Atlas &atlas) {
    if (is_from_future(document))
        return engine::Error{"This session was written by a newer Palpate. It can be read here, "
                             "not changed. Update Palpate to go on."};
    if (document.stage == Stage::closed && !is_for_closed(command))
        return engine::Error{"This session is closed and cannot be changed any more. Add an "
                             "amendment instead."};
    if (document.id.empty() && !std::holds_alternative<OpenSession>(command))
        return engine::Error{"No session is open. Open one first."};
    Document next = document;
    if (const Refusal refusal = std::visit(Updater{next, atlas}, command))
        return *refusal;
    Problems found;
    rules::check(next, atlas, found);
    if (!found.empty())
        return engine::Error{found.front().message};
    return next;
}

engine::Result<Document> replay(Document start, std::span<const Command> log, const Atlas &atlas) {
    for (const Command &command : log) {
        auto next = update(start, command, atlas);
        if (!next)
            return next;
        start = std::move(*next);
    }
    return start;
}

} // namespace app
