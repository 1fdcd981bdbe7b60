/// Any kind of store, asked in a lane: nothing that it does holds up who asks.
#pragma once

#include "records/lane.hpp"
#include "records/store.hpp"

#include <memory>
#include <string>
#include <vector>

namespace app {

/// Answers come in Lane::deliver(). What was asked before it is closed is done; the answers are
/// dropped then.
class BackgroundStore final : public Store {
  public:
    /// `store` answers at once, and is asked in the lane only, which lives longer.
    BackgroundStore(std::unique_ptr<Store> store, Lane &lane);
    ~BackgroundStore() override;
    BackgroundStore(const BackgroundStore &) = delete;
    BackgroundStore &operator=(const BackgroundStore &) = delete;

    Request<std::unique_ptr<Record>> create(const OpenSession &first) override;
    Request<bool> has(const std::string &session_id) const override;
    Request<std::unique_ptr<Record>> open(const std::string &session_id) override;
    Request<Document> load(const std::string &session_id) const override;
    Request<engine::Done> save(const Document &document) override;
    Request<std::vector<Recovered>> recover() override;
    Request<Shelf> shelf(const ShelfQuery &query) const override;
    Request<std::vector<Document>> sessions_of(const std::string &client_id) const override;
    Request<std::optional<Client>> client(const std::string &client_id) const override;
    Request<ClientCopies> copies_of(const std::string &client_id) const override;
    Request<std::size_t> erase(const Erasure &what) override;
    Request<engine::Done> forget_examples() override;
    Request<engine::Done> note(const AuditEntry &entry) override;
    Request<ClinicSettings> settings() const override;
    Request<SettingsChange> change_settings(const ChangeOfSettings &change) override;
    Request<ClinicSettings> choose_pin(const std::string &pin, const PinLimits &limits,
                                       bool example) override;
    Request<TabletState> tablet() const override;
    Request<engine::Done> keep_tablet(const TabletState &state) override;
    Request<bool> try_pin(const std::string &pin, const TabletState &tried) override;

    bool is_encrypted() const override { return encrypted_; }
    const Atlas &atlas() const override { return store_->atlas(); }
    Lane *lane() const override { return lane_; }
    void finish() override { lane_->finish(); }

  private:
    template <class T, class Ask>
    Request<T> ask(Ask ask) const;

    std::unique_ptr<Store> store_;
    Lane *lane_;
    bool encrypted_;
};

} // namespace app
