/// The pictures of a summary: the marked body from four sides, in light clay for paper.
#pragma once

#include "model/body/body_paint.hpp"
#include "model/body/body_places.hpp"
#include "model/page/summary.hpp"
#include "model/page/summary_view.hpp"
#include "render/body_renderer.hpp"

namespace app {

/// Front, back, left and right in one scale, each cut to what is drawn. A row has a badge in every
/// view that shows enough of it.
std::vector<SummaryView> summary_views(BodyRenderer &renderer, const BodyPlaces &places,
                                       BodyPaint &paint, const Summary &summary);

} // namespace app
