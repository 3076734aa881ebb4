#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/test.sh [dev|asan|tsan|release]: installs what is missing, builds the preset (dev) and runs every test.
# The exit code is that of ctest.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

preset="${1:-dev}"
case "$preset" in
dev | asan | tsan | release) ;;
*) cqFail "no preset '$preset' with tests; one of dev, asan, tsan, release" ;;
esac

cqInstall build test
cqConfigure "$preset" -DBUILD_TESTING=ON
cqBuild "$preset"
cqSay "Running every test of preset $preset"
cd "$cqRoot"
exec ctest --preset "$preset"
