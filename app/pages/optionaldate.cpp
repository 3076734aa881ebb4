// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/optionaldate.h"

#include <QCalendarWidget>
#include <QDateEdit>

namespace cq {

namespace {

const QDate noDate(1900, 1, 1);

} // namespace

void prepareOptionalDate(QDateEdit &edit, const QString &noneText)
{
    edit.setCalendarPopup(true);
    edit.setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit.setMinimumDate(noDate);
    edit.setSpecialValueText(noneText);
    edit.setDate(noDate);
    // The hint leaves no room for the style sheet's padding beside the arrow.
    edit.setMinimumWidth(edit.fontMetrics().horizontalAdvance(QStringLiteral("30 Sept 20000")) + 48);
    // Open the calendar at today and not in 1900, as long as there is no date.
    QObject::connect(edit.calendarWidget(), &QCalendarWidget::currentPageChanged, &edit, [&edit](int year, int) {
        if (year == noDate.year() && edit.date() == noDate)
            edit.calendarWidget()->setCurrentPage(QDate::currentDate().year(), QDate::currentDate().month());
    });
}

void setOptionalDate(QDateEdit &edit, const QDate &date)
{
    edit.setDate(date.isValid() ? date : noDate);
}

QDate optionalDate(const QDateEdit &edit)
{
    return edit.date() == noDate ? QDate() : edit.date();
}

} // namespace cq
