#include "bake/measure.hpp"

#include "bake/skin.hpp"
#include "bake/slice.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <functional>
#include <iterator>
#include <string>
#include <vector>

namespace bake {
namespace {

/// What all measures need: the figure stands upright on `floor`.
struct Figure {
    const engine::PartMesh &mesh;
    const Skin &skin;
    float floor, stature;
    Loop profile; ///< the midline: x up, y to the front

    float height(float y) const { return y - floor; }
    /// The level of that share of the stature.
    float level(float share) const { return floor + share * stature; }

    /// The horizontal outline nearest to x, z.
    Loop outline(float y, float x, float z) const {
        return outline_near(mesh, horizontal_plane(y), {x, z});
    }
    Loop trunk(float y) const { return outline(y, 0, 0); }
    Loop leg(float y) const { return outline(y, skin.at("patella").centroid.x, 0); }
};

using Sizes = std::vector<Measure>;
using Girth = std::function<float(float)>;

/// Every value of `girth` from `first` to `last`, for the greatest or the least of them.
std::vector<float> scan(float first, float last, float step, const Girth &girth) {
    std::vector<float> values;
    for (float at = first; at < last; at += step)
        values.push_back(girth(at));
    return values;
}
float greatest(const std::vector<float> &values) {
    return *std::max_element(values.begin(), values.end());
}
float least(const std::vector<float> &values) {
    return *std::min_element(values.begin(), values.end());
}

/// The most that the points reach in a direction.
glm::vec3 farthest(const std::vector<glm::vec3> &points, glm::vec3 direction) {
    return *std::max_element(points.begin(), points.end(), [&](glm::vec3 a, glm::vec3 b) {
        return glm::dot(a, direction) < glm::dot(b, direction);
    });
}
float extent(const std::vector<glm::vec3> &points, glm::vec3 direction) {
    return glm::dot(farthest(points, direction) - farthest(points, -direction), direction);
}

glm::vec3 rearmost_of_buttocks(const Figure &figure) {
    return farthest(figure.skin.at("gluteus_maximus").corners, {0, 0, -1});
}
float crotch(const Figure &figure) {
    return figure.profile.low().x;
}
glm::vec3 outer_ankle_bone(const Figure &figure) {
    // The foot below it stands out as far, and more in front: look from behind and a bit upwards.
    const Skin::Part &ankle = figure.skin.at("ankle_lateral");
    const float middle = (ankle.box.low.z + ankle.box.high.z) / 2;
    std::vector<glm::vec3> rear;
    std::copy_if(ankle.corners.begin(), ankle.corners.end(), std::back_inserter(rear),
                 [&](glm::vec3 p) { return p.z <= middle; });
    return farthest(rear, {1, .15f, 0});
}

void add_heights(const Figure &figure, Sizes &out) {
    const auto middle = [&](const char *part) {
        const Box &box = figure.skin.at(part).box;
        return figure.height((box.low.y + box.high.y) / 2);
    };
    const auto top = [&](const char *part) {
        return figure.height(figure.skin.at(part).box.high.y);
    };
    out.push_back({"stature", figure.stature});
    out.push_back({"acromialheight", top("ac_joint"), "top of the shoulder joint's skin"});
    out.push_back({"suprasternaleheight", top("sternum"), "top of the breastbone's skin"});
    out.push_back({"cervicaleheight", middle("spine_cervicothoracic"), "middle of the skin there"});
    out.push_back({"axillaheight", top("axilla"), "arms away from the body"});
    out.push_back({"crotchheight", figure.height(crotch(figure))});
    out.push_back({"buttockheight", figure.height(rearmost_of_buttocks(figure).y)});
    out.push_back({"trochanterionheight", middle("greater_trochanter"), "middle of its skin"});
    out.push_back({"kneeheightmidpatella", middle("patella"), "middle of its skin"});
    out.push_back(
        {"lateralfemoralepicondyleheight", middle("knee_lateral"), "middle of the outer knee"});
    out.push_back({"tibialheight", middle("knee_medial"), "middle of the inner knee"});
    out.push_back({"lateralmalleolusheight", figure.height(outer_ankle_bone(figure).y)});
}

void add_trunk(const Figure &figure, Sizes &out) {
    // Where arms that are away from the body leave it whole; nipples are not parts.
    const Loop chest = figure.trunk(figure.skin.at("axilla").box.low.y);
    out.push_back({"chestcircumference", chest.girth(), "just below the armpit"});
    out.push_back(
        {"chestbreadth", chest.size().x, "just below the armpit, wider with the arms away"});
    out.push_back({"chestdepth", chest.size().y, "just below the armpit"});
    constexpr float navel = .602f; // of the stature, by the survey's means
    const Loop waist = figure.trunk(figure.level(navel));
    const char *at_navel = "at 60.2 % of the stature, the survey's navel";
    out.push_back({"waistcircumference", waist.girth(), at_navel});
    out.push_back({"waistbreadth", waist.size().x, at_navel});
    out.push_back({"waistdepth", waist.size().y, at_navel});
    const Loop buttocks = figure.trunk(rearmost_of_buttocks(figure).y);
    out.push_back({"buttockcircumference", buttocks.girth()});
    out.push_back({"buttockdepth", buttocks.size().y});
    out.push_back(
        {"hipbreadth", greatest(scan(figure.level(.48f), figure.level(.56f), 8,
                                     [&](float y) { return figure.trunk(y).size().x; }))});
}

void add_legs(const Figure &figure, Sizes &out) {
    const Girth girth = [&](float y) { return figure.leg(y).girth(); };
    constexpr float below_crotch_mm = 25, above_knee_cap_mm = 18, above_ankle_bone_mm = 4;
    out.push_back(
        {"thighcircumference", girth(crotch(figure) - below_crotch_mm), "25 mm below the crotch"});
    out.push_back({"lowerthighcircumference",
                   girth(figure.skin.at("patella").box.high.y + above_knee_cap_mm),
                   "18 mm above the knee cap's skin"});
    out.push_back(
        {"calfcircumference", greatest(scan(figure.level(.17f), figure.level(.25f), 5, girth))});
    out.push_back(
        {"anklecircumference", least(scan(figure.level(.055f), figure.level(.12f), 5, girth))});
    out.push_back({"bimalleolarbreadth",
                   figure.leg(outer_ankle_bone(figure).y + above_ankle_bone_mm).size().x,
                   "horizontal, not along the axis of the ankle"});
}

/// A straight piece of a limb; girths are taken at right angles to it.
struct Axis {
    glm::vec3 from, to;

