#include "catch.hpp"
#include "no_network.hpp"
#include "temp_folder.hpp"

#include <csignal>
#include <filesystem>
#include <fstream>

namespace fs = std::filesystem;
using test::run_without_network;

namespace {

/// Only for what hangs: beside two builds the demo took more than 240 s.
constexpr int seconds = 1100;

/// What a user may start: none of it opens a socket beyond this computer's display.
void must_run(const std::vector<std::string> &command) {
    const test::Ran ran = run_without_network(command, seconds);
    INFO(command[0] << " " << (command.size() > 1 ? command[1] : ""));
    INFO(ran.output);
    CHECK(ran.signal == 0);
    REQUIRE(ran.exit == 0);
}

std::string program(const char *name) {
    return std::string(PALPATE_BIN_DIR) + "/" + name;
}

std::string sole_stem(const fs::path &folder) {
    std::string least;
    for (const auto &entry : fs::directory_iterator(folder))
        if (least.empty() || entry.path().stem().string() < least)
            least = entry.path().stem().string();
    return least;
}

} // namespace

TEST_CASE("the filter ends a program that opens a socket to a network") {
    for (const char *kind : {"internet", "internet6", "netlink"}) {
        const test::Ran ran = run_without_network({PALPATE_SOCKETS, kind}, seconds);
        INFO(kind << ": " << ran.output);
        CHECK(ran.signal == SIGSYS);
    }
    for (const char *kind : {"nothing", "unix", "pair"}) {
        const test::Ran ran = run_without_network({PALPATE_SOCKETS, kind}, seconds);
        INFO(kind << ": " << ran.output);
        CHECK(ran.exit == 0);
    }
}

TEST_CASE("the filter holds for the children of a program") {
    const test::Ran ran = run_without_network(
        {"/bin/sh", "-c", std::string(PALPATE_SOCKETS) + " internet; echo $?"}, seconds);
    INFO(ran.output);
    CHECK(ran.output.find(std::to_string(128 + SIGSYS)) != std::string::npos);
}

TEST_CASE("the program opens no socket to a network: the whole demo") {
    const test::TempFolder folder;
    ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
    must_run({program("palpate"), "--headless", folder.path() / "demo"});
}

TEST_CASE("the program opens no socket to a network: a window and the clinic's folder") {
    const test::TempFolder folder;
    ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
    must_run({program("palpate"), "--data", folder.path() / "clinic", "--first-frame"});
    CHECK(fs::exists(folder.path() / "clinic" / "sessions"));
}

TEST_CASE("the command line opens no socket to a network") {
    const test::TempFolder folder;
    ::setenv("SDL_VIDEODRIVER", "offscreen", 1);
    const std::string cli = program("palpate-cli");
    const std::string clinic = folder.path() / "clinic";
    must_run({cli, "demo", clinic});
    const std::string session = sole_stem(folder.path() / "clinic" / "sessions");
    const std::string client = sole_stem(folder.path() / "clinic" / "clients");
    const std::string backups = folder.path() / "backups", passphrase = folder.path() / "secret";
    std::ofstream(passphrase) << "correct horse battery staple\n";
    must_run({cli, "show", clinic, session});
    must_run({"/bin/sh", "-c", cli + " apply " + clinic + " " + session + " </dev/null"});
    must_run({cli, "validate", clinic + "/sessions/" + session + ".json"});
    must_run({cli, "export", clinic + "/sessions/" + session + ".json", "--out",
              folder.path() / "summary"});
    must_run({cli, "find", "left calf"});
    must_run({cli, "regions", "--csv"});
    must_run({cli, "audit", "verify", clinic});
    must_run({cli, "backup", clinic, backups});
    must_run({cli, "verify", backups});
    must_run({cli, "restore", backups, folder.path() / "restored"});
    must_run({cli, "encrypt", folder.path() / "restored", "--passphrase-file", passphrase});
    must_run({cli, "verify", folder.path() / "restored", "--passphrase-file", passphrase});
    must_run({cli, "decrypt", folder.path() / "restored", "--passphrase-file", passphrase});
    must_run({cli, "erase", clinic, client, "--yes"});
}
