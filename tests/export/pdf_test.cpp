#include "catch.hpp"
#include "samples.hpp"

namespace {

std::string pdf_of(const app::Summary &summary, std::span<const app::SummaryView> views) {
    const auto pdf = app::export_pdf(summary, views, samples::created);
    REQUIRE(pdf.ok());
    return *pdf;
}

std::size_t count(const std::string &text, const std::string &part) {
    std::size_t n = 0;
    for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

/// What other programs read out of the page.
struct Read {
    std::string text, info, fonts, images;
};
Read read(const std::string &pdf) {
    const samples::Folder folder;
    const std::string file = folder.write("page.pdf", pdf).string();
    return {samples::output_of("pdftotext -layout " + file + " -"),
            samples::output_of("pdfinfo " + file), samples::output_of("pdffonts " + file),
            samples::output_of("pdfimages -list " + file)};
}

} // namespace

TEST_CASE("a PDF reader finds areas, levels, homework and the question") {
    const Read page = read(pdf_of(samples::summary(), samples::four_views(3)));
    CHECK(samples::has(page.text, "Calf, left"));
    CHECK(samples::has(page.text, "6 Nov, before, after"));
    CHECK(samples::has(page.text, "Back of thigh, right"));
    CHECK(samples::has(page.text, "no level"));
    CHECK(samples::has(page.text, "Wall calf stretch: 3 x 30 s, once a day"));
    CHECK(samples::has(page.text, "Stop above pain 3."));
    CHECK(samples::has(page.text, "Question to you"));
    CHECK(samples::has(page.text, "Not a diagnosis."));
    CHECK(count(page.text, "→") == 4);
    CHECK_FALSE(samples::has(page.text, "Example"));
}

TEST_CASE("the PDF is one A4 page with Inter inside and a picture a view") {
    const Read page = read(pdf_of(samples::summary(), samples::four_views(3)));
    CHECK(samples::has(page.info, "Pages:           1\n"));
    CHECK(samples::has(page.info, "(A4)"));
    CHECK(samples::has(page.fonts, "Inter"));
    CHECK_FALSE(samples::has(page.fonts, " no  yes")); // embedded: no, subset: yes
    CHECK(count(page.images, " smask ") == 4);         // one beside each picture
}

TEST_CASE("the same summary gives the same PDF bytes") {
    const auto views = samples::four_views(3);
    CHECK(pdf_of(samples::summary(), views) == pdf_of(samples::summary(), views));
}

TEST_CASE("an invented client's page says so") {
    app::Summary summary = samples::summary();
    summary.example = true;
    CHECK(samples::has(read(pdf_of(summary, {})).text, "Example, not a real person"));
}

TEST_CASE("more than fits is cut by a line that says so, on one page") {
    const Read page = read(pdf_of(samples::huge(40), samples::four_views(40)));
    CHECK(samples::has(page.info, "Pages:           1\n"));
    CHECK(samples::has(page.text, "more areas: see the HTML page"));
    CHECK(samples::has(page.text, "Area number 1"));
    CHECK(samples::has(page.text, "Not a diagnosis."));
}

TEST_CASE("an empty summary is a page too") {
    const Read page = read(pdf_of({}, {}));
    CHECK(samples::has(page.info, "Pages:           1\n"));
    CHECK(samples::has(page.text, "No areas were marked in this session."));
    CHECK_FALSE(samples::has(page.text, "Question"));
}

TEST_CASE("broken UTF-8 does not lose the text around it") {
    app::Summary summary = samples::summary();
    summary.headline = "before \xFF after";
    CHECK(samples::has(read(pdf_of(summary, {})).text, "after"));
}

TEST_CASE("a PDF needs a valid time") {
    const auto pdf = app::export_pdf(samples::summary(), {}, "yesterday");
    REQUIRE_FALSE(pdf.ok());
    CHECK(samples::has(pdf.error().message, "valid date"));
}
