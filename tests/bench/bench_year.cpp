// SPDX-License-Identifier: GPL-3.0-or-later
// What the window costs once a workspace holds years of work: 300 audits, 45,000 answers, 3,000 findings and 2,000 pieces
// of evidence. Each figure is from the click or key to the end of the painting that it caused, with everything the page
// puts off until then.
#include "app/models/checklistproxymodel.h"
#include "app/pages/auditpage.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidenceintake.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "tests/bench/coldstart.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QLineEdit>
#include <QTabWidget>
#include <QTest>
#include <QUndoGroup>

using namespace cq;
using namespace cq::bench;

namespace {

constexpr int centres = 40;
constexpr int wantedAudits = 300;
constexpr int toldAudits = 110; ///< by the demonstration, with as many findings as are wanted in all; the others have answers only
constexpr int wantedAnswers = 45'000;
constexpr int wantedFindings = 3'000;
constexpr int wantedEvidence = 2'000;
constexpr int rounds = 9;
constexpr const char *aim = "100 ms";

struct Counts
{
    qsizetype audits = 0, answers = 0, findings = 0, evidence = 0;
};

Counts countsOf(Workspace &workspace)
{
    Counts counts;
    for (const AuditSummary &audit : workspace.audits()) {
        const auto session = required(workspace.openAudit(audit.id));
        ++counts.audits;
        counts.answers += required(session->record()).responses.size();
        counts.findings += session->findings().all().size();
    }
    for (const Centre &centre : workspace.centres().all())
        counts.evidence += workspace.evidence().of(centre.id).size();
    return counts;
}

// The centre's own answers, which the drawn audits of the demonstration lack; the centre must be at work.
void answerForCentre(AuditSession &session, qsizetype answers)
{
    for (const Criterion &criterion : session.packs().criteria()) {
        if (answers <= 0)
            break;
        const ScoreBoard::Part part = session.board().part(criterion.id);
        if (part.applies != Truth::Yes || part.facilities.isEmpty())
            continue;
        const ResponseKey key {criterion.id, part.facilities.first(), Party::Centre};
        if (session.responses().at(key).level != ResponseLevel::NotAssessed)
            continue;
        required(session.responses().setLevel(key, ResponseLevel::Met));
        --answers;
    }
}

void raiseFindings(AuditSession &session, qsizetype findings)
{
    for (qsizetype i = 0; i < findings; ++i) {
        Finding finding;
        finding.kind = i % 3 == 0 ? FindingKind::GoodPractice : FindingKind::Nonconformity;
        finding.severity = Severity::Minor;
        const auto &criteria = session.packs().criteria();
        finding.criteria = {criteria[i * 7 % criteria.size()].id};
        finding.statement = QStringLiteral("Of five files opened, number %1 lacked the second signature.").arg(i + 1);
        finding.dueOn = QDate(2026, 6, 1).addDays(i * 11 % 365);
        required(session.findings().raise(finding));
    }
}

void addEvidence(Workspace &workspace, const CentreId &centre, AuditSession &session, int count)
{
    const auto &criteria = session.packs().criteria();
    for (int i = 0; i < count; ++i) {
        Evidence draft;
        draft.centre = centre;
        draft.title = QStringLiteral("Procedure %1, in force").arg(i + 1);
        draft.validUntil = QDate(2026, 6, 1).addDays(i * 17 % 700);
        auto intake = required(workspace.evidence().takeIn(draft, QStringLiteral("procedure-%1.txt").arg(i + 1),
            QStringLiteral("Procedure %1 of centre %2").arg(i + 1).arg(centre.text()).toUtf8(),
            EvidenceDesk::Photographs::Untouched));
        while (required(intake->step())) { }
        const EvidenceId id = required(intake->finish()).id;
        for (int k = 0; k < 2; ++k)
            required(session.evidence().link({id, criteria[(i * 3 + k * 50) % criteria.size()].id, {}}));
    }
}

void addAnsweredAudit(Workspace &workspace, const CentreId &centre, int number)
{
    Audit audit;
    audit.centre = centre;
    audit.title = QStringLiteral("Visit %1").arg(number);
    audit.startsOn = QDate(2024, 1, 1).addDays(number * 3);
    for (const Facility &facility : required(workspace.centres().find(centre)).facilities)
        audit.scope.facilities.append(facility.id);
    for (const CriteriaPack &pack : workspace.packs())
        audit.packs.append({pack.id, pack.version, pack.digest});
    const auto session = required(workspace.openAudit(required(workspace.startAudit(audit))));
    required(session->moveTo(AuditState::OnSite, {}));
    answerFirst(*session, 150);
}

QString yearWorkspace()
{
    return keptWorkspace(QStringLiteral("year"), [](const QString &path) {
        required(createDemonstration(path, {1, centres, toldAudits}));
        const auto workspace = required(Workspace::open(path, benchPerson()));
        const QList<Centre> all = workspace->centres().all();
        for (int number = toldAudits; number < wantedAudits; ++number)
            addAnsweredAudit(*workspace, all.at(number % all.size()).id, number);
        const Counts before = countsOf(*workspace);
        qsizetype answers = wantedAnswers - before.answers, findings = wantedFindings - before.findings;
        QHash<CentreId, int> evidence;
        for (const AuditSummary &audit : workspace->audits()) {
            if (isFrozen(audit.state) || audit.state == AuditState::Consolidation)
                continue;
            const auto session = required(workspace->openAudit(audit.id));
            const qsizetype answersHere = std::min<qsizetype>(answers, 60), findingsHere = std::min<qsizetype>(findings, 12);
            raiseFindings(*session, findingsHere);
            Person centre = benchPerson();
            centre.role = Role::QualityManager;
            required(workspace->setPerson(centre));
            answerForCentre(*session, answersHere);
            required(workspace->setPerson(benchPerson()));
            answers -= std::max<qsizetype>(0, answersHere);
            findings -= std::max<qsizetype>(0, findingsHere);
            if (evidence[audit.centre]++ == 0)
                addEvidence(*workspace, audit.centre, *session, wantedEvidence / centres + 1);
        }
    });
}

/// The window on the workspace, and how long things take in it.
class Room
{
public:
    explicit Room(const QString &path)
        : m_store(m_folder.filePath(QStringLiteral("store.ini")), QSettings::IniFormat)
        , m_settings(m_store)
        , m_workspace(required(Workspace::open(copyOf(path, m_folder.path()), benchPerson())))
        , m_view(*m_workspace, m_settings, m_prompts, m_undo)
    {
        m_view.resize(1280, 720);
        m_view.show();
        m_view.activateWindow();
        workUntil([&] { return m_watch.saw(&m_view); });
    }

