#include "records/outbox.hpp"

#include "model/session/merge.hpp"
#include "model/session/update.hpp"
#include "records/lane.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace app {

namespace {

struct Sent {
    Command command;
    Document seen, next;    ///< what the command was given on, and what it makes of it
    std::uint64_t revision; ///< of `seen`, where nobody else does anything
};

} // namespace

/// How far the record has come.
struct Outbox::Report {
    std::size_t taken = 0; ///< commands, since the last report
    Committed last;
    Document document;
    std::uint64_t revision = 0;
    bool is_saved = false;
    bool refreshed = false; ///< others' changes were looked for
};

struct Outbox::Desk {
    Desk(std::unique_ptr<Record> its_record, const Atlas &its_atlas)
        : record(std::move(its_record)), atlas(&its_atlas) {}

    Report send();
    Report save();
    Report refresh();
    Report report(std::size_t taken, Committed last) const {
        return {.taken = taken,
                .last = std::move(last),
                .document = record->document(),
                .revision = record->revision(),
                .is_saved = record->is_saved()};
    }
    Committed commit_one(const Sent &one);

    std::unique_ptr<Record> record;
    const Atlas *atlas;
    std::deque<Sent> queue;
};

// Where others' changes lie between, it is given anew on what there is now.
Committed Outbox::Desk::commit_one(const Sent &one) {
    if (record->revision() == one.revision)
        return record->commit(one.command, one.next);
    const Document &now = record->document();
    return app::commit(
        *record,
        rebased(one.command, one.seen, now, *atlas, static_cast<int>(record->revision() + 1)),
        *atlas);
}

Outbox::Report Outbox::Desk::send() {
    std::size_t taken = 0;
    Committed last;
    while (!queue.empty()) {
        last = commit_one(queue.front());
        if (last.outcome == CommitOutcome::not_written)
            break;
        queue.pop_front();
        ++taken;
    }
    return report(taken, std::move(last));
}

Outbox::Report Outbox::Desk::save() {
    Report sent = send();
    if (!sent.last)
        return sent;
    const auto saved = record->save();
    return report(sent.taken, saved ? Committed{} : not_written(saved.error()));
}

// What is here is written first: others' changes are reported with it.
Outbox::Report Outbox::Desk::refresh() {
    if (queue.empty())
        (void)record->refresh();
    Report now = report(0, {});
    now.refreshed = true;
    return now;
}

struct Outbox::Front {
    Document document;
    std::uint64_t revision = 0; ///< of the record, when it reported last
    std::deque<Sent> waiting;
    std::optional<std::string> held; ///< the gesture of the last one, which the lane has not
    Committed state;
    bool is_saved = true;
    std::optional<Report> news; ///< what others did, until somebody wants to see it
    bool others = false;        ///< did something since the last refresh()
    bool asked = false;         ///< for what others did

    void take(Report report, const Atlas &atlas);
    void take_news(const Atlas &atlas);
    void come_to(Report report, const Atlas &atlas);
    void follow(Document base, std::uint64_t base_revision, const Atlas &atlas);
};

void Outbox::Front::take(Report report, const Atlas &atlas) {
    if (report.refreshed) {
        asked = false;
        if (report.revision != revision)
            news = std::move(report);
        return;
    }
    news.reset(); // this one has it
    state = report.last;
    come_to(std::move(report), atlas);
}

void Outbox::Front::take_news(const Atlas &atlas) {
    if (auto report = std::exchange(news, {}))
        come_to(std::move(*report), atlas);
}

void Outbox::Front::come_to(Report report, const Atlas &atlas) {
    const std::uint64_t expected = revision + report.taken;
    waiting.erase(waiting.begin(), waiting.begin() + static_cast<std::ptrdiff_t>(report.taken));
    if (report.revision != expected) {
        others = true;
        follow(std::move(report.document), report.revision, atlas);
    }
    revision = report.revision;
    is_saved = report.is_saved;
    if (state && !waiting.empty())
        state = {CommitOutcome::queued};
}

/// What waits, on what the record has now; the lane does the same when its turn comes.
void Outbox::Front::follow(Document base, std::uint64_t base_revision, const Atlas &atlas) {
    document = std::move(base);
    for (const Sent &one : waiting) {
        ++base_revision;
        const Command command =
            rebased(one.command, one.seen, document, atlas, static_cast<int>(base_revision));
        if (auto next = update(document, command, atlas))
            document = std::move(*next);
    }
}

Outbox::Outbox(std::unique_ptr<Record> record, const Atlas &atlas, Lane *lane)
    : front_(std::make_shared<Front>()), lane_(lane) {
    front_->document = record->document();
    front_->revision = record->revision();
    front_->is_saved = record->is_saved();
    desk_ = std::make_shared<Desk>(std::move(record), atlas);
}

template <class Work>
void Outbox::ask(Work work) {
    if (lane_ == nullptr) {
        front_->take(work(*desk_), *desk_->atlas);
        return;
    }
    lane_->submit([desk = desk_, front = std::weak_ptr(front_),
                   work = std::move(work)]() -> engine::Jobs::Delivery {
        const auto report = std::make_shared<Report>(work(*desk));
        return [front, report, atlas = desk->atlas] {
            if (const auto here = front.lock())
                here->take(std::move(*report), *atlas);
        };
    });
}

Outbox::~Outbox() {
    release();
    const auto end = [desk = std::move(desk_)]() -> engine::Jobs::Delivery {
        if (!desk->queue.empty() || !desk->record->is_saved())
            (void)desk->save(); // what could not be written is lost with the program
        desk->record.reset();
        return {};
    };
    if (lane_ == nullptr)
        (void)end();
    else
        lane_->submit(end);
}

const Document &Outbox::document() const {
    return front_->document;
}

void Outbox::send(const Command &command, Document next) {
    hold(command, std::move(next), {});
    release();
}

void Outbox::hold(const Command &command, Document next, const std::string &gesture) {
    Front &front = *front_;
    if (!gesture.empty() && front.held == gesture) {
        Sent &last = front.waiting.back();
        if (const auto alone = update(last.seen, command, *desk_->atlas); alone && *alone == next) {
            last.command = command;
            last.next = next;
            front.document = std::move(next);
            return;
        }
    }
    front.waiting.push_back(
        {command, std::move(front.document), next, front.revision + front.waiting.size()});
    front.document = std::move(next);
    if (front.state)
        front.state = {CommitOutcome::queued};
    if (std::exchange(front.held, gesture))
        pass_on(front.waiting.size() - 2);
}

void Outbox::release() {
    if (std::exchange(front_->held, {}))
        pass_on(front_->waiting.size() - 1);
}

void Outbox::pass_on(std::size_t place) {
    ask([sent = front_->waiting[place]](Desk &desk) {
        desk.queue.push_back(sent);
        return desk.send();
    });
}

bool Outbox::is_holding() const {
    return front_->held.has_value();
}

std::size_t Outbox::waiting() const {
    return front_->waiting.size();
}

const Committed &Outbox::state() const {
    return front_->state;
}

bool Outbox::refresh() {
    release();
    front_->take_news(*desk_->atlas);
    if (!std::exchange(front_->asked, true))
        ask([](Desk &desk) { return desk.refresh(); });
    front_->take_news(*desk_->atlas); // where it is answered at once
    return std::exchange(front_->others, false);
}

bool Outbox::has_news() const {
    return front_->news.has_value();
}

void Outbox::save() {
    release();
    ask([](Desk &desk) { return desk.save(); });
}

bool Outbox::is_saved() const {
    return front_->waiting.empty() && front_->is_saved;
}

} // namespace app
