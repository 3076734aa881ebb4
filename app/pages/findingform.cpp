// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/findingform.h"

#include "app/commands/changefindingcommand.h"
#include "app/models/findingsmodel.h"
#include "app/support/autosaveedit.h"
#include "app/support/messagebar.h"
#include "app/support/prompts.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/findingdesk.h"

#include "ui_findingform.h"

#include <QPointer>
#include <QRegularExpression>
#include <QUndoStack>

namespace cq {

namespace {

constexpr Severity nonconformities[] = {Severity::Critical, Severity::Major, Severity::Minor};

template <class E> E chosen(const QComboBox *box)
{
    return E(box->currentData().toInt());
}

} // namespace

FindingForm::FindingForm(
    AuditSession &session, QUndoStack &undo, Prompts &prompts, MessageBar &message, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::FindingForm>())
    , m_session(session)
    , m_undo(undo)
    , m_prompts(prompts)
    , m_message(message)
{
    m_ui->setupUi(this);
    m_ui->composer->hide();
    for (const auto &[kind, word] : EnumText<FindingKind>::table)
        m_ui->kindBox->addItem(wordFor(kind), int(kind));
    for (const Severity severity : nonconformities)
        m_ui->severityBox->addItem(symbolFor(severity) + u' ' + wordFor(severity), int(severity));
    connectFields();
    connectChoices();
}

FindingForm::~FindingForm()
{
    // Fields that lose the focus while they are destroyed report to a form that is one no more.
    for (QWidget *edit : findChildren<QWidget *>())
        edit->disconnect(this);
}

QList<FindingForm::Text> FindingForm::texts() const
{
    return {{m_ui->statementEdit, &Finding::statement}, {m_ui->evidenceEdit, &Finding::evidence},
        {m_ui->requestedEdit, &Finding::requestedAnswer}};
}

void FindingForm::connectFields()
{
    for (const auto &[edit, text] : texts()) {
        connect(edit, &AutosaveEdit::written, this, [this, text = text](const QString &written, int typing) {
            change([&](Finding &finding) { finding.*text = written; }, typing);
        });
        connect(edit, &AutosaveEdit::finished, this, &FindingForm::left);
        connect(edit, &AutosaveEdit::escaped, this, &FindingForm::left);
    }
    connect(m_ui->criteriaEdit, &QLineEdit::editingFinished, this, &FindingForm::changeCriteria);
    connect(m_ui->dueCheck, &QCheckBox::clicked, this, [this](bool on) {
        change([&](Finding &finding) { finding.dueOn = on ? m_ui->dueEdit->date() : QDate(); });
    });
    connect(m_ui->dueEdit, &QDateEdit::dateChanged, this, [this](const QDate &date) {
        if (!m_isFilling)
            change([&](Finding &finding) { finding.dueOn = date; });
    });
    connect(m_ui->composeButton, &QPushButton::clicked, this, &FindingForm::compose);
    connect(m_ui->composer, &StatementComposer::written, this, [this](const QString &statement) {
        m_ui->statementEdit->flush();
        change([&](Finding &finding) { finding.statement = statement; });
        leaveComposer();
    });
}

void FindingForm::connectChoices()
{
    connect(m_ui->kindBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) {
            finding.kind = chosen<FindingKind>(m_ui->kindBox);
            if (finding.kind == FindingKind::Nonconformity && finding.severity == Severity::Ofi)
                finding.severity = Severity::Minor;
        });
    });
    connect(m_ui->severityBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) { changeSeverity(finding, chosen<Severity>(m_ui->severityBox)); });
    });
    connect(m_ui->facilityBox, &QComboBox::activated, this, [this] {
        change([this](Finding &finding) {
            finding.facility = FacilityId(m_ui->facilityBox->currentData().toString());
        });
    });
    connect(m_ui->repeatCheck, &QCheckBox::clicked, this, &FindingForm::changeRepeat);
    connect(m_ui->riskGrid, &RiskGrid::cellChosen, this, [this](const std::optional<RiskCell> &cell) {
        change([&](Finding &finding) { finding.risk = cell; });
    });
}

std::optional<Finding> FindingForm::current() const
{
    return m_finding.isEmpty() ? std::nullopt : m_session.findings().find(m_finding);
}

