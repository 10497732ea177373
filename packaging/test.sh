#!/usr/bin/env bash
# Builds and runs all tests: first with the address and undefined-behaviour sanitizers, then the optimised build, the
# command line and, where ../shared has real scans, the real data. Installs what is missing. Ends with ctest's summary.
# Usage: test.sh [--fast]      --fast: without the sanitizer build
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

fast=no
for option in "$@"; do
    case $option in
        --fast) fast=yes ;;
        *) echo "error: unknown option $option; usage: test.sh [--fast]" >&2; exit 2 ;;
    esac
done

./packaging/install-dependencies.sh test
jobs=$(nproc)
export CTEST_PARALLEL_LEVEL=${CTEST_PARALLEL_LEVEL:-$jobs}

# Ninja prints a line per file; only a failure needs all of them.
build() {
    local preset=$1 log=build/$1.log
    mkdir -p build
    echo "== building: $preset (log: $log)"
    if ! { cmake --preset "$preset" && cmake --build --preset "$preset"; } >"$log" 2>&1; then
        tail -n 60 "$log"
        echo "error: the $preset build failed; the whole log is in $log" >&2
        exit 1
    fi
}

failed=0
if [ $fast = no ]; then
    build asan
    echo "== testing: asan"
    ctest --preset asan || failed=1
fi
build ci
echo "== testing: ci"
ctest --preset ci || failed=1
if [ $failed -ne 0 ]; then
    echo "error: tests failed; see above" >&2
    exit 1
fi
