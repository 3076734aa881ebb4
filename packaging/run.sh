#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Builds CentreQual on a Debian 12 and does the main job with it: with a display it opens the window on the demonstration
# workspace, without one it scores the demonstration audit and writes and verifies the signed report.
# A second run reuses packages, build, workspace, identity and report.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

programs="$cqRoot/build/release/bin"
demo="$cqRoot/build/demo"
workspace="$demo/demo.centrequal"
identity="$demo/demonstration.p12"
report="$demo/report.pdf"

makeWorkspace() {
    if [ -f "$workspace" ]; then
        cqSay "Demonstration workspace: reusing $workspace"
        return
    fi
    cqSay "Demonstration workspace: making $workspace"
    # Made aside and moved as a whole, so that a run broken off leaves nothing half made behind.
    rm -rf "$demo.part"
    mkdir -p "$demo.part"
    "$programs/centrequal-cli" demo "$demo.part/demo.centrequal"
    rm -rf "$demo"
    mv "$demo.part" "$demo"
}

# The passphrase of the demonstration identity: drawn once, readable by its owner only.
makeIdentity() {
    if [ ! -f "$demo/passphrase" ]; then
        (umask 077 && head -c 24 /dev/urandom | base64 > "$demo/passphrase.part")
        rm -f "$identity"
        mv "$demo/passphrase.part" "$demo/passphrase"
    fi
    CENTREQUAL_PASSPHRASE="$(cat "$demo/passphrase")"
    export CENTREQUAL_PASSPHRASE
    if [ -f "$identity" ]; then
        cqSay "Signing identity: reusing $identity"
    else
        cqSay "Signing identity: making $identity"
        "$programs/centrequal-cli" identity create "$identity" --name "Demonstration Auditor" \
            --organisation "Demonstration (fictional)"
    fi
}

# The initial audit of the demonstration, which has been answered to the end.
demoAudit() {
    "$programs/centrequal-cli" audit list "$workspace" --json | tr -d '\n' | tr '{' '\n' \
        | grep '"kind"[[:space:]]*:[[:space:]]*"initial"' \
        | sed -n '1s/.*"id"[[:space:]]*:[[:space:]]*"\([^"]*\)".*/\1/p'
}

# What a report is made from: the audit with its history, the program and the identity.
reportSources() {
    {
        "$programs/centrequal-cli" audit record "$workspace" "$1"
        cat "$programs/centrequal-cli" "$identity"
    } | sha256sum
}

makeReport() {
    local audit="$1"
    if [ -f "$report" ] && [ "$(cat "$report.made-from" 2>/dev/null)" = "$(reportSources "$audit")" ]; then
        cqSay "Signed report: up to date"
        return
    fi
    cqSay "Signed report: writing"
    rm -f "$report" "$report.made-from"
    "$programs/centrequal-cli" report export "$workspace" "$audit" "$report" --sign "$identity"
    # Noted afterwards: exporting may itself stand in the history of the audit.
    reportSources "$audit" > "$report.made-from"
}

# Qt asks for it and says so each time; root and machines without a session have none.
if [ -z "${XDG_RUNTIME_DIR:-}" ]; then
    export XDG_RUNTIME_DIR="$cqRoot/build/runtime"
    mkdir -p "$XDG_RUNTIME_DIR"
    chmod 700 "$XDG_RUNTIME_DIR"
fi

cqInstall build
cqConfigure release -DBUILD_TESTING=OFF
cqBuild release centrequal centrequal-cli
makeWorkspace

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cqSay "Opening the window on $workspace"
    exec "$programs/centrequal" "$workspace"
fi

cqSay "No display: doing the main job without a window"
if ! audit="$(demoAudit)" || [ -z "$audit" ]; then
    cqFail "no initial audit in $workspace; remove $demo and run again"
fi
makeIdentity

cqSay "Audits"
"$programs/centrequal-cli" audit list "$workspace"
cqSay "Score of audit $audit"
# Exit code 1 would say that the audit does not qualify, which is a result and no fault of this run.
"$programs/centrequal-cli" audit score "$workspace" "$audit" || [ "$?" -eq 1 ]
makeReport "$audit"
cqSay "Verifying the report"
"$programs/centrequal-cli" report verify "$report"
cqSay "The signed report is $report"
