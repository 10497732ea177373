#!/usr/bin/env bash
# Installs the Debian packages that building and testing need; does nothing when all are there.
# Usage: install-dependencies.sh [build|test]      "test" adds what only the tests use
set -euo pipefail

packages=(
    build-essential cmake ninja-build ccache git
    qt6-base-dev qt6-svg-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-translations-l10n libvtk9-dev libgl-dev libopengl-dev
    libinsighttoolkit5-dev libgdcm-dev libnifti-dev
    libtorch-dev libopenblas0
    libsqlite3-dev libsqlitecpp-dev libzstd-dev zlib1g-dev
    libcli11-dev nlohmann-json3-dev
)
if [ "${1:-build}" = test ]; then
    packages+=(clang-format clang-tidy python3 python3-nibabel python3-numpy python3-torch xvfb libgl1-mesa-dri)
fi

missing=()
for package in "${packages[@]}"; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

echo "Installing: ${missing[*]}"
as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "error: ${#missing[@]} Debian packages are missing and there is no sudo; as root run: apt-get install ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
"${as_root[@]}" apt-get update -q
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${missing[@]}"
