# Shared by the scripts in tools/: find missing Debian packages, configure, build with progress.
# Sourced from bash, with ROOT set to the top of the checkout. A fresh Debian has bash and nothing
# else that is needed here.

RUN_PACKAGES=(g++ cmake ninja-build pkg-config python3-glad libsdl2-dev libimgui-dev
    libfreetype-dev libglm-dev libstb-dev nlohmann-json3-dev libcli11-dev libsodium-dev libsqlite3-dev
    libcairo2-dev libpango1.0-dev fonts-inter libgl-dev libegl1 libgl1-mesa-dri)
TEST_PACKAGES=(catch2 xvfb xauth xdotool poppler-utils python3-jsonschema clang-format-19 clang-tidy-19)
FUZZ_PACKAGES=(clang-19 libclang-rt-19-dev)
PACKAGE_PACKAGES=(dpkg-dev file librsvg2-bin)
PACKAGE_TEST_PACKAGES=(mmdebstrap lintian appstream desktop-file-utils man-db)
BENCH_PACKAGES=(libembree-dev) # to compare with; figures come without it, too

say() { printf '%s\n' "$*" >&2; }
die() {
    say "$*"
    exit 1
}

# The packages among the arguments that are not installed, one a line.
missing_packages() {
    local here package
    # One call for all: the usual answer, that nothing is missing, takes some milliseconds.
    here=" $(dpkg-query -W -f='${db:Status-Abbrev}|${Package} ' "$@" 2>/dev/null || true)"
    for package in "$@"; do
        [[ $here == *"ii |$package "* ]] || printf '%s\n' "$package"
    done
}

# Runs a command as root; its output goes to the log and, on a terminal, to the screen.
as_root() {
    local prefix=()
    [[ $(id -u) == 0 ]] || prefix=(sudo)
    local command=("${prefix[@]}" env DEBIAN_FRONTEND=noninteractive "$@")
    if [[ -t 2 ]]; then
        "${command[@]}" 2>&1 | tee -a "$SETUP_LOG" >&2
    else
        "${command[@]}" >>"$SETUP_LOG" 2>&1
    fi
}

install_packages() { as_root apt-get install -y -q --no-install-recommends "$@"; }

# Names of packages that this system's lists do not offer.
unknown_packages() {
    local package
    for package in "$@"; do
        apt-cache show --no-all-versions "$package" >/dev/null 2>&1 || printf '%s ' "$package"
    done
}

require_packages() {
    if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
        die "This is not a Debian system (there is no apt-get), so Palpate cannot install what it" \
            "needs. On Debian 12 or 13 that would be: $*. To build by hand with your own packages:" \
            "cmake --preset release && cmake --build --preset release"
    fi
    local missing unknown
    mapfile -t missing < <(missing_packages "$@")
    ((${#missing[@]})) || return 0

    if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
        die "Palpate needs Debian packages that are not here, and installing them needs root or" \
            "sudo. As root, run: apt-get install ${missing[*]}"
    fi
    say "Palpate needs ${#missing[@]} Debian package(s) that are not here; installing: ${missing[*]}"
    if [[ $(id -u) != 0 ]] && ! sudo -v; then
        die "sudo did not let us install them. As root, run: apt-get install ${missing[*]}"
    fi
    require_build_folder
    SETUP_LOG=$ROOT/build/packages.log
    : >"$SETUP_LOG"
    # A fresh system has no package lists, and old lists name files that are gone: then once more.
    if [[ -n $(unknown_packages "${missing[@]}") ]] || ! install_packages "${missing[@]}"; then
        as_root apt-get update -q || true
        unknown=$(unknown_packages "${missing[@]}")
        [[ -z $unknown ]] ||
            die "No package source of this system has: ${unknown% }. Palpate needs Debian 12 or 13" \
                "with its main archive in /etc/apt, and a network (details: $SETUP_LOG)."
        install_packages "${missing[@]}" || true
    fi
    mapfile -t missing < <(missing_packages "$@")
    if ((${#missing[@]})); then
        tail -n 5 "$SETUP_LOG" >&2
        die "These packages could not be installed: ${missing[*]}. The lines above are apt's reason" \
            "(all of it: $SETUP_LOG)."
    fi
    rm -f "$ROOT"/build/*/build.ninja # what was configured before knows nothing of them: it is done again
}

require_build_folder() {
    mkdir -p "$ROOT/build" 2>/dev/null || true
    [[ -w $ROOT/build ]] ||
        die "The folder $ROOT/build cannot be written. Give yourself the right to write there, or" \
            "clone Palpate into a folder of your own."
}

require_compiler() {
    local compiler=${CXX:-g++} version
    version=$($compiler -dumpversion 2>/dev/null) ||
        die "The compiler $compiler does not start. Install g++ 12 or newer, or unset CXX."
    if [[ $($compiler --version) != *clang* ]] && ((${version%%.*} < 12)); then
        die "The compiler $compiler is version $version, which is too old: Palpate needs g++ 12 or" \
            "newer. Use Debian 12 or newer, or set CXX to a newer compiler."
    fi
}

# configure PRESET: only when there is no build folder yet; later ninja does it when it has to.
configure() {
    local folder=$ROOT/build/$1 log=$ROOT/build/$1-configure.log
    if [[ -f $folder/CMakeCache.txt ]] &&
        ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$ROOT" "$folder/CMakeCache.txt"; then
        say "This checkout was moved; building anew."
        rm -rf "$folder"
    fi
    [[ ! -f $folder/build.ninja ]] || return 0
    require_compiler
    require_build_folder
    say "Configuring ($1) ..."
    if ! (cd "$ROOT" && cmake --preset "$1" ${PALPATE_BAKED:+-DPALPATE_BAKED="$PALPATE_BAKED"}) >"$log" 2>&1; then
        rm -f "$folder/build.ninja"
        grep -A8 -m1 'CMake Error' "$log" >&2 || tail -n 15 "$log" >&2
        die "Configuring failed; all of it is in $log"
    fi
}

# Of ninja's lines one about every ten seconds, for a log that people read later; none when there is
# nothing to do.
now_and_then() {
    local line last=-10
    while IFS= read -r line; do
        if [[ $line == \[[1-9]* ]] && ((SECONDS - last >= 10)); then
            say "$line"
            last=$SECONDS
        fi
    done
}

# build PRESET [TARGET...]
build() {
    local folder=$ROOT/build/$1 log=$ROOT/build/$1-build.log
    configure "$1"
    shift
    export NINJA_STATUS='[%f/%t, %es] '
    if [[ -t 1 ]]; then
        ninja -C "$folder" "$@" || die "The build failed; the lines above say where."
    elif ! ninja -C "$folder" "$@" 2>&1 | tee "$log" | now_and_then; then
        sed -n '/^FAILED/,$p' "$log" | head -n 60 >&2
        die "The build failed; all of it is in $log"
    fi
}
