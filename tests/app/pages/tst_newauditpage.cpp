// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/newauditpage.h"

#include "app/models/auditpreview.h"
#include "core/base/clock.h"
#include "core/session/packsignaturedesk.h"
#include "core/signing/certificatereading.h"
#include "core/signing/keymaterial.h"
#include "tests/app/scriptedprompts.h"
#include "tests/app/shortworkspace.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextBrowser>

using namespace cq;

class TestNewAuditPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theAuditIsStartedAsEntered();
    void theTitleFollowsTheTypeUntilSomebodyWritesOne();
    void thePreviewCountsWhatAppliesAndFollowsTheProfile();
    void withoutTheCorePackNothingStarts();
    void withoutASignatureThatIsRequiredNothingStarts();
    void withoutACentreThePageSaysSo();
    void anAuditThatEndsBeforeItBeginsIsRefusedAndTheFormKept();

private:
    static QString text(NewAuditPage &page, const char *label)
    {
        return page.findChild<QLabel *>(QString::fromLatin1(label))->text();
    }
};

void TestNewAuditPage::theAuditIsStartedAsEntered()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.show();
    page.begin(centre);
    auto *title = page.findChild<QLineEdit *>(QStringLiteral("titleEdit"));
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Spring visit"));
    QTest::keyClick(page.findChild<QComboBox *>(QStringLiteral("kindCombo")), Qt::Key_Down);
    QSignalSpy started(&page, &NewAuditPage::auditStarted);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("startButton")), Qt::LeftButton);
    QVERIFY(prompts.told.isEmpty());
    QCOMPARE(started.size(), 1);
    const auto session = ShortWorkspace::value(workspace->openAudit(started.first().first().value<AuditId>()));
    const Audit &audit = session->audit();
    QCOMPARE(audit.title, QStringLiteral("Spring visit"));
    QCOMPARE(audit.kind, AuditKind::Surveillance);
    QCOMPARE(audit.centre, centre);
    QCOMPARE(audit.packs.size(), workspace->packs().size());
    QCOMPARE(audit.scope.facilities.size(), 1);
    QCOMPARE(audit.team.first().name, QStringLiteral("Ada Auditor"));
    QCOMPARE(audit.startsOn, QDate::currentDate());
}

void TestNewAuditPage::theTitleFollowsTheTypeUntilSomebodyWritesOne()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.begin(workspace.addCentre(QStringLiteral("Northbridge")));
    auto *title = page.findChild<QLineEdit *>(QStringLiteral("titleEdit"));
    auto *kind = page.findChild<QComboBox *>(QStringLiteral("kindCombo"));
    QVERIFY(title->text().startsWith(QStringLiteral("Initial audit")));
    QTest::keyClick(kind, Qt::Key_Down);
    QVERIFY(title->text().startsWith(QStringLiteral("Surveillance audit")));
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Ours"));
    QTest::keyClick(kind, Qt::Key_Down);
    QCOMPARE(title->text(), QStringLiteral("Ours"));
}

void TestNewAuditPage::thePreviewCountsWhatAppliesAndFollowsTheProfile()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.show();
    page.begin(centre);
    const auto preview = [&] {
        QList<PackPin> pins;
        for (const CriteriaPack &pack : workspace->packs())
            pins.append({pack.id, pack.version, pack.digest});
        return AuditPreview::of(
            ShortWorkspace::value(workspace->packSet(pins)), workspace->centres().find(centre)->profile, false);
    };
    const auto expected = [](const AuditPreview &of) {
        return QStringLiteral("%1 of %2 criteria apply").arg(of.applies).arg(of.total);
    };
    QCOMPARE(preview().total, 177);
    QCOMPARE(text(page, "countLabel"), expected(preview()));
    QVERIFY(page.findChild<QLabel *>(QStringLiteral("heldUpLabel"))->isVisible());
    const AuditPreview before = preview();
    ProfileFact fact;
    fact.asOf = QDate(2026, 11, 22);
    fact.statedBy = QStringLiteral("Ada Auditor");
    fact.id = before.missing.first().id;
    for (const CriteriaPack &pack : workspace->packs())
        for (const ProfileFactDefinition &definition : pack.facts)
            if (definition.id == fact.id && definition.type == ValueType::Boolean)
                fact.value = false;
    QVERIFY(fact.value.has_value());
    QVERIFY(bool(workspace->centres().setFact(centre, fact)));
    QVERIFY(preview().heldUp < before.heldUp);
    QCOMPARE(text(page, "countLabel"), expected(preview()));
}

