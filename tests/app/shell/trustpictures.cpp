// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/shell/trustpictures.h"

#include "app/dialogs/packpolicydialog.h"
#include "app/dialogs/pendingtimestampsdialog.h"
#include "app/dialogs/signedrevisiondialog.h"
#include "app/dialogs/signreportdialog.h"
#include "app/dialogs/timestampservicedialog.h"
#include "app/dialogs/tokendialog.h"
#include "app/dialogs/trustdialog.h"
#include "app/dialogs/verifydialog.h"
#include "app/pages/auditpage.h"
#include "app/pages/trailpage.h"
#include "app/shell/mainwindow.h"
#include "app/shell/workspaceview.h"
#include "core/session/findingdesk.h"
#include "core/session/identityfile.h"
#include "core/session/issuedreportdesk.h"
#include "core/session/packsignature.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/reportjob.h"
#include "core/session/reportplacing.h"
#include "core/session/reportsigning.h"
#include "core/session/sealdesk.h"
#include "core/session/statementjob.h"
#include "core/session/trustfile.h"
#include "core/signing/timestampservice.h"
#include "tests/app/shell/picture.h"
#include "tests/core/signing/softtoken.h"
#include "tests/support/sessionroom.h"
#include "tests/support/timestampservice.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTableView>
#include <QTimer>

namespace cq::pictures {

namespace {

constexpr char passphrase[] = "for the pictures only";

QString english()
{
    return QStringLiteral("en");
}

SigningIdentity identityOf(const QDir &data, const QString &name, const QString &organisation)
{
    const QString path = data.filePath(name + QStringLiteral(".p12"));
    if (!QFile::exists(path)) {
        IdentityRequest request;
        request.name = name;
        request.organisation = organisation;
        required(createIdentityFile(path, request, Passphrase(QByteArray(passphrase)), systemClock()()));
    }
    return required(openIdentityFile(path, Passphrase(QByteArray(passphrase))));
}

SigningIdentity auditor(const QDir &data)
{
    return identityOf(data, QStringLiteral("Anna Keller (fictional)"), QStringLiteral("Coalition audit team (fictional)"));
}

SigningIdentity centre(const QDir &data)
{
    return identityOf(data, QStringLiteral("Bruno Amsel (fictional)"), QStringLiteral("Northbridge (fictional)"));
}

SigningIdentity reviewer(const QDir &data)
{
    return identityOf(data, QStringLiteral("Ines Duarte (fictional)"), QStringLiteral("Coalition office (fictional)"));
}

QByteArray read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(path.toStdString());
    return file.readAll();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        throw std::runtime_error(path.toStdString());
}

SignatureStatement statement(SignaturePlace place, SignatureMeaning meaning)
{
    return {place, meaning, systemClock()(), {}};
}

// Every criterion met and the audit decided, in a workspace of its own: the demonstration's audits have no statement yet.
void decide(testing::SessionRoom &room)
{
    AuditSession &session = *room.session;
    for (const Criterion &criterion : session.packs().criteria()) {
        const ScoreBoard::Part part = session.board().part(criterion.id);
        for (const FacilityId &facility : part.inScope && part.applies != Truth::No ? part.facilities : QList<FacilityId>())
            required(session.responses().setLevel({criterion.id, facility, *session.ownParty()}, ResponseLevel::Met, {}));
    }
    for (const AuditState state : {AuditState::Submitted, AuditState::InReview, AuditState::Decided})
        required(session.moveTo(state, {}));
}

// The dialogs that wait for an answer, one after the other: each is drawn as it stands and then answered.
void pictureAsked(const std::function<void()> &asks, const QDir &folder, const QString &name, const QStringList &answers)
{
    int asked = 0;
    QTimer answering;
    answering.setInterval(300);
    QObject::connect(&answering, &QTimer::timeout, &answering, [&] {
        QWidget *window = QApplication::activeModalWidget();
        if (!window)
            return;
        if (auto *edit = window->findChild<QPlainTextEdit *>())
            edit->setPlainText(answers.value(asked));
        window->grab().save(folder.filePath(name + QStringLiteral("-%1.png").arg(asked++)));
        const QList<QPushButton *> buttons = window->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            auto *box = qobject_cast<QMessageBox *>(window);
            if (box ? box->buttonRole(button) == QMessageBox::AcceptRole : button->isDefault()) {
                button->click();
                return;
            }
        }
    });
    answering.start();
    asks();
    settleUntil([&] { return asked > answers.size() && !QApplication::activeModalWidget(); });
}

