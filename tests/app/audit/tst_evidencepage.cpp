// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidencepage.h"

#include "app/dialogs/evidencepolicydialog.h"
#include "app/dialogs/photographdialog.h"
#include "app/pages/evidencepreview.h"
#include "app/support/messagebar.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
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
#include <QSpinBox>
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
    void aNameThatHidesSomethingIsWrittenOut();
    void aFileThatEndsWhileItIsReadIsToldAndNothingStays();
    void alteredEvidenceIsNeitherShownNorExported();
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
    void anExportGoesOnBesideTheWorkAndCanBeStopped();
    void whatIsTakenInIsShownChangedAndUndone();
    void whoMayNotWriteOnlySeesWhatIsTakenIn();
    void aPhotographIsTakenAndLinked();
    void withoutACameraAFileIsOffered();
    void forAFindingWhatIsAddedIsLinkedAndTheWayLeadsBack();
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
    EvidencePolicy policy;
    policy.maxBytes = 100;
    QVERIFY(shown.room.workspace->evidence().setPolicy(policy));
    shown.page.addFiles({shown.write("empty.txt", {}), shown.room.file("gone.txt"),
        shown.write("large.txt", QByteArray(101, 'x')), shown.write("good.txt", "a\n")});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    for (const char *told : {"empty.txt is empty", "gone.txt was not added", "large.txt has 101 bytes, 100 are allowed"})
        QVERIFY2(shown.message().contains(QString::fromLatin1(told)), qPrintable(shown.message()));
    QCOMPARE(shown.library().first().title, QStringLiteral("good"));
}

void TestEvidencePage::aNameThatHidesSomethingIsWrittenOut()
{
    Shown shown;
    const QString path
        = shown.room.file("") + QStringLiteral("licence\n") + QChar(0x202e) + QStringLiteral("txt.exe.txt");
    QVERIFY(QFile::rename(shown.write("plain.txt", "a\n"), path));
    shown.page.addFiles({path});
    QTRY_COMPARE(shown.list().rowCount(), 1);
    QVERIFY2(shown.message().contains(QStringLiteral("licence\\u000a\\u202etxt.exe.txt")), qPrintable(shown.message()));
    const Evidence stored = shown.library().first();
    for (const QString &text : {shown.message(), stored.title, stored.fileName})
        QVERIFY2(!text.contains(QChar(0x202e)), qPrintable(text));
    QVERIFY(!stored.title.contains(u'\n') && !stored.fileName.contains(u'\n'));
}

void TestEvidencePage::aFileThatEndsWhileItIsReadIsToldAndNothingStays()
{
    Shown shown;
    const QString path = shown.room.file("film.mp4");
    QFile film(path);
    QVERIFY(film.open(QIODevice::WriteOnly) && film.write(QByteArray("\0\0\0\x18", 4)) == 4);
    QVERIFY(film.resize(400'000'000));
    film.close();
    shown.page.addFiles({path});
    QTRY_VERIFY(shown.page.findChild<QProgressDialog *>());
    QVERIFY(QFile::resize(path, 0)); // the stick was pulled out
    QTRY_VERIFY(!shown.page.findChild<QProgressDialog *>());
    QVERIFY2(shown.message().contains(QStringLiteral("changed while it was read")), qPrintable(shown.message()));
    QVERIFY(shown.library().isEmpty());
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::Met));
}