void TestNewAuditPage::withoutTheCorePackNothingStarts()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.show();
    page.begin(workspace.addCentre(QStringLiteral("Northbridge")));
    auto *start = page.findChild<QPushButton *>(QStringLiteral("startButton"));
    auto *packs = page.findChild<QListView *>(QStringLiteral("packsView"));
    QVERIFY(start->isEnabled());
    QString core;
    for (const CriteriaPack &pack : workspace->packs())
        if (pack.kind == PackKind::Core)
            core = pack.title;
    for (int row = 0; row < packs->model()->rowCount(); ++row) {
        if (!packs->model()->index(row, 0).data().toString().startsWith(core))
            continue;
        packs->setCurrentIndex(packs->model()->index(row, 0));
        QTest::keyClick(packs, Qt::Key_Space);
    }
    QVERIFY(!start->isEnabled());
    QVERIFY(text(page, "countLabel").contains(QStringLiteral("do not make a checklist")));
}

void TestNewAuditPage::withoutASignatureThatIsRequiredNothingStarts()
{
    ShortWorkspace workspace;
    const CentreId centre = workspace.addCentre(QStringLiteral("Northbridge"));
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.show();
    page.begin(centre);
    auto *start = page.findChild<QPushButton *>(QStringLiteral("startButton"));
    QVERIFY(start->isEnabled());
    const SigningIdentity publisher = ShortWorkspace::value(SigningIdentity::create(
        {QStringLiteral("Publisher (fictional)"), {}, KeyAlgorithm::EcP256}, systemClock()()));
    PackSignaturePolicy policy {PackSignatureRule::Required, {}};
    QVERIFY(policy.publishers.addDer(derOf(publisher.material().certificate.get())));
    QVERIFY(workspace->packSignatures().setPolicy(policy));
    page.begin(centre);
    QVERIFY(!start->isEnabled());
    QVERIFY(text(page, "countLabel").contains(QStringLiteral("signed packs")));
    const QString reasons = page.findChild<QTextBrowser *>(QStringLiteral("reasonsBrowser"))->toPlainText();
    QVERIFY2(reasons.contains(workspace->packs().first().title), qPrintable(reasons));
}

void TestNewAuditPage::withoutACentreThePageSaysSo()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.begin();
    QVERIFY(!page.findChild<QPushButton *>(QStringLiteral("startButton"))->isEnabled());
    QVERIFY(text(page, "countLabel").contains(QStringLiteral("centre")));
    QSignalSpy cancelled(&page, &NewAuditPage::cancelled);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("cancelButton")), Qt::LeftButton);
    QCOMPARE(cancelled.size(), 1);
}

void TestNewAuditPage::anAuditThatEndsBeforeItBeginsIsRefusedAndTheFormKept()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    NewAuditPage page(*workspace, prompts);
    page.begin(workspace.addCentre(QStringLiteral("Northbridge")));
    page.findChild<QDateEdit *>(QStringLiteral("endsEdit"))->setDate(QDate::currentDate().addDays(-3));
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("startButton")), Qt::LeftButton);
    QCOMPARE(prompts.told.size(), 1);
    QCOMPARE(prompts.told.first().code, ErrorCode::InvalidInput);
    QVERIFY(workspace->audits().isEmpty());
    QVERIFY(!page.findChild<QLineEdit *>(QStringLiteral("titleEdit"))->text().isEmpty());
}

QTEST_MAIN(TestNewAuditPage)
#include "tst_newauditpage.moc"
