// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/evidenceform.h"

#include "app/commands/changeevidencecommand.h"
#include "app/commands/linkevidencecommand.h"
#include "app/models/evidencewords.h"
#include "app/pages/evidencepreview.h"
#include "app/pages/optionaldate.h"
#include "app/support/errortext.h"
#include "app/support/words.h"
#include "core/findings/findinglabel.h"
#include "core/session/auditsession.h"
#include "core/session/evidencedesk.h"
#include "core/session/evidencelinkdesk.h"
#include "core/session/findingdesk.h"
#include "core/session/workspace.h"

#include "ui_evidenceform.h"

#include <QPointer>
#include <QRegularExpression>
#include <QUndoStack>

namespace cq {

namespace {

template <class E> void fillWords(QComboBox *box)
{
    for (const auto &[value, word] : EnumText<E>::table)
        box->addItem(wordFor(value), int(value));
}

} // namespace

EvidenceForm::EvidenceForm(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::EvidenceForm>())
{
    m_ui->setupUi(this);
    fillWords<EvidenceKind>(m_ui->kindBox);
    fillWords<EvidenceMethod>(m_ui->methodBox);
    prepareOptionalDate(*m_ui->effectiveEdit, tr("not known"));
    prepareOptionalDate(*m_ui->receivedEdit, tr("not known"));
    prepareOptionalDate(*m_ui->validEdit, tr("no end"));
    connectFields();
}

EvidenceForm::~EvidenceForm()
{
    // Fields that lose the focus while they are destroyed report to a form that is one no more.
    for (QWidget *edit : findChildren<QWidget *>())
        edit->disconnect(this);
}

void EvidenceForm::attach(AuditSession &session, QUndoStack &undo)
{
    m_session = &session;
    m_undo = &undo;
}

void EvidenceForm::setEvidence(const EvidenceId &evidence)
{
    m_evidence = evidence;
    m_ui->usedEdit->setModified(false);
    refresh();
}

void EvidenceForm::setWritable(bool writable)
{
    m_isWritable = writable;
    refresh();
}

std::optional<Evidence> EvidenceForm::evidence() const
{
    const auto found = m_session->workspace().evidence().find(m_session->audit().centre, m_evidence);
    return found ? std::optional(*found) : std::nullopt;
}

void EvidenceForm::connectFields()
{
    connect(m_ui->titleEdit, &QLineEdit::editingFinished, this, [this] {
        change([this](Evidence &evidence) { evidence.title = m_ui->titleEdit->text().trimmed(); });
    });
    connect(m_ui->pageEdit, &QLineEdit::editingFinished, this, [this] {
        change([this](Evidence &evidence) { evidence.pageReference = m_ui->pageEdit->text().trimmed(); });
    });
    connect(m_ui->usedEdit, &QLineEdit::editingFinished, this, &EvidenceForm::changeLinks);
    connect(m_ui->kindBox, &QComboBox::activated, this, [this] {
        change([this](Evidence &evidence) { evidence.kind = EvidenceKind(m_ui->kindBox->currentData().toInt()); });
    });
    connect(m_ui->methodBox, &QComboBox::activated, this, [this] {
        change([this](Evidence &evidence) { evidence.method = EvidenceMethod(m_ui->methodBox->currentData().toInt()); });
    });
    connect(m_ui->facilityBox, &QComboBox::activated, this, [this] {
        change([this](Evidence &evidence) {
            evidence.facility = FacilityId(m_ui->facilityBox->currentData().toString());
        });
    });
    for (const auto &[edit, day] : {std::pair {m_ui->effectiveEdit, &Evidence::effectiveOn},
             std::pair {m_ui->receivedEdit, &Evidence::receivedOn}, std::pair {m_ui->validEdit, &Evidence::validUntil}})
        connect(edit, &QDateEdit::editingFinished, this, [this, edit = edit, day = day] {
            change([&](Evidence &evidence) { evidence.*day = optionalDate(*edit); });
        });
    connect(m_ui->exportButton, &QPushButton::clicked, this, &EvidenceForm::exportRequested);
    connect(m_ui->removeButton, &QPushButton::clicked, this, &EvidenceForm::removeRequested);
}

// In the order in which the list shows them.
QString EvidenceForm::linksText() const
{
    QStringList codes;
    for (const EvidenceLink &link : m_session->evidence().linksOf(m_evidence)) {
        const auto finding = m_session->findings().find(link.finding);
        codes.append(
            finding ? findingLabel(finding->number) : link.criterion.text());
    }
    codes.sort();
    return codes.join(QStringLiteral(", "));
}

void EvidenceForm::refresh()
{
    const auto shown = evidence();
    if (!shown)
        return;
    m_isFilling = true;
    m_ui->titleEdit->setText(shown->title);
    if (!m_ui->usedEdit->isModified())
        m_ui->usedEdit->setText(linksText());
    m_ui->kindBox->setCurrentIndex(m_ui->kindBox->findData(int(shown->kind)));
    m_ui->methodBox->setCurrentIndex(m_ui->methodBox->findData(int(shown->method)));
    m_ui->pageEdit->setText(shown->pageReference);
    setOptionalDate(*m_ui->effectiveEdit, shown->effectiveOn);
    setOptionalDate(*m_ui->receivedEdit, shown->receivedOn);
    setOptionalDate(*m_ui->validEdit, shown->validUntil);
    m_ui->facilityBox->clear();
    m_ui->facilityBox->addItem(tr("The whole programme"), QString());
    for (const Facility &facility : m_session->centre().facilities)
        m_ui->facilityBox->addItem(facility.name, facility.id.text());
    m_ui->facilityBox->setCurrentIndex(qMax(0, m_ui->facilityBox->findData(shown->facility.text())));
    m_ui->fileLabel->setText(tr("%1, %2. Added by %3, %4.")
                                 .arg(shown->fileName, sizeText(shown->size), shown->addedBy,
                                     momentText(shown->addedAt)));
    m_ui->fileLabel->setToolTip(tr("SHA-256 %1").arg(QString::fromLatin1(shown->digest)));
    for (QLineEdit *edit : {m_ui->titleEdit, m_ui->usedEdit, m_ui->pageEdit})
        edit->setReadOnly(!m_isWritable);
    for (QWidget *widget : {static_cast<QWidget *>(m_ui->kindBox), static_cast<QWidget *>(m_ui->methodBox),
             static_cast<QWidget *>(m_ui->facilityBox), static_cast<QWidget *>(m_ui->effectiveEdit),
             static_cast<QWidget *>(m_ui->receivedEdit), static_cast<QWidget *>(m_ui->validEdit)})
        widget->setEnabled(m_isWritable);
    m_ui->removeButton->setEnabled(m_isWritable);
    m_isFilling = false;
    refreshPreview();
}

void EvidenceForm::refreshPreview()
{
    const auto shown = evidence();
    if (!shown || m_previewed == shown->digest)
        return;
    m_previewed = shown->digest;
    if (!EvidencePreview::canShow(shown->mediaType)) {
        m_ui->preview->say(tr("There is no preview of this kind of file. Export it to open it."));
        return;
    }
    const auto content = m_session->workspace().evidence().content(*shown, EvidencePreview::maxBytes);
    if (content)
        m_ui->preview->showContent(*content, shown->mediaType);
    else if (content.error().code == ErrorCode::TooLarge)
        m_ui->preview->say(tr("This file is too large for a preview. Export it to open it."));
    else
        m_ui->preview->say(errorText(content.error()).sentence);
}

std::function<void(const Error &)> EvidenceForm::refusal()
{
    return [form = QPointer(this)](const Error &error) {
        if (form)
            Q_EMIT form->refused(error);
    };
}

void EvidenceForm::change(const Edit &edit)
{
    const auto before = evidence();
    if (!before || m_isFilling || !m_isWritable)
        return;
    Evidence after = *before;
    edit(after);
    if (after == *before)
        return;
    Q_EMIT begun();
    m_undo->push(new ChangeEvidenceCommand(m_session->workspace().evidence(), *before, after, refusal()));
    if (after.title != before->title || after.pageReference != before->pageReference)
        if (const QString warning
            = privacyWarning(privacyHints(after.title + u'\n' + after.pageReference, QDate::currentDate()));
            !warning.isEmpty())
            Q_EMIT warned(warning);
    refresh();
}

std::optional<EvidenceLink> EvidenceForm::linkFor(const QString &code) const
{
    static const QRegularExpression number(QStringLiteral("^F-0*(\\d{1,6})$"));
    const QString upper = code.toUpper();
    if (const auto match = number.match(upper); match.hasMatch())
        for (const Finding &finding : m_session->findings().all())
            if (finding.number == match.captured(1).toInt())
                return EvidenceLink {m_evidence, {}, finding.id};
    if (m_session->packs().indexOf(CriterionId(upper)) >= 0)
        return EvidenceLink {m_evidence, CriterionId(upper), {}};
    return std::nullopt;
}

void EvidenceForm::changeLinks()
{
    if (!m_ui->usedEdit->isModified() || m_evidence.isEmpty())
        return;
    m_ui->usedEdit->setModified(false);
    Q_EMIT begun();
    static const QRegularExpression separators(QStringLiteral("[,;\\s]+"));
    QList<EvidenceLink> wanted;
    for (const QString &code : m_ui->usedEdit->text().split(separators, Qt::SkipEmptyParts)) {
        const auto link = linkFor(code);
        if (!link) {
            refresh();
            Q_EMIT warned(
                tr("“%1” is neither a criterion nor a finding of this audit. What the evidence is used for stays as it was.")
                    .arg(code));
            return;
        }
        if (!wanted.contains(*link))
            wanted.append(*link);
    }
    EvidenceLinkDesk &desk = m_session->evidence();
    const QList<EvidenceLink> there = desk.linksOf(m_evidence);
    for (const EvidenceLink &link : there)
        if (!wanted.contains(link))
            m_undo->push(new LinkEvidenceCommand(desk, link, LinkEvidenceCommand::Does::Unlink, refusal()));
    for (const EvidenceLink &link : std::as_const(wanted))
        if (!there.contains(link))
            m_undo->push(new LinkEvidenceCommand(desk, link, LinkEvidenceCommand::Does::Link, refusal()));
    refresh();
}

} // namespace cq