void TestEvidencePage::alteredEvidenceIsNeitherShownNorExported()
{
    SessionRoom room;
    Evidence draft;
    draft.centre = room.centre;
    QFile file(room.file("a.txt"));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("the very words that were seen\n") > 0);
    file.close();
    QVERIFY(room.workspace->evidence().add(draft, file.fileName()));
    room.session.reset();
    room.workspace.reset();
    QFile workspace(room.path());
    QVERIFY(workspace.open(QIODevice::ReadWrite));
    const qsizetype place = workspace.readAll().indexOf("the very words");
    QVERIFY(place > 0 && workspace.seek(place + 4) && workspace.write("b") == 1);
    workspace.close();
    room.workspace
        = Workspace::open(room.path(), room.person, Workspace::Access::ReadWrite, room.surroundings).value();
    room.session = room.workspace->openAudit(room.auditId).value();
    QUndoStack undo;
    ScriptedPrompts prompts;
    EvidencePage page(*room.session, undo, prompts);
    page.show();
    const QString said = page.findChild<EvidencePreview *>()->said();
    QVERIFY2(said.contains(QStringLiteral("check marks")), qPrintable(said));
    prompts.files = {room.file("out.txt")};
    QTest::mouseClick(page.findChild<QPushButton *>(QStringLiteral("exportButton")), Qt::LeftButton);
    const auto message = [&] { return page.findChild<MessageBar *>()->text(); };
    QTRY_VERIFY2(message().contains(QStringLiteral("damaged")), qPrintable(message()));
    QVERIFY(!QFile::exists(room.file("out.txt")));
    QVERIFY(room.answer("GOV-01", ResponseLevel::Met)); // the rest goes on
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
    QTRY_VERIFY2(shown.message().contains(QStringLiteral("out.txt")), qPrintable(shown.message()));
    QVERIFY(QFile::exists(shown.room.file("out.txt")));
    shown.prompts.files = {shown.room.file("out.txt")};
    shown.click("exportButton");
    QTRY_VERIFY2(shown.message().contains(QStringLiteral("exists")), qPrintable(shown.message()));
    shown.prompts.files = {shown.room.file("all")};
    shown.click("exportAllButton");
    QTRY_COMPARE(shown.message(), QStringLiteral("1 file(s) and an index written and checked."));
    QVERIFY(QFile::exists(shown.room.file("all/index.csv")));
    QVERIFY(QFile::exists(shown.room.file("all/0001 a.txt")));
}

void TestEvidencePage::anExportGoesOnBesideTheWorkAndCanBeStopped()
{
    Shown shown;
    QFile film(shown.room.file("film.mp4"));
    QVERIFY(film.open(QIODevice::WriteOnly) && film.write(QByteArray("\0\0\0\x18", 4)) == 4);
    QVERIFY(film.resize(60'000'000));
    film.close();
    shown.page.addFiles({film.fileName()});
    QTRY_COMPARE_WITH_TIMEOUT(shown.list().rowCount(), 1, 60'000);
    QVERIFY(!shown.find<QWidget>("stopExportButton")->isVisible());
    shown.prompts.files = {shown.room.file("out")};
    shown.click("exportAllButton");
    QVERIFY(shown.find<QWidget>("stopExportButton")->isVisible()); // it has only begun
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::Met)); // the workspace is not held up
    shown.click("stopExportButton");
    QTRY_VERIFY(!shown.find<QWidget>("stopExportButton")->isVisible());
    QVERIFY2(shown.message().contains(QStringLiteral("stopped")), qPrintable(shown.message()));
    QCOMPARE(QDir(shown.room.file(".")).entryList({QStringLiteral("out*")}, QDir::AllEntries), QStringList());
}

void TestEvidencePage::whatIsTakenInIsShownChangedAndUndone()
{
    Shown shown;
    QCOMPARE(shown.find<QLabel>("policyLabel")->text(), QStringLiteral("Files up to 500.0 MB"));
    QVERIFY(shown.find<QCheckBox>("scaleCheck")->text().contains(QStringLiteral("2560")));
    shown.click("policyButton");
    auto *dialog = shown.page.findChild<EvidencePolicyDialog *>();
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(dialog->policy(), EvidencePolicy());
    const auto type = [dialog](const char *box, const char *value) {
        auto *spin = dialog->findChild<QSpinBox *>(QString::fromLatin1(box));
        spin->setFocus();
        spin->selectAll();
        QTest::keyClicks(spin, QString::fromLatin1(value));
    };
    type("sizeBox", "20");
    type("edgeBox", "1280");
    QTest::keyClick(dialog->findChild<QCheckBox *>(QStringLiteral("filmBox")), Qt::Key_Space);
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("acceptButton")), Qt::LeftButton);
    EvidencePolicy wanted;
    wanted.maxBytes = 20'000'000;
    wanted.photographEdge = 1280;
    wanted.mediaTypes.removeOne(QStringLiteral("video/"));
    QCOMPARE(shown.room.workspace->evidence().policy(), wanted);
    QCOMPARE(shown.find<QLabel>("policyLabel")->text(), QStringLiteral("Files up to 20.0 MB"));
    QVERIFY(shown.find<QCheckBox>("scaleCheck")->text().contains(QStringLiteral("1280")));
    shown.page.addFiles({shown.write("film.mp4", QByteArray("\0\0\0\x18", 4))});
    QTRY_VERIFY2(shown.message().contains(QStringLiteral("not accepted")), qPrintable(shown.message()));
    shown.undo.undo();
    QCOMPARE(shown.room.workspace->evidence().policy(), EvidencePolicy());
    QCOMPARE(shown.find<QLabel>("policyLabel")->text(), QStringLiteral("Files up to 500.0 MB"));
}

