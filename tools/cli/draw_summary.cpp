#include "draw_summary.hpp"

#include "base/share.hpp"
#include "render/summary_pictures.hpp"

#include <utility>
#include <vector>

namespace cli {

using engine::Result;

Result<SummaryDrawer> SummaryDrawer::create(const app::Atlas &atlas) {
    SummaryDrawer drawer;
    const auto share = engine::share_folder();
    if (!share)
        return share.error();
    drawer.share_ = *share;
    auto body = app::BodyModel::load(*share / "body", app::BodyDetail::high, atlas);
    if (!body)
        return body.error();
    drawer.body_ = std::move(*body);
    engine::WindowConfig config;
    config.width = config.height = 64; // the pictures have their own framebuffer
    config.offscreen = true;
    auto window = engine::Window::create(config);
    if (!window)
        return window.error();
    drawer.window_ = std::move(*window);
    return drawer;
}

Result<std::vector<app::SummaryView>> SummaryDrawer::draw(const app::Document &document,
                                                          const app::Summary &summary) {
    if (const auto shown = body_->show(app::shown_figure(document)); !shown)
        return shown.error();
    const auto renderer = app::BodyRenderer::create(body_->mesh(), share_ / "shaders");
    if (!renderer)
        return renderer.error();
    return app::summary_views(**renderer, body_->places(), body_->paint(), summary);
}

} // namespace cli
