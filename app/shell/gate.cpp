#include "shell/gate.hpp"

#include "store/audit/audit_log.hpp"

#include <algorithm>
#include <utility>
#include <variant>

namespace app {

Gate::Gate(engine::ui::Ui &ui, const Phrases &words, ClinicFiles files, const PassphraseCost &cost)
    : ui_(&ui), words_(&words), files_(std::move(files)), cost_(cost) {
    page_.kind = files_.is_locked() ? VaultPage::Kind::unlock : VaultPage::Kind::choose;
}

FrameResult Gate::frame(const FrameInput &input, Painter *painter) {
    constexpr int seen = 2;
    if (!page_.working.empty() && ++working_frames_ > seen)
        work(input.wall);
    ui_->begin(input.now_s, input.size, input.events);
    const VaultWish wish = vault_page(*ui_, *words_, page_);
    ui_->end();
    if (painter != nullptr)
        painter->interface->render();
    if (wish != VaultWish::none)
        begin(wish);
    const bool closed = std::ranges::any_of(input.events, [](const engine::InputEvent &event) {
        return std::holds_alternative<engine::CloseEvent>(event.what);
    });
    const bool again = wish != VaultWish::none || !page_.working.empty() || ui_->animating();
    return {.again = again || done_, .closed = closed};
}

double Gate::wait_s(double now_s) const {
    constexpr double long_time = 3600;
    return std::max(0.0, ui_->wake_at_s().value_or(now_s + long_time) - now_s);
}

void Gate::begin(VaultWish wish) {
    if (wish == VaultWish::back) {
        forget();
        done_ = true;
        return;
    }
    if (page_.kind == VaultPage::Kind::recovery) {
        const auto noted = files_.note_recovery_told();
        page_.problem = noted ? "" : noted.error().message;
        done_ = noted.ok();
        if (done_)
            forget();
        return;
    }
    if (page_.kind == VaultPage::Kind::choose) {
        const auto good = check_passphrase(page_.secret);
        page_.problem = good ? "" : good.error().message;
        if (good && page_.secret != page_.again)
            page_.problem = (*words_)("vault.differ");
        if (!page_.problem.empty())
            return;
    }
    page_.problem.clear();
    page_.working =
        (*words_)(page_.kind == VaultPage::Kind::unlock ? "vault.unlocking" : "vault.protecting");
    working_frames_ = 0;
    ui_->focus(0);
}

void Gate::work(engine::Timestamp now) {
    if (page_.kind == VaultPage::Kind::unlock)
        unlock();
    else
        protect(now);
    page_.working.clear();
}

void Gate::unlock() {
    const auto opened = files_.unlock(page_.secret);
    wipe(page_.secret);
    if (!opened) {
        page_.problem = opened.error().message;
        return;
    }
    if (files_.recovery_told()) {
        forget();
        done_ = true;
        return;
    }
    // The program ended before anybody had read the first one.
    auto words = files_.renew_recovery_key();
    if (words)
        show_recovery(std::move(*words));
    else
        page_.problem = words.error().message;
}

void Gate::protect(engine::Timestamp now) {
    auto words = files_.begin_encryption(page_.secret, cost_);
    if (!words) {
        page_.problem = words.error().message;
        return;
    }
    auto changed = files_.finish_change(); // what is left goes on when the clinic is opened next
    if (changed)
        changed = AuditLog(files_, {[] { return std::string("Palpate"); }, [now] { return now; }})
                      .note({.what = Deed::encrypted});
    if (!changed)
        page_.problem = changed.error().message;
    show_recovery(std::move(*words));
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
