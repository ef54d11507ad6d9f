#!/bin/bash
# try.sh archive FILE: unpacks the archive into a root that holds the C library and nothing else, and checks a report there.
# try.sh deb FILE: installs the package with what it depends on into a new Debian 12, and does the same.
set -euo pipefail
kind=$1
file=$(realpath "$2")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
trap 'rm -rf --one-file-system "$work"' EXIT
root=$work/root
report=$here/../tests/reports/demo/faulty-2022.txt

# A command in the root, as its only process tree, without a network.
inside() {
    unshare --user --map-root-user --mount --pid --net --fork sh -c '
        mkdir -p "$1/proc" && mount --rbind /proc "$1/proc" && shift && exec chroot "$@"' sh "$root" "$root" "$@"
}

judge() {
    local gouji=$1 out status=0
    cp "$report" "$root/report.txt"
    out=$(inside "$gouji" check --isolate on /report.txt 2>&1) || status=$?
    if [ "$status" != 1 ] || ! grep -q 'arithmetic/row-total' <<<"$out"; then
        printf 'try.sh: gouji check ended with %s:\n%s\n' "$status" "$out" >&2
        exit 1
    fi
    inside "$gouji" rules >/dev/null
    inside "$gouji" facts /report.txt --output /table.xlsx >/dev/null  # loads libraries of its own
}

try_archive() {
    local machine loader library
    mkdir -p "$root/opt" "$root/tmp"
    tar -C "$root/opt" -xzf "$file"
    machine=$(uname -m)
    loader=$(ldd /bin/true | grep -oE '/lib[^ ]*/ld-linux[^ ]*')
    mkdir -p "$root$(dirname "$loader")" "$root/lib/$machine-linux-gnu"
    cp -L "$loader" "$root$loader"
    for library in libc.so.6 libm.so.6; do
        cp -L "/lib/$machine-linux-gnu/$library" "$root/lib/$machine-linux-gnu/"
    done
    judge "/opt/$(ls "$root/opt")/bin/gouji"
}

try_deb() {
    mmdebstrap --quiet --variant=essential --include="$file" \
        --hook-dir=/usr/share/mmdebstrap/hooks/file-mirror-automount bookworm "$root"
    judge /usr/bin/gouji
}

"try_$kind"
