// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/duecalendar.h"

#include "app/models/findingsmodel.h"
#include "app/support/words.h"

#include <QCoreApplication>

namespace cq {

namespace {

struct DueCalendar
{
    Q_DECLARE_TR_FUNCTIONS(cq::DueCalendar)
};

} // namespace

QList<CalendarEntry> calendarOf(const QList<DueAction> &due)
{
    QList<CalendarEntry> entries;
    for (const DueAction &action : due) {
        QStringList lines {action.audit.title, action.finding.statement};
        if (!action.owner.isEmpty())
            lines.append(DueCalendar::tr("Owner: %1").arg(action.owner));
        entries.append({calendarUid(action), action.item.on,
            //: What is due, number of the finding, name of the centre
            DueCalendar::tr("%1 due: %2, %3")
                .arg(wordFor(action.item.kind), FindingsModel::numberText(action.finding), action.audit.centreName),
            lines.join(u'\n'), !isConfirmed(action.finding.state)});
    }
    return entries;
}

} // namespace cq
