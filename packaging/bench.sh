#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/bench.sh [NAME...]: builds the release preset and runs the benchmarks of tests/bench (all, or those named),
# which print their figures. Close other programs first; figures of a busy machine say little.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

cqInstall build test
cqConfigure release -DBUILD_TESTING=ON
cqBuild release benchmarks centrequal centrequal-cli

cd "$cqRoot/build/release"
names=("$@")
if [ "${#names[@]}" -eq 0 ]; then
    for program in bench/bench_*; do
        [ -x "$program" ] || cqFail "there are no benchmarks in tests/bench"
        names+=("${program#bench/bench_}")
    done
fi

export QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}"
cqSay "$(grep -m1 'model name' /proc/cpuinfo | cut -d: -f2-), $(nproc) processors, load$(uptime | sed 's/.*load average//')"
for name in "${names[@]}"; do
    [ -x "bench/bench_$name" ] || cqFail "no benchmark '$name'"
    cqSay "bench_$name"
    "bench/bench_$name"
done
