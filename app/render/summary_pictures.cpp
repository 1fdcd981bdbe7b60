#include "render/summary_pictures.hpp"

#include "model/body/level_colors.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Image;
using engine::Tag;

namespace {

constexpr int picture_height = 1200; ///< pixels: 300 to the inch on the page
constexpr int picture_width = 1000;
constexpr float air = 1.07F;         ///< around the body
constexpr float pattern_scale = 2;   ///< line and pattern sizes, as on a screen of twice the pixels
constexpr float least_visible = 60;  ///< px^2 of a screen figure; less gets no badge and no outline
constexpr float least_painted = 4;   ///< the same of a painted spot: it may be a small one
constexpr float screen_height = 560; ///< of that screen figure
constexpr std::uint8_t visible_alpha = 8;

constexpr BodyColors paper_clay{.clay = {0xEC, 0xE9, 0xE4}, .line = {0xB4, 0xAE, 0xA6}};

struct BodySide {
    std::string_view caption;
    float yaw_deg;
    std::string_view left_word, right_word;
};
constexpr BodySide sides[] = {{"Front", 0, "right", "left"},
                              {"Back", 180, "left", "right"},
                              {"Left", 90, "", ""},
                              {"Right", 270, "", ""}};

std::array<std::uint8_t, 3> bytes(Rgb color) {
    return {static_cast<std::uint8_t>(color >> 16U), static_cast<std::uint8_t>(color >> 8U),
            static_cast<std::uint8_t>(color)};
}

struct MarkedRow {
    const SummaryRow *row;
    std::vector<Tag> tags;                          ///< sorted; at least one ...
    std::shared_ptr<const engine::SkinPatch> patch; ///< ... or, of a painted row, this
    PartLook look;
    std::array<std::uint8_t, 3> outline;
};

/// The map shows the level before treatment, which is what the client came with.
MarkedRow marked(const SummaryRow &row) {
    MarkedRow result{&row, {}, {}, {}, {}};
    const std::optional<int> level = row.before ? row.before : row.last;
    if (row.channel == Channel::avoid) {
        result.look.hatch = Hatch::avoid;
        result.look.color = result.outline = bytes(avoid_color);
        return result;
    }
    const LevelColor colors = level_color(row.channel, level.value_or(0));
    result.look.color = bytes(colors.fill);
    result.look.level = static_cast<std::uint8_t>(std::clamp(level.value_or(0), 0, 10));
    if (level)
        result.look.hatch = row.channel == Channel::tight ? Hatch::tight : Hatch::solid;
    result.outline = bytes(colors.outline);
    return result;
}

std::vector<MarkedRow> marked_rows(const BodyPlaces &places, BodyPaint &paint,
                                   const Summary &summary) {
    std::vector<MarkedRow> rows;
    for (const SummaryRow &row : summary.rows) {
        MarkedRow shown = marked(row);
        if (row.paint.empty())
            shown.tags = places.tags(row.regions);
        else
            shown.patch = paint.patch(row.paint);
        std::sort(shown.tags.begin(), shown.tags.end());
        if (!shown.tags.empty() || shown.patch)
            rows.push_back(std::move(shown));
    }
    return rows;
}

/// Where the picture has something in it: columns only, so that all views keep one height.
struct Columns {
    int first, last;
};
Columns drawn_columns(const Image &image) {
    Columns columns{image.width, -1};
    for (int y = 0; y < image.height; ++y)
        for (int x = 0; x < image.width; ++x)
            if (image.pixel(x, y)[3] >= visible_alpha) {
                columns.first = std::min(columns.first, x);
                columns.last = std::max(columns.last, x);
            }
    return columns;
}

Image cut(const Image &image, Columns columns) {
    Image result;
    result.width = columns.last - columns.first + 1;
    result.height = image.height;
    result.rgba.reserve(4 * static_cast<std::size_t>(result.width) * result.height);
    for (int y = 0; y < image.height; ++y)
        result.rgba.insert(result.rgba.end(), image.pixel(columns.first, y),
                           image.pixel(columns.last, y) + 4);
    return result;
}

SummaryView picture(BodyRenderer &renderer, const BodyPlaces &places,
                    const std::vector<MarkedRow> &rows, const BodySide &side) {
    const BodyBounds &body = places.bounds();
    constexpr float shape = static_cast<float>(picture_height) / picture_width;
    const float height_mm = air * std::max(body.height(), body.width() * shape);
    const engine::OrbitView view{body.middle(), side.yaw_deg, 0, height_mm};
    const Figure figure{view, {0, 0, picture_width, picture_height}};

    BodyFrame frame;
    frame.figures = {figure};
    frame.looks.resize(places.mesh().tag_count());
    frame.shape = places.shape();
    frame.colors = paper_clay;
    frame.ui_scale = pattern_scale;
    SummaryView result{side.caption, {}, {}, side.left_word, side.right_word};
    constexpr float shrink = screen_height / picture_height;
    for (const MarkedRow &row : rows) {
        for (const Tag tag : row.tags)
            frame.looks[tag] = row.look;
        if (row.patch)
            frame.paint.push_back({row.patch, row.look, row.outline});
        const BodyPlaces::Visible seen =
            row.patch ? places.visible(figure, *row.patch) : places.visible(figure, row.tags);
        if (seen.area_px2 * shrink * shrink < (row.patch ? least_painted : least_visible))
            continue;
        if (!row.patch)
            frame.outlines.push_back({row.tags, row.outline});
        const glm::vec2 point = engine::pixel_of(view, figure.viewport, seen.point);
        result.badges.push_back({row.row->number, point.x, point.y});
    }

    const Image whole = snapshot(renderer, frame, picture_width, picture_height, {1, 1, 1, 0});
    const Columns columns = drawn_columns(whole);
    if (columns.last < 0)
        return result;
    result.image = cut(whole, columns);
    for (SummaryView::Badge &badge : result.badges)
        badge.x -= static_cast<float>(columns.first);
    return result;
}

} // namespace

std::vector<SummaryView> summary_views(BodyRenderer &renderer, const BodyPlaces &places,
                                       BodyPaint &paint, const Summary &summary) {
    const std::vector<MarkedRow> rows = marked_rows(places, paint, summary);
    std::vector<SummaryView> views;
    for (const BodySide &side : sides)
        views.push_back(picture(renderer, places, rows, side));
    return views;
}

} // namespace app
