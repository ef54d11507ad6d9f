#!/bin/bash
# Tests the language server in the editors themselves, set up as their guides say: test.sh neovim|emacs [GOUJI]
# Prints “skipped” and exits with 77 when the editor is not installed.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
export GOUJI=$(realpath "${2:-$here/../build/release/bin/gouji}")
[ -x "$GOUJI" ] || { echo "skipped: $GOUJI is not built"; exit 77; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir "$folder/bin"
ln -s "$GOUJI" "$folder/bin/gouji"
export PATH="$folder/bin:$PATH"
export GUIDE=$here/$1 DRAFT="$folder/水务局 年报.txt"
awk '{print} /^一、总体情况/ {print "𠮷祥社区😀按照《中华人民共和国政府信息公开条列》要求公开信息。"}' \
    "$here/../tests/reports/demo/clean-2023.txt" > "$DRAFT"
case $1 in
    neovim)
        command -v nvim >/dev/null || { echo "skipped: nvim is not installed (apt-get install neovim)"; exit 77; }
        # The errorformat of the README.
        ERRORFORMAT=$(sed -n 's/^set errorformat=//p' "$GUIDE/README.md" | sed 's/\\ / /g')
        export ERRORFORMAT
        nvim --headless -u NONE -i NONE -n -c "luafile $GUIDE/test.lua" 2>&1
        echo
        ;;
    emacs)
        command -v emacs >/dev/null || { echo "skipped: emacs is not installed (apt-get install emacs-nox elpa-eglot)"; exit 77; }
        LANG=C.UTF-8 emacs -q --batch -l "$GUIDE/test.el" 2>&1
        ;;
    *) echo "usage: test.sh neovim|emacs [GOUJI]" >&2; exit 2 ;;
esac
