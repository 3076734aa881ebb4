// SPDX-License-Identifier: GPL-3.0-or-later
// What the place of all findings costs with 3,000 of them: reading, coming back to it, and each filter until it is painted.
#include "app/pages/allfindingspage.h"
#include "app/support/prompts.h"
#include "core/session/findingdesk.h"
#include "tests/bench/benchworkspaces.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QTableView>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int audits = 30;
constexpr int findingsEach = 100;
constexpr int rounds = 9;

QString manyFindings()
{
    return keptWorkspace(QStringLiteral("findings-%1-%2").arg(audits).arg(findingsEach), [](const QString &path) {
        const auto workspace = required(Workspace::create(path, benchPerson()));
        const PackPin pin = required(workspace->addPack(syntheticPack(findingsEach)));
        Audit audit;
        audit.centre = addBenchCentre(*workspace);
        audit.packs = {pin};
        for (const Facility &facility : required(workspace->centres().find(audit.centre)).facilities)
            audit.scope.facilities.append(facility.id);
        for (int number = 0; number < audits; ++number) {
            audit.title = QStringLiteral("Audit %1").arg(number);
            const auto session = required(workspace->openAudit(required(workspace->startAudit(audit))));
            for (const Criterion &criterion : session->packs().criteria()) {
                Finding finding;
                finding.criteria = {criterion.id};
                finding.severity = number % 2 == 0 ? Severity::Minor : Severity::Major;
                finding.statement = QStringLiteral("A record of the day of the visit lacks its signature.");
                finding.dueOn = QDate::currentDate().addDays(session->findings().all().size() - findingsEach / 2);
                required(session->findings().raise(finding));
            }
        }
    });
}

template <class F> void timeFilter(AllFindingsPage &page, const char *name, F &&change)
{
    Samples times;
    for (int round = 0; round < rounds; ++round)
        times.time([&] {
            change(round);
            page.grab();
        });
    printTime(QStringLiteral("%1, until painted, median").arg(QLatin1String(name)), times.percentile(50),
        Unit::Milliseconds, "100 ms");
    printTime(QStringLiteral("%1, until painted, longest").arg(QLatin1String(name)), times.max(), Unit::Milliseconds,
        "100 ms");
}

void findings()
{
    const auto workspace = required(Workspace::open(manyFindings(), benchPerson()));
    Prompts prompts;
    AllFindingsPage page(*workspace, prompts);
    page.resize(1280, 720);
    page.show();
    Samples first, again;
    first.time([&] { page.refresh(); });
    again.time([&] { page.refresh(); });
    printTime(QStringLiteral("3,000 findings of 30 audits read and listed"), first.max(), Unit::Milliseconds);
    printTime(QStringLiteral("the same once more, nothing changed"), again.max(), Unit::Milliseconds);
    auto *due = page.findChild<QComboBox *>(QStringLiteral("dueBox"));
    auto *search = page.findChild<QLineEdit *>(QStringLiteral("searchEdit"));
    auto *view = page.findChild<QTableView *>(QStringLiteral("findingsView"));
    timeFilter(page, "due filter", [&](int round) { due->setCurrentIndex(round % due->count()); });
    due->setCurrentIndex(0);
    timeFilter(page, "search", [&](int round) { search->setText(QString(round % 4, u'1')); });
    search->clear();
    timeFilter(page, "sorting", [&](int round) {
        view->sortByColumn(round % view->model()->columnCount(), round % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
    });
}

} // namespace

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    return guarded([] { findings(); });
}
