// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidencepage.h"

#include "app/pages/evidencepreview.h"
#include "app/support/messagebar.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "tests/app/scriptedprompts.h"
#include "tests/support/sessionroom.h"

#include <QBuffer>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPdfWriter>
#include <QProgressDialog>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUndoStack>
#include <QUrl>

using namespace cq;
using namespace cq::testing;

namespace {

/// The evidence of an audit, page shown.
struct Shown
{
    explicit Shown(Role role = Role::LeadAuditor)
        : room(role)
    {
        page.resize(1200, 680);
        page.show();
        page.activateWindow();
        (void)QTest::qWaitForWindowActive(&page);
        page.takeFocus();
    }
    template <class W> W *find(const char *name) const { return page.findChild<W *>(QString::fromLatin1(name)); }
    void click(const char *button) { QTest::mouseClick(find<QPushButton>(button), Qt::LeftButton); }
    QString message() const { return page.findChild<MessageBar *>()->text(); }
    QString write(const char *name, const QByteArray &bytes)
    {
        const QString path = room.file(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            throw std::runtime_error("a file of the test could not be written");
        return path;
    }
    QList<Evidence> library() const { return room.session->evidence().library(); }
    QAbstractItemModel &list() const { return *find<QTreeView>("evidenceView")->model(); }
    void type(const char *field, const QString &text)
    {
        auto *edit = find<QLineEdit>(field);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
        QTest::keyClick(edit, Qt::Key_Return);
    }

    SessionRoom room;
    QUndoStack undo;
    ScriptedPrompts prompts;
    EvidencePage page {*room.session, undo, prompts};
};

QByteArray pdf()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.drawText(100, 100, QStringLiteral("Licence"));
    painter.end();
    return bytes;
}

} // namespace

/// Adding, describing, linking and previewing evidence by keys and clicks.
class TestEvidencePage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDialogAddsFilesAndTheirNamesAreTitles();
    void aFolderIsAddedWithWhatIsInIt();
    void filesAreDroppedOnThePage();
    void aPictureComesFromTheClipboard();
    void whatTheClipboardDoesNotHoldIsSaid();
    void aLargeFileShowsItsProgressAndCanBeStopped();
    void theSameFileIsOfferedInsteadOfStoredTwice();
    void refusedFilesAreNamedWithTheReason();
    void namesOfPersonsAreWarnedOfAndTakenIn();
    void forACriterionWhatIsAddedOrChosenIsLinked();
    void escapeGoesBackToTheCriterion();
    void codesLinkToCriteriaAndFindingsAndAreUndone();
    void unknownCodesAreRefusedInPlace();
    void whatIsToldOfItIsChangedAndUndone();
    void theTwoListsTellWhatIsMissingAndWhatExpired();
    void picturesTextsAndPagesArePreviewed();
    void whatCannotBeShownSaysSo();
    void oneOrAllAreExported();
    void removingAsksWhyAndKeepsWhatIsUsed();
    void observersOnlyLook();
};

void TestEvidencePage::theDialogAddsFilesAndTheirNamesAreTitles()
{
    Shown shown;
    shown.prompts.files = {shown.write("licence.txt", "a\n"), shown.write("plan.txt", "b\n")};
    shown.click("addButton");
    QTRY_COMPARE(shown.list().rowCount(), 2);
    QCOMPARE(shown.library().first().title, QStringLiteral("licence"));
    QCOMPARE(shown.message(), QStringLiteral("2 file(s) added."));
    QVERIFY(shown.find<QWidget>("form")->isVisible());
}

void TestEvidencePage::aFolderIsAddedWithWhatIsInIt()
{
    Shown shown;
    QDir().mkpath(shown.room.file("folder/deep"));
    QDir().mkpath(shown.room.file("empty"));
    shown.write("folder/a.txt", "a\n");
    shown.write("folder/deep/b.txt", "b\n");
    shown.prompts.files = {shown.room.file("folder")};
    shown.click("folderButton");
    QTRY_COMPARE(shown.list().rowCount(), 2);
    shown.prompts.files = {shown.room.file("empty")};
    shown.click("folderButton");
    QVERIFY(shown.message().contains(QStringLiteral("no files")));
    QCOMPARE(shown.list().rowCount(), 2);
}

