#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/soak.sh [MINUTES]: repeats the tests labelled "soak" (random edits, killed programs) under the sanitizers,
# each round with another CQ_SEED, for that long (30 minutes) or until one fails; the seed of each round is printed.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

minutes="${1:-30}"
[[ "$minutes" =~ ^[1-9][0-9]*$ ]] || cqFail "'$minutes' is no number of minutes"

cqInstall build test
cqConfigure asan -DBUILD_TESTING=ON
cqBuild asan

cd "$cqRoot"
end=$((SECONDS + 60 * minutes))
round=0
while [ "$SECONDS" -lt "$end" ]; do
    round=$((round + 1))
    export CQ_SEED=$((RANDOM * 32768 + RANDOM))
    cqSay "Round $round, CQ_SEED=$CQ_SEED"
    ctest --preset asan --label-regex '^soak$'
done
cqSay "$round rounds without a failure"
