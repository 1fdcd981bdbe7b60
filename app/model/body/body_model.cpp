#include "model/body/body_model.hpp"

#include "model/session/document_names.hpp"

#include <cmath>
#include <memory>
#include <string>
#include <utility>

namespace app {

using engine::Done;
using engine::MeshShape;
using engine::Result;

namespace {

std::string ending(BodyDetail detail) {
    return detail == BodyDetail::high ? "-high" : "-fast";
}

} // namespace

Result<std::unique_ptr<BodyModel>> BodyModel::load(const std::string &folder, BodyDetail detail,
                                                   const Atlas &atlas) {
    auto mesh = engine::read_part_mesh(folder + "/neutral" + ending(detail) + ".mesh");
    if (!mesh)
        return mesh.error();
    std::unique_ptr<BodyModel> body(new BodyModel);
    body->folder_ = folder;
    body->detail_ = detail;
    body->mesh_ = std::move(*mesh);
    body->neutral_ = shape_of(body->mesh_);
    body->places_ = std::make_unique<BodyPlaces>(body->mesh_, atlas);
    body->neighbours_ = std::make_unique<Neighbours>(*body->places_, atlas);
    body->paint_ = std::make_unique<BodyPaint>(*body->places_, body->neutral_, atlas);
    return body;
}

Result<MeshShape> BodyModel::read(const std::string &name) const {
    if (name == "neutral")
        return neutral_;
    return engine::read_mesh_shape(folder_ + "/" + name + ending(detail_) + ".shape", mesh_);
}

Result<const BodyModel::Builds *> BodyModel::builds_of(FigureVariant variant) {
    if (const auto known = builds_.find(variant); known != builds_.end())
        return &known->second;
    const std::string name(name_of(variant));
    auto slim = read(name + "-slim"), usual = read(name), heavy = read(name + "-heavy");
    for (const auto *shape : {&slim, &usual, &heavy})
        if (!*shape)
            return shape->error();
    Builds builds{std::move(*slim), std::move(*usual), std::move(*heavy)};
    return &builds_.emplace(variant, std::move(builds)).first->second;
}

Result<Done> BodyModel::show(const ShownFigure &figure) {
    if (figure == shown_)
        return Done{};
    const auto builds = builds_of(figure.variant);
    if (!builds)
        return builds.error();
    const Builds &shapes = **builds;
    set_shape(mesh_, shapes.usual, figure.build < 0 ? shapes.slim : shapes.heavy,
              std::abs(figure.build));
    places_->follow_shape();
    shown_ = figure;
    return Done{};
}

} // namespace app
