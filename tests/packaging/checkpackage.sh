#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# checkpackage.sh desktop|metainfo|manual|mime|scripts|deb SOURCE_FOLDER BUILD_FOLDER
# Exit 0 fine, 1 not fine, 77 not judged because a tool is missing (a failure under CI=true).
set -euo pipefail

part="$1"
source="$2"
build="$3"
linux="$source/packaging/linux"
temporary="$(mktemp -d)"
trap 'rm -rf "$temporary"' EXIT

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

needs() {
    local tool
    for tool in "$@"; do
        command -v "$tool" >/dev/null && continue
        echo "######## NOT JUDGED: $tool is not installed (packaging/test.sh installs it) ########" >&2
        [ "${CI:-}" = true ] && exit 1
        exit 77
    done
}

checkDesktop() {
    needs desktop-file-validate
    local said
    said="$(desktop-file-validate "$linux/org.centrequal.CentreQual.desktop" 2>&1)" || fail "$said"
    [ -z "$said" ] || fail "$said"
}

checkMetainfo() {
    needs appstreamcli
    appstreamcli validate --no-net "$linux/org.centrequal.CentreQual.metainfo.xml"
    # What the programs say of themselves comes from the project's version.
    local version
    version="$(sed -n 's/^project(CentreQual VERSION \([0-9.]*\) .*/\1/p' "$source/CMakeLists.txt")"
    [ -n "$version" ] || fail "no version in CMakeLists.txt"
    grep -q "<release version=\"$version\" " "$linux/org.centrequal.CentreQual.metainfo.xml" \
        || fail "the metainfo file tells no release $version"
    grep -q "^centrequal ($version-1) " "$linux/changelog.Debian" || fail "changelog.Debian tells no version $version-1"
}

checkManual() {
    needs man groff col
    local page said
    for page in centrequal centrequal-cli; do
        said="$(MANROFFSEQ='' MANWIDTH=80 man --warnings -E UTF-8 -l -Tutf8 -Z "$linux/$page.1" 2>&1 >/dev/null)" \
            || fail "$page.1: $said"
        [ -z "$said" ] || fail "$page.1: $said"
    done
    # The page knows every command and name of the JSON output that the program knows.
    local plain word
    plain="$(MANWIDTH=400 man --no-hyphenation -E UTF-8 -l -Tutf8 "$linux/centrequal-cli.1" | col -b)"
    for word in "pack check" "pack sign" "pack add" demo "workspace check" "workspace backup" "audit list" "audit score" "audit answer" \
        "audit record" "score --packs" "identity create" "report export" "report sign" "report verify" "report timestamp" "report prolong" CENTREQUAL_PASSPHRASE \
        graded strict low high completeness decided applicable answered sections outcome reasons canChange \
        signatures provenTime laterChanges rescored verdict; do
        grep -qF -- "$word" <<< "$plain" || fail "centrequal-cli.1 does not tell '$word'"
    done
}

checkMime() {
    needs update-mime-database
    mkdir -p "$temporary/mime/packages"
    cp "$linux/centrequal-mime.xml" "$temporary/mime/packages/org.centrequal.CentreQual.xml"
    local said
    said="$(XDG_DATA_HOME="$temporary" update-mime-database "$temporary/mime" 2>&1)" || fail "$said"
    [ -z "$said" ] || fail "$said"
    grep -qE '^[0-9]+:application/x-centrequal:\*\.centrequal' "$temporary/mime/globs2" || fail "no type for *.centrequal"
    grep -qE '^[0-9]+:application/x-centrequal-pack\+json:\*\.cqpack\.json' "$temporary/mime/globs2" \
        || fail "no type for *.cqpack.json"
    grep -q 'application/x-centrequal' "$temporary/mime/magic" || fail "no magic for workspaces"
    grep -q '^MimeType=.*application/x-centrequal;' "$linux/org.centrequal.CentreQual.desktop" \
        || fail "the desktop file does not open workspaces"
}

checkScripts() {
    needs shellcheck
    (cd "$source" && shellcheck -x packaging/*.sh packaging/linux/*.sh tests/packaging/*.sh .ci/run)
    local script
    for script in "$source"/packaging/*.sh "$source/.ci/run"; do
        [ -x "$script" ] || fail "$script cannot be run"
    done
}

checkDeb() {
    needs cpack dpkg-deb dpkg-shlibdeps file lintian
    (cd "$build" && cpack -G DEB -B "$temporary") || fail "cpack"
    local packages=("$temporary"/*.deb)
    local deb="${packages[0]}"
    [ -f "$deb" ] || fail "cpack made no package"
    dpkg-deb --info "$deb"

    local content path
    content="$(dpkg-deb --contents "$deb" | awk '{ print $6 }')"
    for path in ./usr/bin/centrequal ./usr/bin/centrequal-cli \
        ./usr/share/applications/org.centrequal.CentreQual.desktop \
        ./usr/share/metainfo/org.centrequal.CentreQual.metainfo.xml \
        ./usr/share/mime/packages/org.centrequal.CentreQual.xml \
        ./usr/share/icons/hicolor/scalable/apps/org.centrequal.CentreQual.svg \
        ./usr/share/icons/hicolor/scalable/mimetypes/application-x-centrequal.svg \
        ./usr/share/man/man1/centrequal.1.gz ./usr/share/man/man1/centrequal-cli.1.gz \
        ./usr/share/doc/centrequal/copyright ./usr/share/doc/centrequal/changelog.Debian.gz; do
        grep -qxF "$path" <<< "$content" || fail "$path is not in the package"
    done
    dpkg-deb --field "$deb" Depends | grep -q 'libqt6widgets6' || fail "the package does not depend on what it links"

    # The program in the package runs by itself, without the tree it was built in.
    dpkg-deb -x "$deb" "$temporary/root"
    (cd / && env -i PATH=/usr/bin:/bin LC_ALL=C.UTF-8 HOME="$temporary" \
        "$temporary/root/usr/bin/centrequal-cli" demo "$temporary/demo.centrequal" >/dev/null) \
        || fail "the packaged centrequal-cli does not run"
    [ -s "$temporary/demo.centrequal" ] || fail "the packaged centrequal-cli made no workspace"

    # Errors fail the test, warnings are listed. lintian asks root for a word more.
    lintian --allow-root --tag-display-limit 0 --fail-on error --info "$deb" || fail "lintian"
}

case "$part" in
desktop) checkDesktop ;;
metainfo) checkMetainfo ;;
manual) checkManual ;;
mime) checkMime ;;
scripts) checkScripts ;;
deb) checkDeb ;;
*) fail "nothing to check is called '$part'" ;;
esac
echo "$part: fine"