void FindingForm::load(const FindingId &finding)
{
    m_finding = finding;
    m_ui->composer->hide();
    if (const auto known = current()) {
        const auto refused = m_refused.take(finding);
        for (const auto &[edit, text] : texts()) {
            edit->load((*known).*text);
            if (refused.contains(edit))
                edit->setPlainText(refused.value(edit));
        }
    }
    refresh();
}

void FindingForm::setWritable(bool writable)
{
    m_isWritable = writable;
    refresh();
}

void FindingForm::commit()
{
    for (const auto &[edit, text] : texts()) {
        edit->flush();
        if (edit->toPlainText() != edit->stored())
            m_refused[m_finding].insert(edit, edit->toPlainText());
    }
}

void FindingForm::editStatement()
{
    m_ui->statementEdit->setFocus();
    m_ui->statementEdit->moveCursor(QTextCursor::End);
}

void FindingForm::compose()
{
    const auto finding = current();
    if (!finding || !m_isWritable)
        return;
    m_ui->statementEdit->flush();
    FindingStatement parts;
    const int criterion = m_session.packs().indexOf(finding->criteria.constFirst());
    if (criterion >= 0)
        parts.criterion = m_session.packs().criteria().at(criterion).text;
    parts.fact = m_ui->statementEdit->toPlainText();
    parts.evidence = m_ui->evidenceEdit->toPlainText();
    m_ui->composer->open(parts);
}

bool FindingForm::leaveComposer()
{
    if (m_ui->composer->isHidden())
        return false;
    m_ui->composer->hide();
    editStatement();
    return true;
}

void FindingForm::refresh()
{
    const auto finding = current();
    if (!finding)
        return;
    m_isFilling = true;
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(finding->kind)));
    m_ui->severityBox->setCurrentIndex(m_ui->severityBox->findData(int(finding->severity)));
    refreshProposed(*finding);
    QStringList codes;
    for (const CriterionId &criterion : finding->criteria)
        codes.append(criterion.text());
    if (!m_ui->criteriaEdit->hasFocus() || !m_ui->criteriaEdit->isModified())
        m_ui->criteriaEdit->setText(codes.join(QStringLiteral(", ")));
    m_ui->facilityBox->clear();
    m_ui->facilityBox->addItem(tr("The whole programme"), QString());
    for (const Facility &facility : m_session.facilities())
        m_ui->facilityBox->addItem(facility.name, facility.id.text());
    m_ui->facilityBox->setCurrentIndex(qMax(0, m_ui->facilityBox->findData(finding->facility.text())));
    for (const auto &[edit, text] : texts())
        edit->setStored((*finding).*text);
    m_ui->dueCheck->setChecked(finding->dueOn.isValid());
    if (finding->dueOn.isValid())
        m_ui->dueEdit->setDate(finding->dueOn);
    m_ui->repeatCheck->setChecked(finding->isRepeat);
    refreshEarlier(*finding);
    m_ui->riskGrid->setCell(finding->risk);
    refreshWritable(*finding);
    m_isFilling = false;
}

void FindingForm::refreshWritable(const Finding &finding)
{
    for (const auto &[edit, text] : texts()) {
        edit->setReadOnly(!m_isWritable);
        edit->setAsksFirst(finding.state != FindingState::Noted);
    }
    m_ui->criteriaEdit->setReadOnly(!m_isWritable);
    for (QWidget *field : std::initializer_list<QWidget *> {m_ui->kindBox, m_ui->facilityBox, m_ui->dueCheck,
             m_ui->repeatCheck, m_ui->riskGrid, m_ui->composeButton})
        field->setEnabled(m_isWritable);
    m_ui->severityBox->setEnabled(m_isWritable && finding.kind == FindingKind::Nonconformity);
    m_ui->dueEdit->setEnabled(m_isWritable && finding.dueOn.isValid());
}

void FindingForm::refreshProposed(const Finding &finding)
{
    const bool isNonconformity = finding.kind == FindingKind::Nonconformity;
    const bool differs = finding.severity != finding.proposedSeverity;
    m_ui->proposedLabel->setVisible(isNonconformity);
    m_ui->proposedLabel->setText(differs
            ? tr("Proposed from the answer: %1 %2; decided otherwise.")
                  .arg(symbolFor(finding.proposedSeverity), wordFor(finding.proposedSeverity))
            : tr("As proposed from the answer."));
}

