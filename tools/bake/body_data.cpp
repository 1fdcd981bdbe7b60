#include "bake/body_data.hpp"

#include "bake/json_node.hpp"
#include "base/file.hpp"

#include <glm/geometric.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <set>
#include <utility>

namespace bake {
namespace {

constexpr std::size_t max_file_bytes = 16u << 20;
constexpr std::size_t max_regions = 1000;
constexpr std::size_t any_size = 100'000;

FrameData parse_frame(const JsonNode &node) {
    FrameData frame{node.at("origin").vector(), node.at("axis").vector(),
                    node.at("front").vector()};
    if (glm::length(glm::cross(frame.axis, frame.front)) < 1e-3f)
        node.fail("needs an axis and a front that differ");
    return frame;
}

LoftData parse_loft(const JsonNode &node) {
    LoftData loft;
    loft.id = node.at("id").text();
    loft.frame = node.text("frame", "world");
    loft.mid = node.flag("mid", loft.mid);
    loft.blend = node.number("k", loft.blend);
    loft.cap = node.number("cap", loft.cap);
    loft.smooth = node.number("smooth", loft.smooth);
    for (const JsonNode &row : node.at("st").elements(2, any_size)) {
        const auto cells = row.elements(6, 9);
        Station station{{}, cells.size()};
        for (std::size_t c = 0; c < cells.size(); ++c)
            station.column[c] = cells[c].number();
        if (station.column[5] < .1f)
            cells[5].fail("must be at least 0.1");
        loft.stations.push_back(station);
    }
    const auto by_t = [](const Station &a, const Station &b) { return a.column < b.column; };
    std::sort(loft.stations.begin(), loft.stations.end(), by_t);
    for (std::size_t i = 1; i < loft.stations.size(); ++i)
        if (loft.stations[i].column[0] <= loft.stations[i - 1].column[0])
            node.at("st").fail("has two rows for the same place");
    return loft;
}

RegionData parse_region(const JsonNode &node) {
    return {node.at("id").text(), node.text("group", ""), node.flag("mid", false),
            node.number("g", 1.2f)};
}

LabelData parse_label(const JsonNode &node, const char *region_key) {
    LabelData label;
    label.region = node.text(region_key, "");
    label.part = node.text("part", "");
    if (node.has("g"))
        label.groove = node.at("g").number();
    label.bias = node.number("bias", label.bias);
    label.gain = node.number("gain", label.gain);
    return label;
}

BlobData parse_blob(const JsonNode &node) {
    BlobData blob;
    blob.id = node.at("id").text();
    blob.frame = node.text("frame", "world");
    blob.mid = node.flag("mid", blob.mid);
    blob.carve = node.flag("sub", blob.carve);
    blob.blend = node.number("k", blob.blend);
    blob.label = parse_label(node, "region");
    if (node.has("pts")) {
        for (const JsonNode &point : node.at("pts").elements(1, any_size)) {
            const auto e = point.elements(4, 4);
            blob.chain.push_back({e[0].number(), e[1].number(), e[2].number(), e[3].positive()});
        }
    } else {
        blob.center = node.at("at").vector();
        for (const JsonNode &radius : node.at("r").elements(3, 3))
            radius.positive();
        blob.radius = node.at("r").vector();
        if (node.has("rot"))
            blob.rotation_deg = node.at("rot").vector();
    }
    return blob;
}

ControlPoint parse_control_point(const JsonNode &node, const std::string &on) {
    using Kind = ControlPoint::Kind;
    const auto cells = node.elements(3, 6);
    ControlPoint point;
    point.loft = cells[0].is_text() ? cells[0].text() : on;
    std::size_t next = cells[0].is_text() ? 1 : 0;
    const auto take = [&] {
        if (next >= cells.size())
            node.fail("has too few numbers");
        return cells[next++].number();
    };
    if (point.loft == "f")
        point.kind = Kind::ray_from_front;
    else if (point.loft == "b")
        point.kind = Kind::ray_from_back;
    else if (point.loft == "@")
        point.kind = Kind::nearest;
    else if (point.loft.empty())
        node.fail("says on no loft where it is, and there is no \"on\"");
    point.first = take();
    point.second = take();
    if (point.kind == Kind::nearest)
        point.third = take();
    point.half_width = take();
    if (next < cells.size())
        point.height = take();
    if (next < cells.size())
        node.fail("has too many numbers");
    return point;
}

MuscleData parse_muscle(const JsonNode &node) {
    MuscleData muscle;
    muscle.label = parse_label(node, "id");
    muscle.name = node.at(muscle.label.region.empty() ? "note" : "id").text();
    muscle.frame = node.text("in", "");
    muscle.shows_label = node.flag("label", muscle.shows_label);
    muscle.fan = node.flag("fan", muscle.fan);
    muscle.height = node.number("h", muscle.height);
    muscle.exponent = node.number("e", muscle.exponent);
    const std::string on = node.text("on", "");
    for (const JsonNode &strand : node.at("strands").elements()) {
        auto &points = muscle.strands.emplace_back();
        for (const JsonNode &point : strand.elements(1, any_size))
            points.push_back(parse_control_point(point, on));
    }
    return muscle;
}

MorphData parse_morph(const JsonNode &node) {
    MorphData morph;
    for (const auto &[key, value] :
         {std::pair{"scale", &morph.scale}, {"relief", &morph.relief}, {"groove", &morph.groove}})
        if (node.has(key))
            *value = node.at(key).positive();
    if (node.has("frames"))
        for (const auto &[id, row] : node.at("frames").members()) {
            const auto cells = row.elements(3, 4);
            morph.frames[id] = {row.vector(), cells.size() > 3 ? cells[3].positive() : 1};
        }
    if (node.has("lofts"))
        for (const auto &[id, rows] : node.at("lofts").members()) {
            auto &list = morph.lofts[id];
            for (const JsonNode &row : rows.elements(1, any_size)) {
                const auto c = row.elements(5, 5);
                list.push_back(
                    {c[0].number(), c[1].number(), c[2].number(), c[3].number(), c[4].number()});
            }
            std::sort(list.begin(), list.end());
        }
    if (node.has("blobs"))
        for (const auto &[id, delta] : node.at("blobs").members()) {
            MorphData::Blob &blob = morph.blobs[id];
            blob.center = delta.has("at") ? delta.at("at").vector() : glm::vec3{0};
            blob.radius = delta.has("r") ? delta.at("r").vector() : glm::vec3{0};
            blob.chain_radius = delta.number("dr", 0);
        }
    if (node.has("muscles"))
        for (const auto &[name, factor] : node.at("muscles").members())
            morph.muscles[name] = factor.positive();
    return morph;
}

BodyData parse_body(const JsonNode &root) {
    BodyData body;
    body.relief = root.number("relief", body.relief);
    body.groove_gain = root.number("grooveGain", body.groove_gain);
    if (root.has("grooveWidth"))
        body.groove_width = root.at("grooveWidth").positive();
    if (root.has("fine")) {
        const auto axes = root.at("fine").elements(3, 3);
        for (std::size_t axis = 0; axis < 3; ++axis)
            for (const JsonNode &range : axes[axis].elements()) {
                const auto ends = range.elements(2, 2);
                body.fine[axis].push_back({ends[0].number(), ends[1].number()});
            }
    }
    if (root.has("focus"))
        for (const JsonNode &node : root.at("focus").elements()) {
            const auto e = node.elements(7, 7);
            body.focus.push_back({{e[0].number(), e[1].number(), e[2].number()},
                                  {e[3].number(), e[4].number(), e[5].number()},
                                  e[6].positive()});
        }
    for (const auto &[name, weights] : root.at("variants").members()) {
        auto &variant = body.variants[name];
        for (const auto &[morph, weight] : weights.members())
            variant[morph] = weight.number();
    }
    for (const auto &[id, node] : root.at("frames").members())
        body.frames[id] = parse_frame(node);
    for (const JsonNode &node : root.at("lofts").elements(1, any_size))
        body.lofts.push_back(parse_loft(node));
    for (const JsonNode &node : root.at("regions").elements(1, max_regions))
        body.regions.push_back(parse_region(node));
    for (const JsonNode &node : root.at("blobs").elements())
        body.blobs.push_back(parse_blob(node));
    for (const JsonNode &node : root.at("muscles").elements())
        body.muscles.push_back(parse_muscle(node));
    for (const auto &[name, node] : root.at("morphs").members())
        body.morphs[name] = parse_morph(node);
    return body;
}

void require(const std::set<std::string> &known, const std::string &id, const char *what) {
    if (!known.contains(id))
        throw FormatError(std::string("it uses the ") + what + " \"" + id +
                          "\", which it does not declare");
}

/// Every id that is referred to must exist: a typing error would otherwise lose a muscle.
void check_references(const BodyData &body) {
    std::set<std::string> frames, lofts, regions, blobs, muscles;
    for (const auto &[id, frame] : body.frames)
        frames.insert(id);
    for (const LoftData &loft : body.lofts)
        lofts.insert(loft.id);
    for (const RegionData &region : body.regions)
        if (!regions.insert(region.id).second)
            throw FormatError("it declares the region \"" + region.id + "\" twice");
    for (const BlobData &blob : body.blobs)
        blobs.insert(blob.id);

    for (const LoftData &loft : body.lofts)
        require(frames, loft.frame, "frame");
    for (const BlobData &blob : body.blobs) {
        require(frames, blob.frame, "frame");
        if (!blob.label.region.empty())
            require(regions, blob.label.region, "region");
    }
    for (const MuscleData &muscle : body.muscles) {
        muscles.insert(muscle.name);
        if (!muscle.label.region.empty())
            require(regions, muscle.label.region, "region");
        if (!muscle.frame.empty())
            require(frames, muscle.frame, "frame");
        for (const auto &strand : muscle.strands)
            for (const ControlPoint &point : strand)
                if (point.kind == ControlPoint::Kind::slice)
                    require(lofts, point.loft, "loft");
    }
    for (const auto &[name, morph] : body.morphs) {
        for (const auto &[id, shift] : morph.frames)
            require(frames, id, "frame");
        for (const auto &[id, rows] : morph.lofts)
            require(lofts, id, "loft");
        for (const auto &[id, delta] : morph.blobs)
            require(blobs, id, "blob");
        for (const auto &[id, factor] : morph.muscles)
            require(muscles, id, "muscle");
    }
    for (const auto &[name, weights] : body.variants)
        for (const auto &[morph, weight] : weights)
            if (!body.morphs.contains(morph))
                throw FormatError("the variant \"" + name + "\" uses the morph \"" + morph +
                                  "\", which it does not declare");
}

} // namespace

engine::Result<BodyData> parse_body_data(const std::string &text, const std::string &name) {
    const auto json = nlohmann::json::parse(text, nullptr, false);
    if (json.is_discarded())
        return engine::Error{name + " is not valid JSON. Check its commas and brackets."};
    try {
        BodyData body = parse_body(JsonNode(json, ""));
        check_references(body);
        return body;
    } catch (const FormatError &error) {
        return engine::Error{name + " does not describe a body: " + error.what() + "."};
    }
}

engine::Result<BodyData> read_body_data(const std::filesystem::path &file) {
    auto text = engine::read_file(file, max_file_bytes);
    if (!text)
        return text.error();
    return parse_body_data(*text, file.string());
}

} // namespace bake
