#!/bin/bash
# Brings the .ts files up to the texts of the sources.   usage: translations/update.sh [FOLDER OF THE .ts FILES]
# New texts are then translated in Qt Linguist or by hand; see README.md.
set -euo pipefail
cd "$(dirname "$0")/.."
to=${1:-translations}
lupdate=${LUPDATE:-$(command -v lupdate6 || echo /usr/lib/qt6/bin/lupdate)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

python3 translations/collect.py . >"$work/collected.cpp"
options=(-no-obsolete -locations none -I .)
"$lupdate" "${options[@]}" ui viewer/widgets "$work/collected.cpp" -ts "$to/protolabel_de.ts" 2>&1 | tee "$work/log" | tail -2
"$lupdate" "${options[@]}" -pluralonly ui viewer/widgets "$work/collected.cpp" -ts "$to/protolabel_en.ts" >/dev/null 2>&1

# A text whose context lupdate guesses otherwise than the program is never found at run time.
if grep -E "lacks Q_OBJECT|unknown namespace" "$work/log" | grep -v "Class 'protolabel::ui' lacks"; then
    echo "Give these classes Q_DECLARE_TR_FUNCTIONS; functions use ui/session/tr.h." >&2
    exit 1
fi
if grep -rnE "QString tr\(const char" ui viewer | grep -v "^ui/session/tr.h:"; then
    echo "Functions use ui/session/tr.h: lupdate does not know the context of another tr()." >&2
    exit 1
fi