void TestEvidencePage::filesAreDroppedOnThePage()
{
    Shown shown;
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(shown.write("a.txt", "a\n")), QUrl(QStringLiteral("https://example.org/b.txt"))});
    QDragEnterEvent enter({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QVERIFY(QApplication::sendEvent(&shown.page, &enter));
    QVERIFY(enter.isAccepted());
    QDropEvent drop({10, 10}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&shown.page, &drop);
    QTRY_COMPARE(shown.list().rowCount(), 1);
}

void TestEvidencePage::aPictureComesFromTheClipboard()
{
    Shown shown;
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QGuiApplication::clipboard()->setImage(picture);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(shown.list().rowCount(), 1);
    const Evidence stored = shown.library().first();
    QCOMPARE(stored.mediaType, QStringLiteral("image/png"));
    QVERIFY(stored.title.startsWith(QStringLiteral("Picture from the clipboard")));
    const QByteArray bytes = shown.room.workspace->evidence().content(stored, 1'000'000).value();
    QCOMPARE(QImage::fromData(bytes).convertToFormat(QImage::Format_RGB32), picture);
}

void TestEvidencePage::whatTheClipboardDoesNotHoldIsSaid()
{
    Shown shown;
    QGuiApplication::clipboard()->setText(QStringLiteral("words"));
    shown.click("pasteButton");
    QCOMPARE(shown.message(), QStringLiteral("The clipboard holds neither a picture nor files."));
    QVERIFY(shown.library().isEmpty());
}

void TestEvidencePage::aLargeFileShowsItsProgressAndCanBeStopped()
{
    Shown shown;
    QFile film(shown.room.file("film.mp4"));
    QVERIFY(film.open(QIODevice::WriteOnly) && film.write(QByteArray("\0\0\0\x18", 4)) == 4);
    QVERIFY(film.resize(400'000'000)); // a hole: no disk is filled before it is read
    film.close();
    shown.page.addFiles({film.fileName()});
    QTRY_VERIFY(shown.page.findChild<QProgressDialog *>());
    auto *progress = shown.page.findChild<QProgressDialog *>();
    QVERIFY(progress->isModal());
    QTest::mouseClick(progress->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_VERIFY(!shown.page.findChild<QProgressDialog *>());
    QVERIFY(shown.library().isEmpty());
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::Met)); // the workspace is free again
}

void TestEvidencePage::theSameFileIsOfferedInsteadOfStoredTwice()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "the same\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    shown.page.addFiles({shown.write("b.txt", "the same\n")});
    QTRY_VERIFY2(shown.message().contains(QStringLiteral("“a”")), qPrintable(shown.message()));
    QCOMPARE(shown.list().rowCount(), 1);
}