    WorkspaceView &view() { return m_view; }
    Workspace &workspace() { return *m_workspace; }

    template <class T> T *find(const char *name)
    {
        for (T *found : m_view.findChildren<T *>(QLatin1String(name)))
            if (found->isVisible())
                return found;
        throw std::runtime_error(std::string("nothing visible is called ") + name);
    }

    /// From `change` until the widget was painted and nothing is left to do.
    template <class F> qint64 toPaint(QWidget *painted, F &&change)
    {
        m_watch.forget();
        const qint64 begin = nowNs();
        change();
        workUntil([&] { return m_watch.saw(painted); });
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        return nowNs() - begin;
    }
    template <class F> qint64 toPagePaint(F &&change)
    {
        m_watch.forget();
        const qint64 begin = nowNs();
        change();
        workUntil([&] { return m_watch.sawPageOf(&m_view); });
        QCoreApplication::processEvents(QEventLoop::AllEvents);
        return nowNs() - begin;
    }

private:
    QTemporaryDir m_folder {benchFolder().filePath(QStringLiteral("year-XXXXXX"))};
    QSettings m_store;
    Settings m_settings;
    Prompts m_prompts;
    QUndoGroup m_undo;
    PaintWatch m_watch;
    std::unique_ptr<Workspace> m_workspace;
    WorkspaceView m_view;
};

void tell(const QString &what, const Samples &samples)
{
    printTime(what + QStringLiteral(", median"), samples.percentile(50), Unit::Milliseconds, aim);
    printTime(what + QStringLiteral(", longest"), samples.max(), Unit::Milliseconds, aim);
}

void pages(Room &room)
{
    const std::pair<Place, const char *> places[] = {{Place::Home, "home"}, {Place::Audits, "audits"},
        {Place::Centres, "centres"}, {Place::Packs, "criteria packs"}, {Place::Findings, "findings and actions"},
        {Place::Work, "my work"}, {Place::Changes, "what has changed"}, {Place::Search, "search"}};
    for (const auto &[place, name] : places)
        printTime(QStringLiteral("first look at %1").arg(QLatin1String(name)),
            room.toPagePaint([&, to = place] { room.view().go(to); }), Unit::Milliseconds, aim);
    for (const auto &[place, name] : places) {
        Samples samples;
        for (int round = 0; round < rounds; ++round) {
            room.view().go(place == Place::Packs ? Place::Centres : Place::Packs);
            QCoreApplication::processEvents();
            samples.add(room.toPagePaint([&, to = place] { room.view().go(to); }));
        }
        tell(QStringLiteral("page switch to %1").arg(QLatin1String(name)), samples);
    }
}

// Types a text letter by letter; each letter is one sample.
void typed(Room &room, const char *edit, const char *view, const QString &text, const QString &what)
{
    auto *field = room.find<QLineEdit>(edit);
    QWidget *painted = room.find<QAbstractItemView>(view)->viewport();
    Samples samples;
    for (int round = 0; round < rounds; ++round) {
        field->clear();
        QCoreApplication::processEvents();
        for (const QChar letter : text)
            samples.add(room.toPaint(painted, [&] {
                QTest::keyClick(field, letter.toLatin1());
                painted->update(); // where no row changed, nothing would be painted
            }));
    }
    field->clear();
    tell(what, samples);
}

void chosen(Room &room, const char *box, const char *view, const QString &what)
{
    auto *combo = room.find<QComboBox>(box);
    QWidget *painted = room.find<QAbstractItemView>(view)->viewport();
    Samples samples;
    for (int round = 0; round < rounds; ++round)
        for (int place = combo->count() - 1; place >= 0; --place)
            samples.add(room.toPaint(painted, [&] {
                combo->setCurrentIndex(place);
                painted->update();
            }));
    tell(what, samples);
}

void filters(Room &room)
{
    room.view().go(Place::Audits);
    typed(room, "searchEdit", "auditsView", QStringLiteral("audit 12"), QStringLiteral("a letter in the search of audits"));
    chosen(room, "stateCombo", "auditsView", QStringLiteral("a state chosen in audits"));
    room.view().go(Place::Findings);
    typed(room, "searchEdit", "findingsView", QStringLiteral("signature"), QStringLiteral("a letter in the search of findings"));
    chosen(room, "dueBox", "findingsView", QStringLiteral("a due day chosen in findings"));
    room.view().go(Place::Search);
    typed(room, "searchEdit", "hitsView", QStringLiteral("record"), QStringLiteral("a letter in the search of everything"));
    room.view().go(Place::Centres);
    typed(room, "searchEdit", "centresView", QStringLiteral("centre"), QStringLiteral("a letter in the search of centres"));
}

AuditId fullestAudit(Workspace &workspace)
{
    AuditId best;
    qsizetype most = -1;
    for (const AuditSummary &audit : workspace.audits()) {
        const auto session = required(workspace.openAudit(audit.id));
        const qsizetype here = session->evidence().all().size();
        if (here > most) {
            most = here;
            best = audit.id;
        }
    }
    return best;
}

void auditTabs(Room &room)
{
    const AuditId audit = fullestAudit(room.workspace());
    Samples openings;
    for (int round = 0; round < rounds; ++round) {
        room.view().closeAudit();
        openings.add(room.toPagePaint([&] { room.view().openAudit(audit); }));
    }
    printTime(QStringLiteral("an audit opened, median"), openings.percentile(50), Unit::Milliseconds, "300 ms");
    auto *tabs = room.find<QTabWidget>("tabs");
    for (int place = 0; place < tabs->count(); ++place) {
        Samples samples;
        for (int round = 0; round < rounds; ++round) {
            tabs->setCurrentIndex(place == 0 ? 1 : 0);
            QCoreApplication::processEvents();
            samples.add(room.toPaint(tabs->widget(place), [&] { tabs->setCurrentIndex(place); }));
        }
        tell(QStringLiteral("tab %1").arg(tabs->tabText(place).remove(u'&')), samples);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    quietPlatform();
    QApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments();
    return guarded([&] {
        if (words.value(1) == startWord) {
            startProgram(app, words.value(2), words.value(3));
            return;
        }
        const QString year = yearWorkspace();
        {
            const auto workspace = required(Workspace::open(year, benchPerson(), Workspace::Access::ReadOnly));
            const Counts counts = countsOf(*workspace);
            printCount(QStringLiteral("audits"), counts.audits, "", "");
            printCount(QStringLiteral("answers"), counts.answers, "", "");
            printCount(QStringLiteral("findings"), counts.findings, "", "");
            printCount(QStringLiteral("evidence"), counts.evidence, "", "");
            if (counts.audits < wantedAudits || counts.answers < wantedAnswers || counts.findings < wantedFindings
                || counts.evidence < wantedEvidence)
                throw std::runtime_error("the workspace is smaller than it should be");
        }
        coldStarts(keptWorkspace(QStringLiteral("empty"),
                       [](const QString &path) { required(Workspace::create(path, benchPerson())); }),
            QStringLiteral("empty workspace"));
        coldStarts(year, QStringLiteral("300 audits"));
        Room room(year);
        pages(room);
        filters(room);
        auditTabs(room);
    });
}
