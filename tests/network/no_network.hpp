/// Runs a program that may not open a socket but local ones.
#pragma once

#include <string>
#include <vector>

namespace test {

struct Ran {
    int exit = -1;  ///< -1: it was killed
    int signal = 0; ///< by this
    std::string output;
};

/// Everything that the program and its children do goes through a filter in the kernel (seccomp),
/// which needs no privileges: socket() and socketpair() for anything but AF_UNIX end the process
/// with SIGSYS. Where the kernel has no such filter, the exit code is 126 and the output says so.
Ran run_without_network(const std::vector<std::string> &command, int seconds);

} // namespace test
