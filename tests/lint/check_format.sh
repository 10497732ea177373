#!/usr/bin/env bash
# Every C++ file is formatted as .clang-format says.   Usage: check_format.sh SOURCE_FOLDER
set -euo pipefail
cd "$1"
find . -path ./build -prune -o \( -name '*.h' -o -name '*.cpp' \) -print0 | xargs -0 clang-format --dry-run -Werror