void TestEvidencePage::refusedFilesAreNamedWithTheReason()
{
    Shown shown;
    shown.page.addFiles({shown.write("empty.txt", {}), shown.room.file("gone.txt"), shown.write("good.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QVERIFY2(shown.message().contains(QStringLiteral("empty.txt is empty")), qPrintable(shown.message()));
    QVERIFY2(shown.message().contains(QStringLiteral("gone.txt was not added")), qPrintable(shown.message()));
}

void TestEvidencePage::namesOfPersonsAreWarnedOfAndTakenIn()
{
    Shown shown;
    shown.page.addFiles({shown.write("Frau_Muster.txt", "made up\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QVERIFY2(shown.message().contains(QStringLiteral("“Frau Muster”")), qPrintable(shown.message()));
    shown.type("titleEdit", QStringLiteral("Chart, born 3.2.1961"));
    QVERIFY2(shown.message().contains(QStringLiteral("3.2.1961")), qPrintable(shown.message()));
    QCOMPARE(shown.library().first().title, QStringLiteral("Chart, born 3.2.1961"));
}

void TestEvidencePage::forACriterionWhatIsAddedOrChosenIsLinked()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QVERIFY(!shown.find<QWidget>("targetFrame")->isVisible());
    const CriterionId criterion(QStringLiteral("GOV-04"));
    shown.page.chooseFor(criterion);
    QVERIFY(shown.find<QWidget>("targetFrame")->isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(shown.room.session->evidence().of(criterion).size(), 1);
    QCOMPARE(shown.find<QLineEdit>("usedEdit")->text(), QStringLiteral("GOV-04"));
    shown.page.addFiles({shown.write("b.txt", "b\n")});
    QTRY_COMPARE(shown.room.session->evidence().of(criterion).size(), 2);
    shown.undo.undo();
    QCOMPARE(shown.room.session->evidence().of(criterion).size(), 1);
}

void TestEvidencePage::escapeGoesBackToTheCriterion()
{
    Shown shown;
    const QSignalSpy chosen(&shown.page, &EvidencePage::criterionChosen);
    shown.page.chooseFor(CriterionId(QStringLiteral("GOV-04")));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(chosen.first().first().value<CriterionId>(), CriterionId(QStringLiteral("GOV-04")));
    QVERIFY(!shown.find<QWidget>("targetFrame")->isVisible());
}

void TestEvidencePage::codesLinkToCriteriaAndFindingsAndAreUndone()
{
    Shown shown;
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &findings = shown.room.session->findings();
    const FindingId finding
        = findings.raise(*findings.proposed(CriterionId(QStringLiteral("GOV-01")), {})).value();
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    shown.type("usedEdit", QStringLiteral("gov-04, f-1"));
    QCOMPARE(shown.room.session->evidence().all().size(), 2);
    QCOMPARE(shown.room.session->evidence().of(finding).size(), 1);
    QCOMPARE(shown.find<QLineEdit>("usedEdit")->text(), QStringLiteral("F-01, GOV-04"));
    shown.type("usedEdit", QStringLiteral("GOV-04"));
    QCOMPARE(shown.room.session->evidence().all().size(), 1);
    shown.undo.undo();
    QCOMPARE(shown.room.session->evidence().of(finding).size(), 1);
    shown.undo.undo();
    shown.undo.undo();
    QVERIFY(shown.room.session->evidence().all().isEmpty());
    QVERIFY(!shown.undo.canUndo());
}

void TestEvidencePage::unknownCodesAreRefusedInPlace()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    for (const char *code : {"NONE-99", "F-7"}) {
        shown.type("usedEdit", QString::fromLatin1(code));
        QVERIFY2(shown.message().contains(QString::fromLatin1(code)), qPrintable(shown.message()));
        QVERIFY(shown.room.session->evidence().all().isEmpty());
        QCOMPARE(shown.find<QLineEdit>("usedEdit")->text(), QString());
    }
}

void TestEvidencePage::whatIsToldOfItIsChangedAndUndone()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    const Evidence before = shown.library().first();
    shown.type("titleEdit", QStringLiteral("Store licence"));
    shown.type("pageEdit", QStringLiteral("section 4"));
    auto *kinds = shown.find<QComboBox>("kindBox");
    kinds->setFocus();
    QTest::keyClick(kinds, Qt::Key_Down);
    const Evidence after = shown.library().first();
    QCOMPARE(after.title, QStringLiteral("Store licence"));
    QCOMPARE(after.pageReference, QStringLiteral("section 4"));
    QVERIFY(after.kind != before.kind);
    shown.type("titleEdit", QStringLiteral(" "));
    QCOMPARE(shown.library().first(), after);
    QVERIFY2(shown.message().contains(QStringLiteral("needs a title")), qPrintable(shown.message()));
    while (shown.undo.canUndo())
        shown.undo.undo();
    QCOMPARE(shown.library().first(), before);
    QCOMPARE(shown.find<QLineEdit>("titleEdit")->text(), QStringLiteral("a"));
}

void TestEvidencePage::theTwoListsTellWhatIsMissingAndWhatExpired()
{
    Shown shown;
    const int missing = shown.find<QTreeView>("missingView")->model()->rowCount();
    QVERIFY(missing > 0);
    const QSignalSpy chosen(&shown.page, &EvidencePage::criterionChosen);
    auto *view = shown.find<QTreeView>("missingView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(0, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(shown.find<QWidget>("targetFrame")->isVisible());
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(view->model()->rowCount(), missing - 1);
    Evidence old = shown.library().first();
    old.validUntil = QDate(2001, 1, 1);
    QVERIFY(shown.room.workspace->evidence().change(old));
    QTRY_COMPARE(view->model()->rowCount(), missing);
    QVERIFY2(shown.find<QLabel>("countLabel")->text().contains(QStringLiteral("⚠ 1 no longer valid")),
        qPrintable(shown.find<QLabel>("countLabel")->text()));
    shown.page.addFiles({shown.write("unused.txt", "b\n")});
    auto *show = shown.find<QComboBox>("showBox");
    show->setFocus();
    QTest::keyClick(show, Qt::Key_End);
    QTRY_COMPARE(shown.list().rowCount(), 1);
}

void TestEvidencePage::picturesTextsAndPagesArePreviewed()
{
    Shown shown;
    auto *preview = shown.find<EvidencePreview>("preview");
    shown.page.addFiles({shown.write("a.txt", "seen on the ward\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QCOMPARE(preview->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("seen on the ward\n"));
    QVERIFY(preview->findChild<QPlainTextEdit *>()->isVisible());
    QImage picture(3000, 2000, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    QVERIFY(picture.save(shown.room.file("ward.jpg")));
    shown.page.addFiles({shown.room.file("ward.jpg")});
    QTRY_COMPARE(shown.list().rowCount(), 2);
    QCOMPARE(preview->said(), QString());
    QVERIFY(!preview->findChild<QPlainTextEdit *>()->isVisible());
    shown.page.addFiles({shown.write("licence.pdf", pdf())});
    QTRY_COMPARE(shown.list().rowCount(), 3);
    QCOMPARE(preview->said(), QString());
}

void TestEvidencePage::whatCannotBeShownSaysSo()
{
    Shown shown;
    auto *preview = shown.find<EvidencePreview>("preview");
    shown.page.addFiles({shown.write("broken.pdf", "%PDF-1.7\nthis is no PDF\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QVERIFY2(preview->said().contains(QStringLiteral("cannot be read")), qPrintable(preview->said()));
    shown.find<QCheckBox>("scaleCheck")->setChecked(false);
    shown.page.addFiles({shown.write("broken.png", "\x89PNG\r\n\x1a\n and no more")});
    QTRY_COMPARE(shown.list().rowCount(), 2);
    QVERIFY2(preview->said().contains(QStringLiteral("cannot be shown")), qPrintable(preview->said()));
    shown.page.addFiles({shown.write("film.mp4", QByteArray("\0\0\0\x18", 4))});
    QTRY_COMPARE(shown.list().rowCount(), 3);
    QVERIFY2(preview->said().contains(QStringLiteral("no preview")), qPrintable(preview->said()));
}

void TestEvidencePage::oneOrAllAreExported()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    shown.prompts.files = {shown.room.file("out.txt")};
    shown.click("exportButton");
    QVERIFY2(shown.message().contains(QStringLiteral("out.txt")), qPrintable(shown.message()));
    QVERIFY(QFile::exists(shown.room.file("out.txt")));
    shown.prompts.files = {shown.room.file("out.txt")};
    shown.click("exportButton");
    QVERIFY2(shown.message().contains(QStringLiteral("exists")), qPrintable(shown.message()));
    shown.prompts.files = {shown.room.file("all")};
    shown.click("exportAllButton");
    QVERIFY(QFile::exists(shown.room.file("all/index.csv")));
    QVERIFY(QFile::exists(shown.room.file("all/0001 a.txt")));
}

void TestEvidencePage::removingAsksWhyAndKeepsWhatIsUsed()
{
    Shown shown;
    shown.page.addFiles({shown.write("a.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    shown.click("removeButton"); // no reason given
    QCOMPARE(shown.list().rowCount(), 1);
    shown.type("usedEdit", QStringLiteral("GOV-04"));
    shown.prompts.texts = {QStringLiteral("wrong file"), QStringLiteral("wrong file")};
    shown.click("removeButton");
    QVERIFY2(shown.message().contains(QStringLiteral("unlink")), qPrintable(shown.message()));
    QCOMPARE(shown.list().rowCount(), 1);
    shown.type("usedEdit", QStringLiteral(" "));
    QVERIFY(shown.room.session->evidence().all().isEmpty());
    shown.click("removeButton");
    QCOMPARE(shown.list().rowCount(), 0);
    QVERIFY(shown.find<QLabel>("nothingLabel")->isVisible());
}

void TestEvidencePage::observersOnlyLook()
{
    Shown shown(Role::Observer);
    for (const char *button : {"addButton", "folderButton", "pasteButton"})
        QVERIFY(!shown.find<QPushButton>(button)->isEnabled());
    QVERIFY(!shown.page.acceptDrops());
}

QTEST_MAIN(TestEvidencePage)
#include "tst_evidencepage.moc"
