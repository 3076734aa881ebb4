// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/criterionpanel.h"

#include "app/models/checklistmodel.h"
#include "app/models/evidencewords.h"
#include "app/models/traileventtext.h"
#include "app/support/autosaveedit.h"
#include "app/support/theme.h"
#include "app/support/words.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/responsedesk.h"
#include "core/session/sampledesk.h"
#include "core/session/visitdesk.h"
#include "core/session/workspace.h"

#include "ui_criterionpanel.h"

#include <QLocale>

namespace cq {

namespace {

QString heading(const QString &text)
{
    return QStringLiteral("<p style=\"margin: 10px 0 2px 0\"><b>%1</b></p>").arg(text.toHtmlEscaped());
}

QString paragraph(const QString &text)
{
    return QStringLiteral("<p style=\"margin: 0 0 2px 0\">%1</p>").arg(text.toHtmlEscaped());
}

/// Entries of the history shown here; the audit trail has them all.
constexpr int maxHistory = 20;

template <class E> QString words(const QList<E> &values)
{
    QStringList list;
    for (const E value : values)
        list.append(wordFor(value));
    return list.join(QStringLiteral(", "));
}

} // namespace

CriterionPanel::CriterionPanel(AuditSession &session, const ChecklistModel &model, QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::CriterionPanel>())
    , m_session(session)
    , m_model(model)
{
    m_ui->setupUi(this);
    m_historyPause.setSingleShot(true);
    m_historyPause.setInterval(200);
    m_answersLater.setSingleShot(true);
    m_answersLater.setInterval(0);
    connectEditors();
    connect(&m_answersLater, &QTimer::timeout, this, [this] {
        if (!m_subject)
            return;
        showAnswers();
        showFindings();
        showSamples();
        showEvidence();
    });
    connect(&m_historyPause, &QTimer::timeout, this, &CriterionPanel::showHistory);
    connect(m_ui->historyButton, &QPushButton::toggled, this, &CriterionPanel::showHistory);
    connect(m_ui->raiseButton, &QPushButton::clicked, this, &CriterionPanel::findingRequested);
    connect(m_ui->copyAnswerButton, &QPushButton::clicked, this, &CriterionPanel::copyRequested);
    connect(m_ui->samplesButton, &QPushButton::clicked, this, [this] {
        if (m_subject)
            Q_EMIT samplesRequested(m_subject->criterion, m_subject->facility);
    });
    connect(m_ui->findingsLabel, &QLabel::linkActivated, this,
        [this](const QString &id) { Q_EMIT findingChosen(FindingId(id)); });
    const auto judge = [this](bool accepted) {
        if (const auto key = claim())
            Q_EMIT claimJudged(*key, accepted);
    };
    connect(m_ui->acceptClaimButton, &QPushButton::clicked, this, [judge] { judge(true); });
    connect(m_ui->rejectClaimButton, &QPushButton::clicked, this, [judge] { judge(false); });
    connect(&session.responses(), &ResponseDesk::responseChanged, this, [this](const ResponseKey &key) {
        if (m_subject && key.criterion == m_subject->criterion)
            refresh();
    });
    connect(&session.responses(), &ResponseDesk::blindModeChanged, this, &CriterionPanel::refresh);
    for (const auto signal : {&FindingDesk::findingRaised, &FindingDesk::findingChanged, &FindingDesk::findingRemoved})
        connect(&session.findings(), signal, this, &CriterionPanel::refresh);
    for (const auto signal : {&SampleDesk::sampleDrawn, &SampleDesk::sampleRemoved})
        connect(&session.samples(), signal, this, &CriterionPanel::refresh);
    connect(m_ui->evidenceButton, &QPushButton::clicked, this, &CriterionPanel::evidenceRequested);
    connect(m_ui->evidenceLabel, &QLabel::linkActivated, this,
        [this](const QString &id) { Q_EMIT evidenceChosen(EvidenceId(id)); });
    connect(&session.evidence(), &EvidenceLinkDesk::linksChanged, this, &CriterionPanel::refresh);
    connect(&session.workspace().evidence(), &EvidenceDesk::evidenceChanged, this, &CriterionPanel::refresh);
    setSubject(std::nullopt);
}

CriterionPanel::~CriterionPanel() = default;

void CriterionPanel::connectEditors()
{
    connect(m_ui->noteEdit, &AutosaveEdit::written, this, [this](const QString &text, int typing) {
        if (m_subject)
            Q_EMIT noteWritten(*m_subject, text, typing);
    });
    connect(m_ui->reminderEdit, &AutosaveEdit::written, this, [this](const QString &text) {
        if (m_subject)
            Q_EMIT reminderWritten(m_subject->criterion, text);
    });
    connect(m_ui->reminderEdit, &AutosaveEdit::finished, this, &CriterionPanel::left);
    connect(m_ui->reminderEdit, &AutosaveEdit::escaped, this, &CriterionPanel::left);
    connect(&m_session.visit(), &VisitDesk::reminderChanged, this, [this](const CriterionId &criterion) {
        if (m_subject && criterion == m_subject->criterion)
            m_ui->reminderEdit->setStored(m_session.visit().reminder(criterion));
    });
    connect(m_ui->justificationEdit, &AutosaveEdit::written, this, &CriterionPanel::takeJustification);
    connect(m_ui->noteEdit, &AutosaveEdit::finished, this, &CriterionPanel::left);
    connect(m_ui->noteEdit, &AutosaveEdit::escaped, this, &CriterionPanel::left);
    connect(m_ui->justificationEdit, &AutosaveEdit::finished, this, [this] {
        cancelJustification(); // nothing was written, or it was refused
        Q_EMIT left();
    });
    connect(m_ui->justificationEdit, &AutosaveEdit::escaped, this, [this] {
        if (m_isAsking)
            cancelJustification();
        Q_EMIT left();
    });
}

const Criterion &CriterionPanel::criterion() const
{
    return m_session.packs().criteria().at(m_session.packs().indexOf(m_subject->criterion));
}

void CriterionPanel::setSubject(const std::optional<ResponseKey> &subject)
{
    m_subject = subject;
    m_isAsking = false;
    m_ui->contents->setVisible(subject.has_value());
    m_ui->nothingLabel->setVisible(!subject.has_value());
    if (!subject)
        return;
    const Response own = m_session.responses().at(*subject);
    m_ui->noteEdit->load(own.note);
    m_ui->justificationEdit->load(own.justification);
    m_ui->reminderEdit->load(m_session.visit().reminder(subject->criterion));
    showHead();
    showReference();
    refresh();
    m_ui->scrollArea->ensureVisible(0, 0);
    m_ui->historyLabel->clear();
    if (m_ui->historyButton->isChecked())
        m_historyPause.start();
}

void CriterionPanel::refresh()
{
    if (!m_subject)
        return;
    const Response own = m_session.responses().at(*m_subject);
    m_ui->noteEdit->setStored(own.note);
    m_ui->justificationEdit->setStored(own.justification);
    if (own.level == ResponseLevel::NotApplicable)
        m_isAsking = false;
    showEditors();
    m_answersLater.start();
    if (m_ui->historyButton->isChecked())
        m_historyPause.start();
}

void CriterionPanel::setWritable(bool writable)
{
    m_isWritable = writable;
    // A reminder is no part of the audit: it may be written as long as the file may.
    m_ui->reminderEdit->setReadOnly(!m_session.ownParty());
    m_ui->noteEdit->setReadOnly(!writable);
    m_ui->justificationEdit->setReadOnly(!writable);
    m_ui->raiseButton->setEnabled(writable && !isFrozen(m_session.audit().state));
    m_ui->copyAnswerButton->setEnabled(writable);
    refresh();
}

void CriterionPanel::flush()
{
    m_ui->noteEdit->flush();
    m_ui->reminderEdit->flush();
    m_ui->justificationEdit->flush();
}

void CriterionPanel::revert()
{
    m_ui->noteEdit->revert();
    m_ui->reminderEdit->revert();
    m_ui->justificationEdit->revert();
}

void CriterionPanel::editNote()
{
    if (!m_subject)
        return;
    m_ui->scrollArea->ensureWidgetVisible(m_ui->noteEdit);
    m_ui->noteEdit->setFocus();
    m_ui->noteEdit->moveCursor(QTextCursor::End);
}

void CriterionPanel::askJustification()
{
    if (!m_subject)
        return;
    m_isAsking = true;
    showEditors();
    m_ui->scrollArea->ensureWidgetVisible(m_ui->justificationEdit);
    m_ui->justificationEdit->setFocus();
}

void CriterionPanel::cancelJustification()
{
    if (!m_isAsking)
        return;
    m_isAsking = false;
    m_ui->justificationEdit->revert();
    showEditors();
}

void CriterionPanel::takeJustification(const QString &text, int typing)
{
    if (!m_subject)
        return;
    if (!m_isAsking) {
        Q_EMIT justificationWritten(*m_subject, text, typing);
        return;
    }
    // Typing pauses do not answer: the level is set when the justification is done, on Ctrl+Enter or when it is left.
    if (text.trimmed().isEmpty())
        cancelJustification();
    else
        Q_EMIT notApplicableJustified(*m_subject, text);
}

void CriterionPanel::showHead()
{
    const Criterion &what = criterion();
    QStringList marks {wordFor(what.criticality)};
    if (what.isGate)
        marks.append(tr("gate: failing it blocks qualification"));
    if (what.isAdvisory)
        marks.append(tr("advisory: never scored"));
    if (what.perFacility)
        marks.append(m_model.row(qMax(0, m_model.rowOf(m_subject->criterion, m_subject->facility))).facilityName);
    marks.removeAll(QString());
    m_ui->copyAnswerButton->setVisible(m_session.board().part(what.id).facilities.size() > 1);
    m_ui->codeLabel->setText(what.id.text());
    m_ui->marksLabel->setText(marks.join(QStringLiteral(" · ")));
    m_ui->textLabel->setText(what.text);
}

void CriterionPanel::showAnswers()
{
    QString html = QStringLiteral("<table cellspacing=\"0\" cellpadding=\"3\">") + answerHtml(m_subject->party);
    for (const Party party : {Party::Centre, Party::Auditor, Party::Reviewer, Party::Correction, Party::Verification})
        if (party != m_subject->party)
            html += answerHtml(party);
    m_ui->answersLabel->setText(html + QStringLiteral("</table>"));

    const auto claimed = claim();
    m_ui->claimFrame->setVisible(claimed.has_value() && m_session.responses().mayJudgeClaims());
}

std::optional<ResponseKey> CriterionPanel::claim() const
{
    if (!m_subject || m_session.workspace().person().role != Role::Reviewer)
        return std::nullopt;
    const ResponseKey key {m_subject->criterion, m_subject->facility, resultParty(m_session.audit().kind)};
    return m_session.responses().at(key).level == ResponseLevel::NotApplicable ? std::optional(key) : std::nullopt;
}

QString CriterionPanel::answerHtml(Party party) const
{
    const ResponseKey key {m_subject->criterion, m_subject->facility, party};
    if (m_session.responses().isHidden(key))
        return QStringLiteral("<tr><td style=\"padding-right: 12px\">%1</td><td>%2</td></tr>")
            .arg(wordFor(party).toHtmlEscaped(), tr("hidden until you have answered").toHtmlEscaped());
    const Response response = m_session.responses().at(key);
    const bool isOwn = party == m_subject->party;
    if (response.level == ResponseLevel::NotAssessed && response.note.isEmpty() && !isOwn)
        return {};
    const Theme::Tone tone = Theme::toneOf(response.level, palette());
    QString answer = QStringLiteral("<b style=\"color: %1\">%2 %3</b>")
                         .arg(tone.ink.name(), symbolFor(response.level), wordFor(response.level).toHtmlEscaped());
    if (!response.answeredBy.isEmpty())
        answer += QStringLiteral("<br>")
            + tr("%1, %2").arg(response.answeredBy, momentText(response.answeredAt)).toHtmlEscaped();
    if (response.level == ResponseLevel::NotApplicable && response.naAccepted)
        answer += QStringLiteral("<br>") + tr("A reviewer accepted the claim.").toHtmlEscaped();
    if (!isOwn && !response.note.isEmpty())
        answer += QStringLiteral("<br>") + tr("“%1”").arg(response.note).toHtmlEscaped();
    if (!isOwn && !response.justification.isEmpty())
        answer += QStringLiteral("<br>") + tr("Not applicable because: %1").arg(response.justification).toHtmlEscaped();
    return QStringLiteral("<tr><td style=\"padding-right: 12px\">%1</td><td>%2</td></tr>")
        .arg(wordFor(party).toHtmlEscaped(), answer);
}

void CriterionPanel::showEditors()
{
    const Response own = m_session.responses().at(*m_subject);
    // In a follow-up lane only what was found wanting is asked about.
    const bool isAsked = !m_session.isFollowUp()
        || m_session.responses().isWanting(m_subject->criterion, m_subject->facility);
    m_ui->noteEdit->setReadOnly(!m_isWritable || !isAsked);
    m_ui->copyAnswerButton->setEnabled(m_isWritable && isAsked);
    const bool needsReason = m_session.responses().needsReason(*m_subject);
    m_ui->noteEdit->setAsksFirst(needsReason);
    // While it is being asked for, a pause in typing must not answer yet.
    m_ui->justificationEdit->setAsksFirst(needsReason || m_isAsking);
    const bool isClaim = own.level == ResponseLevel::NotApplicable;
    m_ui->justificationFrame->setVisible(isClaim || m_isAsking);
    m_ui->justificationHint->setText(m_isAsking
            ? tr("Say why this does not apply here. Ctrl+Enter answers “%1”, Esc leaves the answer as it is.")
                  .arg(wordFor(ResponseLevel::NotApplicable))
            : tr("This stands in the report's register of claims."));
    const bool lacksNote = own.note.trimmed().isEmpty()
        && (own.level == ResponseLevel::PartiallyMet || own.level == ResponseLevel::NotMet);
    const QString warning = notePrivacyWarning(privacyHints(own.note, QDate::currentDate()));
    m_ui->noteHint->setText(!warning.isEmpty() ? warning
            : lacksNote ? tr("✎ Say in a sentence what was seen and what is missing: the report quotes it.")
                        : tr("The report quotes this note."));
}

void CriterionPanel::showFindings()
{
    QStringList lines;
    for (const Finding &finding : m_session.findings().of(m_subject->criterion)) {
        const QString number = tr("F-%1").arg(finding.number, 2, 10, QLatin1Char('0'));
        const QString kind = finding.kind == FindingKind::Nonconformity
            ? symbolFor(finding.severity) + u' ' + wordFor(finding.severity)
            : wordFor(finding.kind);
        lines.append(QStringLiteral("<a href=\"%1\">%2</a> %3")
                         .arg(finding.id.text().toHtmlEscaped(), number.toHtmlEscaped(),
                             tr("%1, %2: %3").arg(kind, wordFor(finding.state), finding.statement).toHtmlEscaped()));
    }
    m_ui->findingsLabel->setVisible(!lines.isEmpty());
    m_ui->findingsLabel->setText(lines.join(QStringLiteral("<br>")));
}

void CriterionPanel::showSamples()
{
    const int drawn = int(m_session.samples().of(m_subject->criterion).size());
    // Where the pack asks for files to be sampled, or somebody did.
    m_ui->samplesButton->setVisible(drawn > 0 || criterion().methods.contains(AssessmentMethod::FileSample));
    m_ui->samplesButton->setText(drawn > 0 ? tr("▦ Open its %n sample(s)", nullptr, drawn) : tr("▦ Draw a sample"));
}

void CriterionPanel::showEvidence()
{
    const EvidenceLinkDesk &desk = m_session.evidence();
    const QString lines = evidenceLines(desk.of(m_subject->criterion), desk.auditDate());
    m_ui->evidenceLabel->setVisible(!lines.isEmpty());
    m_ui->evidenceLabel->setText(lines);
}

void CriterionPanel::showReference()
{
    const Criterion &what = criterion();
    QString html;
    if (!what.guidance.isEmpty())
        html += heading(tr("How to assess it")) + paragraph(what.guidance);
    if (!what.evidence.isEmpty())
        html += heading(tr("What to ask for")) + paragraph(words(what.evidence));
    if (!what.methods.isEmpty())
        html += heading(tr("How to look at it")) + paragraph(words(what.methods));
    const QString facts = m_model.factsText(what.id);
    html += heading(tr("Why it applies"));
    switch (m_model.row(qMax(0, m_model.rowOf(what.id, m_subject->facility))).applies) {
    case Truth::Yes:
        html += paragraph(facts.isEmpty() ? tr("It applies to every centre.") : tr("By the profile: %1.").arg(facts));
        break;
    case Truth::No:
        html += paragraph(tr("It does not apply. By the profile: %1.").arg(facts));
        break;
    case Truth::Unknown:
        html += paragraph(tr("This is open until the profile is filled in: %1.").arg(facts));
        break;
    }
    if (!what.naAllowed)
        html += paragraph(tr("The pack does not allow a claim of not applicable here."));
    m_ui->referenceLabel->setText(html + sourcesHtml());
}

QString CriterionPanel::sourcesHtml() const
{
    const Criterion &what = criterion();
    if (what.sources.isEmpty())
        return {};
    QString html = heading(tr("Sources"));
    for (const SourceReference &reference : what.sources) {
        const PackSource *source = m_session.packs().source(what.id, reference.source);
        if (!source)
            continue;
        // Packs may come from others: only plain web addresses become links.
        const bool isWeb = source->address.startsWith(QStringLiteral("https://"))
            || source->address.startsWith(QStringLiteral("http://"));
        const QString title = source->title.toHtmlEscaped();
        html += QStringLiteral("<p style=\"margin: 0 0 2px 0\">")
            + (isWeb ? QStringLiteral("<a href=\"%1\">%2</a>").arg(source->address.toHtmlEscaped(), title) : title)
            + (reference.note.isEmpty() ? QString() : u' ' + reference.note.toHtmlEscaped()) + QStringLiteral("</p>");
    }
    return html;
}

void CriterionPanel::showHistory()
{
    m_ui->historyLabel->setVisible(m_ui->historyButton->isChecked());
    if (!m_ui->historyButton->isChecked() || !m_subject)
        return;
    const Result<QList<TrailEntry>> trail = m_session.trail();
    if (!trail) {
        m_ui->historyLabel->setText(tr("The audit trail could not be read: %1").arg(trail.error().text()).toHtmlEscaped());
        return;
    }
    const QString code = m_subject->criterion.text();
    QString html;
    int told = 0;
    for (auto entry = trail->crbegin(); entry != trail->crend() && told < maxHistory; ++entry)
        // While an answer of the centre is hidden, at whichever facility, so is what the trail tells of it.
        if ((entry->target == code || entry->target.startsWith(code + u' ') || entry->target.startsWith(code + u'@'))
            && !m_session.responses().isHidden(*entry)) {
            ++told;
            html += QStringLiteral("<p style=\"margin: 0 0 4px 0\">%1</p>")
                        .arg(tr("%1, %2: %3")
                                 .arg(momentText(entry->at), entry->person, trailEventText(*entry))
                                 .toHtmlEscaped());
        }
    m_ui->historyLabel->setText(html.isEmpty() ? tr("Nothing was done here yet.").toHtmlEscaped() : html);
}

} // namespace cq
