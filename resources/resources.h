// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes the embedded files (":/packs", ":/migrations", ":/fonts", ":/record", ":/icons", ":/help") visible. To be
/// called first thing in main() and in initTestCase(): the linker drops the resources of a static library nobody refers
/// to. Outside any namespace, because the symbols rcc makes are.
void initResources();
