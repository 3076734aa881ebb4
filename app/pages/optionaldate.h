// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

class QDateEdit;

namespace cq {

/// A date field that may stay without a date: its lowest date stands for "none" and is shown as `noneText`.
void prepareOptionalDate(QDateEdit &edit, const QString &noneText);
void setOptionalDate(QDateEdit &edit, const QDate &date);
/// Null where there is none.
QDate optionalDate(const QDateEdit &edit);

} // namespace cq
