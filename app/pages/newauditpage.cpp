// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/newauditpage.h"

#include "core/session/centredesk.h"
#include "core/session/packsignaturedesk.h"
#include "core/session/workspace.h"

#include "app/models/choicemodel.h"
#include "app/models/previewsectionmodel.h"
#include "app/models/teammodel.h"
#include "app/pages/celldelegate.h"
#include "app/pages/optionaldate.h"
#include "app/pages/tablelook.h"
#include "app/support/errortext.h"
#include "app/support/focusstart.h"
#include "app/support/prompts.h"
#include "app/support/theme.h"
#include "app/support/words.h"

#include <QHash>
#include <QScrollBar>

#include "ui_newauditpage.h"

namespace cq {

namespace {

QString factList(const QString &heading, const QStringList &lines)
{
    if (lines.isEmpty())
        return {};
    return QStringLiteral("<p><b>%1</b></p><ul style=\"margin-left: -24px;\"><li>%2</li></ul>")
        .arg(heading.toHtmlEscaped(), lines.join(QStringLiteral("</li><li>")));
}

// The newest version of each pack: the list holds them oldest first.
QHash<PackId, QByteArray> newestDigests(const QList<CriteriaPack> &packs)
{
    QHash<PackId, QByteArray> newest;
    for (const CriteriaPack &pack : packs)
        newest.insert(pack.id, pack.digest);
    return newest;
}

// The form scrolls as a whole; only a long list scrolls by itself.
void showWhole(QListView &list)
{
    constexpr int mostRows = 8;
    list.ensurePolished();
    const int rows = qBound(1, list.model()->rowCount(), mostRows);
    list.setFixedHeight(rows * qMax(list.sizeHintForRow(0), list.fontMetrics().height()) + 2 * Theme::grid);
}

} // namespace

NewAuditPage::NewAuditPage(Workspace &workspace, Prompts &prompts, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::NewAuditPage>())
    , m_workspace(workspace)
    , m_prompts(prompts)
    , m_facilities(new ChoiceModel(this))
    , m_packs(new ChoiceModel(this))
    , m_team(new TeamModel(this))
    , m_sections(new PreviewSectionModel(this))
{
    m_ui->setupUi(this);
    buildFields();
    connect(m_ui->centreCombo, &QComboBox::currentIndexChanged, this, [this] {
        fillFacilities();
        suggestTitle();
        refreshPreview();
    });
    connect(m_ui->kindCombo, &QComboBox::currentIndexChanged, this, [this] {
        suggestTitle();
        refreshPreview();
    });
    connect(m_packs, &ChoiceModel::chosenChanged, this, &NewAuditPage::refreshPreview);
    connect(m_ui->titleEdit, &QLineEdit::textChanged, this, &NewAuditPage::refreshPreview);
    connect(&workspace.centres(), &CentreDesk::factChanged, this, &NewAuditPage::refreshPreview);
    connect(m_ui->startButton, &QPushButton::clicked, this, &NewAuditPage::start);
    startFocusAt(*this, *m_ui->centreCombo);
    connect(m_ui->cancelButton, &QPushButton::clicked, this, &NewAuditPage::cancelled);
}

NewAuditPage::~NewAuditPage() = default;

void NewAuditPage::buildFields()
{
    for (const auto &[kind, word] : EnumText<AuditKind>::table)
        m_ui->kindCombo->addItem(wordFor(kind), QString::fromLatin1(word));
    for (const auto &[method, word] : EnumText<AuditMethod>::table)
        m_ui->methodCombo->addItem(wordFor(method), QString::fromLatin1(word));
    for (QDateEdit *edit : {m_ui->startsEdit, m_ui->endsEdit, m_ui->periodFromEdit, m_ui->periodToEdit})
        prepareOptionalDate(*edit, tr("not set"));
    m_ui->facilitiesView->setModel(m_facilities);
    m_ui->packsView->setModel(m_packs);
    m_ui->teamView->setModel(m_team);
    m_ui->teamView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->teamView, {30, 24, 26, 20});
    m_ui->sectionsView->setModel(m_sections);
    m_ui->sectionsView->setItemDelegate(new CellDelegate(this));
    makeCalm(*m_ui->sectionsView, {52, 13, 17, 18});
    connect(m_ui->addMemberButton, &QPushButton::clicked, this, [this] {
        const QModelIndex name = m_team->index(m_team->add(), TeamModel::Name);
        m_ui->teamView->setCurrentIndex(name);
        m_ui->teamView->edit(name);
    });
    connect(m_ui->removeMemberButton, &QPushButton::clicked, this,
        [this] { m_team->remove(m_ui->teamView->currentIndex().row()); });
}

