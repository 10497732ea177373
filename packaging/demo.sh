#!/usr/bin/env bash
# Builds Protolabel and runs the whole job on scans it makes itself: create a project, import, annotate a few slices,
# train, predict, accept, export. Needs a Debian 12 or newer; installs what is missing.
# Usage: demo.sh [options of "protolabel-cli demo"]
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

"$root/packaging/install-dependencies.sh" build
cd "$root"
log=$root/build/release.log
mkdir -p "$root/build"
echo "Building (the first time takes some minutes; log: $log) ..."
if ! { cmake --preset release && cmake --build --preset release; } >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    echo "error: the build failed; the whole log is in $log" >&2
    exit 1
fi
cd - >/dev/null
exec "$root/build/release/bin/protolabel-cli" demo "$@"
