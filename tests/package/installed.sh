#!/bin/bash
# The package installed, started and removed. For a root that has nothing but Debian's essential packages: it
# changes the system that it runs on.
# Usage: installed.sh FILE.deb
set -uo pipefail
source "$(dirname "$0")/checks.sh"
deb=$1
version=$(dpkg-deb --field "$deb" Version)
work=$(mktemp -d)
export DEBIAN_FRONTEND=noninteractive
chmod 777 "$work"

# Programs run as somebody who may write nowhere but into a folder of the own.
as_user() { (cd "$work" && HOME=$work setpriv --reuid=65534 --regid=65534 --clear-groups "$@"); }

packages() { dpkg-query -W -f='${Package} ${db:Status-Abbrev}\n'; }
ours() { find / -xdev \( -path "$work" -o -path /palpate \) -prune -o -iname '*palpate*' -print; }

install_it() { apt-get update -q && apt-get install -y -q --no-install-recommends "$deb"; }

says_its_version() {
    [[ $(as_user palpate --version) == "palpate ${version%%~*}" ]] &&
        [[ $(as_user palpate-cli --version) == "palpate-cli ${version%%~*}" ]]
}

says_help() { as_user palpate --help | grep -q -- --headless && as_user palpate-cli --help | grep -q validate; }

no_library_is_missing() { ! ldd /usr/bin/palpate /usr/bin/palpate-cli | grep 'not found'; }

# A clinic is made, checked, backed up, brought back, and one session becomes files.
round_trip() {
    local session
    as_user palpate-cli demo clinic &&
        session=$(cd "$work" && ls clinic/sessions/*.json | head -n 1) &&
        as_user palpate-cli validate "$session" &&
        as_user palpate-cli backup clinic backups &&
        as_user palpate-cli restore backups again &&
        as_user palpate-cli verify again &&
        as_user cmp "$session" "again/sessions/${session##*/}" &&
        as_user palpate-cli export "$session" --out summary &&
        [[ $(cd "$work/summary" && ls | sed 's/.*\.//' | sort | xargs) == "html pdf png" ]]
}

plays_the_demo() {
    local summary
    as_user palpate --headless played &&
        as_user palpate-cli validate played/session.json &&
        summary=$(echo "$work"/played/clinic/summaries/*-summary.pdf) &&
        [[ $(head -c 5 "$summary") == %PDF- && $(stat -c %s "$summary") -gt 20000 ]]
}

has_what_a_desktop_needs() {
    local file
    for file in applications/palpate.desktop metainfo/org.palpate.palpate.metainfo.xml man/man1/palpate.1.gz \
        man/man1/palpate-cli.1.gz icons/hicolor/{48x48/apps/palpate.png,128x128/apps/palpate.png} \
        icons/hicolor/scalable/apps/palpate.svg doc/palpate/copyright doc/palpate/changelog.gz; do
        [[ -s /usr/share/$file ]] || { echo "/usr/share/$file lacks"; return 1; }
    done
}

is_as_installed() { ! dpkg --verify palpate | grep .; }

leaves_nothing() {
    [[ -n $(ours) ]] || { echo "there was nothing to remove"; return 1; }
    apt-get purge -y -q --auto-remove palpate >/dev/null || return 1
    diff "$work/packages-before" <(packages) && ! ours | grep .
}

packages >"$work/packages-before"
check "apt installs it" install_it
check "no library is missing" no_library_is_missing
check "both programs say their version" says_its_version
check "both programs say how to call them" says_help
check "palpate-cli makes, checks, backs up and exports a clinic" round_trip
check "palpate plays the demo without a screen and leaves the summary" plays_the_demo
check "menu entry, icons and man pages are there" has_what_a_desktop_needs
check "no file was changed" is_as_installed
check "removing it leaves nothing" leaves_nothing
sum_up
