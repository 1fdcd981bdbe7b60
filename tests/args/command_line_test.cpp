#include "args/command_line.hpp"
#include "catch.hpp"

#include <cstdint>

using engine::Done;
using engine::Error;
using engine::Result;

namespace {

using Words = std::vector<std::string>;

/// All that a command line can take.
struct Taken {
    std::string from, text;
    Words names;
    std::filesystem::path file;
    bool sure = false, dark = false;
    int count = 5, width = 900, height = 600;
    float share = 0;
    std::uint64_t seed = 0;
    std::string even;
};

engine::CommandLine line_of(Taken &taken) {
    const auto take_even = [&taken](const std::string &text) -> Result<Done> {
        if (text.size() % 2 != 0)
            return Error{"That is odd."};
        taken.even = text;
        return Done{};
    };
    return {
        .program = "crate pack",
        .about = "Packs things into a crate, in the order in which they are named, which is also "
                 "the order in which they come out.",
        .arguments = {{"FROM", "", "where it begins", &taken.from, "Name where it begins."},
                      {"--text", "TEXT", "any words", &taken.text},
                      {"--name", "NAME", "may be given several times", &taken.names},
                      {"--file", "FILE", "a file", &taken.file},
                      {"--sure", "", "without it nothing happens", &taken.sure, "Say --sure."},
                      {"--theme", "", "colours",
                       engine::OneOf{{"light", "dark"},
                                     [&](std::size_t word) { taken.dark = word == 1; }}},
                      {"--count", "N", "how many", engine::Number<int>{&taken.count, 1, 9}},
                      {"--size", "WxH", "pixels",
                       engine::PixelSize{{&taken.width, 1, 999}, {&taken.height, 1, 999}}},
                      {"--share", "S", "how much", engine::Number<float>{&taken.share, -1, 1}},
                      {"--seed", "X", "any",
                       engine::Number<std::uint64_t>{&taken.seed, 0, ~std::uint64_t{0}}},
                      {"--even", "TEXT", "even", take_even}},
        .check = [&] { return std::string(taken.text == "x" && taken.dark ? "Not both." : ""); },
    };
}

Taken taken_from(const Words &words) {
    Taken taken;
    const auto read = engine::read(line_of(taken), words);
    REQUIRE(read.ok());
    CHECK_FALSE(*read);
    return taken;
}

/// What is said about a wrong call.
std::string refused(Words words) {
    Taken taken;
    const auto read = engine::read(line_of(taken), words);
    REQUIRE_FALSE(read.ok());
    return read.error().message;
}

/// The same behind all that has to be there.
std::string refused_value(const std::string &name, const std::string &value) {
    return refused({"a", "--sure", name, value});
}

} // namespace

TEST_CASE("values go where they belong, in any order") {
    const Taken taken =
        taken_from({"--text",  "two words", "--name",  "a",      "begin",
                    "--sure",  "--name",    "b",       "--file", "x/y z",
                    "--theme", "dark",      "--count", "9",      "--size",
                    "80x60",   "--share",   "-0.5",    "--seed", "18446744073709551615",
                    "--even",  "ab"});
    CHECK(taken.from == "begin");
    CHECK(taken.text == "two words");
    CHECK(taken.names == Words{"a", "b"});
    CHECK(taken.file == "x/y z");
    CHECK(taken.sure);
    CHECK(taken.dark);
    CHECK(taken.count == 9);
    CHECK(taken.width == 80);
    CHECK(taken.height == 60);
    CHECK(taken.share == -.5f);
    CHECK(taken.seed == ~std::uint64_t{0});
    CHECK(taken.even == "ab");
}

TEST_CASE("what is left out stays as it is, and the last of two holds") {
    const Taken taken = taken_from({"-", "--sure", "--text", "a", "--text=--sure"});
    CHECK(taken.from == "-");
    CHECK(taken.text == "--sure");
    CHECK(taken.count == 5);
    CHECK_FALSE(taken.dark);
    CHECK(taken_from({"--sure", "--", "--from"}).from == "--from");
}

TEST_CASE("an argument for several takes all that are there, between options too") {
    Words names;
    bool sure = false;
    const engine::CommandLine line{
        .program = "crate",
        .about = "",
        .arguments = {{"NAME", "", "names", &names, "Name one."}, {"--sure", "", "sure", &sure}}};
    REQUIRE(engine::read(line, Words{"a", "b", "--sure", "c", "--", "-d"}).ok());
    CHECK(names == Words{"a", "b", "c", "-d"});
    CHECK(sure);
    CHECK(engine::help(line).find("Usage: crate NAME... [OPTION]...\n") == 0);
}

TEST_CASE("a wrong call is refused with a sentence") {
    CHECK(refused({}) == "Name where it begins.");
    CHECK(refused({"a", "b", "--sure"}) == "Name where it begins.");
    CHECK(refused({"a"}) == "Say --sure.");
    CHECK(refused({"a", "--odd", "--sure"}) == "There is no option --odd.");
    CHECK(refused({"a", "-o"}) == "There is no option -o.");
    CHECK(refused({"a", "--sure", "--text"}) == "--text needs a value.");
    CHECK(refused({"a", "--sure", "--file"}) == "--file needs the name of a file.");
    CHECK(refused_value("--file", "") == "--file needs the name of a file.");
    CHECK(refused_value("--theme", "blue") == "--theme has to be light or dark, not \"blue\".");
    for (const char *wrong : {"0", "10", "5.0", "x", "5 "})
        CHECK(refused_value("--count", wrong) ==
              "--count has to be a whole number from 1 to 9, not \"" + std::string(wrong) + "\".");
    for (const char *wrong : {"-1.1", "nan", "1x"})
        CHECK(refused_value("--share", wrong) ==
              "--share has to be a number from -1 to 1, not \"" + std::string(wrong) + "\".");
    for (const char *wrong : {"80", "80x", "80x0", "x60", "80x60x", "1000x60"})
        CHECK(refused_value("--size", wrong) ==
              "--size has to be width and height as 900x600, from 1x1 to 999x999, not \"" +
                  std::string(wrong) + "\".");
    CHECK(refused_value("--even", "abc") == "That is odd.");
    CHECK(refused({"a", "--sure", "--text", "x", "--theme", "dark"}) == "Not both.");
}

TEST_CASE("help and version are texts, whatever else there is") {
    Taken taken;
    const auto line = line_of(taken);
    for (const Words &words : {Words{"--help"}, Words{"-h"}, Words{"--odd", "--help"}}) {
        const auto read = engine::read(line, words);
        REQUIRE(read.ok());
        CHECK(*read == engine::help(line));
    }
    const auto read = engine::read(line, Words{"--version"});
    REQUIRE(read.ok());
    CHECK(*read == "crate " + std::string(engine::version()) + "\n");
}

TEST_CASE("the help has the usage first, every option, and lines that fit") {
    Taken taken;
    const std::string help = engine::help(line_of(taken));
    CHECK(help.find("Usage: crate pack FROM --sure [OPTION]...\n\nPacks things") == 0);
    for (const char *row : {"\nArguments:\n  FROM    ", "\nOptions:\n  --text TEXT    ",
                            "\n  --theme light|dark    ", "\n  -h, --help    "})
        CHECK(help.find(row) != std::string::npos);
    for (std::size_t begin = 0; begin < help.size();) {
        const std::size_t end = help.find('\n', begin);
        CHECK(end - begin <= 80);
        begin = end + 1;
    }
}
