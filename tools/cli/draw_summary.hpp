/// Pictures of summaries without a screen.
#pragma once

#include "host/window.hpp"
#include "model/atlas/atlas.hpp"
#include "model/body/body_model.hpp"
#include "model/page/summary.hpp"
#include "model/page/summary_view.hpp"

#include <filesystem>
#include <memory>

namespace cli {

class SummaryDrawer {
  public:
    /// Opens a window that nobody sees. `atlas` outlives it.
    static engine::Result<SummaryDrawer> create(const app::Atlas &atlas);

    /// The client's figure with what the summary shows.
    engine::Result<std::vector<app::SummaryView>> draw(const app::Document &document,
                                                       const app::Summary &summary);

  private:
    SummaryDrawer() = default;
    std::filesystem::path share_;
    std::unique_ptr<app::BodyModel> body_;
    std::unique_ptr<engine::Window> window_;
};

} // namespace cli
