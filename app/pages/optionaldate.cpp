// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/optionaldate.h"

#include <QCalendarWidget>
#include <QDateEdit>
#include <QKeyEvent>

namespace cq {

namespace {

const QDate noDate(1900, 1, 1);

/// Tab goes from section to section of a date before it leaves the field. Without a date there are no sections to be seen,
/// and Qt 6.4 never comes to their end: Tab stays in the field for good. So it leaves at once.
class TabOutOfNoDate final : public QObject
{
public:
    using QObject::QObject;

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        auto *edit = static_cast<QDateEdit *>(watched);
        if (event->type() != QEvent::KeyPress || edit->date() != noDate)
            return false;
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key != Qt::Key_Tab && key != Qt::Key_Backtab)
            return false;
        const bool isForward = key == Qt::Key_Tab;
        QWidget *next = edit;
        do
            next = isForward ? next->nextInFocusChain() : next->previousInFocusChain();
        while (next != edit && !takesTab(*edit, *next));
        next->setFocus(isForward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
        return true;
    }

private:
    static bool takesTab(const QDateEdit &edit, const QWidget &widget)
    {
        return (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && widget.isEnabled() && widget.isVisible()
            && !widget.focusProxy() && !edit.isAncestorOf(&widget) && widget.window() == edit.window();
    }
};

} // namespace

void prepareOptionalDate(QDateEdit &edit, const QString &noneText)
{
    edit.setCalendarPopup(true);
    edit.setDisplayFormat(QStringLiteral("d MMM yyyy"));
    edit.setMinimumDate(noDate);
    edit.setSpecialValueText(noneText);
    edit.setDate(noDate);
    edit.installEventFilter(new TabOutOfNoDate(&edit));
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
