// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/packspage.h"

#include "tests/app/scriptedprompts.h"
#include "tests/app/shortworkspace.h"

#include "app/dialogs/packpolicydialog.h"
#include "app/dialogs/signingverdictrow.h"
#include "core/base/clock.h"
#include "core/session/packsignaturedesk.h"
#include "core/signing/certificatereading.h"
#include "core/signing/keymaterial.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTest>
#include <QTextBrowser>
#include <QTreeView>

using namespace cq;

class TestPacksPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPackThatIsBrokenShowsAllItsFaultsAndIsNotTaken();
    void aPackFromAFileIsAddedAndChosen();
    void cancellingTheChoiceChangesNothing();
    void aCriterionIsReadInFull();
    void theSearchFindsACriterionByItsCode();
    void aPackSaysWhoSignedIt();
    void aPackWhoseSignatureDoesNotFitIsNotTaken();
    void signaturesAreNotShownWhereNobodyWantsThem();
    void signaturesAreNotRequiredOfNobody();
    void whoReadsOnlyChangesNoRule();

private:
    static SigningIdentity publisher();
    static VerdictLine signatureLine(const PacksPage &page);
    static PackPolicyDialog &openedPolicy(PacksPage &page);
    static void choose(const PackPolicyDialog &dialog, const char *rule);
    static QString written(ShortWorkspace &workspace, const QByteArray &bytes);
};

QString TestPacksPage::written(ShortWorkspace &workspace, const QByteArray &bytes)
{
    QFile file(workspace.folder() + QStringLiteral("/new.cqpack.json"));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error("cannot write the pack");
    return file.fileName();
}

void TestPacksPage::aPackThatIsBrokenShowsAllItsFaultsAndIsNotTaken()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    QByteArray bytes = workspace->packs().first().bytes;
    bytes.replace("\"critical\"", "\"crucial\"");
    prompts.files = {written(workspace, bytes)};
    PacksPage page(*workspace, prompts);
    page.show();
    auto *frame = page.findChild<QWidget *>(QStringLiteral("faultsFrame"));
    QVERIFY(!frame->isVisible());
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QVERIFY(frame->isVisible());
    QVERIFY(page.findChild<QTableView *>(QStringLiteral("faultsView"))->model()->rowCount() > 1);
    QCOMPARE(workspace->packs().size(), before);
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("closeFaultsButton")), Qt::LeftButton);
    QVERIFY(!frame->isVisible());
}

void TestPacksPage::aPackFromAFileIsAddedAndChosen()
{
    ShortWorkspace workspace;
    const CriteriaPack pack = workspace->packs().first();
    QByteArray bytes = pack.bytes;
    const QByteArray version = "\"version\": \"" + pack.version.text().toLatin1() + '"';
    QVERIFY(bytes.contains(version));
    bytes.replace(bytes.indexOf(version), version.size(), "\"version\": \"99.0.0\"");
    ScriptedPrompts prompts;
    prompts.files = {written(workspace, bytes)};
    PacksPage page(*workspace, prompts);
    page.show();
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QVERIFY(prompts.told.isEmpty());
    QCOMPARE(workspace->packs().size(), before + 1);
    auto *view = page.findChild<QTableView *>(QStringLiteral("packsView"));
    const QModelIndex current = view->currentIndex();
    QCOMPARE(current.siblingAtColumn(1).data().toString(), QStringLiteral("99.0.0"));
}

void TestPacksPage::cancellingTheChoiceChangesNothing()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QCOMPARE(workspace->packs().size(), before);
    QVERIFY(prompts.told.isEmpty());
}

void TestPacksPage::aCriterionIsReadInFull()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("criteriaView"));
    auto *browser = page.findChild<QTextBrowser *>(QStringLiteral("criterionBrowser"));
    view->setCurrentIndex(view->model()->index(0, 0));
    const QString section = browser->toPlainText();
    QTest::keyClick(view, Qt::Key_Down);
    QVERIFY(browser->toPlainText() != section);
    QVERIFY(browser->toPlainText().contains(view->currentIndex().siblingAtColumn(0).data().toString()));
    QVERIFY(browser->toPlainText().contains(QStringLiteral("When it applies")));
}

void TestPacksPage::theSearchFindsACriterionByItsCode()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    auto *view = page.findChild<QTreeView *>(QStringLiteral("criteriaView"));
    QTest::keyClicks(page.findChild<QLineEdit *>(QStringLiteral("criterionSearchEdit")), QStringLiteral("tox-03"));
    int found = 0;
    for (int section = 0; section < view->model()->rowCount(); ++section)
        found += view->model()->rowCount(view->model()->index(section, 0));
    QCOMPARE(found, 1);
}

SigningIdentity TestPacksPage::publisher()
{
    return ShortWorkspace::value(
        SigningIdentity::create({QStringLiteral("Publisher (fictional)"), {}, KeyAlgorithm::EcP256}, systemClock()()));
}

VerdictLine TestPacksPage::signatureLine(const PacksPage &page)
{
    return page.findChild<SigningVerdictRow *>(QStringLiteral("signatureRow"))->line();
}

