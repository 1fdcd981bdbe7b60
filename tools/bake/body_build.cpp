#include "bake/body.hpp"
#include "bake/newton.hpp"
#include "bake/scalar.hpp"
#include "bake/strand_layer.hpp"

#include <cmath>
#include <cstddef>
#include <string>
#include <utility>

namespace bake {
namespace {

Frame to_frame(const FrameData &data) {
    Frame frame;
    frame.origin = data.origin;
    frame.axis = unit(data.axis);
    frame.front = unit(data.front - frame.axis * glm::dot(data.front, frame.axis));
    frame.lateral = glm::cross(frame.axis, frame.front);
    if (frame.lateral.x < 0)
        frame.lateral = frame.lateral * -1.f;
    frame.scale = data.scale;
    return frame;
}

} // namespace

engine::Result<Body> Body::build(const BodyData &data, const std::string &variant, float build) {
    const auto weights = morph_weights(data, variant, build);
    if (!weights)
        return weights.error();
    const BodyData figure = morphed(data, *weights);

    Body body;
    body.scale_ = figure.scale;
    body.groove_width_ = figure.groove_width;
    body.groove_gain_ = figure.groove_gain;
    body.fine_ = figure.fine;
    body.regions_ = figure.regions;
    for (const FocusData &focus : figure.focus)
        body.focus_.push_back({Box{focus.low, focus.high}, focus.weight});
    for (const auto &[id, frame] : figure.frames)
        body.frames_[id] = to_frame(frame);
    body.add_masses(figure, data);
    body.lay_strands(figure);
    return body;
}

void Body::add_masses(const BodyData &data, const BodyData &before_morphs) {
    for (std::size_t i = 0; i < data.lofts.size(); ++i)
        lofts_.emplace_back(data.lofts[i], before_morphs.lofts[i], frames_.at(data.lofts[i].frame));
    for (const BlobData &blob : data.blobs)
        blobs_.emplace_back(blob, frames_.at(blob.frame), part_of(blob.label));
}

void Body::lay_strands(const BodyData &data) {
    const StrandLayer layer(*this, data.relief);
    int sheet = 0;
    for (const MuscleData &muscle : data.muscles) {
        ++sheet;
        const int part = part_of(muscle.label);
        for (const auto &points : muscle.strands) {
            Strand strand = layer.lay(muscle, points);
            strand.part = part;
            strand.sheet = sheet;
            strand.fan = muscle.fan;
            strand.shows_label = part >= 0 && muscle.shows_label;
            strand.exponent = muscle.exponent;
            strand.bias = muscle.label.bias;
            strand.gain = muscle.label.gain;
            strands_.push_back(std::move(strand));
        }
    }
}

int Body::part_of(const LabelData &label) {
    if (label.region.empty())
        return -1;
    const auto [entry, is_new] =
        part_index_.try_emplace(label.region + "/" + label.part, int(parts_.size()));
    if (is_new) {
        int region = 0;
        while (regions_[std::size_t(region)].id != label.region)
            ++region;
        parts_.push_back({region, label.groove.value_or(regions_[std::size_t(region)].groove)});
    }
    return entry->second;
}

Box Body::bounds() const {
    Box box;
    for (const Loft &loft : lofts_)
        box.add(loft.box().low), box.add(loft.box().high);
    for (const Blob &blob : blobs_)
        if (blob.has_geometry() && !blob.carve())
            box.add(blob.box().low), box.add(blob.box().high);
    return box;
}

} // namespace bake
