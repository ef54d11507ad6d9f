#!/bin/bash
# package.sh BUILD TARGET: packs a finished build into TARGET as a Debian package and as an archive that runs from any
# folder. Both are tried in an empty root before they stand there.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source=$(dirname "$here")
build=$1
target=$2

die() { printf 'package.sh: %s\n' "$@" >&2; exit 2; }

# The same sources give the same bytes.
SOURCE_DATE_EPOCH=$(git -C "$source" log -1 --format=%ct 2>/dev/null || stat -c %Y "$source/CMakeLists.txt")
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$target"

# Libraries that a program and its libraries load, but for those of the C library, which belong to the system's kernel
# and loader and cannot travel.
travelling_libraries() {
    ldd "$@" | awk '$3 ~ /^\// { print $3 }' | sort -u | grep -vE '/(libc|libm|libdl|libpthread|librt|ld-linux[^/]*)\.so'
}

# The licence of each library goes along with it.
copy_licence() {
    local package
    package=$(dpkg-query -S "*/$(basename "$(readlink -f "$1")")" | head -n 1 | cut -d : -f 1)
    mkdir -p "$2"
    cp "/usr/share/doc/$package/copyright" "$2/$package"
}

make_archive() {
    local version machine name root library
    version=$("$build/bin/gouji" --version | grep -oE '[0-9]+(\.[0-9]+)+' | head -n 1)
    machine=$(uname -m)
    name=gouji-$version-linux-$machine
    root=$work/$name
    cmake --install "$build" --prefix "$root" --strip >/dev/null
    mkdir -p "$root/lib/gouji/lib"
    travelling_libraries "$root/bin/gouji" "$root/lib/gouji/tables.so" | while read -r library; do
        cp -L "$library" "$root/lib/gouji/lib/"
        copy_licence "$library" "$root/share/doc/gouji/licences"
    done
    tar -C "$work" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner -cf - "$name" |
        gzip -n >"$work/$name.tar.gz"
    "$here/try.sh" archive "$work/$name.tar.gz" || die "the archive does not run in an empty root"
    mv "$work/$name.tar.gz" "$target/"
    echo "$target/$name.tar.gz"
}

make_deb() {
    local deb
    (cd "$work" && cpack -G DEB --config "$build/CPackConfig.cmake" -B "$work/deb" >"$work/cpack.log" 2>&1) ||
        die "cpack failed:" "$(cat "$work/cpack.log")"
    deb=$(find "$work/deb" -maxdepth 1 -name '*.deb')
    "$here/try.sh" deb "$deb" || die "the package does not install in an empty root"
    mv "$deb" "$target/"
    echo "$target/$(basename "$deb")"
}

make_archive
make_deb
