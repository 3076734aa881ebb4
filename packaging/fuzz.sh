#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/fuzz.sh [SECONDS [FUZZER...]]: builds the fuzzers with clang and lets each run for that long (600 seconds).
# What they learn stays in build/fuzz/learned, findings in build/fuzz/findings; exit 1 where there is a finding.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

seconds="${1:-600}"
[[ "$seconds" =~ ^[1-9][0-9]*$ ]] || cqFail "'$seconds' is no number of seconds"
[ "$#" -eq 0 ] || shift

cqInstall build test fuzz
cqConfigure fuzz
cqBuild fuzz fuzzers

cd "$cqRoot/build/fuzz"
mkdir -p findings
fuzzers=("$@")
if [ "${#fuzzers[@]}" -eq 0 ]; then
    for program in fuzzers/fuzz_*; do
        fuzzers+=("${program#fuzzers/fuzz_}")
    done
fi

found=0
for name in "${fuzzers[@]}"; do
    [ -x "fuzzers/fuzz_$name" ] || cqFail "no fuzzer '$name'"
    cqSay "fuzz_$name for $seconds seconds"
    mkdir -p "learned/$name"
    options=(-max_total_time="$seconds" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1
        -artifact_prefix="findings/$name-")
    dictionary="$cqRoot/tests/fuzz/$name.dict"
    [ ! -f "$dictionary" ] || options+=(-dict="$dictionary")
    if "fuzzers/fuzz_$name" "${options[@]}" "learned/$name" "$cqRoot/tests/fuzz/corpus/$name" 2> "findings/$name.log"
    then
        grep -E '^stat::(number_of_executed_units|average_exec_per_sec|peak_rss_mb)' "findings/$name.log" || true
        echo "no finding"
    else
        found=1
        tail -n 40 "findings/$name.log" >&2
        echo "FINDING: see build/fuzz/findings/$name.log" >&2
    fi
done
exit "$found"