void showTrail(AuditPage &page)
{
    auto *trail = page.findChild<TrailPage *>();
    page.findChild<QTabWidget *>(QStringLiteral("tabs"))->setCurrentWidget(trail);
}

// The audit that came furthest, which is sealed; then a text is taken out of it.
void pictureSeals(MainWindow &window, const QDir &folder, const QString &look)
{
    WorkspaceView &view = *window.view();
    const QList<AuditSummary> audits = view.workspace().audits();
    for (const AuditSummary &audit : audits) {
        const auto session = required(view.workspace().openAudit(audit.id));
        if (!required(session->seals().all()).isEmpty())
            view.openAudit(audit.id);
    }
    auto *page = view.findChild<AuditPage *>();
    showTrail(*page);
    picture(window, folder, look + QStringLiteral("-seals"));
    const QString title = page->session().findings().all().first().statement;
    pictureAsked([page] { page->findChild<QPushButton *>(QStringLiteral("redactButton"))->click(); }, folder,
        look + QStringLiteral("-redact"), {title.section(u' ', 0, 1), QStringLiteral("Made up for a picture.")});
    showTrail(*page);
    picture(window, folder, look + QStringLiteral("-redacted"));
}

void picturePolicy(const QDir &data, Prompts &prompts, const QDir &folder, const QString &look)
{
    PackSignaturePolicy policy {PackSignatureRule::Required, {}};
    PackPolicyDialog missing(policy, true, prompts);
    missing.show();
    picture(missing, folder, look + QStringLiteral("-pack-policy-missing"));
    policy.publishers = required(readTrustFile(data.filePath(QStringLiteral("publisher.pem"))));
    PackPolicyDialog whole(policy, true, prompts);
    whole.show();
    picture(whole, folder, look + QStringLiteral("-pack-policy"));
    PackPolicyDialog locked(policy, false, prompts);
    locked.show();
    picture(locked, folder, look + QStringLiteral("-pack-policy-locked"));
}

void pictureService(const QDir &folder, const QString &look)
{
    TimestampServiceDialog none({}, true);
    none.show();
    picture(none, folder, look + QStringLiteral("-timestamp-service-none"));
    TimestampServiceDialog service(QStringLiteral("https://timestamp.example.org/"), true);
    service.show();
    picture(service, folder, look + QStringLiteral("-timestamp-service"));
    service.accept();
    picture(service, folder, look + QStringLiteral("-timestamp-service-refused"));
}

void picturePending(Workspace &workspace, Prompts &prompts, const QDir &folder, const QString &look)
{
    PendingTimestampsDialog none(workspace, {}, true, systemClock(), prompts);
    none.show();
    picture(none, folder, look + QStringLiteral("-pending-no-service"));
    PendingTimestampsDialog pending(workspace, QStringLiteral("http://127.0.0.1:1/"), true, systemClock(), prompts);
    bool isTried = false;
    QObject::connect(&pending, &PendingTimestampsDialog::allTried, &pending, [&isTried] { isTried = true; });
    pending.show();
    picture(pending, folder, look + QStringLiteral("-pending"));
    pending.findChild<QPushButton *>(QStringLiteral("stampButton"))->click();
    settleUntil([&isTried] { return isTried; });
    picture(pending, folder, look + QStringLiteral("-pending-tried"));
}

void pictureTokens(Prompts &prompts, const QDir &folder, const QString &look)
{
    samples::SoftToken card;
    if (!card.isMade())
        throw std::runtime_error(card.problem().toStdString());
    TokenDialog dialog(prompts);
    dialog.show();
    picture(dialog, folder, look + QStringLiteral("-token"));
    card.pull();
    TokenDialog none(prompts);
    none.show();
    picture(none, folder, look + QStringLiteral("-token-none"));
}

