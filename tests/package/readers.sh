#!/bin/bash
# The package as Debian's own checkers see it: lintian, and those of menu entry, AppStream data and man pages.
# Usage: readers.sh FILE.deb
set -uo pipefail
source "$(dirname "$0")/checks.sh"
deb=$1
content=$(mktemp -d)
trap 'rm -rf "$content"' EXIT
dpkg-deb --extract "$deb" "$content"

man_pages_are_sound() {
    local page warnings
    for page in "$content"/usr/share/man/man1/palpate{,-cli}.1.gz; do
        warnings=$(LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null) || { echo "man does not show $page"; return 1; }
        [[ -z $warnings ]] || { echo "$warnings"; return 1; }
    done
}

every_command_has_its_man_page_section() {
    local cli=$content/usr/share/man/man1/palpate-cli.1.gz command
    for command in demo validate export backup erase; do
        zgrep -q "^.SH PALPATE-CLI ${command^^}\$" "$cli" || { echo "$command lacks"; return 1; }
    done
}

check "lintian finds no error and no warning" \
    lintian --allow-root --no-cfg --fail-on error,warning "$deb"
check "the menu entry is valid" desktop-file-validate "$content/usr/share/applications/palpate.desktop"
check "the AppStream data is valid" appstreamcli validate --no-net "$content"/usr/share/metainfo/*.xml
check "the man pages are sound" man_pages_are_sound
check "the man page has every command" every_command_has_its_man_page_section
sum_up