void TestEvidencePage::whoMayNotWriteOnlySeesWhatIsTakenIn()
{
    Shown shown(Role::Observer);
    shown.click("policyButton");
    auto *dialog = shown.page.findChild<EvidencePolicyDialog *>();
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("acceptButton"))->isVisible());
    QVERIFY(dialog->findChild<QSpinBox *>(QStringLiteral("sizeBox"))->isReadOnly());
    for (QCheckBox *box : dialog->findChildren<QCheckBox *>())
        QVERIFY(box->isChecked() && !box->isEnabled());
}

void TestEvidencePage::aPhotographIsTakenAndLinked()
{
    Shown shown;
    const CriterionId criterion(QStringLiteral("GOV-04"));
    shown.page.chooseFor(criterion);
    shown.click("photographButton");
    auto *dialog = shown.page.findChild<PhotographDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    const auto button = [dialog](const char *name) { return dialog->findChild<QPushButton *>(QString::fromLatin1(name)); };
    QImage picture(4000, 3000, QImage::Format_RGB32);
    picture.fill(Qt::darkGreen);
    dialog->lookAt(picture); // as if a camera had taken it
    QVERIFY(button("useButton")->isVisible() && !button("takeButton")->isVisible());
    QTest::mouseClick(button("againButton"), Qt::LeftButton);
    QVERIFY(!button("useButton")->isVisible());
    QVERIFY(shown.library().isEmpty());
    dialog->lookAt(picture);
    QTest::mouseClick(button("useButton"), Qt::LeftButton);
    QTRY_COMPARE(shown.list().rowCount(), 1);
    const Evidence stored = shown.library().first();
    QVERIFY2(stored.title.startsWith(QStringLiteral("Photograph, ")), qPrintable(stored.title));
    QCOMPARE(stored.mediaType, QStringLiteral("image/jpeg"));
    const QByteArray bytes = shown.room.workspace->evidence().content(stored, 10'000'000).value();
    QCOMPARE(QImage::fromData(bytes).size(), QSize(2560, 1920));
    QCOMPARE(shown.room.session->evidence().of(criterion).size(), 1);
}

void TestEvidencePage::withoutACameraAFileIsOffered()
{
    Shown shown;
    shown.click("photographButton");
    auto *dialog = shown.page.findChild<PhotographDialog *>();
    QTRY_VERIFY(dialog && dialog->isVisible());
    if (dialog->findChild<QComboBox *>(QStringLiteral("cameraBox"))->count() > 0)
        QSKIP("NOT TESTED: what is said without a camera. This computer has one.");
    QVERIFY(dialog->findChild<QLabel *>(QStringLiteral("noneTitle"))->isVisible());
    QVERIFY(!dialog->findChild<QWidget *>(QStringLiteral("takeButton"))->isVisible());
    shown.prompts.files = {shown.write("ward.txt", "a\n")};
    QTest::mouseClick(dialog->findChild<QPushButton *>(QStringLiteral("fileButton")), Qt::LeftButton);
    QTRY_COMPARE(shown.list().rowCount(), 1);
}

void TestEvidencePage::forAFindingWhatIsAddedIsLinkedAndTheWayLeadsBack()
{
    Shown shown;
    QVERIFY(shown.room.answer("GOV-01", ResponseLevel::NotMet));
    FindingDesk &findings = shown.room.session->findings();
    const FindingId finding
        = findings.raise(*findings.proposed(CriterionId(QStringLiteral("GOV-01")), {})).value();
    const QSignalSpy back(&shown.page, &EvidencePage::findingChosen);
    shown.page.chooseFor(finding);
    QVERIFY(shown.find<QLabel>("targetLabel")->text().contains(QStringLiteral("F-01")));
    shown.page.addFiles({shown.write("a.txt", "a\n"), shown.write("b.txt", "b\n")});
    QTRY_COMPARE(shown.room.session->evidence().of(finding).size(), 2);
    shown.undo.undo();
    QCOMPARE(shown.room.session->evidence().of(finding).size(), 1);
    shown.click("backButton");
    QCOMPARE(back.count(), 1);
    QCOMPARE(back.first().first().value<FindingId>(), finding);
    QVERIFY(!shown.find<QWidget>("targetFrame")->isVisible());
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
    for (const char *button : {"addButton", "folderButton", "pasteButton", "photographButton"})
        QVERIFY(!shown.find<QPushButton>(button)->isEnabled());
    QVERIFY(!shown.page.acceptDrops());
}

QTEST_MAIN(TestEvidencePage)
#include "tst_evidencepage.moc"
