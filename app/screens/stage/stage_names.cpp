#include "screens/stage/stage_names.hpp"

#include "model/atlas/place_names.hpp"
#include "model/body/skin_grid.hpp"
#include "model/session/words.hpp"
#include "model/text/capital.hpp"
#include "screens/stage/label_layout.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace app {

using namespace engine::ui;
using engine::Rect;

namespace {

constexpr float grid_px = 5;
constexpr float least_px2 = 150; // of skin that is worth a name
constexpr glm::vec2 pad_px{8, 3};
constexpr double fade_s = 0.12;

bool near(const ScreenContext &c, const Figure &figure, Reader reader) {
    return pick_level(figure, c.ui.scale(), reader) == PickLevel::structure;
}

// "Medial head of gastrocnemius": that it is a muscle goes without saying.
std::string without_muscle(std::string words) {
    constexpr std::string_view muscle = " muscle";
    if (words.size() > muscle.size() && words.ends_with(muscle))
        words.resize(words.size() - muscle.size());
    return words;
}

std::string name_of_tag(const ScreenContext &c, engine::Tag tag, bool structure) {
    const Area *area = c.places.area(tag);
    if (area == nullptr)
        return {};
    const Region *region = structure ? c.places.region(tag) : nullptr;
    if (region == nullptr)
        return capital(plain_name(*area, c.words));
    return c.state.names == NameWords::anatomical
               ? capital(without_muscle(anatomical_name(*region, c.words)))
               : capital(plain_name(*region, c.words));
}

float longest_word(Ui &ui, std::string_view words) {
    float longest = 0;
    for (std::size_t begin = 0; begin < words.size();) {
        const std::size_t end = std::min(words.find(' ', begin), words.size());
        longest =
            std::max(longest, text_width(ui, words.substr(begin, end - begin), Font::caption));
        begin = end + 1;
    }
    return longest + 1;
}

// In one line, or in two of about the same length.
glm::vec2 words_size(Ui &ui, const std::string &words, float widest) {
    const float line = ui.line_height(Font::caption);
    const float width = text_width(ui, words, Font::caption) + 1;
    if (width <= widest)
        return {width, line};
    for (float two = std::max(width / 2, longest_word(ui, words)); two < width; two += ui.px(4))
        if (text_height(ui, words, Font::caption, two) < 2.5F * line)
            return {two, 2 * line};
    return {width, line};
}

void add_names(ScreenContext &c, const Figure &figure, Reader reader,
               const std::vector<Rect> &taken, std::vector<NameLabel> &labels) {
    Ui &ui = c.ui;
    const bool structure = near(c, figure, reader);
    const SkinGrid grid(c.places, figure, ui.px(grid_px));
    std::map<std::string, std::size_t> kinds; // left and right have the same name
    std::vector<std::string> words;
    const auto patches = grid.patches([&](engine::Tag tag) -> std::optional<std::size_t> {
        if (structure)
            return tag;
        const auto &group = c.places.group_of_tag();
        return tag < group.size() && group[tag] != engine::no_tag
                   ? std::optional<std::size_t>(group[tag])
                   : std::nullopt;
    });
    std::vector<LabelWish> wishes;
    const glm::vec2 pad{ui.px(pad_px.x), ui.px(pad_px.y)};
    const float widest = std::max(ui.text_px(84), figure.viewport.w * 0.3F);
    for (const SkinGrid::Patch &patch : patches) {
        const std::string name = name_of_tag(c, static_cast<engine::Tag>(patch.kind), structure);
        if (name.empty() || patch.depth_px <= 0 || patch.px2 < least_px2 * ui.scale() * ui.scale())
            continue;
        const std::size_t kind = kinds.try_emplace(name, kinds.size()).first->second;
        wishes.push_back({.anchor = patch.heart,
                          .size = words_size(ui, name, widest) + 2.0F * pad,
                          .weight = patch.px2,
                          .kind = kind});
        words.push_back(name);
    }
    const LabelRoom room{.space = figure.viewport.inset(ui.px(4)),
                         .taken = taken,
                         .on_body = [&](const Rect &rect) { return grid.on_body(rect); },
                         .over_body = structure, // from near there may be nothing else
                         .gap = ui.px(4)};
    for (const LabelSpot &spot : lay_out_labels(wishes, room))
        labels.push_back({words[spot.wish], spot.rect, spot.start, wishes[spot.wish].anchor});
}

void draw_leader(Ui &ui, const NameLabel &label, float shown) {
    const Theme &theme = ui.theme();
    line(ui, label.start, label.anchor, theme.surface.with_alpha(0.75F * shown), ui.px(3));
    line(ui, label.start, label.anchor, theme.ink.with_alpha(0.80F * shown), ui.px(1.25F));
    circle(ui, label.anchor, ui.px(4), theme.surface.with_alpha(0.9F * shown));
    circle(ui, label.anchor, ui.px(2.5F), theme.ink.with_alpha(shown));
}

void draw_words(Ui &ui, const NameLabel &label, float shown) {
    const Theme &theme = ui.theme();
    fill(ui, label.rect, theme.surface.with_alpha(0.88F * shown), ui.px(8));
    text(ui, label.rect.inset(ui.px(pad_px.x), ui.px(pad_px.y)), label.words,
         {.font = Font::caption, .color = theme.ink.with_alpha(shown), .wrap = true});
}

struct Chips {
    std::string_view names, anatomical;
    float gap = 0;
    bool both = false; ///< areas have plain names only
};

Chips chips_of(const ScreenContext &c, Reader reader, const std::vector<Figure> &figures) {
    const bool both = reader == Reader::therapist && c.state.names != NameWords::none &&
                      near(c, figures.front(), reader);
    return {.names = c.words("stage.names"),
            .anatomical = c.words("stage.anatomical"),
            .gap = c.ui.px(8),
            .both = both};
}

float chip_width(Ui &ui, std::string_view name) {
    return text_width(ui, name, Font::body_strong) + ui.px(24 + 8) + ui.text_px(32);
}

} // namespace

