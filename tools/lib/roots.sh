# Shared by the scripts in tools/: roots of Debian 12 and 13 below build/, made by mmdebstrap, to build and
# test in. Sourced from bash after setup.sh.

require_root() { # require_root WHAT
    [[ $(id -u) == 0 ]] ||
        die "$1 builds whole Debian systems below build/, which only root may do. Run it as root, for" \
            "example: sudo $1"
}

# bookworm (Debian 12) or trixie (Debian 13); the two that Palpate is for.
release_here() {
    local name
    name=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
    case $name in
    bookworm | trixie) echo "$name" ;;
    *) die "This system is neither Debian 12 nor 13 (its name is \"$name\"); the roots of both need one of them." ;;
    esac
}

other_release() { [[ $(release_here) == bookworm ]] && echo trixie || echo bookworm; }

# apt's sources for a release: those of this system, with the other release's name.
sources_for() { # sources_for RELEASE
    local here
    here=$(release_here)
    apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' \
        'Created-By: Packages' 'Origin: Debian' |
        sed -nE "s/ $here(-updates|-security)? / $1\1 /p"
}

# make_root RELEASE: build/root-RELEASE has what every Debian has and nothing else. It is never changed: to
# work in one, copy_root() it.
make_root() {
    local root=$ROOT/build/root-$1 log=$ROOT/build/root-$1.log sources
    [[ ! -d $root ]] || return 0
    require_build_folder
    sources=$(sources_for "$1")
    if [[ -z $sources ]]; then # a fresh system has no package lists
        apt-get update -q >"$log" 2>&1 || true
        sources=$(sources_for "$1")
    fi
    [[ -n $sources ]] ||
        die "This system's apt has no source of Debian's main archive, so there is nothing to make a root" \
            "of $1 from. Name one in /etc/apt and run: apt-get update"
    say "Making a root of Debian ($1) ..."
    rm -rf "$root.new"
    # How apt gets at the network here (a proxy, for example) holds there, too.
    apt-config dump | grep -E '^Acquire::(https?::|Check-)' >"$ROOT/build/root-apt.conf" || true
    if ! mmdebstrap --variant=minbase --format=directory --aptopt="$ROOT/build/root-apt.conf" \
        --aptopt='APT::Install-Recommends "false"' "$1" "$root.new" - <<<"$sources" >"$log" 2>&1; then
        rm -rf "$root.new"
        tail -n 5 "$log" >&2
        die "The root could not be made; the lines above are mmdebstrap's reason (all of it: $log)."
    fi
    mv "$root.new" "$root"
}

# copy_root RELEASE FOLDER: a root to work in, when it is not there yet.
copy_root() {
    make_root "$1"
    [[ ! -d $2 ]] || return 0
    rm -rf "$2.new"
    cp -a --reflink=auto "$ROOT/build/root-$1" "$2.new" || die "The root of $1 could not be copied to $2."
    mv "$2.new" "$2"
}

# in_root FOLDER BUILD COMMAND...: runs the command in a root, with this checkout as /palpate and BUILD as its
# build folder, so that tools/ there work as they do here. What it mounts and starts ends with it.
in_root() {
    local root=$1 build=$2
    shift 2
    mkdir -p "$root/palpate" "$build"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    unshare --mount --pid --fork --kill-child -- bash -euc '
        checkout=$0 root=$1 build=$2
        shift 2
        mount -t proc proc "$root/proc"
        mount --rbind /dev "$root/dev"
        mount --bind "$checkout" "$root/palpate"
        mount --bind "$build" "$root/palpate/build"
        proxies=()
        for name in http_proxy https_proxy no_proxy; do
            [[ -z ${!name-} ]] || proxies+=("$name=${!name}")
        done
        exec chroot "$root" env -i "${proxies[@]}" PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/srv \
            LANG=C.UTF-8 PALPATE_BAKED="${PALPATE_BAKED-}" "$@"' "$ROOT" "$root" "$build" "$@"
}
