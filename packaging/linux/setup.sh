# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by the commands in packaging/: where the tree is, what must be installed, how a preset is built.
# Everything here may be run again at any time and then does only what is still missing.

cqRoot="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

cqSay() { printf '\n== %s\n' "$*"; }

cqFail() {
    printf '\nerror: %s\n' "$*" >&2
    exit 2
}

# The packages of one part of packages.txt.
cqPackagesOf() {
    awk -v part="[$1]" '/^\[/ { wanted = ($0 == part); next } wanted && NF && !/^#/ { print $1 }' \
        "$cqRoot/packaging/linux/packages.txt"
}

# Installs what dpkg does not know as installed, of the parts named.
cqInstall() {
    local part package missing=() asRoot=()
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        cqFail "this is no Debian; install what packaging/linux/packages.txt names, then build as README.md says"
    fi
    for part in "$@"; do
        while read -r package; do
            [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
        done < <(cqPackagesOf "$part")
    done
    if [ "${#missing[@]}" -eq 0 ]; then
        cqSay "Debian packages ($*): nothing is missing"
        return
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || cqFail "run as root, or as root yourself: apt-get install ${missing[*]}"
        asRoot=(sudo)
    fi
    cqSay "Debian packages ($*): installing ${#missing[@]}: ${missing[*]}"
    "${asRoot[@]}" apt-get update
    "${asRoot[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${missing[@]}"
}

# cqConfigure PRESET [CMAKE OPTION...]: once for the same options; after that the build itself notices changed CMake files.
cqConfigure() {
    local preset="$1" folder="$cqRoot/build/$1"
    shift
    if [ -f "$folder/build.ninja" ] && [ "$folder/build.ninja" -nt "$cqRoot/CMakePresets.json" ] \
        && [ "$(cat "$folder/configured-with" 2>/dev/null)" = "$*" ]; then
        return
    fi
    cqSay "Configuring preset $preset"
    (cd "$cqRoot" && cmake --preset "$preset" "$@")
    printf '%s\n' "$*" > "$folder/configured-with"
}

# cqBuild PRESET [TARGET...]
cqBuild() {
    local preset="$1" targets=()
    shift
    [ "$#" -eq 0 ] || targets=(--target "$@")
    cqSay "Building preset $preset"
    (cd "$cqRoot" && cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}")
}
