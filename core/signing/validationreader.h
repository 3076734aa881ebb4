// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/validationdata.h"

class QPDF;

namespace cq {

/// What a PDF carries for checking its signatures later (/DSS, EN 319 142-1 section 5.4.2). What is over the limits of
/// ValidationData or broken is left out. /VRI only repeats which of it belongs to which signature, so it is not read.
ValidationData readValidationData(QPDF &pdf);

} // namespace cq