float names_chip_width(ScreenContext &c) {
    return chip_width(c.ui, c.words("stage.names"));
}

float names_chips_width(ScreenContext &c, Reader reader, const std::vector<Figure> &figures) {
    const Chips chips = chips_of(c, reader, figures);
    const float second = chips.both ? chip_width(c.ui, chips.anatomical) + chips.gap : 0;
    return chip_width(c.ui, chips.names) + second;
}

void names_chips(ScreenContext &c, const Rect &row, Reader reader,
                 const std::vector<Figure> &figures) {
    const Chips chips = chips_of(c, reader, figures);
    NameWords &names = c.state.names;
    const bool on = names != NameWords::none;
    Rect rest = row;
    if (chip(c.ui, cut_right(rest, chip_width(c.ui, chips.names), chips.gap), chips.names, on))
        names = on ? NameWords::none : NameWords::plain;
    const bool anatomical = names == NameWords::anatomical;
    if (chips.both && chip(c.ui, cut_right(rest, chip_width(c.ui, chips.anatomical), chips.gap),
                           chips.anatomical, anatomical))
        names = anatomical ? NameWords::plain : NameWords::anatomical;
}

void draw_names(ScreenContext &c, const std::vector<Figure> &figures, Reader reader,
                const std::vector<Rect> &taken) {
    NameLayout &layout = c.state.name_layout;
    const bool shown = c.state.names != NameWords::none && !c.out.body.moving;
    if (shown && (layout.shape != c.places.shape() || layout.figures != figures ||
                  layout.taken != taken || layout.words != c.state.names)) {
        layout = {c.places.shape(), figures, taken, c.state.names, {}};
        for (const Figure &figure : figures)
            add_names(c, figure, reader, taken, layout.labels);
    }
    const float visible = c.ui.animate(c.ui.id("names of places"), shown ? 1.0F : 0.0F, fade_s);
    if (!shown) // they fade in when the body rests; with it they cannot move
        return;
    for (const NameLabel &label : layout.labels)
        draw_leader(c.ui, label, visible);
    for (const NameLabel &label : layout.labels)
        draw_words(c.ui, label, visible);
}

void draw_name_of(ScreenContext &c, const Place &place, const std::vector<Figure> &figures,
                  Reader reader, const Rect &stage) {
    if (place.empty() || c.out.body.moving)
        return;
    Ui &ui = c.ui;
    const std::vector<engine::Tag> tags = tags_of(c.places, place);
    BodyPlaces::Visible best;
    const Figure *where = nullptr;
    for (const Figure &figure : figures)
        if (const auto seen = c.places.visible(figure, tags); seen.area_px2 > best.area_px2) {
            best = seen;
            where = &figure;
        }
    if (where == nullptr)
        return;
    const std::string words = title(c.atlas, place, reader, c.words);
    const glm::vec2 at = pixel_of(where->view, where->viewport, best.point);
    const float width = text_width(ui, words, Font::body_strong) + ui.px(32);
    const float height = ui.text_px(40);
    const Rect extent = intersection(c.places.extent(*where, tags), stage);
    const float gap = ui.px(10);
    const bool above = extent.y - gap - height >= stage.y;
    const float y =
        above ? extent.y - gap - height : std::min(extent.bottom() + gap, stage.bottom() - height);
    Rect rect{at.x - width / 2, y, width, height};
    rect.x = std::clamp(rect.x, stage.x, std::max(stage.x, stage.right() - width));
    fill(ui, rect, ui.theme().ink.with_alpha(0.92F), height / 2);
    draw_text(ui, rect.inset(ui.px(12), 0), words,
              {.font = Font::body_strong,
               .color = ui.theme().surface,
               .align = Align::center,
               .middle = true});
}

} // namespace app