void pictureVerdict(const QString &path, const TrustBook &book, Prompts &prompts, const QDir &folder, const QString &name)
{
    VerifyDialog verify(book, {}, systemClock(), prompts);
    verify.show();
    bool isChecked = false;
    QObject::connect(&verify, &VerifyDialog::checked, &verify, [&isChecked] { isChecked = true; });
    verify.check(path);
    settleUntil([&isChecked] { return isChecked; });
    picture(verify, folder, name);
    verify.resize(verify.width(), 3 * verify.height()); // what a person scrolls to
    picture(verify, folder, name + QStringLiteral("-whole"));
}

} // namespace

TrustPictures::TrustPictures(const QString &workspace, const AuditId &audit, const QDir &data)
    : m_data(data)
{
    makeReports(workspace, audit);
    makeStatement();
}

void TrustPictures::makeReports(const QString &workspace, const AuditId &audit) const
{
    const SigningIdentity anna = auditor(m_data);
    const auto opened = required(Workspace::open(workspace,
        {PersonId(), QStringLiteral("Anna Keller (fictional)"), Role::LeadAuditor, QStringLiteral("Coalition audit team")}));
    const auto session = required(opened->openAudit(audit));
    const auto path = [this](const char *name) { return m_data.filePath(QString::fromLatin1(name)); };
    const auto authored = statement(SignaturePlace::LeadAuditor, SignatureMeaning::Authored);
    required(required(ReportJob::prepare(*session, english())).writeSigned(path("report.pdf"), anna, authored));
    QByteArray altered = read(path("report.pdf"));
    altered[altered.size() / 2] = char(altered[altered.size() / 2] ^ 1);
    write(path("altered.pdf"), altered);
    // All three places, the last with a timestamp of an authority nobody knows.
    const testing::TimestampService service(m_data.path());
    if (!service.isRunning())
        throw std::runtime_error("python3 and openssl are needed");
    required(signReport(path("report.pdf"), path("two.pdf"), centre(m_data),
        statement(SignaturePlace::Centre, SignatureMeaning::Acknowledged)));
    required(signReport(path("two.pdf"), path("three.pdf"), reviewer(m_data),
        statement(SignaturePlace::Reviewer, SignatureMeaning::Approved), required(timestampService(service.url()))));
    // Three that wait for a timestamp: one is there, one was changed since, one is gone.
    for (const char *name : {"waits.pdf", "changed.pdf", "gone.pdf"}) {
        ReportPlacing placing;
        placing.path = path(name);
        placing.wantsTimestamp = true;
        placing.now = systemClock()();
        const auto placed = required(placeReport(placing, {}, [&](const QString &fresh) {
            return required(ReportJob::prepare(*session, english())).writeSigned(fresh, anna, authored);
        }));
        required(opened->issuedReports().note(*placed.issued));
    }
    write(path("changed.pdf"), altered);
    QFile::remove(path("gone.pdf"));
    // One pack with a signature, and its publisher's certificate for the policy.
    const QString pack = path("gocart.core.cqpack.json");
    write(pack, read(QStringLiteral(CQ_SOURCE_DIR "/resources/packs/gocart.core.cqpack.json")));
    required(signPackFile(pack, reviewer(m_data), systemClock()()));
    required(opened->addPack(read(pack), required(packSignatureBeside(pack))));
    required(writeTrustFile(path("publisher.pem"), read(m_data.filePath(QStringLiteral("tsa-root.pem")))));
}

void TrustPictures::makeStatement() const
{
    testing::SessionRoom room;
    decide(room);
    const auto authored = statement(SignaturePlace::LeadAuditor, SignatureMeaning::Authored);
    required(required(StatementJob::prepare(*room.session, room.now.localDate().addYears(2), english()))
                 .writeSigned(m_data.filePath(QStringLiteral("statement.pdf")), auditor(m_data), authored));
}

