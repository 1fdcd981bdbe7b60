#include "no_network.hpp"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace test {

namespace {

constexpr int no_filter = 126, no_program = 127;

#if defined(__x86_64__)
constexpr unsigned machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned machine = AUDIT_ARCH_AARCH64;
#else
#error "Say here what the kernel calls this machine: see linux/audit.h."
#endif
#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The low half of an argument lies elsewhere on this machine."
#endif

sock_filter load(std::size_t offset) {
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, static_cast<unsigned>(offset));
}

/// Skips one of two next steps.
sock_filter if_equal(unsigned value, unsigned char then, unsigned char otherwise) {
    return BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, then, otherwise);
}

sock_filter answer(unsigned action) {
    return BPF_STMT(BPF_RET | BPF_K, action);
}

/// From here on, and in every program that is started. False: the kernel cannot.
bool forbid_sockets() {
    std::array program{
        load(offsetof(seccomp_data, arch)),
        if_equal(machine, 1, 0),
        answer(SECCOMP_RET_KILL_PROCESS), // calls of another machine have other numbers
        load(offsetof(seccomp_data, nr)),
        // io_uring can open sockets without a call of socket().
        if_equal(__NR_io_uring_setup, 5, 0),
        if_equal(__NR_socket, 1, 0),
        if_equal(__NR_socketpair, 0, 2),
        load(offsetof(seccomp_data, args)),
        if_equal(AF_UNIX, 0, 1),
        answer(SECCOMP_RET_ALLOW),
        answer(SECCOMP_RET_KILL_PROCESS),
    };
    const sock_fprog filter{program.size(), program.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

[[noreturn]] void become(const std::vector<std::string> &command, int output, int seconds) {
    ::dup2(output, STDOUT_FILENO);
    ::dup2(output, STDERR_FILENO);
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    ::alarm(static_cast<unsigned>(seconds));
    std::vector<char *> arguments;
    for (const std::string &word : command)
        arguments.push_back(const_cast<char *>(word.c_str()));
    arguments.push_back(nullptr);
    if (!forbid_sockets()) {
        std::fprintf(stderr, "This kernel lets nobody forbid sockets (seccomp: %s).\n",
                     std::strerror(errno));
        ::_exit(no_filter);
    }
    ::execv(arguments[0], arguments.data());
    std::fprintf(stderr, "%s cannot be run: %s\n", arguments[0], std::strerror(errno));
    ::_exit(no_program);
}

std::string read_all(int descriptor) {
    std::string text;
    std::array<char, 4096> piece{};
    for (;;) {
        const ssize_t count = ::read(descriptor, piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return text;
        text.append(piece.data(), static_cast<std::size_t>(count));
    }
}

} // namespace

Ran run_without_network(const std::vector<std::string> &command, int seconds) {
    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0)
        return {.output = "There is no pipe."};
    std::fflush(nullptr);
    const pid_t child = ::fork();
    if (child == 0)
        become(command, pipe[1], seconds);
    ::close(pipe[1]);
    Ran ran{.output = read_all(pipe[0])};
    ::close(pipe[0]);
    int status = 0;
    if (::waitpid(child, &status, 0) != child)
        return {.output = "The program was lost."};
    if (WIFEXITED(status))
        ran.exit = WEXITSTATUS(status);
    else
        ran.signal = WTERMSIG(status);
    return ran;
}

} // namespace test