void FindingForm::refreshEarlier(const Finding &finding)
{
    QStringList sentences;
    for (const CriterionId &criterion : finding.criteria)
        if (const auto earlier = m_session.findings().earlier(criterion))
            sentences.append(tr("F-%1 of “%2” named %3 already.")
                                 .arg(earlier->number, 2, 10, QLatin1Char('0'))
                                 .arg(earlier->auditTitle, criterion.text()));
    m_ui->earlierLabel->setText(sentences.join(u'\n'));
    m_ui->earlierLabel->setVisible(!sentences.isEmpty());
}

void FindingForm::change(const Edit &edit, int typing)
{
    const auto before = current();
    if (!before || m_isFilling)
        return;
    Finding after = *before;
    edit(after);
    if (after == *before)
        return;
    m_message.clear();
    m_isRefused = false;
    QString reason;
    if (before->state != FindingState::Noted) {
        const auto given = m_prompts.text(this, tr("Why is this changed?"),
            tr("%1 is %2, so changing it needs a reason. It stands in the audit trail.")
                .arg(FindingsModel::numberText(*before), wordFor(before->state)));
        if (!given)
            m_message.warn(tr("%1 stays as it was, because no reason was given.")
                               .arg(FindingsModel::numberText(*before)));
        reason = given.value_or(QString());
    }
    if (before->state == FindingState::Noted || !reason.isEmpty())
        m_undo.push(new ChangeFindingCommand(m_session.findings(), *before, after, reason, typing, refusal()));
    // What was refused stays to be mended; what was not meant after all goes.
    for (const auto &[field, text] : texts())
        if (typing != 0 && !m_isRefused)
            field->revert();
    refresh();
}

void FindingForm::changeSeverity(Finding &finding, Severity severity) const
{
    const ScoringPolicy &policy = m_session.packs().policy();
    const QDate raised = finding.raisedAt.localDate();
    // A due day nobody chose by hand goes with the severity.
    const bool isProposed = finding.dueOn == proposeDueDate(policy, finding.severity, raised);
    finding.severity = severity;
    if (isProposed)
        finding.dueOn = proposeDueDate(policy, finding.severity, raised);
}

void FindingForm::changeRepeat(bool isRepeat)
{
    change([&](Finding &finding) {
        finding.isRepeat = isRepeat;
        const auto proposed
            = m_session.findings().proposed(finding.criteria.constFirst(), finding.facility, isRepeat);
        if (!proposed || proposed->kind != finding.kind)
            return;
        // A severity nobody decided otherwise goes with what is proposed.
        const bool isProposed = finding.severity == finding.proposedSeverity;
        finding.proposedSeverity = proposed->proposedSeverity;
        if (isProposed)
            changeSeverity(finding, proposed->severity);
    });
}

void FindingForm::changeCriteria()
{
    const auto before = current();
    if (!before || !m_ui->criteriaEdit->isModified())
        return;
    m_ui->criteriaEdit->setModified(false);
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QList<CriterionId> criteria;
    for (const QString &code : m_ui->criteriaEdit->text().split(separators, Qt::SkipEmptyParts)) {
        const CriterionId criterion(code.toUpper());
        if (m_session.packs().indexOf(criterion) < 0) {
            refresh();
            m_message.warn(tr("“%1” is not a criterion of this audit. The criteria of %2 stay as they were.")
                               .arg(code, FindingsModel::numberText(*before)));
            return;
        }
        if (!criteria.contains(criterion))
            criteria.append(criterion);
    }
    if (criteria.isEmpty()) {
        refresh();
        m_message.warn(tr("A finding names at least one criterion. The criteria of %1 stay as they were.")
                           .arg(FindingsModel::numberText(*before)));
        return;
    }
    change([&](Finding &finding) { finding.criteria = criteria; });
}

Refusal FindingForm::refusal()
{
    return [self = QPointer<FindingForm>(this)](const Error &error) {
        if (!self)
            return;
        self->m_isRefused = true;
        self->m_message.warn(error);
    };
}

} // namespace cq
