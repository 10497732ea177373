#!/usr/bin/env bash
# Every C++ file is formatted as .clang-format says.   Usage: check_format.sh SOURCE_FOLDER
set -euo pipefail
cd "$1"
find app core storage tests ui viewer \( -name '*.h' -o -name '*.cpp' \) -print0 2>/dev/null |
    xargs -0 clang-format --dry-run -Werror
