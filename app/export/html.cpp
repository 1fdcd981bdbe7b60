#include "export/export.hpp"
#include "export/figures.hpp"
#include "export/html_text.hpp"
#include "export/page_words.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace app {

using engine::Rect;

namespace {

constexpr std::string_view style_sheet = R"(
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:#f6f2eb;color:#14252a;font:400 17px/1.5 Inter,system-ui,sans-serif}
main{max-width:62rem;margin:1.5rem auto;background:#fff;padding:2.25rem;border-radius:20px}
header{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;
border-bottom:3px solid #0b5b64;padding-bottom:1rem}
header p,footer p{margin:0}
.who{text-align:right}
h1{font-size:1.9rem;line-height:1.2;margin:0}
h2{font-size:1.3rem;line-height:1.3;margin:0 0 .4rem}
.example{display:inline-block;margin:0 0 1rem;padding:.2rem .9rem;border-radius:1rem;font-weight:600;
background:#fdefd0;color:#5e3b00;border:1px solid #5e3b00}
.headline{font-size:1.2rem;font-weight:500;margin:1.1rem 0}
.views{display:flex;flex-wrap:wrap;justify-content:center;gap:.5rem;margin:0 0 1rem}
figure{margin:0;text-align:center;flex:1 1 0;min-width:9.5rem}
.body{position:relative;margin:0 auto}
.body img{position:absolute;display:block}
.body svg{position:absolute;inset:0;width:100%;height:100%}
figcaption{font-weight:600;margin-top:.25rem}
.table{overflow-x:auto}
table{border-collapse:collapse;width:100%;min-width:34rem}
th,td{text-align:left;vertical-align:top;padding:.6rem .75rem .6rem 0;border-bottom:1px solid #c9cfcf}
thead th{color:#41535a;font-size:1rem;border-bottom:2px solid #14252a}
tbody th{font-weight:400}
.row{display:inline-block;min-width:2rem;padding:0 .25rem;border:2.5px solid #14252a;border-radius:.5rem;
text-align:center;font-weight:600}
.level{display:inline-block;width:2rem;height:2rem;line-height:2rem;border-radius:50%;text-align:center;
font-weight:600;font-size:1.05rem;border:1px solid}
.levels{white-space:nowrap}
.two{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));gap:1.25rem 2rem;margin:1.5rem 0}
ul{margin:0;padding:0;list-style:none}
.question{border:2.5px solid #0b5b64;border-radius:14px;padding:1rem 1.25rem;margin:1.5rem 0}
.question p,.note p{margin:0;white-space:pre-line}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin:1.25rem 0}
.legend li{display:flex;align-items:center;gap:.5rem}
footer{display:flex;flex-wrap:wrap;gap:.25rem 2rem;justify-content:space-between;
border-top:1px solid #c9cfcf;padding-top:1rem}
.strong{font-weight:600}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td,p,li,h1{overflow-wrap:anywhere}
@media(max-width:44rem){main{margin:0;border-radius:0;padding:1.25rem}.who{text-align:left}
figure{flex-basis:45%}}
@media print{@page{size:A4;margin:13mm}body{background:#fff;font-size:9.5pt}
main{margin:0;padding:0;max-width:none;border-radius:0}.views{flex-wrap:nowrap}figure{min-width:0}
table{min-width:0}tr,figure,.question{break-inside:avoid}
*{-webkit-print-color-adjust:exact;print-color-adjust:exact}}
)";

/// One rule a level and channel, so that the cells carry class names only.
std::string level_rules() {
    std::string css;
    for (const auto &[channel, name] : {std::pair{Channel::pain, "p"}, {Channel::tight, "t"}})
        for (int level = 0; level <= 10; ++level) {
            const LevelColor colors = level_color(channel, level);
            css += std::string(".") + name + std::to_string(level) +
                   "{background:" + hex(colors.fill) + ";color:" + hex(colors.on) +
                   ";border-color:" + hex(colors.outline) + "}\n";
        }
    return css;
}

std::string element(std::string_view tag, std::string_view attributes, std::string_view text) {
    if (text.empty())
        return {};
    return "<" + std::string(tag) + (attributes.empty() ? "" : " ") + std::string(attributes) +
           ">" + escaped(text) + "</" + std::string(tag) + ">\n";
}

/// Length as a percentage of the whole.
std::string percent(float part, float whole) {
    return number(100 * part / whole) + "%";
}

std::string badge_svg(const BadgeSpot &spot, float size) {
    const auto line = [&](std::string_view color, float width) {
        return "<line x1=\"" + number(spot.anchor.x) + "\" y1=\"" + number(spot.anchor.y) +
               "\" x2=\"" + number(spot.line_end.x) + "\" y2=\"" + number(spot.line_end.y) +
               "\" stroke=\"" + std::string(color) + "\" stroke-width=\"" + number(width) +
               "\"/>\n";
    };
    const Rect box = spot.box.inset(size * 0.04F);
    return line("#fff", size * 0.21F) + line(hex(print::ink), size * 0.07F) + "<circle cx=\"" +
           number(spot.anchor.x) + "\" cy=\"" + number(spot.anchor.y) + "\" r=\"" +
           number(size * 0.14F) + "\" fill=\"" + hex(print::ink) +
           "\" stroke=\"#fff\" stroke-width=\"" + number(size * 0.07F) + "\"/>\n<rect x=\"" +
           number(box.x) + "\" y=\"" + number(box.y) + "\" width=\"" + number(box.w) +
           "\" height=\"" + number(box.h) + "\" rx=\"" + number(size * 0.24F) +
           "\" fill=\"#fff\" stroke=\"" + hex(print::ink) + "\" stroke-width=\"" +
           number(size * 0.08F) + "\"/>\n<text x=\"" + number(box.center().x) + "\" y=\"" +
           number(box.center().y + size * 0.21F) + "\" font-size=\"" + number(size * 0.58F) +
           "\" font-weight=\"600\" text-anchor=\"middle\" fill=\"" + hex(print::ink) + "\">" +
           std::to_string(spot.row) + "</text>\n";
}

/// Each view stands alone, with room for badges at both sides, so that it can move to a new line on
/// a narrow screen.
std::string figure(const Summary &summary, const SummaryView &view) {
    constexpr FigureStyle style{.badge = 34, .words = 20, .caption = 0};
    constexpr float height = 500;
    if (view.image.width <= 0 || view.image.height <= 0)
        return {};
    const float width =
        height * static_cast<float>(view.image.width) / static_cast<float>(view.image.height) +
        2 * style.badge * 1.45F;
    const PlacedFigures placed = place_figures({&view, 1}, {0, 0, width, height}, style);
    if (placed.views.empty())
        return {};
    const PlacedView &at = placed.views.front();
    const Rect &area = placed.area;
    std::string svg = "<svg viewBox=\"0 0 " + number(area.w) + " " + number(area.h) +
                      "\" aria-hidden=\"true\" font-family=\"Inter,system-ui,sans-serif\">\n";
    for (const BadgeSpot &spot : at.badges)
        svg += badge_svg(spot, at.badge_size);
    for (const SideWord &word : placed.words)
        svg += "<text x=\"" + number(word.box.center().x) + "\" y=\"" +
               number(word.box.bottom() - style.words * 0.3F) + "\" font-size=\"" +
               number(style.words) + "\" font-weight=\"600\" text-anchor=\"middle\" fill=\"" +
               hex(print::ink) + "\">" + escaped(word.text) + "</text>\n";
    svg += "</svg>\n";
    return "<figure style=\"flex-grow:" + number(area.w) +
           "\">\n<div class=\"body\" style=\"aspect-ratio:" + number(area.w) + "/" +
           number(area.h) + ";max-width:" + number(area.w) +
           "px\"><img style=\"left:" + percent(at.picture.x, area.w) +
           ";top:" + percent(at.picture.y, area.h) + ";width:" + percent(at.picture.w, area.w) +
           "\" alt=\"" + escaped(view_description(summary, view)) +
           "\" src=\"data:image/png;base64," + base64(engine::encode_png(view.image)) + "\">\n" +
           svg + "</div>\n" + element("figcaption", "", view.caption) + "</figure>\n";
}

std::string levels_cell(const SummaryRow &row, const LevelColumns &columns) {
    const auto shown = shown_levels(row, columns);
    if (shown.empty())
        return std::string(words::no_level);
    std::string cells;
    for (std::size_t i = 0; i < shown.size(); ++i) {
        if (i > 0)
            cells += " → ";
        if (!shown[i]) {
            cells += words::no_entry;
            continue;
        }
        const std::string level = std::to_string(*shown[i]);
        cells += "<span class=\"level ";
        cells += row.channel == Channel::tight ? "t" : "p";
        cells.append(level).append("\">").append(level).append("</span>");
    }
    return cells;
}

std::string table(const Summary &summary) {
    if (summary.rows.empty())
        return element("p", "", words::no_marks);
    const LevelColumns columns = level_columns(summary);
    const auto head = [](std::string_view words) {
        return "<th scope=\"col\">" + escaped(words) + "</th>";
    };
    std::string html = "<div class=\"table\"><table>\n<caption class=\"hidden\">Marked areas"
                       "</caption>\n<thead><tr><th scope=\"col\"><span class=\"hidden\">Number"
                       "</span></th>" +
                       head(words::where) + head(words::client_says) +
                       head(level_head(summary, columns)) + head(words::therapist) +
                       "</tr></thead>\n<tbody>\n";
    for (const SummaryRow &row : summary.rows)
        html += "<tr><td><span class=\"row\">" + std::to_string(row.number) +
                "</span></td><th scope=\"row\"><span class=\"strong\">" + escaped(row.area) +
                "</span><br>" + escaped(row.structures) + "</th><td>" + escaped(row.client_says) +
                "</td><td class=\"levels\">" + levels_cell(row, columns) + "</td><td>" +
                escaped(row.therapist) + "</td></tr>\n";
    return html + "</tbody></table></div>\n";
}

std::string list(std::string_view title, const std::vector<std::string> &items,
                 std::string_view last) {
    if (title.empty() && items.empty())
        return {};
    std::string html = "<section>\n" + element("h2", "", title) + "<ul>\n";
    for (const std::string &item : items)
        html += element("li", "", item);
    if (items.empty())
        html += element("li", "", words::no_entry);
    return html + element("li", "class=\"strong\"", last) + "</ul>\n</section>\n";
}

std::string legend_entry(Channel channel, std::string_view word) {
    const std::string fill = hex(level_color(channel, print::legend_level).fill);
    const std::string outline =
        hex(channel == Channel::avoid ? avoid_color
                                      : level_color(channel, print::legend_level).outline);
    std::string inside;
    if (channel == Channel::tight)
        inside = "<path d=\"M-2 12L12-2M2 20L20 2M10 24L24 10\" stroke=\"" + fill +
                 "\" stroke-width=\"3.2\"/>";
    if (channel == Channel::avoid)
        inside = "<path d=\"M0 11L11 0M0 22L22 0M11 22L22 11M0 11L11 22M0 0L22 22M11 0L22 11\" "
                 "stroke=\"" +
                 outline + "\" stroke-width=\"2\"/>";
    return "<li><svg width=\"24\" height=\"24\" viewBox=\"-1 -1 24 24\" aria-hidden=\"true\">"
           "<rect width=\"22\" height=\"22\" fill=\"" +
           (channel == Channel::pain ? fill : "#fff") + "\"/>" + inside +
           "<rect width=\"22\" height=\"22\" fill=\"none\" stroke=\"" + outline +
           "\" stroke-width=\"2\"/></svg>" + escaped(word) + "</li>\n";
}

std::string header(const Summary &summary) {
    return (summary.example ? element("p", "class=\"example\"", words::example) : "") +
           "<header>\n<div>\n" + element("h1", "", summary.title) + element("p", "", summary.from) +
           "</div>\n<div class=\"who\">\n" + element("p", "class=\"strong\"", summary.client) +
           element("p", "", summary.when) + "</div>\n</header>\n" +
           element("p", "class=\"headline\"", summary.headline);
}

std::string footer(const Summary &summary) {
    return "<footer>\n<div>\n" + element("p", "", summary.signature) +
           element("p", "", summary.disclaimer) + "</div>\n<div>\n" +
           element("p", "class=\"strong\"", summary.consent) + "</div>\n</footer>\n";
}

std::string section(std::string_view kind, std::string_view title, std::string_view text) {
    if (text.empty())
        return {};
    return "<section class=\"" + std::string(kind) + "\">\n" + element("h2", "", title) +
           element("p", "", text) + "</section>\n";
}

} // namespace

std::string export_html(const Summary &summary, std::span<const SummaryView> views) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                       "style-src 'unsafe-inline'; img-src data:\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                       "<meta name=\"referrer\" content=\"no-referrer\">\n<title>" +
                       escaped(summary.title + ", " + summary.client) + "</title>\n<style>" +
                       std::string(style_sheet) + level_rules() +
                       "</style>\n</head>\n<body>\n<main>\n" + header(summary) +
                       "<div class=\"views\">\n";
    for (const SummaryView &view : views)
        html += figure(summary, view);
    html += "</div>\n" + table(summary) + "<div class=\"two\">\n" +
            list(summary.done_title, summary.done, "") +
            list(words::homework, summary.homework, summary.stop_rule) + "</div>\n" +
            section("note", words::note, summary.note) +
            section("question", words::question, summary.question) + "<ul class=\"legend\">\n" +
            legend_entry(Channel::pain, words::pain) + legend_entry(Channel::tight, words::tight) +
            legend_entry(Channel::avoid, words::avoid) + "</ul>\n" + footer(summary) +
            "</main>\n</body>\n</html>\n";
    return html;
}

} // namespace app