void NewAuditPage::begin(const CentreId &centre)
{
    fillCentres();
    fillPacks();
    const int place = m_ui->centreCombo->findData(centre.text());
    m_ui->centreCombo->setCurrentIndex(qMax(0, place));
    const Person &person = m_workspace.person();
    const AuditKind kind = person.role == Role::QualityManager ? AuditKind::SelfAssessment : AuditKind::Initial;
    m_ui->kindCombo->setCurrentIndex(m_ui->kindCombo->findData(textOf(kind)));
    m_ui->methodCombo->setCurrentIndex(m_ui->methodCombo->findData(
        textOf(kind == AuditKind::SelfAssessment ? AuditMethod::DeskReview : AuditMethod::OnSite)));
    const QDate today = QDate::currentDate();
    setOptionalDate(*m_ui->startsEdit, today);
    setOptionalDate(*m_ui->endsEdit, today);
    // A year back from the visit is what an audit usually looks at.
    setOptionalDate(*m_ui->periodFromEdit, today.addYears(-1));
    setOptionalDate(*m_ui->periodToEdit, today);
    m_ui->activitiesEdit->clear();
    m_team->setMembers({TeamMember {person.name, person.role, person.organisation, QString()}});
    m_ui->titleEdit->clear();
    m_suggestedTitle.clear();
    fillFacilities();
    suggestTitle();
    refreshPreview();
    // With large text the form is wider than half the page; it never scrolls sideways.
    m_ui->formWidget->ensurePolished();
    m_ui->formArea->setMinimumWidth(m_ui->formWidget->minimumSizeHint().width()
        + m_ui->formArea->verticalScrollBar()->sizeHint().width());
}

void NewAuditPage::fillCentres()
{
    const QSignalBlocker quiet(m_ui->centreCombo);
    m_ui->centreCombo->clear();
    for (const Centre &centre : m_workspace.centres().all())
        m_ui->centreCombo->addItem(
            centre.isFictional ? tr("%1 (fictional)").arg(centre.name) : centre.name, centre.id.text());
}

void NewAuditPage::fillFacilities()
{
    QList<ChoiceModel::Choice> choices;
    const Result<Centre> centre = m_workspace.centres().find(CentreId(m_ui->centreCombo->currentData().toString()));
    if (centre)
        for (const Facility &facility : centre->facilities)
            //: A facility and its kind
            choices.append({facility.id.text(), tr("%1 (%2)").arg(facility.name, wordFor(facility.type)), facility.site, true});
    m_facilities->setChoices(choices);
    showWhole(*m_ui->facilitiesView);
}

void NewAuditPage::fillPacks()
{
    QList<ChoiceModel::Choice> choices;
    const QList<CriteriaPack> packs = m_workspace.packs();
    const QHash<PackId, QByteArray> newest = newestDigests(packs);
    for (const CriteriaPack &pack : packs)
        choices.append({QString::fromLatin1(pack.digest), tr("%1, version %2").arg(pack.title, pack.version.text()),
            pack.status, newest.value(pack.id) == pack.digest});
    m_packs->setChoices(choices);
    showWhole(*m_ui->packsView);
}

void NewAuditPage::suggestTitle()
{
    // Only as long as nobody has written a title of their own.
    if (m_ui->titleEdit->text() != m_suggestedTitle || m_ui->kindCombo->currentIndex() < 0)
        return;
    m_suggestedTitle = tr("%1 %2").arg(m_ui->kindCombo->currentText(), QString::number(QDate::currentDate().year()));
    m_ui->titleEdit->setText(m_suggestedTitle);
}

QList<PackPin> NewAuditPage::chosenPins() const
{
    QList<PackPin> pins;
    const QStringList chosen = m_packs->chosen();
    for (const CriteriaPack &pack : m_workspace.packs())
        if (chosen.contains(QString::fromLatin1(pack.digest)))
            pins.append({pack.id, pack.version, pack.digest});
    return pins;
}

QStringList NewAuditPage::refusedPacks(const PackSet &packs) const
{
    QStringList titles;
    const QList<PackPin> refused = m_workspace.packSignatures().refused(packs.pins());
    for (const CriteriaPack &pack : m_workspace.packs())
        if (refused.contains(PackPin {pack.id, pack.version, pack.digest}))
            titles.append(tr("%1, version %2").arg(pack.title, pack.version.text()));
    return titles;
}