    float length() const { return glm::distance(from, to); }
    glm::vec3 direction() const { return glm::normalize(to - from); }
    Loop outline(const Figure &figure, float share) const {
        const Plane plane = cross_plane(glm::mix(from, to, share), direction());
        return outline_near(figure.mesh, plane, {0, 0});
    }
    Girth girth(const Figure &figure) const {
        return [this, &figure](float share) { return outline(figure, share).girth(); };
    }
    /// The same piece, moved into the middle of the limb.
    Axis centered(const Figure &figure) const {
        constexpr float near = .6f, far = .9f; // nearer outlines join the trunk
        const auto middle = [&](float share) {
            const Plane plane = cross_plane(glm::mix(from, to, share), direction());
            return plane.world(outline_near(figure.mesh, plane, {0, 0}).center());
        };
        const glm::vec3 a = middle(near), b = middle(far);
        const glm::vec3 way = (b - a) / (far - near);
        return {a - way * near, a + way * (1 - near)};
    }
};

/// From the shoulder's joint to the elbow.
Axis upper_arm(const Figure &figure) {
    const glm::vec3 elbow =
        (figure.skin.at("elbow_lateral").centroid + figure.skin.at("elbow_medial").centroid) / 2.f;
    const Axis rough{figure.skin.at("ac_joint").centroid, elbow};
    return rough.centered(figure).centered(figure);
}

/// Half of the shoulders' breadth when the arm hangs: the acromion and the deltoid outside of it.
float half_of_shoulders(const Figure &figure, const Axis &arm) {
    const glm::vec3 way = arm.direction();
    // The head of the humerus lies that far below the acromion.
    const glm::vec3 joint =
        figure.skin.at("ac_joint").centroid - glm::vec3{0, .026f * figure.stature, 0};
    const glm::vec3 outwards = cross_plane(joint, way).across;
    return joint.x + glm::dot(farthest(figure.skin.at("deltoid_lateral").corners, outwards) - joint,
                              outwards);
}

void add_arms(const Figure &figure, Sizes &out) {
    const glm::vec3 acromion = figure.skin.at("ac_joint").centroid;
    const glm::vec3 elbow = figure.skin.at("elbow_lateral").centroid;
    const glm::vec3 wrist = figure.skin.at("wrist_joint").centroid;
    const Axis upper = upper_arm(figure);
    const Axis fore = Axis{upper.to, wrist};
    out.push_back({"biacromialbreadth", 2 * figure.skin.at("ac_joint").box.high.x,
                   "outer edges of the shoulder joints' skin"});
    out.push_back({"bideltoidbreadth", 2 * half_of_shoulders(figure, upper),
                   "arm swung down about the shoulder"});
    out.push_back({"acromionradialelength", glm::distance(acromion, elbow),
                   "between the middles of the skin there"});
    out.push_back({"radialestylionlength", glm::distance(elbow, wrist),
                   "between the middles of the skin there"});
    constexpr float flexed_biceps_mm = -25, fist_mm = -8;
    out.push_back({"bicepscircumferenceflexed",
                   greatest(scan(.58f, .8f, .03f, upper.girth(figure))),
                   "model relaxed: 25 mm less are due", flexed_biceps_mm});
    out.push_back({"forearmcircumferenceflexed",
                   greatest(scan(.1f, .45f, .03f, fore.girth(figure))),
                   "model relaxed: 8 mm less are due", fist_mm});
    out.push_back({"wristcircumference", least(scan(.8f, 1.1f, .02f, fore.girth(figure)))});
}

/// From the crease of the wrist to the tip of the longest finger.
Axis hand(const Figure &figure) {
    const glm::vec3 crease =
        border_middle(figure.mesh, "wrist_joint", {"thenar", "palm", "hypothenar"});
    const auto &fingers = figure.skin.at("fingers").corners;
    const glm::vec3 tip =
        *std::max_element(fingers.begin(), fingers.end(), [&](glm::vec3 a, glm::vec3 b) {
            return glm::distance(a, crease) < glm::distance(b, crease);
        });
    return {crease, tip};
}

void add_hands(const Figure &figure, Sizes &out) {
    constexpr float knuckles = .454f; // of the hand's length
    const Axis axis = hand(figure);
    const Loop palm = axis.outline(figure, knuckles);
    out.push_back({"handlength", axis.length(), "from the crease of the wrist"});
    out.push_back({"handbreadth", palm.breadth(), "at 45 % of the hand's length"});
    out.push_back({"handcircumference", palm.girth(), "at 45 % of the hand's length"});
}

void add_feet(const Figure &figure, Sizes &out) {
    const glm::vec3 heel = figure.skin.at("heel").centroid;
    const glm::vec3 ball = figure.skin.at("ball_of_foot").centroid;
    const glm::vec3 along = glm::normalize(glm::vec3{ball.x - heel.x, 0, ball.z - heel.z});
    const glm::vec3 across{along.z, 0, -along.x}; // to the outer side
    std::vector<glm::vec3> foot;
    for (const char *part : {"heel", "plantar_fascia", "foot_arch_medial", "foot_lateral_border",
                             "foot_dorsum", "ball_of_foot", "big_toe", "lesser_toes"}) {
        const auto &corners = figure.skin.at(part).corners;
        foot.insert(foot.end(), corners.begin(), corners.end());
    }
    const glm::vec3 inner = farthest(foot, -across), outer = farthest(foot, across);
    const glm::vec3 between = glm::normalize(glm::vec3{outer.x - inner.x, 0, outer.z - inner.z});
    const Plane over_the_ball{(inner + outer) / 2.f, between, {0, 1, 0}};
    out.push_back({"footlength", extent(foot, along)});
    out.push_back({"balloffootlength", glm::dot(inner - farthest(foot, -along), along),
                   "to the innermost point"});
    out.push_back({"footbreadthhorizontal", extent(foot, across)});
    out.push_back({"heelbreadth", extent(figure.skin.at("heel").corners, across)});
    out.push_back({"balloffootcircumference",
                   outline_near(figure.mesh, over_the_ball, {0, 0}).girth(),
                   "through the innermost and the outermost point"});
}

/// Points of the midline: x up, y to the front.
struct Face {
    glm::vec2 nose{0}, nose_root{0}, chin{0};

