#!/usr/bin/env bash
# Runs a program on an X server of its own, without a screen and with Mesa's software renderer.   Usage: with_display.sh PROGRAM ARGS...
set -euo pipefail
folder=$(mktemp -d)
mkfifo "$folder/number"
Xvfb -displayfd 3 -screen 0 1920x1200x24 -nolisten tcp >"$folder/log" 2>&1 3>"$folder/number" &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -r "$folder"' EXIT
if ! read -r number <"$folder/number"; then
    cat "$folder/log" >&2
    exit 1
fi
DISPLAY=":$number" LIBGL_ALWAYS_SOFTWARE=1 QT_QPA_PLATFORM=xcb "$@"
