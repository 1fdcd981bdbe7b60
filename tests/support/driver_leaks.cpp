// Software GL, D-Bus and fontconfig keep memory until the process ends. LeakSanitizer would report
// it, and could not even tell whose it is: SDL has closed those libraries by then. So they stay
// loaded, and their leaks, not ours, are left out. Linked only into programs that are built with
// sanitizers.

#include <dlfcn.h>

extern "C" {

int dlclose(void *) noexcept {
    return 0;
}

// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that LeakSanitizer asks for.
const char *__lsan_default_suppressions();
const char *__lsan_default_suppressions() { // NOLINT(bugprone-reserved-identifier)
    return "leak:swrast_dri.so\nleak:libgallium\nleak:libEGL_mesa\nleak:libGLX_mesa\n"
           "leak:libdbus-1\nleak:libfontconfig\n";
}

// Threads of the driver end with memory of their own that LeakSanitizer (g++ 12) has noted and then
// reads when it is gone: "Tracer caught signal 11". So it notes none.
// NOLINTNEXTLINE(bugprone-reserved-identifier): the name that AddressSanitizer asks for.
const char *__asan_default_options();
const char *__asan_default_options() { // NOLINT(bugprone-reserved-identifier)
    return "intercept_tls_get_addr=0";
}
}
