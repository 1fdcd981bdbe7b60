#include "shell/gate.hpp"

#include <algorithm>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>

namespace app {

Gate::Gate(engine::ui::Ui &ui, const Phrases &words, std::unique_ptr<Door> door,
           const PassphraseCost &cost, Lane *lane)
    : ui_(&ui), words_(&words), door_(std::move(door)), cost_(cost), lane_(lane) {
    page_.kind = door_->is_locked() ? VaultPage::Kind::unlock : VaultPage::Kind::choose;
}

FrameResult Gate::frame(const FrameInput &input, Painter *painter) {
    constexpr int seen = 2;
    if (work_ && ++working_frames_ > seen)
        std::exchange(work_, {})();
    ui_->begin(input.now_s, input.size, input.events);
    const VaultWish wish = vault_page(*ui_, *words_, page_);
    ui_->end();
    if (painter != nullptr)
        painter->interface->render();
    if (wish != VaultWish::none)
        begin(wish, input.wall);
    const bool closed = std::ranges::any_of(input.events, [](const engine::InputEvent &event) {
        return std::holds_alternative<engine::CloseEvent>(event.what);
    });
    const bool again = wish != VaultWish::none || work_ || ui_->animating();
    return {.again = again || done_, .closed = closed};
}

double Gate::wait_s(double now_s) const {
    constexpr double long_time = 3600;
    return std::max(0.0, ui_->wake_at_s().value_or(now_s + long_time) - now_s);
}

void Gate::begin(VaultWish wish, engine::Timestamp now) {
    if (wish == VaultWish::back) {
        forget();
        done_ = true;
        return;
    }
    if (page_.kind == VaultPage::Kind::recovery)
        return note_told();
    if (page_.kind == VaultPage::Kind::unlock)
        return unlock();
    const auto good = check_passphrase(page_.secret);
    page_.problem = good ? "" : good.error().message;
    if (good && page_.secret != page_.again)
        page_.problem = (*words_)("vault.differ");
    if (page_.problem.empty())
        protect(now);
}

/// Asks the door, and gives `take` its answer. Nothing can be pressed until then.
template <class T, class Question, class Take>
void Gate::ask(Question question, Take take) {
    const auto answered = [this, take](engine::Result<T> answer) {
        page_.working.clear();
        take(std::move(answer));
    };
    page_.problem.clear();
    page_.working =
        (*words_)(page_.kind == VaultPage::Kind::unlock ? "vault.unlocking" : "vault.protecting");
    ui_->focus(0);
    if (lane_ == nullptr) {
        working_frames_ = 0;
        work_ = [this, question, answered] { answered(question(*door_)); };
        return;
    }
    beside<T>(lane_, [door = door_, question] {
        return engine::Result<T>(question(*door));
    }).then(answered);
}

void Gate::unlock() {
    const auto secret = std::make_shared<Secret>(page_.secret);
    ask<engine::Done>([secret](Door &door) { return door.unlock(secret->text()); },
                      [this](const engine::Result<engine::Done> &done) { opened(done); });
}

void Gate::opened(const engine::Result<engine::Done> &opened) {
    wipe(page_.secret);
    if (!opened) {
        page_.problem = opened.error().message;
        return;
    }
    if (door_->recovery_told()) {
        forget();
        done_ = true;
        return;
    }
    // The program ended before anybody had read the first one.
    auto words = door_->renew_recovery_key();
    if (words)
        show_recovery(std::move(*words));
    else
        page_.problem = words.error().message;
}

void Gate::protect(engine::Timestamp now) {
    const auto secret = std::make_shared<Secret>(page_.secret);
    ask<Protected>(
        [secret, cost = cost_, now](Door &door) { return door.protect(secret->text(), cost, now); },
        [this](engine::Result<Protected> encrypted) {
            page_.problem = encrypted ? encrypted->problem : encrypted.error().message;
            if (encrypted)
                show_recovery(std::move(encrypted->recovery_key));
        });
}

void Gate::note_told() {
    const auto noted = door_->note_recovery_told();
    page_.problem = noted ? "" : noted.error().message;
    done_ = noted.ok();
    if (done_)
        forget();
}

void Gate::show_recovery(Secret words) {
    std::string problem = page_.problem;
    forget();
    page_.kind = VaultPage::Kind::recovery;
    page_.problem = std::move(problem);
    page_.recovery_key = words.text();
}

void Gate::forget() {
    wipe(page_.secret);
    wipe(page_.again);
    wipe(page_.recovery_key);
    page_ = {};
}

} // namespace app