PackPolicyDialog &TestPacksPage::openedPolicy(PacksPage &page)
{
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("signaturesButton")), Qt::LeftButton);
    auto *dialog = page.findChild<PackPolicyDialog *>();
    if (!dialog)
        throw std::runtime_error("no dialog");
    return *dialog;
}

// At its mark: a short text leaves the middle of the line to nobody.
void TestPacksPage::choose(const PackPolicyDialog &dialog, const char *rule)
{
    auto *button = dialog.findChild<QRadioButton *>(QString::fromLatin1(rule));
    QTest::mouseClick(button, Qt::LeftButton, {}, {8, button->height() / 2});
}

void TestPacksPage::aPackSaysWhoSignedIt()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    QCOMPARE(signatureLine(page).tone, VerdictTone::Neutral);
    QCOMPARE(signatureLine(page).word, QStringLiteral("Not signed"));

    const QString file = written(workspace, workspace->packs().first().bytes);
    const SigningIdentity identity = publisher();
    QVERIFY(signPackFile(file, identity, systemClock()()));
    prompts.files = {file};
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QVERIFY(prompts.told.isEmpty());
    QCOMPARE(signatureLine(page).tone, VerdictTone::Caution);
    QVERIFY(signatureLine(page).sentence.contains(QStringLiteral("Publisher (fictional)")));

    QFile certificate(workspace.folder() + QStringLiteral("/publisher.der"));
    QVERIFY(certificate.open(QIODevice::WriteOnly));
    certificate.write(derOf(identity.material().certificate.get()));
    certificate.close();
    PackPolicyDialog &dialog = openedPolicy(page);
    prompts.files = {certificate.fileName()};
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("addButton")), Qt::LeftButton);
    const QString trusted = dialog.findChild<QPlainTextEdit *>(QStringLiteral("publishersEdit"))->toPlainText();
    QVERIFY2(trusted.contains(QStringLiteral("Publisher (fictional)")), qPrintable(trusted));
    choose(dialog, "requiredButton");
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("acceptButton")), Qt::LeftButton);
    QVERIFY(prompts.told.isEmpty());
    QCOMPARE(workspace->packSignatures().policy().rule, PackSignatureRule::Required);
    QCOMPARE(signatureLine(page).tone, VerdictTone::Good);
    QVERIFY(signatureLine(page).word.contains(QStringLiteral("Publisher (fictional)")));
}

void TestPacksPage::aPackWhoseSignatureDoesNotFitIsNotTaken()
{
    ShortWorkspace workspace;
    QByteArray bytes = workspace->packs().first().bytes;
    const QString file = written(workspace, bytes);
    QVERIFY(signPackFile(file, publisher(), systemClock()()));
    const QByteArray version = "\"version\": \"" + workspace->packs().first().version.text().toLatin1() + '"';
    bytes.replace(bytes.indexOf(version), version.size(), "\"version\": \"99.0.0\"");
    ScriptedPrompts prompts;
    prompts.files = {written(workspace, bytes)};
    PacksPage page(*workspace, prompts);
    page.show();
    const auto before = workspace->packs().size();
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("addPackButton")), Qt::LeftButton);
    QCOMPARE(prompts.told.size(), 1);
    QCOMPARE(prompts.told.first().code, ErrorCode::Malformed);
    QCOMPARE(workspace->packs().size(), before);
}

void TestPacksPage::signaturesAreNotShownWhereNobodyWantsThem()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    auto *row = page.findChild<SigningVerdictRow *>(QStringLiteral("signatureRow"));
    QVERIFY(row->isVisible());
    PackPolicyDialog &dialog = openedPolicy(page);
    choose(dialog, "noneButton");
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("acceptButton")), Qt::LeftButton);
    QVERIFY(!row->isVisible());
}

void TestPacksPage::signaturesAreNotRequiredOfNobody()
{
    ShortWorkspace workspace;
    ScriptedPrompts prompts;
    PacksPage page(*workspace, prompts);
    page.show();
    PackPolicyDialog &dialog = openedPolicy(page);
    auto *accept = dialog.findChild<QPushButton *>(QStringLiteral("acceptButton"));
    auto *missing = dialog.findChild<QLabel *>(QStringLiteral("missingLabel"));
    QVERIFY(accept->isEnabled() && !missing->isVisible());
    choose(dialog, "requiredButton");
    QVERIFY(!accept->isEnabled() && missing->isVisible());
    QTest::mouseClick(dialog.findChild<QPushButton *>(QStringLiteral("cancelButton")), Qt::LeftButton);
    QCOMPARE(workspace->packSignatures().policy(), PackSignaturePolicy());
}

void TestPacksPage::whoReadsOnlyChangesNoRule()
{
    ScriptedPrompts prompts;
    PackPolicyDialog dialog({}, false, prompts);
    dialog.show();
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("acceptButton"))->isVisible());
    QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("addButton"))->isVisible());
    QVERIFY(!dialog.findChild<QRadioButton *>(QStringLiteral("requiredButton"))->isEnabled());
    QVERIFY(dialog.findChild<QRadioButton *>(QStringLiteral("shownButton"))->isChecked());
}

QTEST_MAIN(TestPacksPage)
#include "tst_packspage.moc"
