// Opens one socket: sockets unix|internet|internet6|netlink|pair. For the test of the test.

#include <cstring>
#include <netinet/in.h>
#include <sys/socket.h>

int main(int argc, char **argv) {
    const auto asked = [&](const char *name) {
        return argc == 2 && std::strcmp(argv[1], name) == 0;
    };
    int pair[2] = {};
    if (asked("nothing"))
        return 0;
    if (asked("pair"))
        return ::socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0 ? 0 : 1;
    const int domain = asked("unix")        ? AF_UNIX
                       : asked("internet")  ? AF_INET
                       : asked("internet6") ? AF_INET6
                                            : AF_NETLINK;
    return ::socket(domain, SOCK_DGRAM, 0) >= 0 ? 0 : 1;
}