void TrustPictures::drawSigning(MainWindow &window, Prompts &prompts, const QDir &folder, const QString &look) const
{
    const TrustBook nobody(m_data.filePath(QStringLiteral("nobody.json")), QStringLiteral("Anna Keller (fictional)"), systemClock());
    SignReportDialog::Start start;
    start.person = window.view()->workspace().person();
    start.identityFile = m_data.filePath(QStringLiteral("Anna Keller (fictional).p12"));
    start.folder = m_data.path();
    start.timestampUrl = QStringLiteral("http://timestamp.example.org/");
    start.workspace = &window.view()->workspace();
    for (const QString &name : {QString(), QStringLiteral("report"), QStringLiteral("three"), QStringLiteral("altered")}) {
        SignReportDialog sign(start, nobody, prompts);
        sign.show();
        bool isLooked = name.isEmpty();
        QObject::connect(&sign, &SignReportDialog::looked, &sign, [&isLooked] { isLooked = true; });
        if (!name.isEmpty())
            sign.look(m_data.filePath(name + QStringLiteral(".pdf")));
        settleUntil([&isLooked] { return isLooked; });
        picture(sign, folder, look + QStringLiteral("-sign-report") + (name.isEmpty() ? name : u'-' + name));
    }
}

void TrustPictures::draw(MainWindow &window, Prompts &prompts, const QDir &folder, const QString &look) const
{
    const TrustBook book(m_data.filePath(look + QStringLiteral("-trust.json")), QStringLiteral("Anna Keller (fictional)"), systemClock());
    for (const char *name : {"report", "three", "altered", "absent", "statement"})
        pictureVerdict(m_data.filePath(QString::fromLatin1(name) + QStringLiteral(".pdf")), book, prompts, folder,
            look + QStringLiteral("-verify-") + QString::fromLatin1(name));
    const auto list = required(readTrustedListFile(QStringLiteral(CQ_SOURCE_DIR "/tests/data/trustedlists/fictional-zz.xml")));
    const auto check = required(checkReport(m_data.filePath(QStringLiteral("report.pdf")), {}, systemClock()()));
    auto person = required(trustAnchor(check.signatures.signatures.first().certificateDer, TrustPurpose::Person));
    person.source = {TrustOrigin::Report, QStringLiteral("report.pdf"), std::nullopt};
    for (const bool isEmpty : {true, false}) {
        if (!isEmpty) {
            required(book.take(list));
            required(book.add({person}));
        }
        TrustDialog trust(book, systemClock(), prompts);
        trust.show();
        bool isShown = false;
        QObject::connect(&trust, &TrustDialog::shown, &trust, [&isShown] { isShown = true; });
        settleUntil([&isShown] { return isShown; });
        if (auto *rows = trust.findChild<QAbstractItemView *>(); !isEmpty)
            rows->setCurrentIndex(rows->model()->index(0, 0));
        picture(trust, folder, look + (isEmpty ? QStringLiteral("-trust-nobody") : QStringLiteral("-trust")));
    }
    // The first report again, now that whoever signed it is trusted.
    pictureVerdict(m_data.filePath(QStringLiteral("report.pdf")), book, prompts, folder, look + QStringLiteral("-verify-trusted"));
    SignedRevisionDialog revision(m_data.filePath(QStringLiteral("three.pdf")), 1, QStringLiteral("Anna Keller (fictional)"), systemClock());
    bool isPainted = false;
    QObject::connect(&revision, &SignedRevisionDialog::pagesShown, &revision, [&isPainted] { isPainted = true; });
    revision.show();
    settleUntil([&isPainted] { return isPainted; });
    picture(revision, folder, look + QStringLiteral("-signed-revision"));
    drawSigning(window, prompts, folder, look);
    pictureService(folder, look);
    picturePending(window.view()->workspace(), prompts, folder, look);
    pictureTokens(prompts, folder, look);
    picturePolicy(m_data, prompts, folder, look);
    pictureSeals(window, folder, look);
}

} // namespace cq::pictures
