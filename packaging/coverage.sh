#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# packaging/coverage.sh: builds the coverage preset, runs every test and tells which lines of core they reach;
# exit 1 where it is less than 90 of 100.
set -euo pipefail
# shellcheck source=packaging/linux/setup.sh
source "$(dirname "${BASH_SOURCE[0]}")/linux/setup.sh"

cqInstall build test coverage
cqConfigure coverage -DBUILD_TESTING=ON
cqBuild coverage

cd "$cqRoot"
find build/coverage -name '*.gcda' -delete
ctest --preset coverage
cqSay "Lines of core the tests reach"
gcovr --root . --filter core/ --object-directory build/coverage --print-summary --fail-under-line 90 \
    --html-details build/coverage/lines.html build/coverage