void NewAuditPage::refreshPreview()
{
    const Result<Centre> centre = m_workspace.centres().find(CentreId(m_ui->centreCombo->currentData().toString()));
    const Result<PackSet> packs = m_workspace.packSet(chosenPins());
    const QStringList unsignedPacks = packs ? refusedPacks(*packs) : QStringList();
    m_ui->startButton->setEnabled(centre && packs && unsignedPacks.isEmpty() && !m_workspace.isReadOnly()
        && !m_ui->titleEdit->text().trimmed().isEmpty());
    if (!centre || !packs) {
        m_sections->showPreview({});
        m_ui->heldUpLabel->hide();
        m_ui->countLabel->setText(!centre ? tr("Choose a centre first") : tr("These packs do not make a checklist"));
        m_ui->reasonsBrowser->setPlainText(!centre
                ? tr("Its profile decides which criteria apply.")
                : tr("Choose exactly one core pack, and any modules with it. Detail: %1").arg(packs.error().text()));
        return;
    }
    if (!unsignedPacks.isEmpty()) {
        m_sections->showPreview({});
        m_ui->heldUpLabel->hide();
        m_ui->countLabel->setText(tr("A new audit needs signed packs in this file"));
        m_ui->reasonsBrowser->setPlainText(
            tr("Not signed by a publisher this file trusts: %1. Choose other packs, or see “Signatures…” under “Criteria "
               "packs”.")
                .arg(unsignedPacks.join(QStringLiteral(", "))));
        return;
    }
    const bool isExpress = m_ui->kindCombo->currentData().toString() == textOf(AuditKind::Express);
    showPreview(AuditPreview::of(*packs, centre->profile, isExpress));
}

void NewAuditPage::showPreview(const AuditPreview &preview)
{
    m_sections->showPreview(preview);
    m_ui->countLabel->setText(tr("%1 of %2 criteria apply").arg(preview.applies).arg(preview.total));
    m_ui->heldUpLabel->setVisible(preview.heldUp > 0);
    m_ui->heldUpLabel->setText(tr("%n criteria wait for facts that are unknown. Fill them in under “Centres”; the list "
                                  "below says which.", nullptr, preview.heldUp));
    QStringList missing;
    for (const AuditPreview::FactLine &fact : preview.missing)
        missing.append(tr("%1: holds up %n criteria", nullptr, fact.criteria).arg(fact.label.toHtmlEscaped()));
    QStringList rulingOut;
    for (const AuditPreview::FactLine &fact : preview.rulingOut)
        rulingOut.append(tr("%1: %2. Rules out %n criteria", nullptr, fact.criteria)
                             .arg(fact.label.toHtmlEscaped(), fact.value.toHtmlEscaped()));
    QStringList leftOut;
    if (preview.leftOut > 0)
        leftOut.append(tr("%n criteria are not part of an express audit", nullptr, preview.leftOut));
    QString html = factList(tr("Unknown facts"), missing) + factList(tr("Facts that rule criteria out"), rulingOut)
        + factList(tr("Express audit"), leftOut);
    if (html.isEmpty())
        html = tr("Nothing is ruled out: every criterion of these packs applies to this centre.").toHtmlEscaped();
    m_ui->reasonsBrowser->setHtml(html);
}

Audit NewAuditPage::entered() const
{
    Audit audit;
    audit.centre = CentreId(m_ui->centreCombo->currentData().toString());
    audit.title = m_ui->titleEdit->text().trimmed();
    audit.kind = fromText<AuditKind>(m_ui->kindCombo->currentData().toString()).value_or(AuditKind::Initial);
    audit.method = fromText<AuditMethod>(m_ui->methodCombo->currentData().toString()).value_or(AuditMethod::OnSite);
    audit.scope.activities = m_ui->activitiesEdit->toPlainText().trimmed();
    audit.scope.periodFrom = optionalDate(*m_ui->periodFromEdit);
    audit.scope.periodTo = optionalDate(*m_ui->periodToEdit);
    for (const QString &facility : m_facilities->chosen())
        audit.scope.facilities.append(FacilityId(facility));
    audit.startsOn = optionalDate(*m_ui->startsEdit);
    audit.endsOn = optionalDate(*m_ui->endsEdit);
    for (const TeamMember &member : m_team->members())
        if (!member.name.isEmpty())
            audit.team.append(member);
    audit.packs = chosenPins();
    return audit;
}

void NewAuditPage::start()
{
    // What is being typed in a cell of the team belongs to the audit as well.
    m_ui->startButton->setFocus();
    const Result<AuditId> started = m_workspace.startAudit(entered());
    if (!started)
        m_prompts.tell(this, started.error());
    else
        Q_EMIT auditStarted(*started);
}

} // namespace cq