    explicit Face(const Figure &figure) {
        std::vector<glm::vec2> front;
        for (const glm::vec2 p : figure.profile.points())
            if (p.x > figure.level(.86f) && p.y > .034f * figure.stature)
                front.push_back(p);
        if (front.empty())
            return;
        nose = *std::max_element(front.begin(), front.end(),
                                 [](glm::vec2 a, glm::vec2 b) { return a.y < b.y; });
        chin = *std::min_element(front.begin(), front.end(),
                                 [](glm::vec2 a, glm::vec2 b) { return a.x < b.x; });
        nose_root = deepest_above_nose(front, .047f * figure.stature);
    }

  private:
    /// The farthest behind the line from the tip of the nose to the forehead that much higher.
    glm::vec2 deepest_above_nose(const std::vector<glm::vec2> &front, float up_mm) const {
        const auto nearest = [](float x) {
            return
                [x](glm::vec2 a, glm::vec2 b) { return std::fabs(a.x - x) < std::fabs(b.x - x); };
        };
        const glm::vec2 forehead =
            *std::min_element(front.begin(), front.end(), nearest(nose.x + up_mm));
        const auto behind = [&](glm::vec2 p) {
            const float t = (p.x - nose.x) / (forehead.x - nose.x);
            return t < 0 || t > 1 ? 0 : glm::mix(nose.y, forehead.y, t) - p.y;
        };
        return *std::max_element(front.begin(), front.end(),
                                 [&](glm::vec2 a, glm::vec2 b) { return behind(a) < behind(b); });
    }
};

void add_head(const Figure &figure, Sizes &out) {
    // Levels as shares of the stature: the brow, and above the ears.
    out.push_back({"headlength", figure.trunk(figure.level(.952f)).size().y});
    out.push_back({"headbreadth", figure.trunk(figure.level(.959f)).size().x, "above the ears"});
    out.push_back({"headcircumference", figure.trunk(figure.level(.954f)).girth()});
    out.push_back({"neckcircumference",
                   least(scan(figure.level(.84f), figure.level(.872f), 5,
                              [&](float y) { return figure.trunk(y).girth(); })),
                   "the least, horizontal"});

    const Face face(figure);
    out.push_back({"mentonsellionlength", face.nose_root.x - face.chin.x});
}

/// The outline of the trunk and head in the middle.
Loop midline(const engine::PartMesh &mesh, float stature) {
    return outline_near(mesh, midline_plane(), {.75f * stature, 0});
}

} // namespace

engine::Result<std::vector<Measure>> measure_body(const engine::PartMesh &mesh) {
    const Skin skin(mesh);
    for (const char *part : {"ac_joint",
                             "sternum",
                             "spine_cervicothoracic",
                             "axilla",
                             "gluteus_maximus",
                             "greater_trochanter",
                             "patella",
                             "knee_lateral",
                             "knee_medial",
                             "ankle_lateral",
                             "deltoid_lateral",
                             "elbow_lateral",
                             "elbow_medial",
                             "wrist_joint",
                             "thenar",
                             "palm",
                             "hypothenar",
                             "fingers",
                             "heel",
                             "plantar_fascia",
                             "foot_arch_medial",
                             "foot_lateral_border",
                             "foot_dorsum",
                             "ball_of_foot",
                             "big_toe",
                             "lesser_toes"})
        if (!skin.has(part))
            return engine::Error{std::string("The body has no skin of \"") + part +
                                 "\", so it cannot be measured. Check body.json."};
    const float stature = skin.box().high.y - skin.box().low.y;
    const Figure figure{mesh, skin, skin.box().low.y, stature, midline(mesh, stature)};
    std::vector<Measure> out;
    for (const auto add :
         {add_heights, add_trunk, add_legs, add_arms, add_hands, add_feet, add_head})
        add(figure, out);
    return out;
}

std::string measures_csv(const std::vector<Measure> &measures) {
    std::string csv = "measure,mm\n";
    for (const Measure &measure : measures) {
        char value[32];
        std::snprintf(value, sizeof value, "%.1f", double(measure.mm));
        csv += std::string(measure.name) + "," + value + "\n";
    }
    return csv;
}

} // namespace bake
