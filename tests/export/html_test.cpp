#include "catch.hpp"
#include "export/html_text.hpp"
#include "samples.hpp"

namespace {

/// Prints every tag, attribute and reference; ends with 1 where tags do not match.
constexpr std::string_view reader = R"(
import sys
from html.parser import HTMLParser
void = {"meta", "img", "br"}
svg = {"line", "rect", "circle", "path"}
class Reader(HTMLParser):
    stack = []
    def handle_starttag(self, tag, attrs):
        print("<" + tag + ">")
        for name, value in attrs:
            if name in ("src", "href", "action", "srcset") or name.startswith("on"):
                print("reference", name, (value or "")[:22])
        if tag not in void:
            self.stack.append(tag)
    def handle_startendtag(self, tag, attrs):
        if tag not in svg:
            sys.exit("self-closing " + tag)
    def handle_endtag(self, tag):
        if not self.stack or self.stack.pop() != tag:
            sys.exit("wrong end of " + tag)
    def handle_data(self, data):
        print("text", data)
reader = Reader()
reader.feed(open(sys.argv[1], encoding="utf-8").read())
reader.close()
if reader.stack:
    sys.exit("not closed: " + str(reader.stack))
)";

std::string parsed(const std::string &html) {
    const samples::Folder folder;
    const auto script = folder.write("reader.py", reader);
    const auto page = folder.write("page.html", html);
    return samples::output_of("python3 " + script.string() + " " + page.string());
}

} // namespace

TEST_CASE("the web page is well-formed and holds all of the summary") {
    const std::string page = parsed(app::export_html(samples::summary(), samples::four_views(3)));
    for (const char *text : {"Calf, left", "Back of thigh, right", "6 Nov, before, after",
                             "Wall calf stretch: 3 x 30 s, once a day", "Stop above pain 3.",
                             "Please assess the left calf.", "Shared with consent"})
        CHECK(samples::has(page, std::string("text ") + text));
}

TEST_CASE("the web page needs nothing from outside and runs nothing") {
    const std::string html = app::export_html(samples::summary(), samples::four_views(3));
    CHECK_FALSE(samples::has(html, "http:"));
    CHECK_FALSE(samples::has(html, "https:"));
    CHECK_FALSE(samples::has(html, "url("));
    CHECK(samples::has(html, "default-src 'none'; style-src 'unsafe-inline'; img-src data:"));
    const std::string page = parsed(html);
    CHECK_FALSE(samples::has(page, "\n<script>"));
    std::size_t references = 0;
    for (auto at = page.find("reference "); at != std::string::npos;
         at = page.find("reference ", at + 1), ++references)
        CHECK(page.substr(at, 37) == "reference src data:image/png;base64,\n");
    CHECK(references == 4);
}

TEST_CASE("the web page names language, headings, table heads and pictures") {
    const std::string html = app::export_html(samples::summary(), samples::four_views(1));
    CHECK(samples::has(html, "<html lang=\"en\">"));
    CHECK(samples::has(html, "<h1>Massage session summary</h1>"));
    CHECK(samples::has(html, "<th scope=\"col\">Where</th>"));
    CHECK(samples::has(html, "<th scope=\"row\"><span class=\"strong\">Calf, left</span>"));
    CHECK(samples::has(html, "alt=\"Front of the body. 1 Calf, left: pain.\""));
}

TEST_CASE("the web page escapes what people typed") {
    app::Summary summary = samples::summary();
    summary.client = "<script>alert(1)</script> & \"Co\"";
    summary.rows[0].area = "a' onload='x";
    summary.note = "\x01\xFF";
    const std::string html = app::export_html(summary, samples::four_views(3));
    CHECK_FALSE(samples::has(html, "<script"));
    CHECK(samples::has(html, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Co&quot;"));
    CHECK_FALSE(samples::has(html, "a' onload"));
    CHECK(samples::has(html, "\xEF\xBF\xBD\xEF\xBF\xBD"));
    CHECK_FALSE(samples::has(parsed(html), "\n<script>"));
}

TEST_CASE("the web page shows all rows of a long summary, and works without any") {
    const std::string page = parsed(app::export_html(samples::huge(40), samples::four_views(40)));
    CHECK(samples::has(page, "text Area number 40\n"));
    CHECK(samples::has(page, "text homework 29 "));
    CHECK(samples::has(parsed(app::export_html({}, {})), "No areas were marked in this session."));
}

TEST_CASE("base64 and numbers of the web page") {
    CHECK(app::base64("").empty());
    CHECK(app::base64("M") == "TQ==");
    CHECK(app::base64("Ma") == "TWE=");
    CHECK(app::base64("Man") == "TWFu");
    CHECK(app::base64("\xFF\xFE") == "//4=");
    CHECK(app::number(12) == "12");
    CHECK(app::number(-0.5F) == "-0.5");
    CHECK(app::number(3.046F) == "3.05");
    CHECK(app::hex(0x0B5B64) == "#0b5b64");
}
