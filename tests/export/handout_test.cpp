// The page that a client takes home, read back by poppler.

#include "catch.hpp"
#include "changes.hpp"
#include "export/export.hpp"
#include "phrases.hpp"
#include "samples.hpp"

using namespace app;
using test::after;
using test::id;

namespace {

const std::vector<std::string> clinic_lines{"Drink as you normally would."};

Handout page_of(const Document &document) {
    return handout(document, clinic_lines, engine::timestamp({2026, 11, 23, 9, 0, 0, 0}, 60),
                   test::atlas(), test::words());
}

std::string text_of(const std::string &pdf) {
    const samples::Folder folder;
    return samples::output_of("pdftotext -layout " + folder.write("page.pdf", pdf).string() + " -");
}

Document with_exercises(int count) {
    Document document = after(test::example(), RemoveHomework{id(20)});
    for (int i = 0; i < count; ++i)
        document =
            after(document, AddHomework{id(100 + static_cast<std::uint64_t>(i)), "x",
                                        "Exercise " + std::to_string(i + 1) + ".",
                                        "lower_leg_calf.l", Dose{.repeats = 3, .hold_s = 30}});
    return document;
}

} // namespace

TEST_CASE("the homework page says what, how often, when to stop, and nothing of levels") {
    Document document = after(test::example(), SetHomeworkSide{id(20), HomeworkSide::left});
    document = after(document, SetHomeworkStop{id(20), "the calf cramps."});
    document.homework[0].how = "Warm muscle, no bouncing.";
    const Handout page = page_of(document);
    CHECK(page.title == "Homework for Maya");
    REQUIRE(page.items.size() == 1);
    CHECK(page.items[0].place == "Calf, your left, your left side");
    CHECK(page.aftercare == clinic_lines);
    const auto pdf = export_handout(page, {}, "2026-11-20T18:00:00+01:00");
    REQUIRE(pdf.ok());
    const std::string text = text_of(*pdf);
    for (const char *words :
         {"Homework for Maya", "Wall calf stretch, knee straight", "5 days a week",
          "Warm muscle, no bouncing.",
          "Begin with what is new to you on Monday 23 November, after the race.",
          "Stop above pain 3", "the calf cramps", "tick 5 days a week",
          "Drink as you normally would.", "Example, not a real person"}) {
        INFO(words);
        CHECK(text.find(words) != std::string::npos);
    }
    CHECK(text.find("Lindgren") == std::string::npos);
    CHECK(text.find("ain 6") == std::string::npos); // the level of the calf
    CHECK(export_handout(page, {}, "2026-11-20T18:00:00+01:00").value() == *pdf);
}

TEST_CASE("more exercises than fit go on to further pages, and none is lost") {
    for (const int count : {0, 1, 8, 25}) {
        const auto pdf =
            export_handout(page_of(with_exercises(count)), {}, "2026-11-20T18:00:00+01:00");
        REQUIRE(pdf.ok());
        const std::string text = text_of(*pdf);
        for (int i = 1; i <= count; ++i)
            CHECK(text.find("Exercise " + std::to_string(i) + ".") != std::string::npos);
        CHECK((text.find("Page 2") != std::string::npos) == (count >= 8));
    }
}
