// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/signing/pdfverdict.h"

#include <QList>

class QPDF;
class QPDFObjectHandle;

namespace cq {

/// Whether what is seen of a document is what was signed, whoever looks at it and when: layers, scripts, actions, forms
/// that fill themselves, annotations over the page, content from outside and fonts that are not in the file all break
/// that. Lists what is allowed, which is what reports of this program hold, and refuses the rest (compare PDF/A,
/// ISO 19005-3 6.5 to 6.9). Each finding once, at most 50.
QList<FormFinding> formFaults(QPDF &pdf);

/// The same for one object and what stands in it directly, wherever it is used. Throws what libqpdf throws.
QList<FormFinding> objectFaults(QPDFObjectHandle object);

/// Whether what a signature's widget shows is one fixed picture of just the size of its rectangle.
bool appearanceIsPlain(QPDFObjectHandle widget);
/// Whether it shows nothing at all.
bool appearanceIsEmpty(QPDFObjectHandle widget);

} // namespace cq
