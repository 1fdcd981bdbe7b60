/// Variants and builds: numbers added to the data of the figure before anything is built from it.
#pragma once

#include "bake/body_data.hpp"

namespace bake {

/// The variant's weights and, for `build` in -1..1, "slim" or "heavy"; a morph called "a*b" gets
/// the product of both weights. An Error for a variant or morph that the data do not have.
engine::Result<Weights> morph_weights(const BodyData &body, const std::string &variant,
                                      float build);

BodyData morphed(BodyData body, const Weights &weights);

} // namespace bake
