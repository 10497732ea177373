#!/usr/bin/env bash
# Takes the pictures of the window that the README shows, anew: of a project that the command line makes from an abdominal scan with expert
# labels, in the window that the tests drive. Needs ui_shell_tests and protolabel-cli of the build "dev", real scans in ../shared, and ImageMagick.
# Usage: screenshots.sh [FOLDER]      FOLDER: also keeps all pictures there at full size
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
root=$PWD bin=$PWD/build/dev/bin scans=$PWD/../shared/data/chaost2
for program in "$bin/ui_shell_tests" "$bin/protolabel-cli"; do
    [ -x "$program" ] || { echo "error: $program is not there; build it first: cmake --build build/dev --target $(basename "$program")" >&2; exit 1; }
done
[ -r "$scans/image_1.nii.gz" ] || { echo "error: there are no scans in $scans" >&2; exit 1; }
command -v convert >/dev/null || { echo "error: convert is missing; apt-get install imagemagick" >&2; exit 1; }

folder=/tmp/abdomen  # it is seen in the pictures
mkdir "$folder"
trap 'rm -r "$folder"' EXIT
shots=$(realpath -m "${1:-$folder/shots}")
mkdir -p "$shots"
cp "$scans"/image_{1,2,3,5}.nii.gz "$folder"
cd "$folder"
cli() { "$bin/protolabel-cli" --quiet "$@" >/dev/null; }
cli new abdomen.plb --label 1=liver --label "2=right kidney" --label "3=left kidney" --label 4=spleen
cli import abdomen.plb image_{1,2,3,5}.nii.gz
for label in 1 2 3 4; do
    cli annotate abdomen.plb --volume image_1 --from "$scans/label_1.nii.gz" --label $label
done
cli annotate abdomen.plb --volume image_2 --from "$scans/label_2.nii.gz" --label liver --slices 10-18
PROTOLABEL_SHOTS=$shots PROTOLABEL_SHOTS_PROJECT=$folder/abdomen.plb \
    "$root/tests/support/with_display.sh" "$bin/ui_shell_tests" screenshots_test
for name in start window window_dark export; do
    convert "$shots/$name.png" -dither None -colors 256 -define png:compression-level=9 "PNG8:$root/resources/docs/$name.png"
done
ls -l "$root"/resources/docs/*.png
